import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Outputs } from '../../shared/ipc';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import { SealStore } from './seal-store';
import type { SettingsStore } from './settings-store';

type Exported = NonNullable<Outputs['report:export']>;

/** The export dialog. */
export class ExportStore {
  draft = true;
  /** Whose report it is: the author that the PDF names. */
  organisation = '';
  /** What was said about the report goes along: never unless a person says so, each time. */
  comments = false;
  running = false;
  result: Exported | null = null;
  error: string | null = null;
  readonly seal: SealStore;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly review: ReviewStore,
    private readonly settings: SettingsStore,
  ) {
    this.seal = new SealStore(bridge, notices, settings);
    makeAutoObservable<ExportStore, 'bridge' | 'notices' | 'review' | 'settings'>(
      this,
      {
        bridge: false,
        notices: false,
        review: false,
        settings: false,
        seal: false,
        result: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Codes of rules that did not finish: they too stand in the way of a final version. */
  get failedRules(): readonly string[] {
    const rules = this.review.snapshot?.analysis.rules ?? [];
    return rules.filter((rule) => rule.status === 'failed').map((rule) => rule.code);
  }

  /** What stands in the way of a final version first; null: nothing. */
  get hindrance(): 'errors' | 'rules' | 'signOff' | null {
    if (this.review.findings.openErrors.length > 0) return 'errors';
    if (this.failedRules.length > 0) return 'rules';
    return this.review.snapshot?.signOff.state === 'released' ? null : 'signOff';
  }

  get finalAllowed(): boolean {
    return this.hindrance === null;
  }

  /** As the dialog opens. */
  start(): void {
    this.draft = !this.finalAllowed;
    this.comments = false;
    this.organisation = this.settings.current.signing.organisation;
    this.seal.forget();
    this.result = null;
    this.error = null;
  }

  setDraft(draft: boolean): void {
    this.draft = draft || !this.finalAllowed;
  }

  setComments(comments: boolean): void {
    this.comments = comments;
  }

  setOrganisation(organisation: string): void {
    this.organisation = organisation;
  }

  async run(): Promise<void> {
    const { target } = this.review;
    if (!target || this.running) return;
    this.running = true;
    this.error = null;
    const { draft, comments } = this;
    const order = { draft, comments, organisation: this.organisation.trim(), seal: this.seal.order };
    const exported = await this.notices.quietly(() => this.bridge.exportReport({ ...target, ...order }));
    runInAction(() => {
      this.running = false;
      this.seal.setPassphrase('');
      if (!exported.ok) this.error = this.notices.sentenceOf(exported.error);
      else if (exported.value) {
        this.result = exported.value;
        this.seal.forget();
      }
    });
    if (exported.ok && exported.value) await this.review.refresh();
  }
}
