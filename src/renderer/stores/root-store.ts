import type { Bridge } from '../../shared/bridge';
import { DocumentMarks } from './document-marks';
import { ExportStore } from './export-store';
import { HelpStore } from './help-store';
import { JobStore } from './job-store';
import { LibraryStore } from './library-store';
import { Notices } from './notices';
import { ReviewStore } from './review-store';
import { SettingsStore } from './settings-store';
import { type Memory, UiStore } from './ui-store';
import { VerifyStore } from './verify-store';

/** Wires the stores; the one place that knows them all. */
export class RootStore {
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly ui: UiStore;
  readonly jobs: JobStore;
  readonly library: LibraryStore;
  readonly review: ReviewStore;
  readonly marks: DocumentMarks;
  readonly exports: ExportStore;
  readonly verify: VerifyStore;
  readonly help: HelpStore;

  constructor(bridge: Bridge, memory: Memory, windowWidth: number) {
    this.settings = new SettingsStore(bridge);
    this.notices = new Notices(this.settings);
    this.ui = new UiStore(memory, windowWidth);
    this.jobs = new JobStore(bridge);
    this.review = new ReviewStore(bridge, this.notices, this.ui);
    this.marks = new DocumentMarks(this.review, this.ui, ({ tone, finding }) => {
      const { text } = this.settings;
      return text.review.markLabel(text.severity[tone], finding.message);
    });
    this.library = new LibraryStore(bridge, this.notices, this.settings, this.review.open);
    this.exports = new ExportStore(bridge, this.notices, this.review);
    this.verify = new VerifyStore(bridge, this.notices);
    this.help = new HelpStore(bridge, this.notices);
  }

  /** Returns a function that stops listening. */
  start(): () => void {
    const stop = this.jobs.listen();
    void this.settings.load();
    void this.library.load();
    return stop;
  }

  goLibrary = (): void => {
    this.review.close();
    void this.library.load();
  };

  /** The verify screen, with the dialog open at once: there is nothing else to do there. */
  goVerify = (): void => {
    this.ui.go('verify');
    void this.verify.choose();
  };

  openExport = (): void => {
    if (!this.review.snapshot) return;
    this.exports.start();
    this.ui.openDialog('export');
  };
}
