import { makeAutoObservable, observable } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Events } from '../../shared/ipc';

export type Job = Events['job:progress'];

/** Shorter jobs are over before a person could read about them. */
const SHOW_AFTER_MS = 300;

/** What runs in the main process right now. */
export class JobStore {
  private readonly jobs = observable.map<number, Job>({}, { deep: false });
  private readonly shown = observable.set<number>();
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(private readonly bridge: Bridge) {
    makeAutoObservable<JobStore, 'bridge' | 'timers' | 'jobs' | 'shown'>(
      this,
      { bridge: false, timers: false, jobs: false, shown: false },
      { autoBind: true },
    );
  }

  /** Jobs that have run long enough to be shown. */
  get visible(): readonly Job[] {
    return [...this.jobs.values()].filter((job) => this.shown.has(job.job));
  }

  get exporting(): Job | null {
    return this.ofKind('export');
  }

  ofKind(kind: Job['kind']): Job | null {
    return [...this.jobs.values()].find((job) => job.kind === kind) ?? null;
  }

  listen(): () => void {
    return this.bridge.on('job:progress', this.receive);
  }

  receive(job: Job): void {
    if (job.finished) {
      clearTimeout(this.timers.get(job.job));
      this.timers.delete(job.job);
      this.jobs.delete(job.job);
      this.shown.delete(job.job);
      return;
    }
    if (!this.jobs.has(job.job)) {
      this.timers.set(
        job.job,
        setTimeout(() => this.show(job.job), SHOW_AFTER_MS),
      );
    }
    this.jobs.set(job.job, job);
  }

  async cancel(job: number): Promise<void> {
    await this.bridge.cancelJob({ job });
  }

  private show(job: number): void {
    if (this.jobs.has(job)) this.shown.add(job);
  }
}
