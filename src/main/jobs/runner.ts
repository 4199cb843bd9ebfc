import { Worker } from 'node:worker_threads';
import type { Events, JobKind } from '../../shared/ipc';
import type { TaskName, TaskReply, Tasks } from './tasks';

/** The person cancelled the job. Expected: callers turn it into `null`, not into an error. */
export class JobCancelled extends Error {
  constructor() {
    super('job cancelled');
    this.name = 'JobCancelled';
  }
}

/** Null for what nobody is told of. */
const KINDS: Readonly<Record<TaskName, JobKind | null>> = {
  import: 'import',
  check: 'check',
  recheck: 'check',
  compare: 'compare',
  'read-ledger': 'ledger',
  'ledger-facts': 'ledger',
  power: 'power',
  'write-table': 'table',
  'inspect-fonts': null,
  export: 'export',
  seal: 'seal',
  'list-tokens': 'seal',
  'read-certificates': 'verify',
  'stamp-request': 'seal',
  'stamp-attach': 'seal',
  verify: 'verify',
  'audit-library': 'audit',
  'back-up': 'backup',
  'open-case': 'case',
  'audit-case': 'audit',
  'encrypt-case': 'case',
  'write-record': 'export',
};

/** What is done on each stroke; told of only where it takes long, as in a table of 100,000 rows. */
const QUIET: ReadonlySet<TaskName> = new Set(['recheck']);
const QUIET_MS = 700;

/** A job that wants more is ended, and the app lives on. */
const MAX_HEAP_MB = 2048;

interface Job {
  readonly id: number;
  readonly task: TaskName;
  readonly name: string;
  readonly input: unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
  /** When it began, on the clock of the thread. */
  began: number;
  /** Somebody was told of it. */
  told: boolean;
}

/**
 * Runs tasks one after another in a worker thread. Cancelling a running job ends the thread: nothing that a
 * pure function computes is half done, and the next job gets a fresh one.
 */
export class JobRunner {
  private worker: Worker | null = null;
  private running: Job | null = null;
  private readonly waiting: Job[] = [];
  private lastId = 0;

  constructor(
    private readonly workerFile: URL,
    private readonly onProgress: (event: Events['job:progress']) => void,
  ) {}

  /** Queues a task; `name` is what the person sees of it. Rejects with `JobCancelled` when cancelled. */
  run<T extends TaskName>(task: T, name: string, input: Tasks[T]['input']): Promise<Tasks[T]['output']> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ id: ++this.lastId, task, name, input, resolve, reject, began: 0, told: false });
      this.next();
    });
  }

  /** False when there is no such job any more. */
  cancel(id: number): boolean {
    const queued = this.waiting.findIndex((job) => job.id === id);
    const job = queued >= 0 ? this.waiting[queued] : this.running?.id === id ? this.running : undefined;
    if (!job) return false;
    if (queued >= 0) this.waiting.splice(queued, 1);
    else this.dropWorker();
    this.settle(job, () => job.reject(new JobCancelled()));
    return true;
  }

  /** Ends the thread; jobs under way are cancelled. */
  close(): void {
    for (const job of this.waiting.splice(0)) job.reject(new JobCancelled());
    const job = this.running;
    this.dropWorker();
    if (job) job.reject(new JobCancelled());
    this.running = null;
  }

  private next(): void {
    if (this.running) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.running = job;
    job.began = performance.now();
    this.report(job, 0, false);
    this.worker ??= this.startWorker();
    this.worker.postMessage({ job: job.id, task: job.task, input: job.input });
  }

  private startWorker(): Worker {
    const worker = new Worker(this.workerFile, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
    worker.on('message', (reply: TaskReply) => this.receive(reply));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('the worker ended unexpectedly')));
    return worker;
  }

  private receive(reply: TaskReply): void {
    const job = this.running;
    if (!job || job.id !== reply.job) return;
    if (reply.kind === 'progress') {
      this.report(job, reply.done, false);
      return;
    }
    this.settle(job, () => {
      if (reply.kind === 'result') job.resolve(reply.value as never);
      else job.reject(new Error(reply.message));
    });
  }

  private fail(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = null;
    const job = this.running;
    if (job) this.settle(job, () => job.reject(error));
  }

  private settle(job: Job, finish: () => void): void {
    if (this.running === job) this.running = null;
    this.report(job, 1, true);
    finish();
    this.next();
  }

  private dropWorker(): void {
    const worker = this.worker;
    this.worker = null;
    void worker?.terminate();
  }

  private report(job: Job, done: number, finished: boolean): void {
    const kind = KINDS[job.task];
    const isQuiet = QUIET.has(job.task) && (finished || performance.now() - job.began < QUIET_MS);
    if (!kind || (isQuiet && !job.told)) return;
    job.told = true;
    this.onProgress({ job: job.id, kind, name: job.name, done, finished });
  }
}
