import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Laptop } from '../helpers/laptops.ts';
import { runGouji } from './gouji.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { look } from './look.ts';

/** Where pictures go, for whoever looks at them; none without it. */
const PICTURES = process.env['GOUJI_PICTURES'];

describe.skipIf(!chromiumPath)('case files in the window', () => {
  let app: Launched;
  const other = new Laptop(9, '乙');
  const at = (name: string): string => join(app.folder, name);
  beforeAll(async () => {
    app = await launch();
    app.page.setDefaultTimeout(10_000);
  });
  afterAll(() => app.close());

  const handOver = async (name: string, passphrase: string | null = null): Promise<void> => {
    const { page, dialogs } = app;
    dialogs.saves.push(at(name));
    await page.getByTestId('export-open').click();
    await page.getByTestId('export-hand-over').click();
    if (passphrase !== null) {
      await page.getByTestId('case-encrypt').check();
      await page.getByTestId('case-passphrase').fill(passphrase);
      await page.getByTestId('case-passphrase-again').fill(passphrase);
    }
    await page.getByTestId('hand-over-confirm').click();
    await page.getByTestId('handed-over').waitFor();
    await page.keyboard.press('Escape');
  };
  const waive = async (laptop: Laptop, reason: string): Promise<void> => laptop.waive('T103', reason);

  it('hands a case over, receives it back with the other’s work, and settles a conflict', async () => {
    const { page, dialogs } = app;
    await other.import();
    writeFileSync(at('first.gouji'), other.handOver());
    dialogs.opens.push(at('first.gouji'));
    await page.getByTestId('case-receive').click();
    await page.getByTestId('review-view').waitFor();
    await page.locator('[data-testid=finding-row][data-code=T103]').click();
    await page.getByTestId('waive-open').click();
    await page.getByTestId('waive-reason').fill('本机的理由');
    await page.getByTestId('waive-confirm').click();
    await waive(other, '另一台的理由');
    writeFileSync(at('second.gouji'), other.handOver());
    await handOver('mine.gouji', '一句相当长的口令');
    await page.getByTestId('back-to-library').click();
    dialogs.opens.push(at('second.gouji'));
    await page.getByTestId('case-receive').click();
    await page.getByTestId('conflict').waitFor();
    await page.getByTestId('take-theirs').check();
    await page.getByTestId('settle-confirm').click();
    await page.getByTestId('settle-confirm').waitFor({ state: 'detached' });
    await page.getByTestId('review-view').waitFor();
    await handOver('merged.gouji');
    expect(await other.take(new Uint8Array(readFileSync(at('merged.gouji'))))).toBe('updated');
    expect(app.errors).toEqual([]);
  });

  it('asks for the passphrase of an encrypted one', async () => {
    const { page, dialogs } = app;
    await page.getByTestId('back-to-library').click();
    dialogs.opens.push(at('mine.gouji'));
    await page.getByTestId('case-receive').click();
    await page.getByTestId('case-unlock').fill('不对的口令');
    await page.getByTestId('case-unlock-confirm').click();
    await page.getByTestId('case-error').waitFor();
    await page.getByTestId('case-unlock').fill('一句相当长的口令');
    await page.getByTestId('case-unlock-confirm').click();
    // All of it is here already, and work went on.
    await page.getByTestId('case-error').filter({ hasText: '较早的案卷' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('verifies it and prints its record on the command line', async () => {
    const audited = await runGouji(app.folder, 'audit', 'merged.gouji', '--anchor', 'second.gouji');
    expect(audited.out).toContain('案卷：审计日志完整');
    expect(audited.code).toBe(0);
    expect((await runGouji(app.folder, 'audit', 'mine.gouji')).code).toBe(2);
    writeFileSync(at('passphrase'), '一句相当长的口令\n');
    expect((await runGouji(app.folder, 'audit', 'mine.gouji', '--passphrase-file', 'passphrase')).code).toBe(
      0,
    );
    // The file from before does not have the head of the later one.
    const older = await runGouji(app.folder, 'audit', 'second.gouji', '--anchor', 'merged.gouji');
    expect(older.code).toBe(1);
    for (const out of ['record.pdf', 'record.xlsx']) {
      const made = await runGouji(app.folder, 'record', 'merged.gouji', '--out', out);
      expect(made).toMatchObject({ code: 0, err: '' });
    }
    const text = execFileSync('pdftotext', ['-layout', at('record.pdf'), '-'])
      .toString()
      .replace(/\s+/g, '');
    for (const part of ['审核记录', '另一台的理由', '移交案卷', 'T103', '问题与处置'])
      expect(text).toContain(part);
    expect(text).toContain(/链头 (\w{64})/.exec(audited.out)?.[1] ?? 'no head');
    if (PICTURES) execFileSync('pdftoppm', ['-r', '60', '-png', at('record.pdf'), join(PICTURES, 'record')]);
  });

  it('writes the record from the window', async () => {
    const { page, dialogs } = app;
    await page.getByTestId('library-row').first().click();
    await page.keyboard.press('Enter');
    await page.getByTestId('review-view').waitFor();
    for (const format of ['pdf', 'xlsx']) {
      dialogs.saves.push(at(`window.${format}`));
      await page.getByTestId('export-open').click();
      await look(page, `export-record-${format}`, ['light']);
      await page.getByTestId(`record-${format}`).click();
      await expect.poll(() => readFileSync(at(`window.${format}`)).length).toBeGreaterThan(1000);
      await page.keyboard.press('Escape');
    }
    expect(app.errors).toEqual([]);
  });
});
