import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { compose } from '../../../src/main/importer/compose';
import type { SourceBlock, SourceCell, Span } from '../../../src/main/importer/source-document';
import type { Block } from '../../../src/shared/model/document';

const nasty = [
  ...['*', '**', '***', '****', '_', '__', '~~', '~', '`', '``', '```', '\\', '|', '||', '#', '##', ' #'],
  ...['<', '>', '<b>', '</b>', '<br>', '<td>', '<!--', '-->', '<<', '^^', '<https://a.cn>', '<p a="', '">'],
  ...['[', ']', '](', ')', '![', '](a.png)', '(', '!', '&nbsp;', '&amp;', '&', '&#160;'],
  ...['- ', '-', '--', '---', '+ ', '* ', '1. ', '12. ', '3) ', '1.', '> ', '# ', ' ', '\t', '　', '\u00a0'],
  ...['\n', '\n', '\n\n', '\n|---|---|\n', '|a|b|', '\n|a|\n|b|\n|c|', '---|---', ':-:', '===', '~~~', '\f'],
  ...['\\newpage', '<!-- pagebreak -->', '<div style="break-after: page">', '\u200b', '\u00ad', '\ufeff'],
  ...[
    '甲',
    '乙。',
    '张**',
    '12.5万元',
    '3',
    '表1 甲',
    '单位：元',
    '2026年1月10日',
    '某某公司',
    'a',
    '「',
    '。',
  ],
];

const texts = fc.array(fc.constantFrom(...nasty), { maxLength: 12 }).map((parts) => parts.join(''));
const span: fc.Arbitrary<Span> = fc.record(
  { text: texts, generated: fc.constant(true as const) },
  { requiredKeys: ['text'] },
);
const spans = fc.array(span, { maxLength: 4 });
const cell: fc.Arbitrary<SourceCell> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ label: fc.constant('格'), spans }) },
  fc.record({
    label: fc.constant('格'),
    spans: fc.constant([]),
    covered: fc.constantFrom('left' as const, 'up' as const),
  }),
);
const table: fc.Arbitrary<SourceBlock> = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
  )
  .map((rows) => ({ kind: 'table', label: '表', rows }));
const block: fc.Arbitrary<SourceBlock> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('paragraph' as const), label: fc.constant('段'), spans }),
  },
  fc.record({
    kind: fc.constant('heading' as const),
    label: fc.constant('题'),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 6 as const),
    spans,
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('item' as const),
      label: fc.constant('项'),
      marker: fc.constantFrom('-', '-', '1.', '2.', '10.', '1234.', '（一）', '12345.'),
      depth: fc.integer({ min: 0, max: 12 }),
      spans,
    }),
  },
  table,
  fc.constant({ kind: 'page-break' as const }),
);
const documents = fc.array(block, { maxLength: 8 }).map((blocks) => ({ blocks, notes: [] }));

/** What of a text must come back, line for line. */
const shown = (text: string): readonly string[] =>
  text
    .replace(/[\u200b\u00ad\ufeff]/g, '')
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const joined = (parts: readonly Span[]): string => parts.map(({ text }) => text).join('');
const inCell = (text: string): string => shown(text.replaceAll('\t', ' ')).join('\n');

/** The lines of text that a source holds, tables as grids. */
const expected = (blocks: readonly SourceBlock[]): readonly unknown[] =>
  blocks.flatMap((source): readonly unknown[] => {
    if (source.kind === 'page-break') return ['(page break)'];
    if (source.kind === 'table')
      return [source.rows.map((row) => row.map((one) => one.covered ?? [inCell(joined(one.spans))]))];
    const [first, ...others] = shown(joined(source.spans));
    if (source.kind === 'heading') {
      const text = shown(joined(source.spans)).join('\n');
      return text === '' ? [] : [`${'#'.repeat(source.level)} ${text}`];
    }
    if (source.kind !== 'item') return first === undefined ? [] : [first, ...others];
    const known = /^(?:-|\d{1,4}\.)$/.test(source.marker);
    if (!known) return shown(`${source.marker} ${joined(source.spans)}`);
    return first === undefined ? [] : [`${source.marker} ${first}`, ...others];
  });

