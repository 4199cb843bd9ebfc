import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';

describe.skipIf(!chromiumPath)('a case file that is double-clicked', () => {
  let app: Launched;
  let page: Page;
  let file = '';
  /** What the system does on Windows and Linux: starts the app again, which hands its words to the first. */
  const doubleClick = (...words: string[]): boolean =>
    app.host.app.emit('second-instance', {}, ['gouji', '.', ...words], app.folder);

  beforeAll(async () => {
    app = await launch();
    ({ page } = app);
    file = join(app.folder, '移交.gouji');
    app.dialogs.saves.push(file);
    await page.getByTestId('library-row').first().click();
    await page.getByTestId('tab-history').click();
    await page.getByTestId('hand-over-open').click();
    await page.getByTestId('hand-over-confirm').click();
    await page.getByTestId('handed-over').waitFor();
    await page.keyboard.press('Escape');
  });
  afterAll(() => app?.close());

  it('is asked about by name, and left when the person says so', async () => {
    expect(existsSync(file)).toBe(true);
    doubleClick('移交.gouji');
    await page.getByText('是否接收《移交.gouji》？').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('是否接收').waitFor({ state: 'detached' });
  });

  it('is received when the person says so', async () => {
    doubleClick('--some-switch', file);
    await page.getByTestId('case-opened-accept').click();
    await page.getByTestId('toast').getByText('案卷的内容本机都已有').waitFor();
  });

  it('is no other file', async () => {
    doubleClick(join(app.folder, 'library.sqlite'));
    doubleClick('../../etc/passwd');
    await page.waitForTimeout(200);
    expect(await page.getByText('是否接收').count()).toBe(0);
  });

  it('that is gone is told with one sentence', async () => {
    doubleClick('没有.gouji');
    await page.getByTestId('case-opened-accept').click();
    await page.getByTestId('toast').getByText('文件不存在').waitFor();
    expect(app.errors).toEqual([]);
  });
});
