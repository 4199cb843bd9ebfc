import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { TextChange } from '../../shared/model/editing';
import type { Finding } from '../../shared/model/finding';
import { overlaps, type Range } from '../../shared/model/range';
import type { ReferenceChoice, ReviewSnapshot } from '../../shared/model/review';
import type { AskedAction } from '../../shared/model/sign-off';
import type { Result } from '../../shared/result';
import { type TableEntry, tablesOf } from '../text/references';
import { DataTables } from './data-tables';
import { writable } from './drafts/draft-checker';
import { FindingList, findingItems } from './finding-list';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

/** A request to the document pane: bring this into view. Each one is new, also for the same place. */
export interface Reveal {
  readonly range: Range;
  readonly fingerprint: string | null;
}

/** The revision that is shown: an act on a stale one is refused. */
export interface Target {
  readonly reportId: number;
  readonly revisionId: number;
}

/** The report under review: what is shown of it, what is chosen, and the acts on it. */
export class ReviewStore {
  snapshot: ReviewSnapshot | null = null;
  /** An act is under way; a second one would meet a stale revision. */
  busy = false;
  waiving = false;
  spot: Range | null = null;
  reveal: Reveal | null = null;
  tableIndex = 0;
  /** Whether what is typed but not saved stands in the way of an act; asks the person. */
  cleared: () => true | Promise<boolean> = () => true;
  readonly findings = new FindingList();
  readonly data: DataTables;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    settings: SettingsStore,
  ) {
    this.data = new DataTables(settings);
    makeAutoObservable<ReviewStore, 'bridge' | 'notices' | 'ui'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        findings: false,
        data: false,
        cleared: false,
        snapshot: observableRef,
        spot: observableRef,
        reveal: observableRef,
      },
      { autoBind: true },
    );
  }

  get text(): string {
    return this.snapshot?.analysis.document.text ?? '';
  }

  get target(): Target | null {
    const { snapshot } = this;
    return snapshot && { reportId: snapshot.report.id, revisionId: snapshot.revisionId };
  }

  get tables(): readonly TableEntry[] {
    return this.snapshot ? tablesOf(this.snapshot.analysis.document) : [];
  }

  /** Shows a report, from the start. */
  open(snapshot: ReviewSnapshot): void {
    this.snapshot = snapshot;
    this.findings.reset(findingItems(snapshot));
    this.data.reset(snapshot.analysis);
    this.spot = null;
    this.reveal = null;
    this.waiving = false;
    this.tableIndex = 0;
    this.ui.showTab('detail');
    this.ui.showView('document');
    this.ui.go('review');
  }

  close(): void {
    this.snapshot = null;
    this.findings.reset([]);
    this.data.reset(null);
    this.ui.go('library');
  }

  selectFinding(fingerprint: string | null): void {
    this.findings.select(fingerprint);
    this.waiving = false;
    this.spot = null;
    const finding = this.findings.current?.finding;
    if (!finding) return;
    this.ui.showTab('detail');
    this.ui.showView('document');
    const table = this.tables.findIndex((entry) => overlaps(entry.table.range, finding.range));
    if (table >= 0) this.tableIndex = table;
    this.reveal = { range: finding.range, fingerprint: finding.fingerprint };
  }

  stepFinding(step: number): void {
    const next = this.findings.neighbour(step);
    if (next) this.selectFinding(next.finding.fingerprint);
  }

  selectTable(index: number): void {
    this.tableIndex = index;
    const table = this.tables[index]?.table;
    if (table) this.jump(table.header.range);
  }

  /** The place that was marked last is none to look at any more. */
  clearSpot(): void {
    this.spot = null;
  }

  /** Shows a place of the text and marks it. */
  jump(range: Range): void {
    this.spot = range;
    this.reveal = { range, fingerprint: null };
  }

  /** Brings a place into view without marking it. */
  scrollTo(range: Range): void {
    this.reveal = { range, fingerprint: null };
  }

  setWaiving(waiving: boolean): void {
    this.waiving = waiving && this.findings.current?.waiver === null;
    if (this.waiving) this.ui.showTab('detail');
  }

  async fix(index: number): Promise<void> {
    const item = this.findings.current;
    if (!item || item.waiver || !item.finding.fixes[index]) return;
    const { fingerprint } = item.finding;
    await this.act((target) => this.bridge.fixFinding({ ...target, fingerprint, fix: index }));
  }

  /** Open findings of the rule of the chosen one that have one fix each, the chosen one too; empty when it is alone. */
  get family(): readonly string[] {
    const chosen = this.findings.current?.finding;
    if (!chosen || !isFixedAlike(chosen)) return [];
    const alike = this.findings.open.filter(
      ({ finding }) => finding.code === chosen.code && isFixedAlike(finding),
    );
    return alike.length > 1 ? alike.map(({ finding }) => finding.fingerprint) : [];
  }

  /** Changes the text by hand. False when nothing came of it. */
  async editText(change: TextChange, reason: string, savesDraft = true): Promise<boolean> {
    const send = (target: Target) => this.bridge.editText({ ...target, change: writable(change), reason });
    return this.act(send, false, savesDraft);
  }

  /** An act that leaves the text as it is, whatever is being typed. */
  async perform(send: (target: Target) => Promise<Result<ReviewSnapshot>>): Promise<boolean> {
    return this.act(send, false, true);
  }

  /** The fixes of the whole family, as one revision. */
  async fixFamily(): Promise<void> {
    const { family } = this;
    if (family.length === 0) return;
    await this.act((target) => this.bridge.fixFindings({ ...target, fingerprints: [...family] }));
  }

  /** `expiresOn`: the last day on which it holds, `2026-12-31`. */
  async waive(reason: string, expiresOn: string | null = null): Promise<boolean> {
    const fingerprint = this.findings.selected;
    if (!fingerprint) return false;
    return this.act((target) => this.bridge.waiveFinding({ ...target, fingerprint, reason, expiresOn }));
  }

  /** Stands by another's waiver of the chosen finding, or takes one's own word back. */
  async confirmWaiver(confirm: boolean): Promise<void> {
    const fingerprint = this.findings.selected;
    if (!fingerprint) return;
    await this.act((target) => this.bridge.confirmWaiver({ ...target, fingerprint, confirm }));
  }

  /** Moves the report on its way to the release. False when it did not move. */
  async moveStage(action: AskedAction, reason: string, sections: string[] | null): Promise<boolean> {
    return this.act((target) => this.bridge.moveStage({ ...target, action, reason, sections }));
  }

  async reopen(): Promise<void> {
    const fingerprint = this.findings.selected;
    if (!fingerprint) return;
    await this.act((target) => this.bridge.reopenFinding({ ...target, fingerprint }));
  }

  async undo(): Promise<void> {
    if (this.snapshot?.undo) await this.act((target) => this.bridge.undo(target), true);
  }

  async redo(): Promise<void> {
    if (this.snapshot?.redo) await this.act((target) => this.bridge.redo(target), true);
  }

  /** Chooses what the report is checked against. False when nothing came of it. */
  async setReferences(
    choice: Pick<ReferenceChoice, 'automatic' | 'previousReportId'> & { readonly ledgerIds: number[] },
  ): Promise<boolean> {
    return this.act((target) => this.bridge.setReferences({ ...target, ...choice }));
  }

  /** Chooses the policy that the report follows; null: the library's standard. */
  async setPolicy(policy: string | null): Promise<boolean> {
    return this.act((target) => this.bridge.setPolicy({ ...target, policy }));
  }

  /** Fetches the report again, for what changed without an act of this screen (an export, a newer revision). */
  async refresh(): Promise<void> {
    const reportId = this.snapshot?.report.id;
    if (reportId === undefined) return;
    const result = await this.notices.attempt(() => this.bridge.openReport({ reportId }));
    if (result.ok && result.value) this.receive(result.value, false);
  }

  /** False when nothing has changed: refused, failed or cancelled. */
  private async act(
    send: (target: Target) => Promise<Result<ReviewSnapshot | null>>,
    stepped = false,
    savesDraft = false,
  ): Promise<boolean> {
    if (this.busy) return false;
    const cleared = savesDraft || this.cleared();
    if (cleared !== true && !(await cleared)) return false;
    const { target } = this;
    if (!target || this.busy) return false;
    this.busy = true;
    const result = await this.notices.attempt(() => send(target));
    runInAction(() => {
      this.busy = false;
    });
    // A cancelled check answers with null: nothing has changed.
    if (result.ok && result.value) this.receive(result.value, stepped);
    else if (!result.ok && result.error.code === 'stale') await this.refresh();
    return result.ok && result.value !== null;
  }

  private receive(snapshot: ReviewSnapshot, stepped: boolean): void {
    if (this.snapshot?.report.id !== snapshot.report.id) return;
    const sameText = this.snapshot.sha256 === snapshot.sha256;
    const chosen = this.findings.selected;
    this.snapshot = snapshot;
    this.spot = null;
    this.findings.receive(findingItems(snapshot), stepped);
    // Fetched again, as after the lock, the same finding stays with the reason that is being typed.
    const { current: item } = this.findings;
    this.waiving = this.waiving && item?.finding.fingerprint === chosen && item?.waiver === null;
    this.data.receive(snapshot.analysis, sameText);
    this.tableIndex = Math.min(this.tableIndex, Math.max(0, this.tables.length - 1));
    const current = this.findings.current?.finding;
    if (!current || current.fingerprint === chosen) return;
    this.reveal = { range: current.range, fingerprint: current.fingerprint };
  }
}

/** Wording and the writing of dates and digits: small things of one kind. Figures are decided one by one. */
const SMALL = /^(?:W\d{3}|T105|T112|N213)$/;
const isFixedAlike = ({ code, fixes }: Finding): boolean => SMALL.test(code) && fixes.length === 1;
