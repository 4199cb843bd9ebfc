import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.ts';

/**
 * The main job in a process of its own, for `silence.test.ts` to watch: opens the sample, fixes, exports a draft.
 * Prints one line when it is done.
 */
async function job(): Promise<void> {
  const app = await launch();
  const { page, dialogs, folder } = app;
  await page.getByTestId('library-row').first().click();
  await page.locator('[data-testid=finding-row][data-code=T101]').first().click();
  await page.getByTestId('fix-apply').first().click();
  await page.getByTestId('export-open').click();
  const file = join(folder, 'draft.pdf');
  dialogs.saves.push(file);
  await page.getByTestId('export-draft').check();
  await page.getByTestId('export-confirm').click();
  await page.getByTestId('export-result').waitFor();
  if (!existsSync(file)) throw new Error('no PDF was written');
  await app.close();
  process.stdout.write('done\n');
}

await job();
