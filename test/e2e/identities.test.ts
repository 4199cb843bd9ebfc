import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { chromiumPath, type Launched, launch, PASSPHRASE } from './launch.ts';
import { picture } from './look.ts';

describe.skipIf(!chromiumPath)('the people at the desk', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch(null);
    page = app.page;
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

  it('see nothing of the library before somebody sits down', async () => {
    await page.getByTestId('lock-screen').waitFor();
    await picture(page, 'first');
    expect(await page.getByTestId('library-row').count()).toBe(0);
    expect(await ask('listReports')).toMatchObject({ error: { code: 'locked' } });
    expect(await ask('openReport', { reportId: 1 })).toMatchObject({ error: { code: 'locked' } });
    expect(await violations(page)).toEqual([]);
  });

  it('sit down with a name, a role and a passphrase typed twice', async () => {
    await page.getByTestId('person-name').fill('王复核');
    await page.getByTestId('new-passphrase').fill(PASSPHRASE);
    await page.getByTestId('new-passphrase-again').fill('别的');
    expect(await page.getByTestId('person-confirm').isDisabled()).toBe(true);
    await page.getByTestId('new-passphrase-again').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByTestId('library-row').first().waitFor();
    expect(await page.getByTestId('desk-person').textContent()).toBe('王复核');
  });

  it('add another, change over, and are kept out by a wrong passphrase', async () => {
    await page.getByTestId('desk-person').click();
    await page.getByTestId('people-add').click();
    await page.getByTestId('person-name').fill('李法务');
    await page.getByTestId('role-preparer').uncheck();
    await page.getByTestId('role-compliance').uncheck();
    await page.getByTestId('role-legal').check();
    await page.getByTestId('new-passphrase').fill('另一个人的一句口令');
    await page.getByTestId('new-passphrase-again').fill('另一个人的一句口令');
    await page.getByTestId('person-confirm').click();
    await page.getByTestId('person-row').nth(1).waitFor();
    await picture(page, 'people');
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('people-switch').click();
    await page.getByTestId('unlock-passphrase').fill('猜一个');
    await page.keyboard.press('Enter');
    await page.getByTestId('unlock-error').waitFor();
    await page.getByTestId('unlock-passphrase').fill('另一个人的一句口令');
    await page.keyboard.press('Enter');
    await page.getByTestId('people-dialog').waitFor({ state: 'detached' });
    expect(await page.getByTestId('desk-person').textContent()).toBe('李法务');
  });

  it('lock the desk, in either language', async () => {
    await page.getByTestId('desk-person').click();
    await page.getByTestId('desk-lock').click();
    await page.getByTestId('lock-screen').waitFor();
    await picture(page, 'locked');
    expect(await violations(page)).toEqual([]);
    expect(await page.getByTestId('library-row').first().isVisible()).toBe(false);
    expect(await ask('listReports')).toMatchObject({ error: { code: 'locked' } });
    await page.getByTestId('unlock-who').selectOption({ index: 0 });
    await page.getByTestId('unlock-passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByTestId('library-row').first().waitFor();
    expect(app.errors).toEqual([]);
  });
});
