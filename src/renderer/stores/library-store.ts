import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ReportSummary, ReviewSnapshot } from '../../shared/model/review';
import type { CaseState } from '../../shared/model/sign-off';
import type { Result } from '../../shared/result';
import { ActStack } from './act-stack';
import { type Grouping, groupings, keyOf, type LibraryLine, linesOf } from './library-groups';
import type { Notices } from './notices';
import type { Memory, UiStore } from './ui-store';

export const shelves = ['all', 'open', 'clean', 'archived', 'removed'] as const;
/** `open`: with errors that nobody has dealt with; `clean`: without. */
export type Shelf = (typeof shelves)[number];
export const orders = ['title', 'state', 'open', 'coverage', 'opened', 'changed'] as const;
export type Order = (typeof orders)[number];

const STATES: readonly CaseState[] = ['draft', 'review', 'compliance-signed', 'legal-signed', 'released'];

const comparers: Readonly<Record<Order, (a: ReportSummary, b: ReportSummary) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title, 'zh-CN'),
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  open: (a, b) => a.open.error - b.open.error || a.open.doubt - b.open.doubt || a.open.notice - b.open.notice,
  coverage: (a, b) => a.tied - b.tied,
  opened: (a, b) => compareText(a.openedAt ?? '', b.openedAt ?? ''),
  changed: (a, b) => compareText(a.changedAt, b.changedAt),
};
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Listed = Promise<Result<readonly ReportSummary[]>>;
const KEPT = 'gouji.library';

