import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { PlantedError, PowerReport } from '../../shared/model/power';
import type { ReviewSnapshot } from '../../shared/model/review';
import { errorTable } from '../tables/error-table';
import { emptyTable } from './data-tables';
import type { Job, JobStore } from './job-store';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { SettingsStore } from './settings-store';
import { TableList } from './table-list';
import type { UiStore } from './ui-store';

interface Measured {
  readonly report: PowerReport;
  readonly key: string;
}

/** The same text, checked against the same references: what was measured of one holds for the other. */
const keyOf = ({ revisionId, analysis }: ReviewSnapshot): string =>
  `${revisionId} ${JSON.stringify(analysis.references)}`;

/** How much a clean result is worth on the report under review: planted errors, and which of them are caught. */
export class PowerStore {
  private measured: Measured | null = null;
  running = false;
  readonly errors: TableList<PlantedError>;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly jobs: JobStore,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
    settings: SettingsStore,
  ) {
    this.errors = new TableList(settings, emptyTable<PlantedError>());
    makeAutoObservable<PowerStore, 'bridge' | 'notices' | 'jobs' | 'ui' | 'review' | 'measured'>(
      this,
      {
        bridge: false,
        notices: false,
        jobs: false,
        ui: false,
        review: false,
        errors: false,
        measured: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Of the revision under review and its references; null until it has been measured. */
  get report(): PowerReport | null {
    const { measured } = this;
    const { snapshot } = this.review;
    return measured && snapshot && measured.key === keyOf(snapshot) ? measured.report : null;
  }

  /** True while its panel is in view. */
  get isShown(): boolean {
    const { screen, view } = this.ui;
    return screen === 'review' && view === 'data' && this.review.data.tab === 'power';
  }

  get job(): Job | null {
    return this.running ? this.jobs.ofKind('power') : null;
  }

  async run(): Promise<void> {
    const { target, snapshot } = this.review;
    if (!target || !snapshot || this.running) return;
    const key = keyOf(snapshot);
    this.running = true;
    const answer = await this.notices.attempt(() => this.bridge.power(target));
    runInAction(() => {
      this.running = false;
      // A cancelled job answers with null: what was measured before stays.
      if (!answer.ok || !answer.value) return;
      const report = answer.value;
      this.measured = { report, key };
      this.errors.reset(() => errorTable(report));
      this.errors.pick('outcome', ['missed']);
    });
  }

  async cancel(): Promise<void> {
    if (this.job) await this.jobs.cancel(this.job.job);
  }
}
