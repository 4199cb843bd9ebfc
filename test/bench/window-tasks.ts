import type { Browser, Page } from 'playwright';

/** Tasks of the window's main thread, by the browser's trace: what they took by the clock and by the processor. */
export interface Task {
  readonly wall: number;
  /** Milliseconds of the thread itself: what a machine that is busy with something else cannot lengthen. */
  readonly cpu: number;
  /** What the task spent its time on, the longest first: `FunctionCall index-x.js`, `Layout`, `MajorGC`. */
  readonly inside: readonly string[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> };
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
];
/** Microseconds. */
const WORTH_TELLING = 5_000;

/** Runs a part of the job and returns the tasks of the page's main thread, the longest by processor first. */
export async function tasksOf(page: Page, run: () => Promise<void>): Promise<readonly Task[]> {
  const browser = page.context().browser() as Browser;
  const marker = `gouji-${performance.now()}`;
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((name) => performance.mark(name), marker);
  await run();
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const events = trace.traceEvents;
  const own = events.find(({ name }) => name === marker);
  if (!own) throw new Error('the trace does not know the page');
  const here = events.filter(({ pid, tid, ph }) => pid === own.pid && tid === own.tid && ph === 'X');
  return here
    .filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
    .map((task) => ({
      wall: (task.dur ?? 0) / 1_000,
      cpu: (task.tdur ?? task.dur ?? 0) / 1_000,
      inside: insideOf(task, here),
    }))
    .sort((a, b) => b.cpu - a.cpu);
}

function insideOf(task: TraceEvent, events: readonly TraceEvent[]): readonly string[] {
  if ((task.dur ?? 0) < WORTH_TELLING * 4) return [];
  const end = task.ts + (task.dur ?? 0);
  return events
    .filter((one) => one !== task && one.ts >= task.ts && one.ts < end && (one.tdur ?? 0) >= WORTH_TELLING)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 6)
    .map((one) => `${one.name} ${Math.round((one.tdur ?? 0) / 1_000)}`);
}
