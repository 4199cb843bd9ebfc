import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { layoutReport } from '../../../src/main/exporter/layout';
import type { PlacedCell } from '../../../src/main/exporter/layout/placed';
import { exportText, fonts, hasPdfTools, inspect, pageTexts } from './helpers';

const table = (...rows: readonly string[]): string => {
  const [first = '', ...rest] = rows.map((row) => `| ${row} |`);
  return [first, `|${'---|'.repeat(first.split('|').length - 2)}`, ...rest].join('\n');
};

const textOf = (cell: PlacedCell): string =>
  cell.lines.flatMap((line) => line.runs.map((run) => run.text)).join('');

/** Each page's table, row by row: `text`, `text→2` over columns, `text↓2` over rows, `·` under a neighbour. */
const pagesOf = (text: string): readonly (readonly string[])[] =>
  layoutReport(parseDocument(text), { draft: false, fonts }).pages.map((page) =>
    page.marks.flatMap((mark) =>
      mark.kind === 'table' ? mark.rows.map((row) => rowOf(row, mark.rows)) : [],
    ),
  );

function rowOf(row: readonly PlacedCell[], rows: readonly (readonly PlacedCell[])[]): string {
  const count = Math.max(...rows.flat().map((cell) => cell.column + cell.columns));
  const places = Array.from({ length: count }, () => '·');
  for (const cell of row) {
    const columns = cell.columns > 1 ? `→${cell.columns}` : '';
    places[cell.column] = textOf(cell) + columns + (cell.rows > 1 ? `↓${cell.rows}` : '');
  }
  return places.join(' ');
}

const GROUPED = ['项目 | 2024年 | << | 2025年 | <<', '^^ | 笔数 | 金额 | 笔数 | 金额'];

