import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeReport } from '../helpers/large-report.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/samples/sample-report.md');
/** Two places that disagree, at the end of each report. */
const CONFLICT =
  '\n## 补充说明\n\n2025年，演示中心服务网点54,736个。\n\n总体看，2025年演示中心服务网点54,376个。\n';
const SHORT = readFileSync(SAMPLE, 'utf8') + CONFLICT;
/** About 200 pages with some 190 tables. */
const LONG = largeReport(450_000, 5_900) + CONFLICT;

describe.skipIf(!chromiumPath)('the whole job', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch();
    page = app.page;
    await page.getByTestId('library-row').first().waitFor();
  });
  afterAll(() => app?.close());

  const byId = (id: string) => page.getByTestId(id);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const chosen = () => page.locator('[data-testid=finding-row][aria-selected=true]');
  const revision = (n: number) => page.locator('.revision', { hasText: new RegExp(`\\b${n}\\b`) }).waitFor();
  const editor = (id: string) => byId(id).locator('.cm-content').waitFor();
  const history = (action: string) => page.locator(`[data-testid=history-row][data-action="${action}"]`);
  const file = (name: string, text: string): string => {
    const path = join(app.folder, name);
    writeFileSync(path, text);
    return path;
  };
  /** Goes on with Tab until the control has the focus. */
  async function tabTo(place: string): Promise<void> {
    const wanted = /^[a-z-]+$/.test(place) ? `[data-testid="${place}"]` : place;
    for (let step = 0; step < 60; step++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
      await press('Tab');
    }
    throw new Error(`Tab never reached ${wanted}`);
  }

  /** Import, conflict, change, undo, find, comment, waiver, source, export: nothing but keys. */
  async function byKeyboard(name: string, text: string): Promise<void> {
    app.dialogs.opens.push(file(`${name}.md`, text));
    await press('i');
    await byId('review-view').waitFor();
    await press('j');
    await chosen().waitFor();
    await tabTo('filter-section');
    await press('End', 'Shift+F8', 'F8');
    await page.locator('[data-testid=finding-row][aria-selected=true][data-code=N204]').waitFor();
    await tabTo('conflict-choose');
    await press('2');
    await byId('conflict-wanted').waitFor();
    await tabTo('conflict-apply');
    await press('Enter');
    await revision(2);
    await page.locator('.document').getByText('总体看，2025年演示中心服务网点54,736个。').waitFor();
    await press('Control+f');
    await page.keyboard.type('演示中心服务');
    await byId('find-count').getByText('1 / 2').waitFor();
    await press('Escape');
    await tabTo('filter-section');
    await press('Home', 'F8', 'F2');
    await editor('place-editor');
    await press('Control+End');
    await page.keyboard.type('（已核）');
    await byId('edit-status').waitFor();
    await press('Control+Enter');
    await revision(3);
    await press('z');
    await revision(2);
    await press('Shift+Z');
    await revision(3);
    await press('c');
    await page.keyboard.type('请财务部确认。');
    await press('Control+Enter');
    await byId('thread').getByText('请财务部确认。').waitFor();
    await press('F8', 'w');
    await page.keyboard.type('引自原文，不改');
    await press('Control+Enter');
    await byId('reopen').waitFor();
    await press('Control+e');
    await editor('source-pane');
    await press('Control+Home', 'End');
    await page.keyboard.type('（修订稿）');
    await press('Control+s');
    await page.keyboard.type('改标题');
    await press('Control+s');
    await revision(4);
    await press('Control+e');
    await page.locator('h1', { hasText: '（修订稿）' }).waitFor();
    app.dialogs.saves.push(join(app.folder, `${name}.pdf`));
    await press('e');
    // One of two: Tab reaches the chosen one, an arrow the other.
    await tabTo(':is([role=radio], input[type=radio])');
    await press('ArrowUp');
    if (!(await byId('export-draft').isChecked())) await press('ArrowUp');
    await tabTo('export-confirm');
    await press('Enter');
    await byId('export-result').waitFor();
    await press('Escape');
  }

  /** The same with the mouse. */
  async function byMouse(name: string, text: string): Promise<void> {
    app.dialogs.opens.push(file(`${name}.md`, text));
    await byId('library-import').click();
    await byId('review-view').waitFor();
    await byId('filter-section').selectOption({
      index: (await byId('filter-section').locator('option').count()) - 1,
    });
    await page.locator('[data-testid=finding-row][data-code=N204]').first().click();
    await byId('conflict-choose').nth(1).click();
    await byId('conflict-apply').click();
    await revision(2);
    await byId('find-open').click();
    await byId('find-query').fill('演示中心服务');
    await byId('find-count').getByText('1 / 2').waitFor();
    await page.locator('.document .spot').first().dblclick();
    await editor('place-editor');
    await press('Control+End');
    await page.keyboard.type('（已核）');
    await byId('edit-status').waitFor();
    await byId('edit-save').click();
    await revision(3);
    await byId('undo').click();
    await revision(2);
    await byId('redo').click();
    await revision(3);
    await byId('filter-section').selectOption('');
    await byId('finding-row').first().click();
    await byId('comment-open').click();
    await byId('comment-body').fill('请财务部确认。');
    await byId('comment-send').click();
    await byId('thread-settle').click();
    await byId('thread').waitFor({ state: 'detached' });
    await byId('finding-row').nth(1).click();
    await byId('waive-open').click();
    await byId('waive-reason').fill('引自原文，不改');
    await byId('waive-confirm').click();
    await byId('reopen').waitFor();
    await byId('choose-source').click();
    await editor('source-pane');
    await press('Control+Home', 'End');
    await page.keyboard.type('（修订稿）');
    await byId('back-to-library').click();
    await byId('unsaved-stay').click();
    await byId('source-reason').fill('改标题');
    await byId('source-save').click();
    await revision(4);
    await byId('choose-page').click();
    app.dialogs.saves.push(join(app.folder, `${name}.pdf`));
    await byId('export-open').click();
    await byId('export-draft').check();
    await byId('export-confirm').click();
    await byId('export-result').waitFor();
    await press('Escape');
  }

  const exported = (name: string): number => statSync(join(app.folder, `${name}.pdf`)).size;
  const home = async (): Promise<void> => {
    await byId('back-to-library').click();
    await byId('library-row').first().waitFor();
  };

  it('by keys alone, in Chinese, on the sample', async () => {
    await byKeyboard('keys', SHORT);
    expect(exported('keys')).toBeGreaterThan(10_000);
    await byId('tab-history').click();
    for (const action of ['text.edited', 'act.undone', 'comment.added', 'finding.waived', 'report.exported'])
      expect(await history(action).count(), action).toBeGreaterThan(0);
    await home();
  });

  it('with the mouse, in English, on 200 pages', async () => {
    await byId('settings-open').click();
    await byId('language-select').selectOption('en');
    await press('Escape');
    await byMouse('mouse', LONG);
    expect(exported('mouse')).toBeGreaterThan(10_000);
    await home();
  });

  it('keeps only what is in view, says how much there is, and throws nothing', async () => {
    await page.getByTestId('library-row').first().dblclick();
    await byId('review-view').waitFor();
    const shown = await page.locator('[data-block]').count();
    const size = Number(await page.locator('.block-place').first().getAttribute('aria-setsize'));
    expect(size).toBeGreaterThan(700);
    expect(shown).toBeLessThan(60);
    expect(app.errors).toEqual([]);
  });
});
