import { describe, expect, it } from 'vitest';
import type { Box, RowBox, TableFrame } from '../../../../src/main/exporter/layout/boxes';
import {
  gap,
  HEADER,
  isHeader,
  lineBox,
  pageBreak,
  turnedBreak,
} from '../../../../src/main/exporter/layout/boxes';
import { pagesOf } from '../../../../src/main/exporter/layout/pages';
import { STYLES } from '../../../../src/main/exporter/layout/styles';

const line = (keep = false): Box => lineBox({ runs: [], spacing: 0, width: 0 }, STYLES.body, { keep });
const lines = (count: number): Box[] => Array.from({ length: count }, () => line());
const row = (header = false, height = 30): RowBox => ({
  kind: 'row',
  height,
  table: 0,
  row: header ? HEADER : 0,
  isFirst: true,
  isLast: true,
  cells: [],
  keep: header,
});
const frame: TableFrame = { widths: [], side: 4, style: STYLES.body, header: [row(true)] };
const sizes = (boxes: readonly Box[]) => pagesOf(boxes, [frame]).map((page) => page.boxes.length);

describe('pagesOf', () => {
  it('puts 22 lines on a page, GB/T 9704-2012 §5.2.3', () => {
    expect(sizes(lines(50))).toEqual([22, 22, 6]);
  });

  it('keeps a heading with the line below it', () => {
    expect(sizes([...lines(21), line(true), line(), line()])).toEqual([21, 3]);
  });

  it('keeps across white space', () => {
    expect(sizes([...lines(20), line(true), gap(29), line()])).toEqual([20, 3]);
  });

  it('lets a group flow that no page could hold', () => {
    expect(sizes([line(), ...Array.from({ length: 40 }, () => line(true)), line()])).toEqual([22, 20]);
  });

  it('drops white space at a page’s top', () => {
    expect(sizes([...lines(22), gap(20), ...lines(1)])).toEqual([22, 1]);
  });

  it('begins a page at a break, but makes no empty one', () => {
    expect(sizes([pageBreak, line(), pageBreak, pageBreak, line(), pageBreak])).toEqual([1, 1]);
  });

  it('repeats a table’s header on every page it reaches', () => {
    const pages = pagesOf([row(true), ...Array.from({ length: 45 }, () => row())], [frame]).map(
      (page) => page.boxes,
    );
    expect(pages.length).toBe(3);
    for (const page of pages) expect(page[0]).toMatchObject({ kind: 'row', row: HEADER });
    expect(pages.slice(1).map((page) => page[0])).toMatchObject([{ repeated: true }, { repeated: true }]);
    expect(pages.flat().filter((box) => box.kind === 'row' && !isHeader(box))).toHaveLength(45);
  });

  it('does not leave a header alone at a page’s end', () => {
    const pages = pagesOf([...lines(20), row(true), row(false, 40)], [frame]);
    expect(pages.map((page) => page.boxes.map((box) => box.kind === 'row'))[1]).toEqual([true, true]);
  });

  it('turns pages and turns them back, without an empty one between two turned tables', () => {
    const pages = pagesOf([line(), turnedBreak, line(), pageBreak, turnedBreak, ...lines(20), pageBreak], []);
    expect(pages.map((page) => [page.turned, page.boxes.length])).toEqual([
      [false, 1],
      [true, 1],
      [true, 15],
      [true, 5],
    ]);
  });

  it('makes one empty page of nothing', () => {
    expect(pagesOf([], [])).toEqual([{ turned: false, boxes: [] }]);
  });
});
