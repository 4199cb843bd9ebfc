import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch, PASSPHRASE } from './launch.ts';
import { look, widerThanDocument, widerThanPane } from './look.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/samples/sample-report.md');
/** Two places that disagree, under a heading that is longer than a pane is wide. */
const CONFLICT = `
## 关于演示中心服务网点布局调整及全年运行情况的补充说明

2025年，演示中心服务网点54,736个。

总体看，2025年演示中心服务网点54,376个。
`;

describe.skipIf(!chromiumPath)('the screens of the work on a report, in a small window', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch();
    page = app.page;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByTestId('library-row').first().waitFor();
    const path = join(app.folder, 'draft.md');
    writeFileSync(path, readFileSync(SAMPLE, 'utf8') + CONFLICT);
    app.dialogs.opens.push(path);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor();
  });
  afterAll(() => app?.close());

  const byId = (id: string) => page.getByTestId(id);
  const finding = (code: string) => page.locator(`[data-testid=finding-row][data-code=${code}]`).first();

  /** A thread, and a waiver that waits for a second person. */
  async function work(): Promise<void> {
    await finding('N202').click();
    await byId('comment-open').click();
    await byId('comment-body').fill('请财务部确认。');
    await byId('comment-send').click();
    await byId('thread').waitFor();
    await finding('N202').click();
    await byId('tab-detail').click();
    await byId('waive-open').click();
    await byId('waive-reason').fill('引自登记原文');
    await byId('waive-confirm').click();
    await byId('waiver-unconfirmed').waitFor();
  }

  /** Controls whose words do not fit into them. */
  const cutOff = (target: Page): Promise<readonly string[]> =>
    target.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, th, label, legend, .tab')]
        .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden, .top-bar'))
        .filter((each) => getComputedStyle(each).overflow !== 'visible')
        .filter((each) => getComputedStyle(each).textOverflow !== 'ellipsis')
        .filter((each) => each.scrollWidth > each.clientWidth + 2)
        .map((each) => `${each.className} ${each.textContent}`),
    );

  const TABLES: readonly (readonly [string, () => Promise<void>])[] = (
    ['figures', 'ties', 'quotes'] as const
  ).map((tab) => [
    `data-${tab}`,
    async () => {
      if ((await byId('data-desk').count()) === 0) await byId('choose-data').click();
      await byId('data-desk').getByTestId(`tab-${tab}`).click();
      await byId('data-row').first().click();
    },
  ]);

  const SCREENS: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'conflict',
      async () => {
        await finding('N204').click();
        await byId('tab-detail').click();
        await byId('conflict-choose').nth(1).click();
        await byId('conflict-wanted').waitFor();
      },
    ],
    [
      'waive',
      async () => {
        await finding('T101').click();
        await byId('waive-open').click();
      },
    ],
    ['comments', async () => byId('tab-comments').click()],
    ['sign-off', async () => byId('case-state').click()],
    [
      'sign-off-move',
      async () => {
        if ((await byId('move-form').count()) === 0) await byId('move-submit').click();
      },
    ],
    [
      'people',
      async () => {
        await byId('desk-person').click();
        await byId('people-list').click();
      },
    ],
    ['people-add', async () => byId('people-add').click()],
    [
      'source-text',
      async () => {
        await page.keyboard.press('Escape');
        await byId('choose-source').click();
        const text = byId('source-pane').locator('.cm-content');
        await text.click();
        await page.keyboard.press('Control+d');
        await byId('data-desk').waitFor();
        await page.keyboard.press('Control+d');
        await text.waitFor();
      },
    ],
    [
      'hand-over',
      async () => {
        await byId('choose-page').click();
        await byId('export-open').click();
        await byId('export-hand-over').click();
        await byId('case-encrypt').check();
        await byId('case-passphrase').fill(PASSPHRASE);
      },
    ],
  ];

  it('in Chinese, light and dark', async () => {
    await work();
    for (const [name, open] of SCREENS) {
      await open();
      await look(page, `${name}-zh`, ['light', 'dark']);
      expect(await widerThanPane(page)).toEqual([]);
    }
    await page.keyboard.press('Escape');
  }, 120_000);

  it('in English, in high contrast', async () => {
    await byId('settings-open').click();
    await byId('language-select').selectOption('en');
    await page.keyboard.press('Escape');
    for (const [name, open] of SCREENS) {
      await open();
      await look(page, `${name}-en`, ['contrast']);
    }
    expect(app.errors).toEqual([]);
  }, 120_000);

  it('with letters half as large again', async () => {
    await page.keyboard.press('Escape');
    await byId('settings-open').click();
    await byId('font-size-select').selectOption('150');
    await page.keyboard.press('Escape');
    for (const [name, open] of [...SCREENS.slice(0, -1), ...TABLES]) {
      await open();
      await page.waitForTimeout(100);
      expect(await cutOff(page), name).toEqual([]);
      expect(await widerThanDocument(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), name).toBe(false);
    }
  }, 120_000);
});
