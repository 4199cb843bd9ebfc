import { beforeEach, describe, expect, it } from 'vitest';
import { emptyTable } from '../../src/renderer/stores/data-tables';
import { SettingsStore } from '../../src/renderer/stores/settings-store';
import { TableList } from '../../src/renderer/stores/table-list';
import { figureTable } from '../../src/renderer/tables/figure-table';
import { compare, decimal } from '../../src/shared/decimal';
import type { FigureRow } from '../../src/shared/tables/figure-rows';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';
import { figuresAnalysis } from './fake-figures';

const settings = new SettingsStore(new FakeBridge(fakeCheck, '报告'));

function listOf(count: number): TableList<FigureRow> {
  const list = new TableList(settings, emptyTable<FigureRow>());
  const analysis = figuresAnalysis(count);
  list.reset(() => figureTable(analysis));
  return list;
}

const rowsOf = (list: TableList<FigureRow>): FigureRow[] =>
  [...list.listed.keys()].flatMap((at) => list.rowAt(at) ?? []);

describe('the order of a table', () => {
  let list: TableList<FigureRow>;
  beforeEach(() => {
    list = listOf(600);
  });

  it('is that of the text at first, and again after three clicks', () => {
    const before = [...list.listed];
    expect(before).toEqual(before.toSorted((a, b) => a - b));
    list.sortBy('value');
    list.sortBy('value');
    expect(list.sort).toEqual({ column: 'value', descending: true });
    list.sortBy('value');
    expect([...list.listed]).toEqual(before);
  });

  it.each([false, true])('is exact for numbers and stable (descending: %s)', (descending) => {
    list.sortBy('raw');
    if (descending) list.sortBy('raw');
    const rows = rowsOf(list);
    expect(rows).toHaveLength(600);
    rows.forEach((row, at) => {
      const next = rows[at + 1];
      if (!next) return;
      const order = compare(decimal(row.quantity.value), decimal(next.quantity.value));
      expect(descending ? -order : order).toBeLessThanOrEqual(0);
      if (order === 0) expect(row.index).toBeLessThan(next.index);
    });
  });

  it('tells numbers apart that a float cannot', () => {
    const big = rowsOf(list).filter(({ quantity }) => quantity.value.startsWith('9007199254740993'));
    list.sortBy('raw');
    const values = rowsOf(list)
      .slice(-big.length)
      .map(({ quantity }) => quantity.value);
    const whole = values.lastIndexOf('9007199254740993');
    expect(values.indexOf('9007199254740993.000001')).toBeGreaterThan(whole);
    expect(whole).toBeGreaterThan(0);
  });

  it.each([false, true])('puts empty cells last either way (descending: %s)', (descending) => {
    list.sortBy('value');
    if (descending) list.sortBy('value');
    const exempt = rowsOf(list).map(({ quantity }) => quantity.exempt !== null);
    expect(exempt.indexOf(true)).toBe(500);
  });

  it('follows the pinyin of text', () => {
    list.sortBy('concept');
    const concepts = [...new Set(rowsOf(list).map(({ fact }) => fact?.concept))];
    expect(concepts).toEqual(['办结率', '交易笔数', '交易金额', '净增商户', '商户数']);
  });
});

describe('what is listed', () => {
  let list: TableList<FigureRow>;
  beforeEach(() => {
    list = listOf(600);
  });

  it('has the states that are picked, and counts the others', () => {
    list.toggle('state', 'single');
    expect(list.listed).toHaveLength(100);
    expect(list.countOf('state', 'conflicting')).toBe(100);
    list.toggle('state', 'conflicting');
    expect(list.listed).toHaveLength(200);
    list.toggle('state', 'single');
    list.toggle('state', 'conflicting');
    expect(list.listed).toHaveLength(600);
  });

  it('has every word of the search in text, concept or scope', () => {
    list.setSearch(' 商户数 临江市 ');
    const rows = rowsOf(list);
    expect(rows.length).toBe(60);
    expect(rows.every(({ fact }) => fact?.concept === '商户数' && fact.scope === '临江市')).toBe(true);
    list.setSearch('没有这样的数');
    expect(list.listed).toHaveLength(0);
    expect(list.chosen).toBeNull();
    expect(list.tsv(false)).toBe('');
  });

  it('says why nothing confirms a figure, while only such figures are listed', () => {
    const names = () => list.columns.map(({ name }) => name);
    expect(names()).not.toContain('why');
    list.pick('state', ['single', 'unclear']);
    expect(names()).toContain('why');
    list.toggle('state', 'tied');
    expect(names()).not.toContain('why');
  });
});

describe('the rows chosen', () => {
  let list: TableList<FigureRow>;
  beforeEach(() => {
    list = listOf(30);
  });

  it('move with the keys and stop at the ends', () => {
    list.move(1);
    expect(list.position).toBe(0);
    list.move(-5);
    expect(list.position).toBe(0);
    list.moveTo(1000);
    expect(list.position).toBe(29);
    list.move(-1, true);
    list.move(-1, true);
    expect(list.chosen).toEqual([27, 29]);
    list.choose(10, true);
    expect(list.chosen).toEqual([10, 29]);
    list.choose(5);
    expect(list.chosen).toEqual([5, 5]);
  });

  it('are out of sight while a filter hides them, and come back', () => {
    list.choose(3);
    list.setSearch('没有这样的数');
    expect(list.focused).toBeNull();
    expect(list.current?.index).toBe(3);
    list.setSearch('');
    expect(list.focused?.index).toBe(3);
  });

  it('stay the same rows when the order changes, and go when the text does', () => {
    list.choose(3);
    list.sortBy('raw');
    expect(list.current?.index).toBe(3);
    expect(list.listed[list.position]).toBe(3);
    list.receive(() => figureTable(figuresAnalysis(30)), true);
    expect(list.current?.index).toBe(3);
    list.receive(() => figureTable(figuresAnalysis(30)), false);
    expect(list.current).toBeNull();
  });

  it('are copied in the order shown, numbers bare', () => {
    list.sortBy('raw');
    list.moveTo(0);
    list.move(1, true);
    const cells = list
      .tsv(false)
      .split('\r\n')
      .map((line) => line.split('\t'));
    expect(cells.map(([raw, value]) => [raw, value])).toEqual([
      ["'-28.50元", ''],
      ["'-21.50元", '-21.50'],
    ]);
    list.chooseAll();
    expect(list.tsv(false).split('\r\n')).toHaveLength(30);
    expect(list.tsv(true).split('\r\n')).toHaveLength(31);
    expect(list.tsv(true).startsWith('原文\t值\t指标\t范围\t期间')).toBe(true);
  });
});

describe('100,000 rows', () => {
  it('are sorted and filtered at once', () => {
    const list = listOf(100_000);
    list.setSearch('商户');
    expect(list.listed.length).toBe(40_000);
    list.setSearch('');
    const columns = ['raw', 'value', 'concept', 'ties'] as const;
    // The first time a column's keys are read; after that its rows are only put in order.
    for (const column of columns) {
      list.sortBy(column);
      expect(list.listed.length).toBe(100_000);
    }
    const times = columns.map((column) => {
      const start = performance.now();
      list.sortBy(column);
      list.toggle('state', 'single');
      list.setSearch('交易');
      expect(list.listed.length).toBeGreaterThan(0);
      const time = performance.now() - start;
      list.clearFilters();
      return time;
    });
    expect(Math.min(...times)).toBeLessThan(100);
    expect(Math.max(...times)).toBeLessThan(400);
  });
});
