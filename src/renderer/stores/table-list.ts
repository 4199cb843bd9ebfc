import { computed, makeAutoObservable, observableRef } from 'mobx';
import type { Sort, SortKey } from '../tables/column';
import { type Filtered, filtered, wordsOf } from '../tables/filter';
import { ordered, ranksOf } from '../tables/order';
import { type DataColumn, eachIndex, type TableData } from '../tables/table-data';
import { tsvOf } from '../tables/tsv';
import type { SettingsStore } from './settings-store';

type Picked = Readonly<Record<string, ReadonlySet<string>>>;
const NONE: ReadonlySet<string> = new Set();

/** One data table: its filters, its order, and which rows are chosen. Rows are named by their index in the full list. */
export class TableList<R> {
  private source: () => TableData<R>;
  sort: Sort | null = null;
  search = '';
  facets: Picked = {};
  sections: ReadonlySet<number> | null = null;
  only: ReadonlySet<number> | null = null;
  /** The row that the keys move from. */
  cursor: number | null = null;
  /** Where a choice of several rows began. */
  private anchor: number | null = null;
  private all = false;
  private readonly ranks = new Map<string, Int32Array>();
  private ranked: unknown = null;

  constructor(
    private readonly settings: SettingsStore,
    private readonly empty: TableData<R>,
  ) {
    this.source = () => empty;
    const keepAlive = computed({ keepAlive: true });
    makeAutoObservable<TableList<R>, 'source' | 'settings' | 'empty' | 'ranks' | 'ranked' | 'passing'>(
      this,
      {
        settings: false,
        empty: false,
        ranks: false,
        ranked: false,
        source: observableRef,
        facets: observableRef,
        sections: observableRef,
        only: observableRef,
        sort: observableRef,
        data: keepAlive,
        passing: keepAlive,
        listed: keepAlive,
        positions: keepAlive,
      },
      { autoBind: true },
    );
  }

  /** Built when it is first looked at, not before. */
  get data(): TableData<R> {
    return this.source();
  }

  get columns(): readonly DataColumn<R>[] {
    return this.data.columns.filter((column) => column.shown?.(this.facets) ?? true);
  }

  private get passing(): Filtered {
    const { facets, sections, only } = this;
    return filtered(this.data.facts, { facets, sections, only, words: wordsOf(this.search) });
  }

  /** The rows shown, in their order. */
  get listed(): Int32Array {
    const { rows } = this.passing;
    const { sort } = this;
    if (!sort) return rows;
    return ordered(rows, this.ranksBy(sort.column), sort.descending);
  }

  /** Of each row of the full list its place among those shown, or -1. */
  get positions(): Int32Array {
    const positions = new Int32Array(this.data.rows.length).fill(-1);
    this.listed.forEach((row, position) => {
      positions[row] = position;
    });
    return positions;
  }

  get position(): number {
    return this.cursor === null ? -1 : (this.positions[this.cursor] ?? -1);
  }

  get current(): R | null {
    return this.cursor === null ? null : (this.data.rows[this.cursor] ?? null);
  }

  /** The row that the keys stand on, while the filters let it pass. */
  get focused(): R | null {
    return this.position >= 0 ? this.current : null;
  }

  get isFiltered(): boolean {
    const picked = Object.values(this.facets).some((values) => values.size > 0);
    return picked || this.search.trim() !== '' || this.sections !== null || this.only !== null;
  }

  /** First and last place chosen, or null. */
  get chosen(): readonly [number, number] | null {
    if (this.all && this.listed.length > 0) return [0, this.listed.length - 1];
    const { position } = this;
    if (position < 0) return null;
    const from = this.anchor === null ? position : (this.positions[this.anchor] ?? position);
    return from < 0 ? [position, position] : [Math.min(from, position), Math.max(from, position)];
  }

  rowAt(position: number): R | null {
    return this.data.rows[this.listed[position] ?? -1] ?? null;
  }

  /** How many rows have a value of a facet, among those that pass the other filters. */
  countOf(facet: string, value: string): number {
    return this.passing.counts[facet]?.get(value) ?? 0;
  }

