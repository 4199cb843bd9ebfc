import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import type { Launched } from '../e2e/launch.ts';
import { tasksOf } from './window-tasks.ts';

export const LONG_TASK_MS = 50;
export const FEWEST_FPS = 55;
export const MOST_MB = 250;
const SCROLL_MS = 4_000;
/** Pixels a frame: at 60 frames a second about what a hand on a wheel reaches. */
const SPEED = 110;

/** What is measured of the window, each printed beside its limit. */
export interface Measures {
  /** `ratio`: the value to its limit. */
  line(name: string, value: string, limit: string, met: boolean, ratio?: number): void;
  /** Runs a part of the job and says what the window's longest task took meanwhile. */
  phase(name: string, run: () => Promise<void>): Promise<void>;
  /** Scrolls for a while, a step a frame; frames drawn a second, by the browser's trace. */
  scroll(selector: string): Promise<number>;
  /** The same movement, without counting. */
  move(selector: string): Promise<void>;
  /** What the window's process holds for itself, after a garbage collection. */
  memory(name: string): Promise<void>;
  readonly missed: boolean;
}

export async function measuresOf({ page }: Launched): Promise<Measures> {
  const cdp = await page.context().newCDPSession(page);
  let missed = false;
  const line: Measures['line'] = (name, value, limit, met, ratio) => {
    if (!met) missed = true;
    process.stdout.write(
      `${name.padEnd(56)} ${value.padStart(42)}   ${limit.padEnd(9)} ${ratio?.toFixed(2) ?? '    '} ${met ? '' : 'MISSED'}\n`,
    );
  };
  return {
    line,
    phase: (name, run) => phase(page, line, name, run),
    scroll: (selector) => scroll(page, selector),
    move: (selector) => move(page, selector),
    memory: async (name) => {
      await cdp.send('HeapProfiler.collectGarbage');
      const heap = await heapOf(cdp);
      const own = privateOf(await rendererOf(page));
      const said = `${own.toFixed(0)} MB (heap ${heap.toFixed(0)} MB)`;
      line(name, said, `<= ${MOST_MB} MB`, own <= MOST_MB, own / MOST_MB);
    },
    get missed() {
      return missed;
    },
  };
}

/**
 * Runs a part of the job; the longest task by the processor and by the clock. The limit holds for the processor: what else
 * works on the machine lengthens the clock's.
 */
async function phase(
  page: Page,
  line: Measures['line'],
  name: string,
  run: () => Promise<void>,
): Promise<void> {
  const start = performance.now();
  let seconds = 0;
  const tasks = await tasksOf(page, async () => {
    await run();
    seconds = (performance.now() - start) / 1_000;
    await page.waitForTimeout(300);
  });
  const [worst] = tasks;
  const { cpu = 0 } = worst ?? {};
  const wall = Math.max(0, ...tasks.map((task) => task.wall));
  const long = tasks.filter((task) => task.wall > LONG_TASK_MS).length;
  const said = `${seconds.toFixed(1)} s, longest ${cpu.toFixed(0)} ms cpu, ${wall.toFixed(0)} clock (${long})`;
  line(name, said, `<= ${LONG_TASK_MS} ms`, cpu <= LONG_TASK_MS, cpu / LONG_TASK_MS);
  if (cpu > LONG_TASK_MS) process.stdout.write(`    ${worst?.inside.join(', ')}\n`);
}

/** Scrolls for a while, a step a frame; frames drawn a second, by the browser's trace. */
async function scroll(page: Page, selector: string): Promise<number> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame'] });
  await move(page, selector);
  const trace = JSON.parse(String(await browser?.stopTracing())) as {
    traceEvents: { name: string; ts: number }[];
  };
  const frames = trace.traceEvents.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts);
  const span = (Math.max(...frames) - Math.min(...frames)) / 1e6;
  return (frames.length - 1) / span;
}

/** Scrolls for a while, a step a frame. */
async function move(page: Page, selector: string): Promise<void> {
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
