import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { picture } from './look.ts';

describe.skipIf(!chromiumPath)('policies in the window', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch();
    page = app.page;
  });
  afterAll(() => app?.close());

  const codes = (): Promise<(string | null)[]> =>
    page.getByTestId('finding-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')));

  it('has a policy copied, changed and saved, and a report follow it', async () => {
    await page.getByTestId('library-row').first().press('Enter');
    await page.getByTestId('finding-row').first().waitFor();
    expect(await codes()).toContain('W307');
    await page.getByTestId('back-to-library').click();

    await page.getByTestId('policies-open').click();
    await page.getByTestId('policy-copy').click();
    await page.getByTestId('policy-name').fill('本司政策');
    await page.locator('[data-testid=policy-rule][data-code=W307] select').selectOption('off');
    await page.getByTestId('limit-N212-digits').fill('99');
    expect(await page.getByTestId('limit-N212-digits').getAttribute('aria-invalid')).toBe('true');
    await page.getByTestId('limit-N212-digits').fill('6');
    await page.getByTestId('tab-terms').click();
    await page.getByTestId('term-add').click();
    await page.getByTestId('term-avoid').fill('商户');
    await page.getByTestId('term-use').fill('客户');
    await page.getByTestId('tab-signOff').click();
    await page.getByTestId('policy-stage-legal').uncheck();
    await page.getByTestId('policy-apart').check();
    await page.getByTestId('policy-summary-page').check();
    await picture(page, 'policy-sign-off');
    await page.getByTestId('policy-save').click();
    await page.getByTestId('policy-save').waitFor({ state: 'detached' });

    const out = join(app.folder, '政策.json');
    app.dialogs.saves.push(out);
    await page.getByTestId('policy-export').click();
    await page.getByTestId('toast').filter({ hasText: '政策.json' }).waitFor();
    const written = JSON.parse(readFileSync(out, 'utf8'));
    expect(written.name).toBe('本司政策');
    expect(written.rules).toEqual({ N212: { limits: { digits: 6 } }, W307: { level: 'off' } });
    expect(written.signOff).toMatchObject({
      stages: [{ stage: 'compliance', roles: ['compliance'] }],
      apart: true,
    });
    expect(written.summaryPage).toBe(true);
    expect(written.terms[0]).toMatchObject({ avoid: '商户', use: '客户' });

    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().press('Enter');
    await page.getByTestId('tab-rules').click();
    await page.getByTestId('report-policy').selectOption({ label: '本司政策' });
    await page.locator('[data-testid=rule-row][data-status=off]').waitFor();
    expect(await codes()).not.toContain('W307');
    expect(await codes()).toContain('W306');
    await page.getByTestId('tab-history').click();
    await page.getByText('检查政策改为“本司政策”').waitFor();
  }, 60_000);

  it('takes a policy from a file, and says in one sentence what is wrong with another', async () => {
    const wrong = join(app.folder, '错.json');
    writeFileSync(wrong, '{"format":1,"name":"错"}');
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('policies-open').click();
    await page.getByTestId('policy-row').first().waitFor();
    const rows = await page.getByTestId('policy-row').count();
    app.dialogs.opens.push(wrong);
    await page.getByTestId('policy-import').click();
    await page.getByTestId('toast').filter({ hasText: '政策文件不合格式' }).waitFor();
    expect(await page.getByTestId('policy-row').count()).toBe(rows);
    app.dialogs.opens.push(join(app.folder, '政策.json'));
    await page.getByTestId('policy-import').click();
    await page.getByTestId('policy-row').filter({ hasText: '本司政策（2）' }).waitFor();
  }, 60_000);
});
