import { join } from 'node:path';
import { COLLEAGUES, type JobDesk, KEY, KEY_PASSPHRASE } from './desk.ts';

const MOST_TABS = 60;

/** Goes on with Tab until a control has the focus; says the way where it does not come to it. */
async function tabTo({ page }: JobDesk, place: string): Promise<void> {
  const wanted = /^[a-z-]+$/.test(place) ? `[data-testid="${place}"]` : place;
  const way: string[] = [];
  for (let step = 0; step < MOST_TABS; step++) {
    const [there, name] = await page.evaluate((selector) => {
      const here = document.activeElement;
      return [here?.matches(selector) ?? false, here?.outerHTML.slice(0, 90) ?? ''] as const;
    }, wanted);
    if (there) return;
    way.push(name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${wanted}:\n${way.join('\n')}`);
}

/** F, then Tab to one of the filters; Shift F6 leads from there to the list. */
async function filterTo(desk: JobDesk, place: string): Promise<void> {
  await desk.press('F6', 'f');
  await desk.page.locator('.filters .segment:focus').waitFor();
  await tabTo(desk, place);
}

/** Everybody else who has to do with a release, made at the desk of the first. */
export async function colleaguesByKeys(desk: JobDesk): Promise<void> {
  await desk.press('u');
  for (const { name, role } of COLLEAGUES) {
    await tabTo(desk, 'people-add');
    await desk.press('Enter');
    await tabTo(desk, 'person-name');
    await desk.type(name);
    // Preparer and compliance are proposed.
    for (const one of ['preparer', 'compliance', 'legal', 'releaser'] as const) {
      await tabTo(desk, `role-${one}`);
      if ((await desk.byId(`role-${one}`).isChecked()) !== (one === role)) await desk.press('Space');
    }
    await tabTo(desk, 'new-passphrase');
    await desk.type(desk.passphrase);
    await desk.press('Tab');
    await desk.type(desk.passphrase);
    await desk.press('Enter');
    await desk.byId('person-row').filter({ hasText: name }).waitFor();
  }
  await desk.press('Escape');
  await desk.byId('people-dialog').waitFor({ state: 'detached' });
}

/** Another person sits down; who there is already stays. */
export async function sitByKeys(desk: JobDesk, name: string): Promise<void> {
  if ((await desk.byId('desk-person').textContent()) === name) return;
  await desk.press('u');
  await desk.byId('unlock-passphrase').waitFor();
  await desk.press('Shift+Tab', 'Home');
  const who = desk.byId('unlock-who').locator('option:checked');
  while (!(await who.textContent())?.startsWith(name)) await desk.press('ArrowDown');
  await desk.press('Tab');
  await desk.type(desk.passphrase);
  await desk.press('Enter');
  await desk.byId('desk-person').getByText(name).waitFor();
  await desk.byId('people-dialog').waitFor({ state: 'detached' });
}

/** The whole way of a report from the file to the verified release, nothing but keys. */
export async function byKeys(desk: JobDesk, name: string, text: string): Promise<void> {
  desk.offer(`${name}.md`, text);
  await desk.press('i');
  await desk.byId('review-view').waitFor();
  await resolveConflict(desk);
  await edit(desk);
  await comment(desk);
  await settleErrors(desk);
  await lookAround(desk);
  await desk.press('s');
  await desk.page.locator('.sign-off-acts .primary:focus').waitFor();
  await desk.press('Enter');
  await desk.page.locator('[data-testid=move-confirm]:focus').waitFor();
  await desk.press('Enter');
  await desk.state('review');
  await signOff(desk);
  await exportAndVerify(desk, name);
}

/** The last section alone; its conflict is decided for the second place. */
async function resolveConflict(desk: JobDesk): Promise<void> {
  await desk.press('j');
  await desk.chosen().waitFor();
  await filterTo(desk, 'filter-section');
  await desk.press('End', 'Shift+F8');
  for (let step = 0; step < 5 && (await desk.chosen().getAttribute('data-code')) !== 'N204'; step++)
    await desk.press('F8');
  await desk.chosenOne();
  await desk.press('F6', '2');
  await desk.byId('conflict-wanted').waitFor();
  await tabTo(desk, 'conflict-apply');
  await desk.press('Enter');
  await desk.revision(2);
  await desk.page.locator('.document').getByText('总体看，2025年演示中心服务网点54,736个。').waitFor();
  await desk.press('Control+f');
  await desk.type('演示中心服务');
  await desk.byId('find-count').getByText('1 / 2').waitFor();
  await desk.press('Escape');
  await filterTo(desk, 'filter-section');
  await desk.press('Home');
}

/** A cell and a paragraph, each where a finding of one kind is; undone, and the second done again. */
async function edit(desk: JobDesk): Promise<void> {
  for (const [kind, typed] of [
    ['T110', '0'],
    ['W302', '（已核）'],
  ] as const) {
    await filterTo(desk, 'filter-kind');
    await desk.type(kind);
    await desk.press('Escape', 'F8', 'F2');
    await desk.editor('place-editor');
    await desk.press('Control+End');
    await desk.type(typed);
    await desk.byId('edit-status').waitFor();
    const before = await desk.revisionNow();
    await desk.press('Control+Enter');
    await desk.byId('place-editor').waitFor({ state: 'detached' });
    await desk.press('z');
    await desk.revision(before);
  }
  await desk.press('Shift+Z');
  await desk.page.locator('.document').getByText('（已核）').first().waitFor();
  await filterTo(desk, 'filter-kind');
  await desk.press('Home', 'Escape');
}

async function comment(desk: JobDesk): Promise<void> {
  await desk.press('F8', 'c');
  await desk.byId('comment-body').waitFor();
  await desk.type('请财务部确认。');
  await desk.press('Control+Enter');
  await desk.byId('thread').getByText('请财务部确认。').waitFor();
}

/** Errors only: what has a fix gets it, the rest is waived with a reason. */
async function settleErrors(desk: JobDesk): Promise<void> {
  for (const severity of ['doubt', 'notice']) {
    await filterTo(desk, `severity-${severity}`);
    await desk.press('Space');
  }
  await desk.press('Escape', 'Home');
  for (let step = 0; step < 40 && (await desk.listed()) > 0; step++) {
    const finding = await desk.chosenOne();
    if (await desk.has('fix-apply')) {
      await desk.press('a');
      await desk.page
        .locator(`[data-testid=finding-row][data-fingerprint="${finding}"]`)
        .waitFor({ state: 'detached' });
      continue;
    }
    if (!(await desk.has('reopen'))) {
      await desk.press('w');
      await desk.byId('waive-reason').waitFor();
      await desk.type('引自方案原文，附件另报');
      await desk.press('Control+Enter');
      await desk.byId('reopen').waitFor();
    }
    await desk.press('F8');
    if ((await desk.chosenOne()) === finding) break;
  }
  // The ones that wait for a second person.
  await filterTo(desk, 'choose-open');
  await desk.press('ArrowRight', 'Space');
  await desk.byId('finding-row').first().waitFor();
}

/** The data tables and the way from them to the text; the revision against the one before. */
async function lookAround(desk: JobDesk): Promise<void> {
  await desk.press('d');
  await desk.byId('data-grid').waitFor();
  await tabTo(desk, 'data-grid');
  await desk.press('ArrowDown', 'ArrowDown');
  await desk.byId('figure-strip').waitFor();
  await desk.press('Enter');
  await desk.page.locator('.document .spot').first().waitFor();
  await desk.press('v');
  await desk.byId('comparison').waitFor();
  await tabTo(desk, '.dialog [role=tab][aria-selected=true]');
  await desk.press('ArrowRight', 'ArrowLeft');
  await desk.byId('text-change').first().waitFor();
  await desk.press('Escape');
  await desk.byId('comparison').waitFor({ state: 'detached' });
}

/** Compliance confirms the waivers and signs, legal signs, the releaser releases. */
async function signOff(desk: JobDesk): Promise<void> {
  for (const [{ name, role }, state] of COLLEAGUES.map(
    (one, at) => [one, (['compliance-signed', 'legal-signed', 'released'] as const)[at] ?? ''] as const,
  )) {
    await sitByKeys(desk, name);
    if (role === 'compliance') {
      const waived = await desk.listed();
      await desk.press('Escape');
      for (let at = 0; at < waived; at++) {
        await desk.press('F8');
        await desk.chosenOne();
        await desk.press('w');
        await desk.byId('waiver-confirmed').waitFor();
      }
    }
    // What the new person may do is fetched as theirs.
    if (role !== 'compliance') await desk.byId(role === 'legal' ? 'move-sign' : 'move-release').waitFor();
    await desk.press('s');
    await desk.page.locator('.sign-off-acts .primary:focus').waitFor();
    await desk.press('Enter');
    await desk.page.locator('[data-testid=move-confirm]:focus').waitFor();
    await desk.press('Enter');
    await desk.state(state);
  }
}

async function exportAndVerify(desk: JobDesk, name: string): Promise<void> {
  const out = join(desk.app.folder, `${name}.pdf`);
  desk.app.dialogs.opens.push(KEY);
  desk.app.dialogs.saves.push(out);
  await desk.press('e');
  await tabTo(desk, 'export-key');
  await desk.press('Enter');
  await tabTo(desk, 'export-passphrase');
  await desk.type(KEY_PASSPHRASE);
  await desk.press('Enter');
  await desk.byId('export-result').waitFor();
  await desk.press('Escape');
  desk.app.dialogs.opens.push(out);
  await tabTo(desk, 'verify-open');
  await desk.press('Enter');
  await desk.page.locator('[data-testid=verify-status][data-status=valid]').waitFor();
  await tabTo(desk, 'back-to-library');
  await desk.press('Enter');
  await desk.byId('library-row').first().waitFor();
}
