import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { picture } from './look.ts';

/** Where a picture goes, for whoever looks at it; nowhere without it. */
const SHIPPED = resolve(import.meta.dirname, '../../resources/fonts');

describe.skipIf(!chromiumPath)('a company’s own fonts in the settings', () => {
  let app: Launched;
  beforeAll(async () => {
    app = await launch();
  });
  afterAll(() => app.close());

  it('are chosen by one of their files, told face by face, and given up again', async () => {
    const { page, folder, dialogs } = app;
    const own = join(folder, 'fonts');
    mkdirSync(own);
    copyFileSync(join(SHIPPED, 'KaiTi.ttf'), join(own, 'simfang.ttf'));
    writeFileSync(join(own, 'simhei.ttf'), 'no font');
    await page.getByTestId('settings-open').click();
    await page.getByTestId('fonts-choose').click();
    await expect.poll(() => page.getByTestId('font-faces').count()).toBe(0);
    dialogs.opens.push(join(own, 'simfang.ttf'));
    await page.getByTestId('fonts-choose').click();
    const faces = page.getByTestId('font-faces');
    await faces.waitFor();
    expect(await faces.textContent()).toMatch(
      /仿宋：Gouji KaiTi.*黑体：simhei\.ttf 不能用.*楷体：文件夹里没有/s,
    );
    await picture(page, 'fonts');
    await page.getByTestId('fonts-clear').click();
    await faces.waitFor({ state: 'detached' });
    expect(app.errors).toEqual([]);
  });
});