  picked(facet: string): ReadonlySet<string> {
    return this.facets[facet] ?? NONE;
  }

  /** Takes the table of another state of the report. Rows of another text have other indices. */
  receive(source: () => TableData<R>, sameRows: boolean): void {
    this.source = source;
    if (sameRows) return;
    this.only = null;
    this.forgetChoice();
  }

  reset(source: () => TableData<R> = () => this.empty): void {
    this.receive(source, false);
    this.sort = null;
    this.clearFilters();
  }

  /** Ascending, descending, in the order of the text. */
  sortBy(column: Sort['column']): void {
    const { sort } = this;
    if (sort?.column !== column) this.sort = { column, descending: false };
    else this.sort = sort.descending ? null : { column, descending: true };
  }

  setSearch(search: string): void {
    this.search = search;
  }

  setSections(sections: ReadonlySet<number> | null): void {
    this.sections = sections;
  }

  showOnly(rows: ReadonlySet<number> | null): void {
    this.only = rows;
  }

  toggle(facet: string, value: string): void {
    const values = new Set(this.picked(facet));
    if (!values.delete(value)) values.add(value);
    this.pick(facet, values);
  }

  pick(facet: string, values: Iterable<string>): void {
    this.facets = { ...this.facets, [facet]: new Set(values) };
  }

  clearFilters(): void {
    this.facets = {};
    this.search = '';
    this.sections = null;
    this.only = null;
  }

  /** Chooses a row by its index; with `extend`, all from the one chosen first. */
  choose(row: number | null, extend = false): void {
    if (!extend || this.cursor === null) this.anchor = row;
    this.cursor = row;
    this.all = false;
  }

  /** As `choose`, by the place among the rows shown; beyond the ends the last one there. */
  moveTo(position: number, extend = false): void {
    const bounded = Math.max(0, Math.min(this.listed.length - 1, position));
    const row = this.listed[bounded];
    if (row !== undefined) this.choose(row, extend);
  }

  move(step: number, extend = false): void {
    this.moveTo(this.position < 0 && step > 0 ? step - 1 : this.position + step, extend);
  }

  chooseAll(): void {
    this.all = this.listed.length > 0;
  }

  isListed(row: number): boolean {
    return (this.positions[row] ?? -1) >= 0;
  }

  isChosen(position: number): boolean {
    const { chosen } = this;
    return chosen !== null && chosen[0] <= position && position <= chosen[1];
  }

  /** The chosen rows for the clipboard; all that are shown, with the header, when `whole`. */
  tsv(whole: boolean): string {
    const { text: words } = this.settings;
    const [from, to] = whole ? [0, this.listed.length - 1] : (this.chosen ?? [0, -1]);
    const header = this.columns.map(({ name }) => words.data.columns[name]);
    const lines = whole ? [header] : [];
    for (let position = from; position <= to; position++) {
      const row = this.rowAt(position);
      if (row === null) continue;
      lines.push(this.columns.map((column) => column.copy?.(row) ?? column.text(row, words)));
    }
    return tsvOf(lines);
  }

  private forgetChoice(): void {
    this.cursor = null;
    this.anchor = null;
    this.all = false;
  }

  /** Ranks of one column's keys; kept until there are other rows, or other words in another language. */
  private ranksBy(name: Sort['column']): Int32Array {
    const { data } = this;
    const { text: words } = this.settings;
    if (this.ranked !== data) this.ranks.clear();
    this.ranked = data;
    const column = data.columns.find((one) => one.name === name);
    const id = `${name} ${this.settings.current.language}`;
    const known = this.ranks.get(id);
    if (known || !column) return known ?? new Int32Array(data.rows.length);
    const { key = (row: R) => column.text(row, words) || null } = column;
    const { keyAt = (at: number): SortKey => key(data.rows[at] as R) } = column;
    const ranks = ranksOf(eachIndex(data.rows.length, keyAt));
    this.ranks.set(id, ranks);
    return ranks;
  }
}
