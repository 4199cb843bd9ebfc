import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { chromiumPath, type Launched, launch, PASSPHRASE } from './launch.ts';
import { picture } from './look.ts';

const DRAFT = `# 演示支付公司2026年业务报告

## 一、业务情况

全年服务平稳运行。

## 二、商户情况

截至2026年2月30日，共有商户12户。
`;

const OTHERS = [
  ['合规乙', 'compliance'],
  ['法务丙', 'legal'],
  ['发布丁', 'releaser'],
] as const;

describe.skipIf(!chromiumPath)('sign-off in the window', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch({ name: '编制甲', roles: ['preparer'] });
    page = app.page;
    await page.getByTestId('library-row').first().waitFor();
    for (const [name, role] of OTHERS)
      await ask('createIdentity', { name, roles: [role], passphrase: PASSPHRASE, adopt: null });
    await page.reload();
    await sit('编制甲');
    const draft = join(app.folder, 'draft.md');
    writeFileSync(draft, DRAFT);
    app.dialogs.opens.push(draft);
    await page.getByTestId('library-import').click();
    await finding().waitFor();
  });
  afterAll(() => app?.close());

  const ask = (call: string, input?: unknown) =>
    page.evaluate(
      ([name, value]) =>
        (window as never as { gouji: Record<string, (input: unknown) => Promise<unknown>> }).gouji[name]?.(
          value,
        ),
      [call, input] as const,
    );
  const finding = () => page.locator('[data-testid=finding-row][data-code=N214]');
  const state = (name: string) => page.locator(`[data-testid=case-state][data-state=${name}]`).waitFor();

  /** Changes over to another person: at the lock screen, or through the bar. */
  async function sit(name: string): Promise<void> {
    if ((await page.getByTestId('lock-screen').count()) === 0) {
      const there = await page.getByTestId('desk-person').textContent();
      if (there === name) return;
      await page.getByTestId('desk-person').click();
    }
    const option = page.getByTestId('unlock-who').locator('option', { hasText: name });
    await page.getByTestId('unlock-who').selectOption((await option.getAttribute('value')) ?? '');
    await page.getByTestId('unlock-passphrase').fill(PASSPHRASE);
    await page.getByTestId('unlock-confirm').click();
    await page.getByTestId('desk-person').getByText(name).waitFor();
    await page.getByTestId('people-dialog').waitFor({ state: 'detached' });
  }

  async function move(action: string, reason = ''): Promise<void> {
    await page.getByTestId('case-state').click();
    await page.getByTestId(`move-${action}`).click();
    await page.getByTestId('move-reason').fill(reason);
    await page.getByTestId('move-confirm').click();
    await page.getByTestId('move-form').waitFor({ state: 'detached' });
  }
  const refused = async (code: string) =>
    page.locator(`[data-testid=move-refused][data-code=${code}]`).waitFor();

  it('lists what is missing, and each thing leads to itself', async () => {
    await page.getByTestId('case-state').click();
    await page.getByTestId('missing').waitFor();
    await picture(page, 'sign-off-draft');
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('missing-finding').first().click();
    await page.getByTestId('waive-open').click();
    await page.getByTestId('waive-reason').fill('引自登记原文');
    await page.getByTestId('waive-confirm').click();
    await page.getByTestId('waiver-unconfirmed').waitFor();
    expect(await page.getByTestId('waiver-confirm').count()).toBe(0);
    await move('submit');
    await state('review');
  });

  it('keeps out who took part, whose role it is not, and what is not ready', async () => {
    await refused('no-role');
    const listed = (await ask('listReports')) as { value: { id: number; title: string }[] };
    const id = listed.value.find(({ title }) => title.includes('2026年业务'))?.id;
    const open = (await ask('openReport', { reportId: id })) as { value: { revisionId: number } };
    const order = { reportId: id, revisionId: open.value.revisionId, reason: '', sections: null };
    expect(await ask('moveStage', { ...order, action: 'release' })).toMatchObject({
      error: { code: 'no-move' },
    });
    await sit('合规乙');
    await refused('not-ready');
    expect(await ask('moveStage', { ...order, action: 'sign' })).toMatchObject({
      error: { code: 'not-ready' },
    });
    await sit('法务丙');
    await refused('no-role');
    expect(await ask('exportReport', { ...order, draft: false, seal: null })).toMatchObject({
      ok: false,
    });
  });

  it('goes on over the second person, compliance and legal', async () => {
    await sit('合规乙');
    await finding().click();
    await page.getByTestId('waiver-confirm').click();
    await page.getByTestId('waiver-confirmed').waitFor();
    await move('sign', '已核对台账');
    await state('compliance-signed');
    await refused('no-role');
    await picture(page, 'sign-off-compliance');
    await sit('法务丙');
    await move('sign');
    await state('legal-signed');
    expect(await page.getByTestId('signature').count()).toBe(2);
  });

  it('loses its signatures to an edit, and shows the next one what changed', async () => {
    await sit('编制甲');
    const next = join(app.folder, 'next.md');
    writeFileSync(next, DRAFT.replace('平稳', '稳定'));
    app.dialogs.opens.push(next);
    await page.getByTestId('import-draft').click();
    await state('review');
    await page.keyboard.press('Escape');
    await sit('合规乙');
    await page.getByTestId('case-state').click();
    await page.getByTestId('changes-show').click();
    await page.getByTestId('changed-passage').first().waitFor();
    expect(await page.getByTestId('changed-passage').count()).toBe(1);
    await picture(page, 'sign-off-changes');
    expect(await violations(page)).toEqual([]);
    await move('sign');
    await sit('法务丙');
    await move('return', '请写明统计口径');
    await state('draft');
  });

  it('is released after all, and only then the final version leaves', async () => {
    await sit('编制甲');
    await move('submit', '口径已在附注写明');
    await sit('合规乙');
    await move('sign');
    await sit('法务丙');
    await move('sign');
    await page.getByTestId('export-open').click();
    expect(await page.getByTestId('export-final').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await sit('发布丁');
    await move('release');
    await state('released');
    await picture(page, 'sign-off-released');
    const out = join(app.folder, 'final.pdf');
    app.dialogs.saves.push(out);
    await page.getByTestId('export-open').click();
    await page.getByTestId('export-confirm').click();
    await page.getByTestId('export-result').waitFor();
    expect(existsSync(out) && readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await page.getByTestId('tab-history').click();
    await page.locator('[data-testid=history-row][data-action="stage.release"]').waitFor();
    expect(app.errors).toEqual([]);
  });

  it('is told in English too', async () => {
    await page.getByTestId('settings-open').click();
    await page.getByTestId('language-select').selectOption('en');
    await page.keyboard.press('Escape');
    await page.getByTestId('case-state').click();
    await page
      .getByTestId('sign-off')
      .getByText('Released')
      .first()
      .waitFor()
      .catch(() => undefined);
    await picture(page, 'sign-off-en');
    expect(await violations(page)).toEqual([]);
  });
});
