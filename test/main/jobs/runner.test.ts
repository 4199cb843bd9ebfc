import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JobCancelled, JobRunner } from '../../../src/main/jobs/runner';
import type { Events } from '../../../src/shared/ipc';

const WORKER = pathToFileURL(resolve(import.meta.dirname, '../../fixtures/workers/obedient.mjs'));

const runners: JobRunner[] = [];
afterEach(() => {
  for (const runner of runners.splice(0)) runner.close();
});

function start() {
  const events: Events['job:progress'][] = [];
  const runner = new JobRunner(WORKER, (event) => events.push(event));
  runners.push(runner);
  return { runner, events, run: (text: string) => runner.run('check', text, { text, marks: [] }) };
}

describe('the job runner', () => {
  it('runs jobs one after another in one thread and tells how far they are', async () => {
    const { events, run } = start();
    const threads = await Promise.all([run('ok'), run('ok')]);
    expect(threads[0]).toBe(threads[1]);
    expect(events.map(({ job, done, finished }) => [job, done, finished])).toEqual([
      [1, 0, false],
      [1, 0.5, false],
      [1, 1, true],
      [2, 0, false],
      [2, 0.5, false],
      [2, 1, true],
    ]);
  });

  it('cancels a running job and goes on with the next one in a fresh thread', async () => {
    const { runner, events, run } = start();
    const slow = run('slow').catch((reason: unknown) => reason);
    const next = run('ok');
    await vi.waitFor(() => expect(events.some((event) => event.done === 0.5)).toBe(true));
    expect(runner.cancel(1)).toBe(true);
    expect(await slow).toBeInstanceOf(JobCancelled);
    expect(await next).toBeGreaterThan(0);
    expect(runner.cancel(1)).toBe(false);
  });

  it('tells of the check of an edit only where it takes long', async () => {
    const { runner, events } = start();
    const edit = (text: string) => runner.run('recheck', text, { key: '', text } as never);
    await edit('ok');
    expect(events).toEqual([]);
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValueOnce(0).mockReturnValueOnce(0).mockReturnValue(5_000);
    const slow = edit('slow').catch((reason: unknown) => reason);
    await vi.waitFor(() => expect(events).toMatchObject([{ kind: 'check', done: 0.5, finished: false }]));
    clock.mockRestore();
    runner.cancel(2);
    expect(await slow).toBeInstanceOf(JobCancelled);
    expect(events.at(-1)).toMatchObject({ finished: true });
  });

  it('cancels a job that waits', async () => {
    const { runner, run } = start();
    const first = run('slow').catch((reason: unknown) => reason);
    const second = run('ok').catch((reason: unknown) => reason);
    expect(runner.cancel(2)).toBe(true);
    expect(await second).toBeInstanceOf(JobCancelled);
    runner.close();
    expect(await first).toBeInstanceOf(JobCancelled);
  });

  it.each(['throw', 'crash'])('rejects after a %s and still serves the next job', async (text) => {
    const { run } = start();
    await expect(run(text)).rejects.toThrow();
    expect(await run('ok')).toBeGreaterThan(0);
  });
});
