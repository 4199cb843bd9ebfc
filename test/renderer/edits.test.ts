import { describe, expect, it } from 'vitest';
import {
  changeOf,
  contextAfter,
  contextBefore,
  editedSlice,
  touchedLines,
} from '../../src/renderer/text/edits';
import { cellDiffers, rowChangeOf } from '../../src/renderer/text/fix-rows';
import { cellsOfLine } from '../../src/renderer/text/table-line';
import type { ReportDocument, Table } from '../../src/shared/model/document';
import { rangeOf } from '../../src/shared/model/range';

const text = '第一行\n第二行,有错\n第三行';
const comma = { range: rangeOf(7, 8), text: '，' };

describe('a change as a person sees it', () => {
  it('is shown with its surroundings on the line', () =>
    expect(changeOf(text, comma)).toMatchObject({
      before: '第二行',
      removed: ',',
      added: '，',
      after: '有错',
    }));
  it('leaves out what stays the same', () => {
    const change = changeOf('全年完成率达到九成', { range: rangeOf(0, 9), text: '全年完成率超过九成' });
    expect(change).toMatchObject({ before: '全年完成率', removed: '达到', added: '超过', after: '九成' });
  });
  it('knows the lines it touches', () => expect(touchedLines(text, [comma])).toEqual(rangeOf(4, 10)));
  it('applies edits to a stretch', () =>
    expect(editedSlice(text, rangeOf(4, 10), [comma])).toBe('第二行，有错'));
});

describe('what stands around a place', () => {
  const row = '| 合计 | 431,824 | 486,200 | 54,736 | 556.72 | 1,234,567 |';
  const prose = '截至2025年12月末共有商户431,824户，较上年末增加54,736户，其中个体工商户318,402户。';
  it.each([
    [row, '556.72', 24, '…| 486,200 | 54,736 | ', ' | 1,234,567 |'],
    [row, '556.72', 10, '…| ', ' |…'],
    [row, '合计', 24, '| ', ' | 431,824 | 486,200 |…'],
    [prose, '较上年末', 9, '…431,824户，', '增加54,736户…'],
    [prose, '较上年末', 6, '…户，', '增加…'],
    [prose, '较上年末', 3, '…户，', '增加…'],
    [prose, '截至', 9, '', '2025年12月末…'],
  ])('%s: %s within %i', (text, place, units, before, after) => {
    const start = text.indexOf(place);
    expect(contextBefore(text, start, units)).toBe(before);
    expect(contextAfter(text, start + place.length, units)).toBe(after);
  });
});

describe('cellsOfLine', () => {
  it.each([
    ['| 1 | 二 |', ['1', '二']],
    ['1 | 二', ['1', '二']],
    ['| a \\| b | c<br>d |', ['a | b', 'c\nd']],
    ['| a |  | c |', ['a', '', 'c']],
  ])('%s', (line, cells) => expect(cellsOfLine(line)).toEqual(cells));
});

describe('rowChangeOf', () => {
  const lines = ['| 序号 | 时间 |', '|---|---|', '| 2-5 | 月 |', ''];
  const source = lines.join('\n');
  const at = source.indexOf('| 2-5');
  const row = rangeOf(at, source.length - 1);
  const cell = (content: string) => ({ prose: { text: content, start: 0, gaps: [] } });
  const table = {
    kind: 'table',
    range: rangeOf(0, row.end),
    header: { cells: [cell('序号'), cell('时间')] },
  };
  const document = { text: source, blocks: [table as unknown as Table] } as unknown as ReportDocument;
  const fix = { title: '', edits: [{ range: row, text: '| 2 | 5月 |' }] };

  it('shows the row before and after', () =>
    expect(rowChangeOf(document, fix)).toEqual({
      header: ['序号', '时间'],
      before: [['2-5', '月']],
      after: [['2', '5月']],
    }));
  it('is no change of rows outside a table', () =>
    expect(rowChangeOf({ ...document, blocks: [] }, fix)).toBeNull());
  it('tells the cells that differ', () => {
    expect(cellDiffers([['a', 'b']], [['a', 'c']], 0, 0)).toBe(false);
    expect(cellDiffers([['a', 'b']], [['a', 'c']], 0, 1)).toBe(true);
    expect(cellDiffers([['a']], [['a'], ['b']], 0, 0)).toBe(true);
  });
});
