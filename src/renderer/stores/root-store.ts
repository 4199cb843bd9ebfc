import { reaction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import { CaseStore } from './case-store';
import { CommentStore } from './comment-store';
import { CompareStore } from './compare-store';
import { ConflictStore } from './conflict-store';
import { DataStore } from './data-store';
import { DocumentMarks } from './document-marks';
import { EditStore } from './drafts/edit-store';
import { KeptTexts } from './drafts/kept-texts';
import { SourceDraft, sourceDraftKey } from './drafts/source-draft';
import { UnsavedStore } from './drafts/unsaved-store';
import { DropStore } from './drop-store';
import { ElsewhereStore } from './elsewhere-store';
import { ExportStore } from './export-store';
import { FindStore } from './find-store';
import { FontsStore } from './fonts-store';
import { HelpStore } from './help-store';
import { IdentityStore } from './identity-store';
import { ImportStore } from './import-store';
import { JobStore } from './job-store';
import { LedgerStore } from './ledger-store';
import { LibraryStore } from './library-store';
import { MappingStore } from './mapping-store';
import { Notices } from './notices';
import { PolicyStore } from './policy-store';
import { PowerStore } from './power-store';
import { PreviewStore } from './preview-store';
import { ReferencesStore } from './references-store';
import { RemovedStore } from './removed-store';
import { ReviewStore } from './review-store';
import { SafekeepingStore } from './safekeeping-store';
import { SearchStore } from './search-store';
import { SettingsStore } from './settings-store';
import { SignOffStore } from './sign-off-store';
import { SourceStore } from './source-store';
import { type Memory, UiStore } from './ui-store';
import { VerifyStore } from './verify-store';

/** Wires the stores; the one place that knows them all. */
export class RootStore {
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly identities: IdentityStore;
  readonly ui: UiStore;
  readonly jobs: JobStore;
  readonly library: LibraryStore;
  readonly removed: RemovedStore;
  readonly search: SearchStore;
  readonly review: ReviewStore;
  readonly data: DataStore;
  readonly references: ReferencesStore;
  readonly power: PowerStore;
  readonly elsewhere: ElsewhereStore;
  readonly kept: KeptTexts;
  readonly edit: EditStore;
  readonly sourceDraft: SourceDraft;
  readonly find: FindStore;
  readonly conflict: ConflictStore;
  readonly comments: CommentStore;
  readonly unsaved: UnsavedStore;
  readonly marks: DocumentMarks;
  readonly source: SourceStore;
  readonly compare: CompareStore;
  readonly imports: ImportStore;
  readonly ledgers: LedgerStore;
  readonly policies: PolicyStore;
  readonly mapping: MappingStore;
  readonly cases: CaseStore;
  readonly drops: DropStore;
  readonly signOff: SignOffStore;
  readonly exports: ExportStore;
  readonly preview: PreviewStore;
  readonly verify: VerifyStore;
  readonly help: HelpStore;
  readonly safekeeping: SafekeepingStore;
  readonly fonts: FontsStore;

  constructor(bridge: Bridge, memory: Memory, windowWidth: number) {
    this.settings = new SettingsStore(bridge);
    this.notices = new Notices(this.settings);
    this.ui = new UiStore(memory, windowWidth);
    this.jobs = new JobStore(bridge);
    this.review = new ReviewStore(bridge, this.notices, this.ui, this.settings);
    this.marks = new DocumentMarks(this.review, this.ui, {
      finding: ({ tone, finding }) => {
        const { text } = this.settings;
        return text.review.markLabel(text.severity[tone], finding.message);
      },
      comment: ({ entries }) =>
        this.settings.text.comments.markLabel(entries[0]?.by ?? '', entries[0]?.body ?? ''),
    });
    this.kept = new KeptTexts(memory);
    this.edit = new EditStore(bridge, this.notices, this.review, this.kept);
    this.sourceDraft = new SourceDraft(bridge, this.notices, this.review, memory);
    this.find = new FindStore(this.review);
    this.conflict = new ConflictStore(this.review);
    this.comments = new CommentStore(bridge, this.review, this.ui, this.kept);
    this.unsaved = new UnsavedStore(this.ui, [this.edit, this.sourceDraft]);
    reaction(() => this.review.target?.revisionId, this.sourceDraft.show);
    reaction(() => this.review.target?.reportId, this.recall);
    this.review.cleared = this.unsaved.cleared;
    this.library = new LibraryStore(bridge, this.notices, this.ui, memory, this.review.open);
    this.removed = new RemovedStore(bridge, this.notices, this.ui, this.library, (reportId) => {
      const people = this.identities.people.map(({ id }) => id);
      this.kept.forget(reportId, people);
      memory.setItem(sourceDraftKey(reportId), '');
    });
    reaction(
      () => this.library.reports,
      () => void this.removed.load(),
    );
    this.search = new SearchStore(bridge, this.notices, this.library, this.review);
    this.identities = new IdentityStore(bridge, this.notices, () => void this.atDesk());
    this.source = new SourceStore(bridge, this.notices, this.review);
    this.compare = new CompareStore(bridge, this.notices, this.ui, this.review);
    const { notices, settings, ui, review } = this;
    this.data = new DataStore(bridge, notices, settings, ui, review);
    this.references = new ReferencesStore(bridge, notices, ui, review);
    this.power = new PowerStore(bridge, notices, this.jobs, ui, review, settings);
    this.elsewhere = new ElsewhereStore(bridge, notices, review);
    this.imports = new ImportStore(bridge, notices, settings, ui, review, this.compare);
    this.ledgers = new LedgerStore(bridge, notices, ui);
    this.policies = new PolicyStore(bridge, notices, settings, ui, memory);
    this.mapping = new MappingStore(bridge, notices, settings, ui, this.ledgers);
    this.signOff = new SignOffStore(bridge, this.notices, settings, ui, review, this.kept);
    this.cases = new CaseStore(bridge, notices, settings, ui, review);
    this.drops = new DropStore(notices, settings, ui, review, this.imports, this.mapping, this.cases);
    this.exports = new ExportStore(bridge, this.notices, this.review, settings);
    this.preview = new PreviewStore(bridge, this.notices, this.ui, this.review, this.exports);
    this.verify = new VerifyStore(bridge, this.notices, settings, (name) =>
      this.settings.text.verify.stampRequested(name),
    );
    this.help = new HelpStore(bridge, this.notices);
    this.fonts = new FontsStore(bridge, this.notices);
    this.safekeeping = new SafekeepingStore(bridge, notices, settings, ui, () => {
      void settings.load();
      this.goLibrary();
    });
  }

  /** Returns a function that stops listening. */
  start(): () => void {
    const stops = [
      this.sourceDraft,
      this.jobs,
      this.drops,
      this.identities,
      this.cases,
      this.safekeeping,
    ].map((one) => one.listen());
    void this.settings.load();
    void this.identities.load();
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Somebody sits down: what is shown is fetched as theirs. */
  private async atDesk(): Promise<void> {
    const person = this.identities.current?.id;
    if (person && this.kept.sitDown(person)) this.recall();
    await this.library.load();
    await this.review.refresh();
    await this.cases.lookForOpened();
  }

  /** What this person was typing about the report that is shown now, when it was left. */
  private recall = (): void => {
    const reportId = this.review.target?.reportId;
    if (reportId === undefined) return;
    const counts = this.kept.counts(reportId);
    this.comments.recall();
    const unplaced = this.edit.recall();
    const { editing } = this.settings.text;
    if (unplaced !== null) this.notices.say('error', editing.unplaced(unplaced));
    else if (counts.size > 0) this.notices.say('info', editing.kept(counts));
  };

  goLibrary = async (): Promise<void> => {
    const cleared = this.unsaved.cleared();
    if (cleared !== true && !(await cleared)) return;
    this.review.close();
    void this.library.load();
    if (this.search.active) void this.search.run();
  };

  /** The verify screen, with the dialog open at once: there is nothing else to do there. */
  goVerify = (): void => {
    this.ui.go('verify');
    void this.verify.choose();
  };

  goLedgers = async (): Promise<void> => {
    const cleared = this.unsaved.cleared();
    if (cleared !== true && !(await cleared)) return;
    this.review.close();
    this.ui.go('ledgers');
    void this.ledgers.load();
  };

  goPolicies = async (): Promise<void> => {
    const cleared = this.unsaved.cleared();
    if (cleared !== true && !(await cleared)) return;
    this.review.close();
    this.ui.go('policies');
    void this.policies.load();
  };

  openLedgerFromReport = (): void => {
    this.ui.openDialog('ledger-from-report');
    void this.library.load();
  };

  openExport = (): void => {
    if (!this.review.snapshot) return;
    this.exports.start();
    this.ui.openDialog('export');
  };
}
