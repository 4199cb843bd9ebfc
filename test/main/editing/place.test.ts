import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/main/checker/edits';
import { parseDocument } from '../../../src/main/document/parse';
import { placeChange } from '../../../src/main/editing/place';
import { wantedOf, wantedOfCell } from '../../../src/main/editing/readings';
import type { Block, ReportDocument, Table } from '../../../src/shared/model/document';
import type { TextChange } from '../../../src/shared/model/editing';

const TEXT = `# 演示支付公司业务报告

演示市分行：

本季度**交易金额**为320万元，
同比增长8%。

- 一是完善制度
  - 内层一项
- 二是加强培训

*表1 各渠道交易情况*

| 渠道 | 金额（万元） | 说明 |
| --- | --- | --- |
| 线上 | 200 | 按\\|月<br>统计 |
| 线下 | | **重点** |

> 引自原文

特此报告。
`;
const document = parseDocument(TEXT);
const at = (start: string): number =>
  document.blocks.findIndex((block) => 'prose' in block && block.prose.text.startsWith(start));
const TABLE = document.blocks.findIndex((block) => block.kind === 'table');

/** The text after a change, having made sure that it reads back. */
function changed(change: TextChange, before: ReportDocument = document): string {
  const placed = placeChange(before, change);
  if (!placed.ok) throw new Error(placed.error.code);
  const text = applyEdits(before.text, placed.value.edits);
  expect(placed.value.readsBack(parseDocument(text))).toBe(true);
  return text;
}
const block = (start: string, text: string): string => changed({ kind: 'block', block: at(start), text });
const cell = (row: number, column: number, text: string): string =>
  changed({ kind: 'cell', block: TABLE, row, column, text });
const refusal = (change: TextChange): string | null => {
  const placed = placeChange(document, change);
  return placed.ok ? null : placed.error.code;
};

describe('a change of a block', () => {
  it('replaces what is different and keeps the markup beside it', () => {
    expect(block('本季度', '本季度交易金额为330万元，\n同比增长8%。')).toContain(
      '本季度**交易金额**为330万元，\n同比',
    );
  });
  it('is written so that Markdown reads it as typed', () => {
    expect(block('特此', '1. 特此*报*告 <br> & `码` [1](2)。')).toContain('特此');
    expect(block('特此', '# 特此报告')).toContain('\\# 特此报告');
    expect(block('特此', '| a | b |\n| --- | --- |\n| 1 | 2 |')).toContain('a');
  });
  it('drops the markup when it cannot be kept', () => {
    expect(block('本季度交', '本季度交易')).toMatch(/^本季度.*交易\**$/m);
  });
  it('parts paragraphs at an empty line, and takes an emptied one away', () => {
    expect(block('特此', '特此报告。\n\n演示支付公司')).toContain('\n\n特此报告。\n\n演示支付公司\n');
    expect(block('演示市', '')).not.toContain('演示市分行');
    expect(parseDocument(block('演示市', '')).blocks).toHaveLength(document.blocks.length - 1);
  });
  it('keeps lists, quotes, headings and captions what they are', () => {
    expect(block('内层', '内层两项')).toContain('  - 内层两项');
    expect(block('一是', '一是完善制度\n续行')).toContain('- 一是完善制度');
    expect(block('引自', '引自旧文')).toContain('> 引自旧文');
    expect(block('演示支付', '演示支付公司年度报告 #')).toMatch(/^# 演示支付公司年度报告 \\?#/);
    expect(block('表1', '表1 各渠道交易')).toContain('*表1 各渠道交易*');
  });
  it('is refused where nothing changed or nothing is there', () => {
    expect(refusal({ kind: 'block', block: at('特此'), text: ' 特此报告。\n' })).toBe('unchanged');
    expect(refusal({ kind: 'block', block: 99, text: '无' })).toBe('no-place');
    expect(refusal({ kind: 'block', block: TABLE, text: '无' })).toBe('no-place');
    expect(refusal({ kind: 'cell', block: TABLE, row: 9, column: 0, text: '无' })).toBe('no-place');
  });
});

describe('a change of a cell', () => {
  it('escapes what would break the grid', () => {
    expect(cell(0, 1, '2|00\n1')).toContain('| 线上 | 2\\|00<br>1 | 按');
    expect(cell(0, 2, '按|周\n统计')).toContain('按\\|周<br>统计');
  });
  it('fills an empty cell, empties a full one, changes the header', () => {
    expect(cell(1, 1, '120')).toContain('| 线下 | 120 | **重点** |');
    expect(parseDocument(cell(0, 1, '')).blocks[TABLE]).toMatchObject({
      rows: [{ cells: [{}, {}, {}] }, {}],
    });
    expect(cell(-1, 0, '---')).toContain('金额（万元）');
  });
  it('keeps << and ^^ from merging cells', () => {
    expect(cell(1, 1, '<<')).toContain('\\<<');
  });
  it('leaves a torn row torn but for the cell', () => {
    const torn = parseDocument('| a | b |\n| --- | --- |\n| 1 | 2 | 3\n');
    expect(changed({ kind: 'cell', block: 0, row: 0, column: 2, text: '4' }, torn)).toContain('| 1 | 2 | 4');
    expect(changed({ kind: 'cell', block: 0, row: 0, column: 2, text: '' }, torn)).toContain('| 1 | 2 |  |');
  });
  it('finds the row of a long table', () => {
    const rows = Array.from({ length: 500 }, (_, row) => `| ${row} | x |`);
    const long = parseDocument(`前文\n\n| a | b |\n| --- | --- |\n${rows.join('\n')}\n\n后文\n`);
    const text = changed({ kind: 'cell', block: 1, row: 499, column: 1, text: 'y|z' }, long);
    expect(text).toContain('| 499 | y\\|z |\n\n后文');
  });
});

describe('whatever is typed', () => {
  const typed = fc
    .array(
      fc.oneof(
        fc.constantFrom('甲乙', '120', '万元', '，', ' '),
        fc.constantFrom(...'|\\`*_~<>[]&#-+^!().1\n'),
        fc.constantFrom('<br>', '&nbsp;', '```', '**', '<<', '^^', '| --- |', '\n\n'),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('a cell reads back, and so does all around it', () => {
    fc.assert(
      fc.property(
        typed,
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: 0, max: 2 }),
        (text, row, column) => {
          const placed = placeChange(document, { kind: 'cell', block: TABLE, row, column, text });
          if (!placed.ok) return placed.error.code === 'unchanged';
          const after = parseDocument(applyEdits(TEXT, placed.value.edits));
          const table = after.blocks[TABLE] as Table;
          const line = row < 0 ? table.header : table.rows[row];
          return placed.value.readsBack(after) && line?.cells[column]?.prose.text === wantedOfCell(text);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a block reads back, or is refused and nothing is lost', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        typed,
        fc.constantFrom('演示支付', '演示市', '本季度', '一是', '内层', '表1', '引自', '特此'),
        (text, start) => {
          const index = at(start);
          const placed = placeChange(document, { kind: 'block', block: index, text });
          if (!placed.ok) {
            if (placed.error.code === 'not-read-back') refused++;
            return ['unchanged', 'not-read-back'].includes(placed.error.code);
          }
          const after = parseDocument(applyEdits(TEXT, placed.value.edits));
          const wanted = wantedOf(document.blocks[index] as Block, text);
          const texts = placed.value.prosesIn(after).map((prose) => prose.text);
          return !placed.value.readsBack(after) || texts.length === wanted.length;
        },
      ),
      { numRuns: 400 },
    );
    expect(refused).toBeLessThan(20);
  });
});
