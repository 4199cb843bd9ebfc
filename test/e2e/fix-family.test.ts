import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';

const DRAFT = '# 演示公司2025年报告\n\n全年运行平稳,投诉减少,满意度提高,客户增加。\n\n"便民支付"工程推进。\n';

describe.skipIf(!chromiumPath)('findings of one small kind', () => {
  let app: Launched;
  beforeAll(async () => {
    app = await launch();
  });
  afterAll(() => app?.close());

  it('are fixed at once and undone at once', async () => {
    const { page, dialogs, folder } = app;
    const rows = page.locator('[data-testid=finding-row][data-code=W307]');
    await page.getByTestId('library-row').first().waitFor();
    const draft = join(folder, 'draft.md');
    writeFileSync(draft, DRAFT);
    dialogs.opens.push(draft);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor();
    // The panes come one after the other.
    await rows.first().waitFor();
    expect(await rows.count()).toBe(3);
    await rows.first().click();
    await page.getByTestId('fix-family').click();
    await rows.first().waitFor({ state: 'detached' });
    await page.locator('.document').getByText('全年运行平稳，投诉减少，满意度提高，客户增加。').waitFor();
    expect(await page.locator('[data-testid=finding-row][data-code=W308]').count()).toBe(1);
    await page.getByTestId('undo').click();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(3);
    expect(app.errors).toEqual([]);
  });
});
