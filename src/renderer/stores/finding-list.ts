import { makeAutoObservable, observableRef } from 'mobx';
import type { Finding, Severity } from '../../shared/model/finding';
import type { Disposition, ReviewSnapshot, WaiverView } from '../../shared/model/review';
import type { FindingTone } from '../text/marks';
import { lineOf } from '../text/prose-map';
import { sectionPaths } from '../text/section-paths';

export interface FindingItem {
  readonly finding: Finding;
  readonly line: number;
  /** A waiver that stands; an error's may wait for the second person. */
  readonly waiver: Disposition | null;
  /** What became of its waiver, whether it stands or not. */
  readonly standing: WaiverView | null;
  /** Nothing is left to be done. */
  readonly closed: boolean;
  readonly tone: FindingTone;
  /** The headings that it stands under, by their block, outermost first. */
  readonly sections: readonly number[];
}

export type StateFilter = 'open' | 'waived' | 'all';
export const severities: readonly Severity[] = ['error', 'doubt', 'notice'];
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** The findings of one snapshot in the order of the text, with their waivers. */
export function findingItems(snapshot: ReviewSnapshot): readonly FindingItem[] {
  const { analysis } = snapshot;
  const waivers = new Map(snapshot.waivers.map((one) => [one.waiver.fingerprint, one]));
  const sectionsAt = sectionPaths(analysis.document);
  return analysis.findings
    .map((finding) => {
      const standing = waivers.get(finding.fingerprint) ?? null;
      const closed = standing?.state === 'effective';
      const waiver = closed || standing?.state === 'unconfirmed' ? (standing?.waiver ?? null) : null;
      const line = lineOf(analysis.document.lineStarts, finding.range.start);
      const tone = closed ? ('waived' as const) : finding.severity;
      const sections = sectionsAt(finding.range.start);
      return { finding, line, waiver, standing, closed, sections, tone };
    })
    .sort(
      (a, b) => a.finding.range.start - b.finding.range.start || a.finding.range.end - b.finding.range.end,
    );
}

/** Which findings are listed and which one is chosen. */
export class FindingList {
  items: readonly FindingItem[] = [];
  state: StateFilter = 'open';
  hidden: ReadonlySet<Severity> = new Set();
  /** A rule's code, or the letter of a family of rules; empty: all. */
  code = '';
  /** The heading whose findings are listed, by its block; null: all. */
  section: number | null = null;
  selected: string | null = null;

  constructor() {
    makeAutoObservable(this, { items: observableRef, hidden: observableRef }, { autoBind: true });
  }

  /** The chosen one stays listed while it is chosen, even when it stops matching the filter. */
  get listed(): readonly FindingItem[] {
    return this.items.filter((item) => item.finding.fingerprint === this.selected || this.matches(item));
  }

  get current(): FindingItem | null {
    return this.items.find((item) => item.finding.fingerprint === this.selected) ?? null;
  }

  get open(): readonly FindingItem[] {
    return this.items.filter((item) => !item.closed);
  }

  get openErrors(): readonly FindingItem[] {
    return this.open.filter((item) => item.finding.severity === 'error');
  }

  get counts(): SeverityCounts {
    const counts = { error: 0, doubt: 0, notice: 0 };
    for (const item of this.open) counts[item.finding.severity]++;
    return counts;
  }

  /** Codes that occur, with how often. */
  get codes(): readonly (readonly [string, number])[] {
    const counts = new Map<string, number>();
    for (const { finding } of this.items) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Families of rules that occur, with how often. */
  get families(): readonly (readonly [string, number])[] {
    const counts = new Map<string, number>();
    for (const [code, count] of this.codes) {
      const family = code.charAt(0);
      counts.set(family, (counts.get(family) ?? 0) + count);
    }
    return [...counts];
  }

  /** Headings with findings under them, in the order of the text. */
  get sections(): readonly number[] {
    return [...new Set(this.items.flatMap((item) => item.sections))].sort((a, b) => a - b);
  }

  get filtered(): boolean {
    return this.state !== 'open' || this.hidden.size > 0 || this.code !== '' || this.section !== null;
  }

  /** Position of the chosen one in the list, or -1. */
  get position(): number {
    return this.listed.findIndex((item) => item.finding.fingerprint === this.selected);
  }

  select(fingerprint: string | null): void {
    this.selected = fingerprint;
  }

  setState(state: StateFilter): void {
    this.state = state;
  }

  setCode(code: string): void {
    this.code = code;
  }

  setSection(section: number | null): void {
    this.section = section;
  }

  toggle(severity: Severity): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(severity)) hidden.add(severity);
    this.hidden = hidden;
  }

  clearFilters(): void {
    this.state = 'open';
    this.hidden = new Set();
    this.code = '';
    this.section = null;
  }

  /** The finding so many steps away in the list; from nothing chosen, the first or the last. */
  neighbour(step: number): FindingItem | null {
    const { listed, position } = this;
    if (listed.length === 0) return null;
    const from = position < 0 && step < 0 ? listed.length : position;
    return listed[Math.max(0, Math.min(listed.length - 1, from + step))] ?? null;
  }

  /**
   * Takes the findings of a new snapshot. The chosen one stays; where it is gone (a fix), the next listed one
   * after its place is chosen. After an undo or redo the finding that it concerned is.
   */
  receive(items: readonly FindingItem[], stepped: boolean): void {
    const before = new Map(this.items.map((item) => [item.finding.fingerprint, item.waiver !== null]));
    const place = this.current?.finding.range.start ?? null;
    this.items = items;
    if (this.section !== null && !this.sections.includes(this.section)) this.section = null;
    const concerned = items.find((item) => before.get(item.finding.fingerprint) !== (item.waiver !== null));
    if (stepped && concerned) this.selected = concerned.finding.fingerprint;
    else if (place !== null && !this.current) this.selected = this.after(place);
  }

  /** Forgets the report before. */
  reset(items: readonly FindingItem[]): void {
    this.items = items;
    this.selected = null;
    this.clearFilters();
  }

  private after(place: number): string | null {
    const candidates = this.items.filter((item) => this.matches(item));
    const next = candidates.find((item) => item.finding.range.start >= place) ?? candidates.at(-1);
    return next?.finding.fingerprint ?? null;
  }

  private matches(item: FindingItem): boolean {
    const { severity, code } = item.finding;
    if (this.hidden.has(severity) || !code.startsWith(this.code)) return false;
    if (this.section !== null && !item.sections.includes(this.section)) return false;
    if (this.state === 'all') return true;
    return this.state === 'waived' ? item.waiver !== null : !item.closed;
  }
}