/** The reports that there are, in the order and as far as the person wants them, and what is done with one. */
export class LibraryStore {
  reports: readonly ReportSummary[] = [];
  loaded = false;
  opening = false;
  running = false;
  /** Line that the keyboard is on, of those listed. */
  row = 0;
  shelf: Shelf = 'all';
  tag: string | null = null;
  order: Order = 'changed';
  descending = true;
  grouping: Grouping = 'none';
  folded: ReadonlySet<string> = new Set();
  /** The report that a dialog is about. */
  asked: ReportSummary | null = null;
  /** Its tags as they are being typed. */
  written = '';
  /** Tags, archive and removal can be taken back as long as the window is open. */
  readonly acts = new ActStack<Listed>();

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly memory: Memory,
    private readonly show: (snapshot: ReviewSnapshot) => void,
  ) {
    makeAutoObservable<LibraryStore, 'bridge' | 'notices' | 'ui' | 'memory' | 'show'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        memory: false,
        show: false,
        acts: false,
        reports: observableRef,
        folded: observableRef,
        asked: observableRef,
      },
      { autoBind: true },
    );
    this.recall();
  }

  get listed(): readonly ReportSummary[] {
    const sign = this.descending ? -1 : 1;
    const compare = comparers[this.order];
    return this.reports
      .filter((report) => this.isOnShelf(report) && (this.tag === null || report.tags.includes(this.tag)))
      .sort((a, b) => sign * compare(a, b));
  }

  get lines(): readonly LibraryLine[] {
    return linesOf(this.listed, this.grouping, this.folded);
  }

  /** Tags in use, by name. */
  get tags(): readonly string[] {
    const all = new Set(this.reports.flatMap(({ tags }) => tags));
    return [...all].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  }

  get current(): ReportSummary | null {
    const line = this.lines[this.row];
    return line?.kind === 'report' ? line.report : null;
  }

  async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listReports());
    runInAction(() => {
      if (listed.ok) this.reports = listed.value;
      this.loaded = true;
      this.moveTo(this.row);
    });
  }

  /** What came of an act elsewhere. */
  receive(reports: readonly ReportSummary[]): void {
    this.reports = reports;
    this.moveTo(this.row);
  }

  moveTo(row: number): void {
    this.row = Math.max(0, Math.min(this.lines.length - 1, row));
  }

  showShelf(shelf: Shelf): void {
    this.shelf = shelf;
    this.row = 0;
  }

  showTag(tag: string | null): void {
    this.tag = tag;
    this.row = 0;
  }

  /** The same order a second time turns it round. */
  sortBy(order: Order): void {
    this.descending = order === this.order ? !this.descending : order !== 'title';
    this.order = order;
    this.row = 0;
    this.keepView();
  }

  groupBy(grouping: Grouping): void {
    this.grouping = grouping;
    this.row = 0;
    this.keepView();
  }

  nextGrouping(): void {
    const next = (groupings.indexOf(this.grouping) + 1) % groupings.length;
    this.groupBy(groupings[next] ?? 'none');
  }

  /** Folds the group of the line, or unfolds it; the keyboard goes to its head. */
  fold(row: number, folded: boolean): void {
    const line = this.lines[row];
    if (!line || this.grouping === 'none') return;
    const name = line.kind === 'group' ? line.name : line.group;
    const key = keyOf(this.grouping, name);
    const all = new Set(this.folded);
    if (folded) all.add(key);
    else all.delete(key);
    this.folded = all;
    this.moveTo(this.lines.findIndex((one) => one.kind === 'group' && one.name === name));
    this.keepView();
  }

  /** False when it did not open. */
  async open(reportId: number): Promise<boolean> {
    if (this.opening) return false;
    this.opening = true;
    const opened = await this.notices.attempt(() => this.bridge.openReport({ reportId }));
    const snapshot = opened.ok ? opened.value : null;
    runInAction(() => {
      this.opening = false;
      if (snapshot) this.show(snapshot);
    });
    return snapshot !== null;
  }

  setWritten(written: string): void {
    this.written = written;
  }

  askTags(report: ReportSummary | null): void {
    this.asked = report;
    this.written = report?.tags.join(' ') ?? '';
    if (report) this.ui.openDialog('report-tags');
  }

  askRemove(report: ReportSummary | null): void {
    this.asked = report;
    if (report) this.ui.openDialog('report-remove');
  }

  async setTags(tags: readonly string[]): Promise<void> {
    const before = this.asked?.tags ?? [];
    const tag = (reportId: number, to: readonly string[]): Listed =>
      this.bridge.tagReport({ reportId, tags: [...to] });
    await this.keep(
      'tagged',
      (id) => tag(id, tags),
      (id) => tag(id, before),
    );
  }

  async remove(): Promise<void> {
    await this.keep('removed', (reportId) => this.bridge.removeReport({ reportId }), this.bringBack);
  }

  async archive(report: ReportSummary | null): Promise<void> {
    if (!report) return;
    this.asked = report;
    const { archived } = report;
    const put = (reportId: number, away: boolean): Listed =>
      this.bridge.archiveReport({ reportId, archived: away });
    const what = archived ? 'unarchived' : 'archived';
    await this.keep(
      what,
      (id) => put(id, !archived),
      (id) => put(id, archived),
    );
  }

  /** Takes the last act on a report of the library back, or brings it back. */
  async step(way: 'undo' | 'redo'): Promise<void> {
    const act = this.acts.next(way);
    if (!act || this.running) return;
    this.running = true;
    const done = await this.notices.attempt(act[way]);
    runInAction(() => {
      this.running = false;
      // What cannot be done any more does not stand in the way of what was done before it.
      if (!done.ok) {
        this.acts.drop(way);
        return;
      }
      this.acts.moved(way);
      this.receive(done.value);
    });
  }

  private async bringBack(reportId: number): Listed {
    const back = await this.bridge.bringBackReport({ reportId });
    return back.ok ? { ok: true, value: back.value.reports } : back;
  }

  private isOnShelf({ archived, open }: ReportSummary): boolean {
    if (this.shelf === 'archived') return archived;
    if (archived || this.shelf === 'removed') return false;
    return this.shelf === 'all' || open.error > 0 === (this.shelf === 'open');
  }

  private async keep(
    what: 'tagged' | 'archived' | 'unarchived' | 'removed',
    send: (reportId: number) => Listed,
    back: (reportId: number) => Listed,
  ): Promise<void> {
    const { asked } = this;
    if (!asked || this.running) return;
    this.running = true;
    const kept = await this.notices.attempt(() => send(asked.id));
    runInAction(() => {
      this.running = false;
      if (kept.ok) {
        const title = this.notices.text.library.did[what](asked.title);
        this.acts.add({ title, undo: () => back(asked.id), redo: () => send(asked.id) });
        this.reports = kept.value;
        this.asked = null;
        this.ui.closeDialog();
      }
      this.moveTo(this.row);
    });
  }

  private keepView(): void {
    const { order, descending, grouping, folded } = this;
    this.memory.setItem(KEPT, JSON.stringify({ order, descending, grouping, folded: [...folded] }));
  }

  private recall(): void {
    try {
      const kept = JSON.parse(this.memory.getItem(KEPT) ?? 'null') as Partial<Kept> | null;
      const { order, descending, grouping, folded } = kept ?? {};
      if (orders.some((one) => one === order)) this.order = order as Order;
      if (typeof descending === 'boolean') this.descending = descending;
      if (groupings.some((one) => one === grouping)) this.grouping = grouping as Grouping;
      if (Array.isArray(folded)) this.folded = new Set(folded.map(String));
    } catch {
      // What was kept cannot be read: the list stands as at first.
    }
  }
}

interface Kept {
  readonly order: string;
  readonly descending: boolean;
  readonly grouping: string;
  readonly folded: readonly unknown[];
}