const actual = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.flatMap((read): readonly unknown[] => {
    switch (read.kind) {
      case 'page-break':
        return ['(page break)'];
      case 'table':
        return [
          [read.header, ...read.rows].map((row) => row.cells.map((one) => one.covered ?? [one.prose.text])),
        ];
      case 'heading':
        return [`${'#'.repeat(read.level)} ${read.prose.text}`];
      case 'list-item':
        return shown(`${read.marker} ${read.prose.text}`);
      case 'paragraph':
      case 'caption':
        return shown(read.prose.text);
      default:
        return [`unexpected ${read.kind}`];
    }
  });

/** White space between a literal marker and its text is markup to the reader. */
const oneSpace = (lines: readonly unknown[]): readonly unknown[] =>
  lines.map((line) => (typeof line === 'string' ? line.replace(/^(\d{1,9}[.)])\s+/, '$1 ') : line));

/** Without backslashes, `<br>` and the margins of an item's lines. */
const unescaped = (written: string): string =>
  written
    .replace(/\\[!-/:-@[-`{-~]|<br>/g, (mark) => (mark === '<br>' ? '\n' : mark.slice(1)))
    .replace(/\s*\n\s*/g, '\n');

const known = (marker: string): boolean => /^(?:-|\d{1,4}\.)$/.test(marker);

/** The texts of a block's paragraphs or cells. */
const textsOf = (source: SourceBlock): readonly string[] => {
  if (source.kind === 'page-break') return [];
  if (source.kind === 'table')
    return source.rows.flat().flatMap((one) => (one.covered ? [] : [inCell(joined(one.spans))]));
  const own = joined(source.spans);
  if (source.kind === 'heading') return [shown(own).join('\n')].filter((text) => text !== '');
  const whole = source.kind === 'item' && !known(source.marker) ? `${source.marker} ${own}` : own;
  return whole
    .replace(/[\u200b\u00ad\ufeff]/g, '')
    .split(/[\n\f][^\S\n\f]*(?=[\n\f])/)
    .map((part) => shown(part).join('\n'))
    .filter((text) => text !== '');
};

const squeezed = (text: string): string => text.replace(/[\s\u200b\u00ad\ufeff]/g, '');

/** A block's generated spans and its marker. */
const generatedIn = (source: SourceBlock): string => {
  if (source.kind === 'page-break') return '';
  if (source.kind === 'table')
    return source.rows
      .flat()
      .map((one) => (one.covered ? '' : generatedOf(one.spans)))
      .join('');
  const marker = source.kind === 'item' ? source.marker : '';
  if (known(marker) && shown(joined(source.spans)).length === 0) return '';
  return marker + generatedOf(source.spans);
};

const generatedOf = (parts: readonly Span[]): string => joined(parts.filter(({ generated }) => generated));

describe('compose, on any source', () => {
  it('is read back as the same lines, headings, items and grids', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { text } = compose(source);
        const { blocks } = parseDocument(text);
        expect(oneSpace(actual(blocks))).toEqual(oneSpace(expected(source.blocks)));
        for (const read of blocks) if (read.kind === 'table') expect(read.broken).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('maps each block and cell to just its text', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { text, map } = compose(source);
        let end = 0;
        for (const { range } of map) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          end = range.end;
        }
        const places = map.map(({ range }) => unescaped(text.slice(range.start, range.end)));
        expect(places).toEqual(source.blocks.flatMap(textsOf));
      }),
      { numRuns: 500 },
    );
  });

  it('names what was generated and nothing else', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { text, generated } = compose(source);
        let end = 0;
        for (const range of generated) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          end = range.end;
        }
        const written = generated.map((range) => unescaped(text.slice(range.start, range.end)));
        expect(squeezed(written.join(''))).toBe(squeezed(source.blocks.map(generatedIn).join('')));
      }),
      { numRuns: 500 },
    );
  });
});
