import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, p, run, tbl, tc } from '../helpers/docx.ts';
import type { scriptedDialogs } from '../host/host.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const table = (total: string): string =>
  tbl([
    [tc('项目', '<w:vMerge w:val="restart"/>'), tc('2025年', '<w:gridSpan w:val="2"/>')],
    [tc('', '<w:vMerge/>'), '笔数（万笔）', '金额（万元）'],
    ['线上', '1,200', '35,000'],
    ['线下', '800', '22,000'],
    ['合计', '2,000', total],
  ]);
const draft = (amount: string, total: string): Uint8Array =>
  docx(
    p(run('演示支付公司2025年业务报告', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
      p('一、业务情况') +
      p(`本年各项业务平稳,未发生重大事件。`) +
      p(`全年交易金额为${amount}万元，系统运行平稳。`) +
      p(`<w:r><w:drawing><a:blip/></w:drawing></w:r>`) +
      table(total),
  );
const LEDGER = '业务台账\n单位：万元\n项目,2024年,2025年\n线上支付,1200.5,1300\n线下支付,800,待定\n';

describe.skipIf(!chromiumPath)('importing in the window', () => {
  let app: Launched;
  let page: Page;
  let dialogs: ReturnType<typeof scriptedDialogs>;
  const file = (name: string, data: string | Uint8Array): string => {
    const path = join(app.folder, name);
    writeFileSync(path, data);
    return path;
  };

  beforeAll(async () => {
    app = await launch();
    ({ page, dialogs } = app);
    await page.getByTestId('library-row').first().waitFor();
  });
  afterAll(() => app?.close());

  const finding = (code: string) => page.locator(`[data-testid=finding-row][data-code=${code}]`);

  it('imports a Word file, with its table as Word shows it and its notes', async () => {
    dialogs.opens.push(file('draft.docx', draft('57,000', '57,100')));
    await page.getByTestId('library-import').click();
    await finding('T109').waitFor();
    expect(await page.locator('.document th[colspan="2"]').first().textContent()).toContain('2025年');
    await page.getByTestId('notes-show').click();
    await page.getByTestId('import-note').first().waitFor();
    expect(await page.getByTestId('source-proof').textContent()).toContain('一致');
  });

  it('says where a finding stands in the Word file', async () => {
    await finding('T109').click();
    await page.getByTestId('source-place').getByText('表1第5行').waitFor();
  });

  it('waives a finding, takes the next draft in, and shows what it changed', async () => {
    await finding('W307').click();
    await page.getByTestId('waive-open').click();
    await page.getByTestId('waive-reason').fill('引自原文，不改');
    await page.getByTestId('waive-confirm').click();
    await page.getByTestId('finding-detail').getByText('引自原文，不改').waitFor();
    dialogs.opens.push(file('next.docx', draft('57,200', '57,000')));
    await page.getByTestId('import-draft').click();
    await page.getByTestId('comparison').waitFor();
    expect(await page.getByTestId('text-change').count()).toBe(2);
    await page.getByTestId('comparison-sums').getByText('1').first().waitFor();
    await page.getByTestId('comparison').getByTestId('tab-figures').click();
    expect(await page.getByTestId('figure-change').first().textContent()).toContain('+2,000,000 元');
    await page.keyboard.press('Escape');
    await finding('T109').waitFor({ state: 'detached' });
    await page.getByTestId('undo').click();
    await finding('T109').waitFor();
  });

  it('maps a ledger once and knows its layout the next time', async () => {
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('ledgers-open').click();
    dialogs.opens.push(file('ledger.csv', LEDGER));
    await page.getByTestId('ledger-import').first().click();
    await page.getByTestId('mapping-dialog').waitFor();
    expect(await page.getByTestId('mapping-dialog').getByTestId('remembered').count()).toBe(0);
    await page.getByTestId('mapping-count').getByText('3').waitFor();
    await page.getByTestId('mapping-save').click();
    await page.getByTestId('ledger-row').getByText('ledger.csv').waitFor();
    await page.getByTestId('fact-row').first().waitFor();
    expect(await page.getByTestId('fact-row').count()).toBe(3);
    dialogs.opens.push(
      file('ledger-2026.csv', LEDGER.replace('2025年', '2026年').replace('2024年', '2025年')),
    );
    await page.getByTestId('ledger-import').first().click();
    await page.getByTestId('remembered').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('refuses a broken file with one sentence', async () => {
    dialogs.opens.push(file('broken.xlsx', new Uint8Array([0x50, 0x4b, 3, 4])));
    await page.getByTestId('ledger-import').first().click();
    await page.getByTestId('toast').getByText('损坏').waitFor();
  });

  it('threw nothing', () => expect(app.errors).toEqual([]));
});
