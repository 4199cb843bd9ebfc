import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longTableReport } from '../helpers/long-table.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

/** Enough rows for the table and its figures to stay packed in the window. */
const ROWS = Number(process.env['GOUJI_ROWS'] ?? 5_200);
/** More elements than this are not for what is in view. */
const MOST_CELLS = 600;

describe.skipIf(!chromiumPath)('a report with a very long table', () => {
  let app: Launched;
  const count = (selector: string): Promise<number> => app.page.locator(selector).count();

  beforeAll(async () => {
    app = await launch();
    const file = join(app.folder, 'long.md');
    writeFileSync(file, longTableReport({ rows: ROWS }));
    app.dialogs.opens.push(file);
    await app.page.getByTestId('library-import').click();
    await app.page.locator('.long-table').waitFor({ timeout: 55_000 });
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('has only the rows in view, to its very end', async () => {
    const { page } = app;
    expect(await count('.document td')).toBeLessThan(MOST_CELLS);
    await page.locator('.document').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await page.locator('.long-table td', { hasText: '合计' }).waitFor();
    expect(await count('.document td')).toBeLessThan(MOST_CELLS);
  });

  it('is searched as a whole', async () => {
    const { page } = app;
    await page.keyboard.press('Control+f');
    const row = page.locator('.long-table tr', { has: page.locator('.spot') });
    await page.getByTestId('find-query').fill('店第7');
    await row.first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('lists only the figures in view, sorted and searched all of them', async () => {
    const { page } = app;
    await page.keyboard.press('Control+d');
    const rows = page.getByTestId('data-row');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(MOST_CELLS / 6);
    await page.getByTestId('sort-value').click();
    await page.getByTestId('sort-value').click();
    await page.getByTestId('data-search').fill('合计');
    await expect.poll(() => rows.count()).toBeLessThan(10);
    await page.getByTestId('data-clear').click();
    await page
      .locator('.data-scroll')
      .first()
      .evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(MOST_CELLS / 6);
  });
});
