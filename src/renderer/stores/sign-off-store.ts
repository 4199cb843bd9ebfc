import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { AskedAction, CaseView, SignOff, SignOffChanges, Stage } from '../../shared/model/sign-off';
import type { KeptTexts } from './drafts/kept-texts';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

export const asked: readonly AskedAction[] = ['submit', 'sign', 'release', 'return', 'withdraw', 'reopen'];
/** These need a reason. */
export const needsReason: ReadonlySet<AskedAction> = new Set(['return', 'reopen']);

/** A report's way to the release: the step that is being taken, and what changed since the last signature. */
export class SignOffStore {
  /** The action whose form is open. */
  asking: AskedAction | null = null;
  reason = '';
  /** Sections left out of a signature, where sections are signed apart. */
  left: ReadonlySet<string> = new Set();
  changes: SignOffChanges | null = null;
  changesOf: number | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
    private readonly kept: KeptTexts,
  ) {
    makeAutoObservable<SignOffStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'review' | 'kept'>(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        review: false,
        kept: false,
        changes: observableRef,
        left: observableRef,
      },
      { autoBind: true },
    );
  }

  get case(): CaseView | null {
    return this.review.snapshot?.signOff ?? null;
  }

  /** The stage that is to be signed next; null before the submission and after the last. */
  get waiting(): Stage | null {
    const { case: shown } = this;
    if (!shown || shown.state === 'draft' || shown.state === 'released') return null;
    return shown.demands.stages.find(({ stage }) => this.unsigned(stage).length > 0)?.stage ?? null;
  }

  /** Keys of the sections that nobody has signed for a stage. */
  unsigned(stage: Stage): readonly string[] {
    const covered = new Set(this.signaturesOf(stage).flatMap(({ live }) => live));
    return this.case?.sections.filter((key) => !covered.has(key)) ?? [];
  }

  signaturesOf(stage: Stage): readonly SignOff[] {
    return this.case?.signOffs.filter((one) => one.stage === stage) ?? [];
  }

  /** What the person may do now, the usual first. */
  get allowed(): readonly AskedAction[] {
    const { case: shown } = this;
    return shown ? asked.filter((action) => shown.may[action] === null) : [];
  }

  /** The step that comes next, and why the person may not take it; null where they may, or where it is not their role. */
  get refusal(): { readonly action: AskedAction; readonly code: string } | null {
    const { case: shown } = this;
    if (!shown || shown.state === 'released') return null;
    const action = shown.state === 'draft' ? 'submit' : this.waiting ? 'sign' : 'release';
    const code = shown.may[action];
    return code === null ? null : { action, code };
  }

  /** The last signature of the waiting stage that no longer holds everything: what came after is to be looked at. */
  get lapsed(): SignOff | null {
    const { waiting } = this;
    const last = waiting && this.signaturesOf(waiting).at(-1);
    return last && last.live.length < last.sections.length ? last : null;
  }

  ask(action: AskedAction | null): void {
    const { text, current } = this.settings;
    const { signatory } = current.signing;
    this.asking = action;
    const kept = this.kept.get(this.review.target?.reportId ?? 0, `move.${action}`);
    const offered = action === 'release' && signatory !== '' ? text.signOff.issuedBy(signatory) : '';
    this.reason = typeof kept === 'string' ? kept : offered;
    this.left = new Set();
  }

  /** Sent, or given up. */
  leave(): void {
    this.keep('');
    this.ask(null);
  }

  setReason(reason: string): void {
    this.reason = reason;
    this.keep(reason);
  }

  toggle(section: string): void {
    const left = new Set(this.left);
    if (!left.delete(section)) left.add(section);
    this.left = left;
  }

  /** Sections that the signature would cover. */
  get chosen(): readonly string[] {
    return this.waiting ? this.unsigned(this.waiting).filter((key) => !this.left.has(key)) : [];
  }

  get ready(): boolean {
    const { asking } = this;
    if (!asking || this.review.busy) return false;
    if (needsReason.has(asking) && this.reason.trim().length < 2) return false;
    return asking !== 'sign' || this.chosen.length > 0;
  }

  async confirm(): Promise<void> {
    const { asking, reason, case: shown } = this;
    if (!asking || !this.ready) return;
    const apart = asking === 'sign' && shown?.demands.apart && this.left.size > 0;
    const done = await this.review.moveStage(asking, reason.trim(), apart ? [...this.chosen] : null);
    if (done) runInAction(this.leave);
  }

  private keep(reason: string): void {
    const { target } = this.review;
    if (target && this.asking) this.kept.set(target.reportId, `move.${this.asking}`, reason || null);
  }

  async showChanges(signOff: SignOff): Promise<void> {
    const reportId = this.review.snapshot?.report.id;
    if (reportId === undefined) return;
    const result = await this.notices.attempt(() =>
      this.bridge.stageChanges({ reportId, signOffId: signOff.id }),
    );
    runInAction(() => {
      if (!result.ok || !result.value) return;
      this.changes = result.value;
      this.changesOf = signOff.id;
    });
  }

  hideChanges(): void {
    this.changes = null;
    this.changesOf = null;
  }

  /** Leads to what is missing. */
  goTo(fingerprint: string): void {
    this.ui.closeDialog();
    this.review.selectFinding(fingerprint);
  }
}
