import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host, scriptedDialogs } from '../host/host.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'resources/samples');

const DRAFT = `# 演示支付公司2026年业务情况报告

**演示市分行：**

本年度共有三类商户,其中餐饮类最多。全年服务平稳运行，没有发生重大投诉。

| 序号 | 时间 | 活动 |
| --- | --- | --- |
| 1 | 20260105-20260107 | 迎新立减 |
| 2 | 20260210-20260228 | 春节立减 |
| 320260301- | 20260315 | 开学立减 |
| 4 | 20260402-20260420 | 踏青立减 |
| 5 | 20260501-20260505 | 五一立减 |
| 6 | 20260601-20260618 | 年中立减 |
`;

/** Beside the whole job (whole-job.test.ts): what is refused, what is dropped, what was tampered with. */
describe.skipIf(!chromiumPath)('files that come and go', () => {
  let app: Launched;
  let folder: string;
  let dialogs: ReturnType<typeof scriptedDialogs>;
  let page: Page;
  let host: Host;

  beforeAll(async () => {
    app = await launch();
    ({ folder, dialogs, page, host } = app);
  });
  afterAll(() => app?.close());

  const finding = (code: string) => page.locator(`[data-testid=finding-row][data-code=${code}]`);

  it('opens on the library with the sample in it', async () => {
    await page.getByTestId('library-row').first().waitFor();
    expect(await page.getByTestId('library-row').count()).toBe(1);
  });

  it('imports a draft and shows its findings', async () => {
    const draft = join(folder, 'draft.md');
    writeFileSync(draft, DRAFT);
    dialogs.opens.push(draft);
    await page.getByTestId('library-import').click();
    await finding('T101').waitFor();
    expect(await finding('W307').count()).toBe(1);
  });

  it('exports a sealed PDF', async () => {
    const out = join(folder, 'sealed.pdf');
    dialogs.opens.push(join(SAMPLES, 'TEST-ONLY-gouji.p12'));
    dialogs.saves.push(out);
    await page.getByTestId('export-open').click();
    await page.getByTestId('export-draft').check();
    await page.getByTestId('export-key').click();
    const passphrase = readFileSync(join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt'), 'utf8').trim();
    await page.getByTestId('export-passphrase').fill(passphrase);
    await page.getByTestId('export-confirm').click();
    await page.getByTestId('export-result').waitFor();
    expect(statSync(out).size).toBeGreaterThan(10_000);
    await page.keyboard.press('Escape');
  });

  it('verifies it, and says so when a byte was changed', async () => {
    const sealed = join(folder, 'sealed.pdf');
    const changed = readFileSync(sealed);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(folder, 'changed.pdf'), changed);
    for (const [name, status] of [
      ['sealed.pdf', 'valid'],
      ['changed.pdf', 'invalid'],
    ] as const) {
      dialogs.opens.push(join(folder, name));
      await page.getByTestId('verify-open').first().click();
      await page.locator(`[data-testid=verify-status][data-status=${status}]`).waitFor();
    }
  });

  const drop = async (name: string, text: string): Promise<void> => {
    const files = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName));
        return transfer;
      },
      [name, text] as const,
    );
    const target = page.locator('body');
    await target.dispatchEvent('dragenter', { dataTransfer: files });
    await target.dispatchEvent('dragover', { dataTransfer: files });
    await target.dispatchEvent('drop', { dataTransfer: files });
  };

  it('refuses a dropped PDF with one sentence, the library as it was', async () => {
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().waitFor();
    const before = await page.getByTestId('library-row').count();
    await drop('report.pdf', '%PDF-1.7 …');
    await page.getByTestId('toast').getByText('这是PDF文件').waitFor();
    expect(await page.getByTestId('library-row').count()).toBe(before);
  });

  it('imports a dropped draft', async () => {
    await drop('dropped.md', '# 拖入的报告\n\n本季度服务平稳,没有需要说明的事项。\n');
    await finding('W307').waitFor();
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').getByText('拖入的报告').waitFor();
    // What was imported was on the screen; the sample never was.
    const unopened = page.getByTestId('library-row').filter({ hasText: '未打开' });
    expect(await unopened.allTextContents()).toEqual([expect.stringContaining('sample-report.md')]);
  });

  it('reached for nothing outside the app, and threw nothing', () => {
    expect(host.foreignRequests).toEqual([]);
    expect(app.errors).toEqual([]);
  });
});