describe('merged cells on the page', () => {
  it('reach over columns and rows', () => {
    expect(
      pagesOf(table(...GROUPED, '甲 | 1 | 2 | 3 | 4', '^^ | 5 | ^^ | 7 | 8', '合计 | << | 9 | << | 10')),
    ).toEqual([
      [
        '项目↓2 2024年→2 · 2025年→2 ·',
        '· 笔数 金额 笔数 金额',
        '甲↓2 1 2↓2 3 4',
        '· 5 · 7 8',
        '合计→2 · 9→2 · 10',
      ],
    ]);
  });

  it('leave what is no rectangle in pieces, and lose no text', () => {
    expect(pagesOf(table('甲 | << | 乙', '^^ | 丙 | 丁', '戊 | ^^ | <<'))).toEqual([
      ['甲→2 · 乙', ' 丙↓2 丁', '戊 · '],
    ]);
  });

  it('repeat all header rows on every page', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `项目${at} | 1 | 2 | 3 | 4`);
    const pages = pagesOf(table('收入表 | << | << | << | <<', ...GROUPED, ...rows));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.slice(0, 3)).toEqual(pages[0]?.slice(0, 3));
    expect(pages.flatMap((page) => page.slice(3))).toHaveLength(60);
  });

  it('do not repeat a header that is high or that reaches into the body', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at} | 1 | 2`);
    const five = ['表 | << | <<', '单位：元 | << | <<', '甲 | 乙 | <<', '^^ | 丙 | <<', '^^ | 丁 | 戊'];
    const high = pagesOf(table(...five, ...rows));
    expect(high[1]?.[0]).toMatch(/^\d+ 1 2$/);
    const into = pagesOf(table('类别 | 甲 | 无', '^^ | 乙 | 3', ...rows));
    expect(into[0]?.slice(0, 2)).toEqual(['类别↓2 甲 无', '· 乙 3']);
    expect(into[1]?.[0]).toMatch(/^\d+ 1 2$/);
  });

  const groups = (size: number, count: number): string => {
    const rows = Array.from({ length: size * count }, (_, at) =>
      at % size === 0 ? `组${at / size} | 行${at} | ${at}` : `^^ | 行${at} | ${at}`,
    );
    return table('类别 | 名称 | 户数', ...rows);
  };

  it('are not torn apart when short', () => {
    const pages = pagesOf(groups(5, 16));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.slice(1).filter((row) => row.startsWith('·'))).toHaveLength(((page.length - 1) / 5) * 4);
      expect(page[1]).toMatch(/^组\d+↓5 /);
    }
  });

  it('go on on the next page when long, their text shown again', () => {
    const pages = pagesOf(groups(50, 1));
    expect(pages.map((page) => page[1]?.replace(/ .*/, ''))).toEqual(
      pages.map((page) => `组0↓${page.length - 1}`),
    );
    expect(pages.flatMap((page) => page.slice(1))).toHaveLength(50);
  });

  it('share out a long text over their rows and over the pages', () => {
    const long = Array.from({ length: 700 }, (_, at) => `第${at}句。`).join('');
    const rows = Array.from({ length: 6 }, (_, at) => `${at === 0 ? long : '^^'} | 行${at}`);
    const pages = pagesOf(table('说明 | 名称', ...rows));
    expect(pages.length).toBeGreaterThan(2);
    const shown = pages.map((page) => page.slice(1).join('')).join('');
    const at = Array.from({ length: 700 }, (_, index) => shown.indexOf(`第${index}句。`));
    // Words may be parted by a line’s end, never by anything else.
    expect(at.every((place) => place >= 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(shown.split('第350句。')).toHaveLength(2);
  });
});

interface Word {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;

/** The words of each page with their places, from outside. */
const wordsOf = (pdf: Uint8Array): readonly (readonly Word[])[] =>
  inspect(pdf, 'pdftotext', '-bbox', '{}', '-')
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: text ?? '',
      })),
    );

/** Pairs of words printed over each other. Boxes are higher than the glyphs, so a little is allowed. */
function overprinted(words: readonly Word[]): readonly string[] {
  const sorted = [...words].sort((a, b) => a.top - b.top);
  return sorted.flatMap((word, at) => {
    const near = sorted.slice(at + 1, at + 40);
    return near.flatMap((other) => {
      const down = Math.min(word.bottom, other.bottom) - other.top;
      const across = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      return down > 5 && across > 1 ? [`${word.text} / ${other.text}`] : [];
    });
  });
}

/** Cells with a text of their own each, long or short, and signs of merged cells in between. */
const grids = fc
  .record({
    width: fc.integer({ min: 2, max: 5 }),
    height: fc.integer({ min: 2, max: 70 }),
    sign: fc.infiniteStream(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        { weight: 2, arbitrary: fc.constant('^^') },
        { weight: 1, arbitrary: fc.constant('<<') },
      ),
    ),
    length: fc.infiniteStream(
      fc.oneof(
        { weight: 8, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 30, max: 120 }) },
      ),
    ),
  })
  .map(({ width, height, sign, length }) =>
    table(
      ...Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => {
          const written = sign.next().value;
          const more = Array.from({ length: length.next().value }, () => ' 又').join('');
          return written || `k${row}x${column}z${more}`;
        }).join(' | '),
      ),
    ),
  );

describe.skipIf(!hasPdfTools)('merged cells in the PDF', () => {
  it('stand once on every page that they reach, none over another', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 90 }, (_, at) => {
      const label = at % 6 === 0 ? `q${at / 6}q` : '^^';
      return `${label} | a${at}a | ${at % 4 === 3 ? '<<' : `b${at}b`} | ${at % 6 === 2 ? '^^' : `c${at}c`}`;
    });
    const pdf = await exportText(table('h1h | h2h | << | h3h', '^^ | h4h | h5h | ^^', ...rows));
    const pages = pageTexts(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      for (const header of ['h1h', 'h2h', 'h3h', 'h4h', 'h5h']) expect(page.split(header)).toHaveLength(2);
    }
    const all = pages.join('');
    const own = rows.flatMap((row) => row.split(' | ')).filter((cell) => /^[qabc]/.test(cell));
    for (const cell of own) expect(all.split(cell), cell).toHaveLength(2);
    for (const words of wordsOf(pdf)) expect(overprinted(words)).toEqual([]);
  });

  it('are all drawn, whatever is merged with what', { timeout: 120_000 }, async () => {
    for (const text of fc.sample(grids, { numRuns: 15, seed: 11 })) {
      const pdf = await exportText(text);
      const pages = pageTexts(pdf);
      const shown = pages.join('').replace(/\s/g, '');
      for (const [cell] of text.matchAll(/k\d+x\d+z/g)) expect(shown, `${cell} in ${text}`).toContain(cell);
      const more = (whole: string): number => whole.split('又').length;
      expect(more(shown)).toBeGreaterThanOrEqual(more(text));
      for (const words of wordsOf(pdf)) expect(overprinted(words), text).toEqual([]);
    }
  });
});
