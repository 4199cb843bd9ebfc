import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { isTableTitle } from '../../src/shared/table-title';

const TABLE = '| 项目 | 金额 |\n| --- | --- |\n| 甲 | 12.50 |\n';

describe('titles of tables', () => {
  it.each([
    ['a caption', `表1 各项金额\n\n${TABLE}`, true],
    ['a line of an annex', `附表1　各项金额\n\n${TABLE}`, true],
    ['one with a double number', `附表2-1 各项金额\n\n${TABLE}`, true],
    ['a sentence', `附表1列示了各项金额。\n\n${TABLE}`, false],
    ['a list follows', '附表1 各项金额\n\n- 甲\n', false],
    ['a paragraph', `各项金额如下：\n\n${TABLE}`, false],
  ])('%s', (_, text, expected) => {
    const { blocks } = parseDocument(text);
    expect(blocks[0] && isTableTitle(blocks[0], blocks[1])).toBe(expected);
  });
});
