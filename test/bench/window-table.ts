import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launched } from '../e2e/launch.ts';
import { longTableReport } from '../helpers/long-table.ts';
import { FEWEST_FPS, type Measures } from './window-measures.ts';

const ROWS = Number(process.env['GOUJI_ROWS'] ?? 100_000);

/** A report of 100,000 rows in one table: from its import to the search in it, the data tables and an edit. */
export async function hugeTable(app: Launched, measures: Measures): Promise<void> {
  const { page, dialogs, folder } = app;
  const { phase, scroll, memory, line } = measures;
  const name = `${ROWS.toLocaleString('en-US')} rows of five`;
  const smooth = async (what: string, selector: string): Promise<void> => {
    const fps = await scroll(selector);
    line(`${name}: ${what}, frames a second`, fps.toFixed(1), `>= ${FEWEST_FPS}`, fps >= FEWEST_FPS);
  };
  const file = join(folder, 'huge.md');
  writeFileSync(file, longTableReport({ rows: ROWS }));

  await phase(`${name}: import, check, first paint`, async () => {
    dialogs.opens.push(file);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor({ timeout: 600_000 });
    await page.locator('.long-table').waitFor();
  });
  await smooth('document', '.document');
  await memory(`${name}: memory of the window`);
  await phase(`${name}: words found in the document`, async () => {
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-query').fill('店第99');
    await page.locator('.spot').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  });
  await phase(`${name}: data tables opened`, async () => {
    await page.keyboard.press('Control+d');
    await page.getByTestId('data-grid').waitFor({ timeout: 60_000 });
  });
  await smooth('figures', '.data-scroll');
  await memory(`${name}: memory with the figures listed`);
  await phase(`${name}: figures sorted by value`, async () => {
    await page.getByTestId('sort-value').click();
    await page.locator('.data-grid th[aria-sort="ascending"]').waitFor({ timeout: 60_000 });
  });
  await phase(`${name}: figures searched`, async () => {
    await page.getByTestId('data-search').fill('医药');
    await page.waitForTimeout(300);
  });
  await memory(`${name}: memory after sorting and searching`);
  await phase(`${name}: back to the library, opened again`, async () => {
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().click();
    await page.locator('.long-table').waitFor({ timeout: 600_000 });
  });
  await phase(`${name}: a cell edited and checked`, async () => {
    await page.locator('.long-table tbody:not(.row-gap) td').nth(1).dblclick();
    await page.getByTestId('place-editor').locator('.cm-content').waitFor();
    await page.keyboard.type('新');
    await page.getByTestId('edit-status').waitFor({ timeout: 600_000 });
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('place-editor').waitFor({ state: 'detached', timeout: 600_000 });
  });
  await memory(`${name}: memory after an edit`);
  const cells = await page.locator('.document td').count();
  line(`${name}: cells that exist`, String(cells), '< 1000', cells < 1_000);
}
