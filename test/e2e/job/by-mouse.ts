import { join } from 'node:path';
import { COLLEAGUES, type JobDesk, KEY, KEY_PASSPHRASE } from './desk.ts';

/** Everybody else who has to do with a release, made at the desk of the first. */
export async function colleaguesByMouse(desk: JobDesk): Promise<void> {
  await desk.byId('desk-person').click();
  for (const { name, role } of COLLEAGUES) {
    await desk.byId('people-add').click();
    await desk.byId('person-name').fill(name);
    for (const one of ['preparer', 'compliance', 'legal', 'releaser'] as const)
      await desk.byId(`role-${one}`).setChecked(one === role);
    await desk.byId('new-passphrase').fill(desk.passphrase);
    await desk.byId('new-passphrase-again').fill(desk.passphrase);
    await desk.byId('person-confirm').click();
    await desk.byId('person-row').filter({ hasText: name }).waitFor();
  }
  await desk.page.locator('.dialog-head button').click();
  await desk.byId('people-dialog').waitFor({ state: 'detached' });
}

/** Another person sits down; who there is already stays. */
export async function sitByMouse(desk: JobDesk, name: string): Promise<void> {
  if ((await desk.byId('desk-person').textContent()) === name) return;
  await desk.byId('desk-person').click();
  const option = desk.byId('unlock-who').locator('option', { hasText: name });
  await desk.byId('unlock-who').selectOption((await option.getAttribute('value')) ?? '');
  await desk.byId('unlock-passphrase').fill(desk.passphrase);
  await desk.byId('unlock-confirm').click();
  await desk.byId('desk-person').getByText(name).waitFor();
  await desk.byId('people-dialog').waitFor({ state: 'detached' });
}

/** The whole way of a report from the file to the verified release, with the mouse; keys only where one types. */
export async function byMouse(desk: JobDesk, name: string, text: string): Promise<void> {
  desk.offer(`${name}.md`, text);
  await desk.byId('library-import').click();
  await desk.byId('review-view').waitFor();
  await resolveConflict(desk);
  await edit(desk);
  await comment(desk);
  await settleErrors(desk);
  await source(desk);
  await lookAround(desk);
  await move(desk, 'submit', 'review');
  await signOff(desk);
  await exportAndVerify(desk, name);
}

async function resolveConflict(desk: JobDesk): Promise<void> {
  const sections = desk.byId('filter-section');
  await desk.byId('finding-row').first().waitFor();
  await sections.selectOption({ index: (await sections.locator('option').count()) - 1 });
  await desk.page.locator('[data-testid=finding-row][data-code=N204]').first().click();
  await desk.byId('conflict-choose').nth(1).click();
  await desk.byId('conflict-apply').click();
  await desk.revision(2);
  await desk.byId('find-open').click();
  await desk.byId('find-query').fill('演示中心服务');
  await desk.byId('find-count').getByText('1 / 2').waitFor();
  await sections.selectOption('');
}

/** A paragraph and a cell, by double click; undone, and done again. */
async function edit(desk: JobDesk): Promise<void> {
  for (const place of ['.document .spot', '.document td']) {
    if (place.endsWith('td')) {
      await desk.byId('filter-kind').selectOption('T110');
      await desk.byId('finding-row').first().click();
      await desk.page.locator('.document .mark-chosen').first().waitFor();
    }
    await desk.page
      .locator(place.endsWith('td') ? '.document td:has(.mark-chosen)' : place)
      .first()
      .dblclick();
    await desk.editor('place-editor');
    await desk.press('Control+End');
    await desk.type(place.endsWith('td') ? '0' : '（已核）');
    await desk.byId('edit-status').waitFor();
    const before = await desk.revisionNow();
    await desk.byId('edit-save').click();
    await desk.byId('place-editor').waitFor({ state: 'detached' });
    await desk.byId('undo').click();
    await desk.revision(before);
  }
  await desk.byId('filter-kind').selectOption('');
}

async function comment(desk: JobDesk): Promise<void> {
  await desk.byId('finding-row').first().click();
  await desk.byId('comment-open').click();
  await desk.byId('comment-body').fill('请财务部确认。');
  await desk.byId('comment-send').click();
  await desk.byId('thread-settle').click();
  await desk.byId('thread').waitFor({ state: 'detached' });
}

