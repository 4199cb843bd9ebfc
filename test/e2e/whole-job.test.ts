import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeReport } from '../helpers/large-report.ts';
import { byKeys, colleaguesByKeys, sitByKeys } from './job/by-keys.ts';
import { byMouse, colleaguesByMouse, sitByMouse } from './job/by-mouse.ts';
import { JobDesk, PREPARER } from './job/desk.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/samples/sample-report.md');
/** Two places that disagree, at the end of each report. */
const CONFLICT =
  '\n## 补充说明\n\n2025年，演示中心服务网点54,736个。\n\n总体看，2025年演示中心服务网点54,376个。\n';
const SHORT = readFileSync(SAMPLE, 'utf8') + CONFLICT;
/** About 200 pages with some 190 tables; beside the conflict an error that has a fix and one that has none. */
const LONG = `${largeReport(450_000, 5_900)}\n本报告各项数据截至2025年2月30日,由各分公司填报。\n${CONFLICT}`;
/** Each job has a report of another company: one that is there already would be opened instead of imported. */
const COMPANIES = ['禾渡', '沐川', '云岭', '青岚', '汀兰', '远岫', '白石', '松风'];
/** With GOUJI_WHOLE_JOB=1 each way of working in each language on both reports; without it, once each. */
const ALL = process.env['GOUJI_WHOLE_JOB'] === '1';

/** From the file to the verified release, with everybody who has to do with it; `colleagues` first, where there are none. */
const ways = {
  keys: { colleagues: colleaguesByKeys, sit: sitByKeys, run: byKeys },
  mouse: { colleagues: colleaguesByMouse, sit: sitByMouse, run: byMouse },
} as const;

type Job = readonly [way: keyof typeof ways, language: 'zh-CN' | 'en', report: 'sample' | '200 pages'];
const JOBS: readonly Job[] = [
  ['keys', 'zh-CN', 'sample'],
  ['mouse', 'en', 'sample'],
  ['keys', 'zh-CN', '200 pages'],
];
const MORE: readonly Job[] = [
  ['keys', 'en', 'sample'],
  ['mouse', 'zh-CN', 'sample'],
  ['keys', 'en', '200 pages'],
  ['mouse', 'zh-CN', '200 pages'],
  ['mouse', 'en', '200 pages'],
];

describe.skipIf(!chromiumPath)('the whole job', () => {
  let app: Launched;
  let desk: JobDesk;
  beforeAll(async () => {
    app = await launch(PREPARER);
    desk = new JobDesk(app);
    await desk.byId('library-row').first().waitFor();
    await app.page.evaluate(() => {
      const seen = { pointers: 0 };
      for (const name of ['pointerdown', 'mousedown', 'wheel'])
        addEventListener(name, ({ isTrusted }) => isTrusted && seen.pointers++, true);
      Object.assign(globalThis, { seen });
    });
  });
  afterAll(() => app?.close());

  const pointers = (): Promise<number> =>
    app.page.evaluate(() => (globalThis as unknown as { seen: { pointers: number } }).seen.pointers);

  /** As the settings would, which have their own tests. */
  async function speak(language: string): Promise<void> {
    if ((await app.page.evaluate(() => document.documentElement.lang)) === language) return;
    await desk.byId('settings-open').focus();
    await desk.press('Enter');
    await desk.byId('language-select').selectOption(language);
    await desk.press('Escape');
  }

  let count = 0;
  it.each(ALL ? [...JOBS, ...MORE] : JOBS)(
    'by %s, in %s, on the %s',
    async (way, language, report) => {
      const { colleagues, sit, run } = ways[way];
      await speak(language);
      if (count === 0) await colleagues(desk);
      await sit(desk, PREPARER.name);
      const before = await pointers();
      const company = COMPANIES[count++] ?? '';
      const text = report === 'sample' ? SHORT.replaceAll('禾渡', company) : LONG.replaceAll('云岭', company);
      await run(desk, `job-${count}`, text);
      const used = (await pointers()) - before;
      expect(way === 'keys' ? used === 0 : used > 10).toBe(true);
      expect(app.errors).toEqual([]);
    },
    180_000,
  );

  it('keeps only what is in view of 200 pages, and says how much there is', async () => {
    await desk.byId('library-row').first().press('Enter');
    await desk.page.locator('.block-place').first().waitFor();
    const size = Number(await desk.page.locator('.block-place').first().getAttribute('aria-setsize'));
    expect(size).toBeGreaterThan(700);
    expect(await desk.page.locator('[data-block]').count()).toBeLessThan(60);
  });
});
