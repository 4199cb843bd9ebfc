import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import type { Launched } from '../e2e/launch.ts';

export const LONG_TASK_MS = 50;
export const FEWEST_FPS = 55;
export const MOST_MB = 250;
const SCROLL_MS = 4_000;
/** Pixels a frame: at 60 frames a second about what a hand on a wheel reaches. */
const SPEED = 110;

/** What is measured of the window, each printed beside its limit. */
export interface Measures {
  line(name: string, value: string, limit: string, met: boolean): void;
  /** Runs a part of the job and says which tasks of the window were long meanwhile. */
  phase(name: string, run: () => Promise<void>): Promise<void>;
  /** Scrolls for a while, a step a frame; frames drawn a second, by the browser's trace. */
  scroll(selector: string): Promise<number>;
  /** What the window's process holds for itself, after a garbage collection. */
  memory(name: string): Promise<void>;
  readonly missed: boolean;
}

export async function measuresOf({ page }: Launched): Promise<Measures> {
  const cdp = await page.context().newCDPSession(page);
  let missed = false;
  const line = (name: string, value: string, limit: string, met: boolean): void => {
    if (!met) missed = true;
    process.stdout.write(
      `${name.padEnd(56)} ${value.padStart(28)}   ${limit.padEnd(12)} ${met ? '' : 'MISSED'}\n`,
    );
  };
  return {
    line,
    phase: (name, run) => phase(page, line, name, run),
    scroll: (selector) => scroll(page, selector),
    memory: async (name) => {
      await cdp.send('HeapProfiler.collectGarbage');
      const heap = await heapOf(cdp);
      const own = privateOf(await rendererOf(page));
      line(name, `${own.toFixed(0)} MB (heap ${heap.toFixed(0)} MB)`, `<= ${MOST_MB} MB`, own <= MOST_MB);
    },
    get missed() {
      return missed;
    },
  };
}

export function watchLongTasks(target: Page): Promise<void> {
  return target.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { seenLongTasks: seen });
  });
}

/** Runs a part of the job and says which tasks of the window were long meanwhile. */
async function phase(
  page: Page,
  line: Measures['line'],
  name: string,
  run: () => Promise<void>,
): Promise<void> {
  const take = (): Promise<number[]> =>
    page.evaluate(() => {
      const { seenLongTasks } = globalThis as unknown as { seenLongTasks: number[] };
      return seenLongTasks.splice(0);
    });
  await take();
  const start = performance.now();
  await run();
  const seconds = (performance.now() - start) / 1_000;
  await page.waitForTimeout(300);
  const tasks = (await take()).map(Math.round);
  const worst = Math.max(0, ...tasks);
  const said = `${seconds.toFixed(1)} s, ${tasks.length} long, worst ${worst} ms`;
  line(name, said, `<= ${LONG_TASK_MS} ms`, worst <= LONG_TASK_MS);
}

/** Scrolls for a while, a step a frame; frames drawn a second, by the browser's trace. */
async function scroll(page: Page, selector: string): Promise<number> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame'] });
  await page.evaluate(
    ([target, step, time]) =>
      new Promise<void>((done) => {
        const element = document.querySelector(target);
        const end = performance.now() + time;
        const move = (): void => {
          element?.scrollBy(0, step);
          if (performance.now() < end) requestAnimationFrame(move);
          else done();
        };
        requestAnimationFrame(move);
      }),
    [selector, SPEED, SCROLL_MS] as const,
  );
  const trace = JSON.parse(String(await browser?.stopTracing())) as {
    traceEvents: { name: string; ts: number }[];
  };
  const frames = trace.traceEvents.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts);
  const span = (Math.max(...frames) - Math.min(...frames)) / 1e6;
  return (frames.length - 1) / span;
}

async function heapOf(session: CDPSession): Promise<number> {
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** The renderer with most memory: the page's. */
async function rendererOf(page: Page): Promise<number> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return ids.sort((a, b) => privateOf(b) - privateOf(a))[0] ?? 0;
}

function privateOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].map((match) =>
    Number(match[1]),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_000;
}
