import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch, PASSPHRASE } from './launch.ts';
import { look } from './look.ts';

const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');

const report = (year: number, text: string): string =>
  `# 禾渡支付有限公司${year}年度业务报告\n\n全年服务平稳运行,${text}\n`;

describe.skipIf(!chromiumPath)('keeping the library', () => {
  let app: Launched;
  let page: Page;
  const file = (name: string, text: string) => ({ name, text });
  const rows = () => page.getByTestId('library-row').locator('.report-title').allTextContents();

  beforeAll(async () => {
    app = await launch();
    page = app.page;
    await page.getByTestId('library-row').first().waitFor();
    for (const year of [2023, 2024]) {
      await page.evaluate(
        async ({ name, text }) => {
          const { gouji } = window as never as {
            gouji: { dropReport(input: object): Promise<{ ok: boolean }> };
          };
          await gouji.dropReport({ name, bytes: new TextEncoder().encode(text), into: null });
        },
        file(`${year}.md`, report(year, `缙云驿站${year - 2000}处`)),
      );
    }
    await page.getByTestId('library-search').press('Escape');
    await page.reload();
    await page.getByTestId('library-row').nth(2).waitFor();
  });
  afterAll(() => app?.close());

  it('groups it by year with the keyboard, folds a group, and remembers both', async () => {
    await page.getByTestId('library-row').first().focus();
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    const groups = page.getByTestId('library-group');
    await groups.nth(2).waitFor();
    expect((await groups.allTextContents()).slice(-2)).toEqual(['2024（1 份）', '2023（1 份）']);
    await look(page, 'library-groups-zh');
    await groups.nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await groups.nth(1).getAttribute('aria-expanded')).toBe('false');
    expect(await rows()).toHaveLength(2);
    await page.reload();
    await groups.nth(1).waitFor();
    expect(await rows()).toHaveLength(2);
    await page.getByTestId('library-grouping').selectOption('none');
    expect(await rows()).toHaveLength(3);
  });

  it('says where it searched, and looks among the archived when asked', async () => {
    await page.getByTestId('library-row').filter({ hasText: '2023' }).focus();
    await page.keyboard.press('x');
    await page.getByTestId('library-undo').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('缙云驿站');
    await page.getByTestId('library-hit').first().waitFor();
    expect(await page.getByTestId('library-hit').count()).toBe(1);
    expect(await page.getByTestId('looked-in').textContent()).toContain('归档的 1 份没有查');
    await page.getByTestId('search-archived').click();
    await page.getByTestId('library-hit').nth(1).waitFor();
    await look(page, 'search-shelves-zh', ['light']);
    await page.getByTestId('library-search').press('Escape');
  });

  it('takes the last acts back, brings removed ones back, and deletes for good after asking', async () => {
    const first = page.getByTestId('library-row').filter({ hasText: '2024' });
    await first.focus();
    await page.keyboard.press('Delete');
    await page.getByTestId('report-remove-confirm').click();
    await first.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await first.waitFor();
    await page.keyboard.press('Shift+Z');
    await first.waitFor({ state: 'detached' });
    await page.getByTestId('choose-removed').click();
    const removed = page.getByTestId('removed-row');
    await removed.first().waitFor();
    await look(page, 'removed-zh');
    await removed.first().focus();
    await page.keyboard.press('r');
    await removed.first().waitFor({ state: 'detached' });
    await page.getByTestId('choose-all').click();
    await first.waitFor();
    await first.focus();
    await page.keyboard.press('Delete');
    await page.getByTestId('report-remove-confirm').click();
    await page.getByTestId('choose-removed').click();
    await removed.first().focus();
    await page.keyboard.press('Delete');
    await page.getByTestId('report-purge-confirm').waitFor();
    await look(page, 'purge', ['light']);
    await page.getByTestId('report-purge-confirm').click();
    await removed.first().waitFor({ state: 'detached' });
    await page.getByTestId('choose-all').click();
    expect(app.errors).toEqual([]);
  });

  it('fills exports and seals with what the settings say', async () => {
    await page.getByTestId('settings-open').click();
    await page.getByTestId('signing-organisation').fill('禾渡支付有限公司');
    await page.getByTestId('signing-place').fill('演示市高新区');
    await page.getByTestId('signing-contact').fill('张三 010-00000000');
    await page.getByTestId('signing-signatory').scrollIntoViewIfNeeded();
    await look(page, 'settings-signing-zh');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByTestId('library-row').first().press('Enter');
    await page.getByTestId('review-view').waitFor();
    await page.keyboard.press('e');
    const organisation = page.getByTestId('export-organisation');
    expect(await organisation.inputValue()).toBe('禾渡支付有限公司');
    app.dialogs.opens.push(join(SAMPLES, 'TEST-ONLY-gouji.p12'));
    await page.getByTestId('export-key').click();
    await page.getByTestId('seal-place').waitFor();
    expect(await page.getByTestId('seal-place').inputValue()).toBe('演示市高新区');
    await look(page, 'export-signing', ['light']);
    await page.keyboard.press('Escape');
    expect(app.errors).toEqual([]);
  });

  it('keeps what is typed and not sent through the lock and through a window that closes', async () => {
    const reason = page.getByTestId('waive-reason');
    const edited = page.getByTestId('place-editor').locator('.cm-content');
    await page.getByTestId('finding-row').nth(1).click();
    await page.keyboard.press('w');
    await reason.fill('原表如此，见附件');
    await page.getByTestId('desk-person').click();
    await page.getByTestId('desk-lock').click();
    await page.getByTestId('lock-screen').waitFor();
    await page.getByTestId('unlock-passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByTestId('lock-screen').waitFor({ state: 'detached' });
    expect(await reason.inputValue()).toBe('原表如此，见附件');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await edited.waitFor();
    await page.keyboard.type('改到一半');
    await page.reload();
    await page.getByTestId('library-row').first().press('Enter');
    await edited.waitFor();
    expect(await edited.textContent()).toContain('改到一半');
    await page.getByTestId('edit-cancel').click();
    await page.getByTestId('finding-row').nth(1).click();
    await page.getByTestId('waive-kept').waitFor();
    await look(page, 'kept', ['light']);
    await page.keyboard.press('w');
    expect(await reason.inputValue()).toBe('原表如此，见附件');
    expect(app.errors).toEqual([]);
  });

  it('marks what was said in the document, goes to it by key, takes it back, and keeps it inside at an export', async () => {
    await page.keyboard.press('Escape');
    await page.getByTestId('finding-row').nth(1).click();
    await page.keyboard.press('c');
    await page.getByTestId('comment-body').fill('请业务部门确认');
    await page.keyboard.press('Control+Enter');
    await page.locator('.commented').first().waitFor();
    await page.getByTestId('tab-detail').click();
    await page.keyboard.press('n');
    await page.locator('[data-testid=thread][aria-current=true]').waitFor();
    await look(page, 'comment-marks-zh');
    await page.keyboard.press('e');
    expect(await page.getByTestId('export-comments').isChecked()).toBe(false);
    await look(page, 'export-comments-zh', ['light']);
    await page.keyboard.press('Escape');
    await page.getByTestId('comment-withdraw').click();
    await page.locator('.commented').first().waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.locator('.commented').first().waitFor();
    await page.keyboard.press('z');
    await page.locator('.commented').first().waitFor({ state: 'detached' });
    expect(app.errors).toEqual([]);
  });
});