async function settleErrors(desk: JobDesk): Promise<void> {
  for (const severity of ['doubt', 'notice']) await desk.byId(`severity-${severity}`).click();
  // What is chosen stays listed whatever is filtered: an error first, instead of the doubt that was commented on.
  await desk.page.locator('.finding-row.tone-error').first().click();
  // Fixes first: a waiver lapses when the words beside it change.
  for (let at = 0; at < (await desk.listed()); ) {
    await desk.byId('finding-row').nth(at).click();
    const finding = await desk.chosenOne();
    if (!(await desk.has('fix-apply'))) {
      at++;
      continue;
    }
    await desk.byId('fix-apply').first().click();
    await desk.page
      .locator(`[data-testid=finding-row][data-fingerprint="${finding}"]`)
      .waitFor({ state: 'detached' });
  }
  for (let at = 0; at < (await desk.listed()); at++) {
    await desk.byId('finding-row').nth(at).click();
    if (await desk.has('reopen')) continue;
    await desk.byId('waive-open').click();
    await desk.byId('waive-reason').fill('引自方案原文，附件另报');
    await desk.byId('waive-confirm').click();
    await desk.byId('reopen').waitFor();
  }
  await desk.byId('choose-waived').click();
  await desk.byId('finding-row').first().waitFor();
}

/** The source beside the page: what is typed there is asked about before one leaves, and saved with a reason. */
async function source(desk: JobDesk): Promise<void> {
  const before = await desk.revisionNow();
  await desk.byId('choose-source').click();
  await desk.editor('source-pane');
  await desk.press('Control+Home', 'End');
  await desk.type('（修订稿）');
  await desk.byId('back-to-library').click();
  await desk.byId('unsaved-stay').click();
  await desk.byId('source-reason').fill('改标题');
  await desk.byId('source-save').click();
  await desk.revision(before + 1);
  await desk.byId('choose-page').click();
  await desk.page.locator('h1', { hasText: '（修订稿）' }).waitFor();
}

async function lookAround(desk: JobDesk): Promise<void> {
  await desk.byId('choose-data').click();
  await desk.byId('data-row').nth(1).click();
  await desk.byId('figure-strip').waitFor();
  await desk.byId('choose-document').click();
  await desk.byId('compare-open').click();
  await desk.byId('comparison').waitFor();
  await desk.page.locator('.dialog').getByTestId('tab-text').click();
  await desk.byId('text-change').first().waitFor();
  await desk.page.locator('.dialog-head button').click();
}

async function move(desk: JobDesk, action: string, state: string): Promise<void> {
  await desk.byId('case-state').click();
  await desk.byId(`move-${action}`).click();
  await desk.byId('move-confirm').click();
  await desk.state(state);
}

async function signOff(desk: JobDesk): Promise<void> {
  await sitByMouse(desk, '合规乙');
  for (let at = 0; at < (await desk.listed()); at++) {
    await desk.byId('finding-row').nth(at).click();
    await desk.byId('waiver-confirm').click();
    await desk.byId('waiver-confirmed').waitFor();
  }
  await move(desk, 'sign', 'compliance-signed');
  await sitByMouse(desk, '法务丙');
  await move(desk, 'sign', 'legal-signed');
  await sitByMouse(desk, '发布丁');
  await move(desk, 'release', 'released');
}

async function exportAndVerify(desk: JobDesk, name: string): Promise<void> {
  const out = join(desk.app.folder, `${name}.pdf`);
  desk.app.dialogs.opens.push(KEY);
  desk.app.dialogs.saves.push(out);
  await desk.byId('export-open').click();
  await desk.byId('export-key').click();
  await desk.byId('export-passphrase').fill(KEY_PASSPHRASE);
  await desk.byId('export-confirm').click();
  await desk.byId('export-result').waitFor();
  await desk.page.locator('.dialog-head button').click();
  desk.app.dialogs.opens.push(out);
  await desk.byId('verify-open').click();
  await desk.page.locator('[data-testid=verify-status][data-status=valid]').waitFor();
  await desk.byId('back-to-library').click();
  await desk.byId('library-row').first().waitFor();
}
