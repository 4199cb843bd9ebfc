import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { scriptedDialogs } from '../host/host.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const report = (
  year: number,
  amounts: readonly [string, string, string],
  stated: string,
): string => `# 演示支付公司${year}年业务情况报告

**演示市分行：**

## 一、总体情况

${year}年，我司全年交易金额为${stated}万元，服务商户1,284户。年内召开季度例会3次。

## 二、分项情况

*表1 ${year}年交易情况统计表*

| 项目 | 交易金额（万元） | 商户数（户） |
| --- | --- | --- |
| 线上 | ${amounts[0]} | 640 |
| 线下 | ${amounts[1]} | 608 |
| 合计 | ${amounts[2]} | 1,248 |

全年交易金额见表1，其中线上交易金额为${amounts[0]}万元。

特此报告。

演示支付公司

${year + 1}年1月15日
`;
const BEFORE = report(2024, ['3,000.00', '2,000.00', '5,000.00'], '5,000.00');
const DRAFT = report(2025, ['3,600.50', '2,100.25', '5,700.75'], '5,700.75');
const LEDGER = '2025年业务台账\n单位：万元\n项目,交易金额\n全年,5701.75\n线上,3600.50\n线下,2100.25\n';

describe.skipIf(!chromiumPath)('the data tables in the window', () => {
  let app: Launched;
  let page: Page;
  let dialogs: ReturnType<typeof scriptedDialogs>;
  const file = (name: string, data: string): string => {
    const path = join(app.folder, name);
    writeFileSync(path, data);
    return path;
  };
  const rows = () => page.getByTestId('data-row');
  const cells = (column: string) => page.locator(`[data-testid=data-row] [data-column=${column}]`);
  const tab = (name: string) => page.getByTestId('data-desk').getByTestId(`tab-${name}`);
  const importReport = async (name: string, text: string): Promise<void> => {
    dialogs.opens.push(file(name, text));
    await page.getByTestId('library-import').click();
    // The test host hands the analysis over as JSON: 100,000 figures take it long.
    await page.getByTestId('review-view').waitFor({ timeout: 120_000 });
  };
  /** What the next copy puts on the clipboard. */
  const copied = async (act: () => Promise<void>): Promise<string> => {
    const text = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const { setData } = DataTransfer.prototype;
          DataTransfer.prototype.setData = function hand(format, data) {
            DataTransfer.prototype.setData = setData;
            setData.call(this, format, data);
            resolve(data);
          };
        }),
    );
    await act();
    return text;
  };

  beforeAll(async () => {
    app = await launch();
    ({ page, dialogs } = app);
    await page.getByTestId('library-row').first().waitFor();
    await importReport('before.md', BEFORE);
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().waitFor();
    await importReport('draft.md', DRAFT);
  });
  afterAll(() => app?.close());

  it('stand in the place of the document and say what they compare with', async () => {
    await page.keyboard.press('d');
    await page.getByTestId('data-desk').waitFor();
    await page.getByTestId('reference-note').getByText('演示支付公司2024年业务情况报告').waitFor();
    expect(await cells('previous').getByText('5,000.00').count()).toBeGreaterThan(0);
    expect(await page.getByTestId('sort-ledger').count()).toBe(0);
    const total = page.getByRole('tab', { selected: true }).first();
    expect(await total.textContent()).toContain('数字');
  });

  it('list what a state of the coverage bar stands for', async () => {
    const single = page.locator('.coverage-state[data-state=single]');
    const count = Number(await single.locator('b').textContent());
    await single.click();
    expect(await rows().count()).toBe(count);
    await page.getByTestId('unconfirmed').click();
    await cells('why').getByText('只出现一次').first().waitFor();
    await page.getByTestId('data-clear').click();
  });

  it('sort by exact values, with the keys of a grid', async () => {
    await page.getByTestId('sort-value').click();
    await page.getByTestId('sort-value').click();
    expect(await cells('value').first().textContent()).toBe('57,007,500 元');
    await page.getByTestId('data-grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.locator('[data-testid=data-row][aria-selected=true]').count()).toBe(2);
    const text = await copied(() => page.keyboard.press('Control+c'));
    const lines = text.split('\r\n').map((line) => line.split('\t'));
    expect(lines).toHaveLength(2);
    expect(lines[0]?.[1]).toBe('57007500');
    const whole = (await copied(() => page.getByTestId('data-copy').click())).split('\r\n');
    expect(whole).toHaveLength(1 + (await rows().count()));
    await page.getByTestId('sort-value').click();
  });

  it('lead to the text by Enter, and back', async () => {
    await page.getByTestId('data-grid').focus();
    await page.keyboard.press('Home');
    await page.getByTestId('figure-strip').getByTestId('place').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('data-desk').waitFor({ state: 'detached' });
    await page.locator('.document .spot').first().waitFor();
    await page.keyboard.press('Control+d');
    await page.getByTestId('data-desk').waitFor();
  });

  it('say no to a waiver while no finding is shown', async () => {
    await page.getByTestId('data-grid').focus();
    await page.keyboard.press('w');
    await page.keyboard.press('a');
    expect(await page.getByTestId('waive-reason').count()).toBe(0);
    expect(await page.getByTestId('data-desk').count()).toBe(1);
  });

  it('show a tie with both sides', async () => {
    await tab('ties').click();
    await page.getByTestId('chip-sum').click();
    await rows().first().click();
    const strip = page.getByTestId('tie-strip');
    expect(await strip.getByTestId('place').count()).toBeGreaterThan(1);
    expect(await strip.locator('.tie-line').textContent()).toContain('+');
    await page.getByTestId('data-clear').click();
  });

  it('show a table beside the sentences that quote it', async () => {
    await tab('quotes').click();
    await page.getByTestId('quote-strip').locator('td[data-quoted=pass]').first().waitFor();
    await page.getByTestId('quote-strip').getByTestId('place').first().waitFor();
  });

  it('are checked anew when a ledger has come, and show its figures', async () => {
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().waitFor();
    await page.getByTestId('ledgers-open').click();
    dialogs.opens.push(file('ledger.csv', LEDGER));
    await page.getByTestId('ledger-import').first().click();
    await page.getByTestId('mapping-count').waitFor();
    await page.getByTestId('mapping-save').click();
    await page.getByTestId('fact-row').first().waitFor();
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').getByText('演示支付公司2025年业务情况报告').click();
    await page.getByTestId('review-view').waitFor();
    await page.keyboard.press('d');
    await page.getByTestId('reference-note').getByText('ledger.csv').waitFor();
    await page.getByTestId('sort-ledger').waitFor();
    expect(await cells('ledger').filter({ hasText: /\d/ }).count()).toBeGreaterThan(0);
  });

  it('let the person choose what to compare with', async () => {
    await page.getByTestId('references-open').click();
    await page.getByTestId('references-manual').check();
    await page.getByTestId('references-previous').selectOption('');
    await page.getByTestId('references-save').click();
    await page.getByTestId('references-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('sort-previous').waitFor({ state: 'detached' });
    await page.getByTestId('reference-note').getByText('ledger.csv').waitFor();
    await page.getByTestId('references-open').click();
    await page.getByTestId('references-automatic').check();
    await page.getByTestId('references-save').click();
    await page.getByTestId('sort-previous').waitFor();
  });

  it('say where else a fact is stated', async () => {
    await page.getByTestId('data-search').fill('5,700.75');
    await rows().first().click();
    await page.getByTestId('elsewhere-ask').click();
    await page.getByTestId('elsewhere-row').first().waitFor();
    expect(await page.getByTestId('elsewhere-row').first().textContent()).toContain('5,000.00');
  });

  it('are written into files as they are shown', async () => {
    const csv = join(app.folder, 'figures.csv');
    dialogs.saves.push(csv);
    await page.getByTestId('data-csv').click();
    await page.getByTestId('toast').getByText('figures.csv').waitFor();
    const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(1 + (await rows().count()));
    expect(lines[1]).toContain('5,700.75');
    const xlsx = join(app.folder, 'figures.xlsx');
    dialogs.saves.push(xlsx);
    await page.getByTestId('data-xlsx').click();
    await page.getByTestId('toast').getByText('figures.xlsx').waitFor();
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
    await page.getByTestId('data-clear').click();
  });

  it('measure how many planted errors the check finds', async () => {
    await tab('power').click();
    await page.getByTestId('power-run').click();
    await page.getByTestId('power-meaning').waitFor();
    expect(await page.getByTestId('power-kind').count()).toBeGreaterThan(0);
    await tab('figures').click();
    await tab('power').click();
    await page.getByTestId('power-meaning').waitFor();
  });

  it('stay quick with 100,000 figures, of which few rows exist', async () => {
    const sentence = (at: number) =>
      `本月第${at}组指标为${(at * 7919) % 100_000}万元、${at}.5万户、${at % 97}%。`;
    const paragraphs = Array.from({ length: 2500 }, (_, paragraph) =>
      Array.from({ length: 10 }, (__, at) => sentence(paragraph * 10 + at)).join(''),
    );
    await page.getByTestId('back-to-library').click();
    await importReport('long.md', `# 指标汇编\n\n${paragraphs.join('\n\n')}\n`);
    await page.keyboard.press('d');
    await rows().first().waitFor({ timeout: 60_000 });
    const all = Number((await page.getByTestId('data-count').textContent())?.replace(/\D/g, ''));
    expect(all).toBe(100_000);
    expect(await rows().count()).toBeLessThan(200);
    await page.getByTestId('sort-value').click();
    const again = await page.evaluate(async () => {
      const button = document.querySelector<HTMLButtonElement>('[data-testid=sort-value]');
      const start = performance.now();
      button?.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    });
    expect(again).toBeLessThan(600);
    await page.getByTestId('data-grid').focus();
    await page.keyboard.press('End');
    await page.locator('.at-cursor[aria-rowindex="100001"]').waitFor();
    expect(await rows().count()).toBeLessThan(200);
  }, 240_000);

  it('threw nothing', () => expect(app.errors).toEqual([]));
});
