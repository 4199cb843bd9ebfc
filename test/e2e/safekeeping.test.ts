import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { picture } from './look.ts';

describe.skipIf(!chromiumPath)('the library’s safekeeping', () => {
  let app: Launched;
  beforeAll(async () => {
    app = await launch();
  });
  afterAll(() => app.close());

  it('verifies the log, backs up, and goes back to a backup', async () => {
    const { page, folder } = app;
    await page.keyboard.press('Control+Comma');
    if ((await page.getByTestId('safekeeping-open').count()) === 0)
      await page.getByTestId('settings-open').click();
    await page.getByTestId('safekeeping-open').click();
    await page.getByTestId('audit-library').click();
    await page.locator('[data-testid=audit-result][data-intact=true]').waitFor();
    await page.getByTestId('back-up').click();
    await page.getByTestId('backup-row').waitFor();
    await picture(page, 'safekeeping');
    await page.getByTestId('backup-restore').click();
    await picture(page, 'restore');
    await page.getByTestId('restore-confirm').click();
    await page.getByTestId('restore-confirm').waitFor({ state: 'detached' });
    // Who sat there may be unknown in the library of before.
    await page.getByTestId('lock-screen').waitFor();
    expect(readdirSync(folder).some((name) => name.startsWith('library-replaced-'))).toBe(true);
    expect(app.errors).toEqual([]);
  });
});
