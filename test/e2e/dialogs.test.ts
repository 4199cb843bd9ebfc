import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialogName } from '../../src/renderer/stores/ui-store.ts';
import { Laptop } from '../helpers/laptops.ts';
import { runGouji } from './gouji.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { look } from './look.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'resources/samples');
const CASE_PASSPHRASE = '一句相当长的口令';

/** An import that was not proved lossless, as the main process tells it; none of the importers loses anything known. */
const UNPROVED = {
  kind: 'unproved',
  token: '00000000-0000-4000-a000-000000000000',
  fileName: '合并单元格.docx',
  proof: {
    ...{ numbers: 218, tables: 3, cells: 96, characters: 5210, differenceCount: 2 },
    differences: [
      { kind: 'number-missing', place: '表2第4行', expected: '1,206.50', actual: '' },
      { kind: 'cell', place: '表2第4行第3列', expected: '1,206.50', actual: '（空）' },
    ],
  },
  notes: [{ code: 'image', message: '1处图片中的文字和数字没有读取', places: ['第12段'] }],
} as const;

/** Where a dialog is looked at: in another test of this folder, or here, opened in this way and left by Escape. */
type Where = `${string}.test.ts` | (() => Promise<void>);

describe.skipIf(!chromiumPath)('every dialog that is not on the way of another test', () => {
  let app: Launched;
  let page: Page;
  const other = new Laptop(9, '乙');
  const at = (name: string): string => join(app.folder, name);
  const byId = (id: string) => page.getByTestId(id);
  const finding = () => byId('finding-row').first();

  beforeAll(async () => {
    app = await launch();
    page = app.page;
    page.setDefaultTimeout(10_000);
    await byId('library-row').first().waitFor();
    await conflictingCases();
    writeFileSync(at('ledger.csv'), '业务台账\n单位：万元\n项目,2024年,2025年\n线上支付,1200.5,1300\n');
    app.dialogs.opens.push(at('ledger.csv'));
    await byId('ledgers-open').click();
    await byId('ledger-import').first().click();
    await byId('mapping-save').click();
    await byId('fact-row').first().waitFor();
    await home();
  });
  afterAll(() => app?.close());

  const home = async (): Promise<void> => {
    if (await byId('back-to-library').count()) await byId('back-to-library').first().click();
    await byId('library-row').first().waitFor();
  };
  const openFirst = async (): Promise<void> => {
    await byId('library-row').first().press('Enter');
    await finding().waitFor();
  };

  /** Two files of one case: received and decided upon here, decided upon in another way there; and a locked one. */
  async function conflictingCases(): Promise<void> {
    await other.import();
    writeFileSync(at('first.gouji'), other.handOver());
    app.dialogs.opens.push(at('first.gouji'));
    await byId('case-receive').click();
    await page.locator('[data-testid=finding-row][data-code=T103]').click();
    await byId('waive-open').click();
    await byId('waive-reason').fill('附件的序号引自登记系统，核对后确认无误，不作改动');
    await byId('waive-confirm').click();
    await byId('reopen').waitFor();
    await other.waive('T103', '另一台的理由');
    writeFileSync(at('second.gouji'), other.handOver());
    app.dialogs.saves.push(at('locked.gouji'));
    await byId('export-open').click();
    await byId('export-hand-over').click();
    await byId('case-encrypt').check();
    await byId('case-passphrase').fill(CASE_PASSPHRASE);
    await byId('case-passphrase-again').fill(CASE_PASSPHRASE);
    await byId('hand-over-confirm').click();
    await byId('handed-over').waitFor();
    await page.keyboard.press('Escape');
    await home();
  }

  async function drop(): Promise<void> {
    await openFirst();
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['# 下一稿\n\n正文。\n'], '2025年度业务报告（送审稿第二版）.md'));
      return transfer;
    });
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.locator('body').dispatchEvent(type, { dataTransfer: files });
    await byId('drop-dialog').waitFor();
  }

  async function unproved(): Promise<void> {
    const channel = 'report:import';
    const real = app.host.listeners.get(channel);
    app.host.listeners.set(channel, async () => ({ ok: true, value: UNPROVED }));
    await byId('library-import').click();
    await byId('unproved-dialog').waitFor();
    if (real) app.host.listeners.set(channel, real);
  }

  async function unsaved(): Promise<void> {
    await openFirst();
    await byId('choose-source').click();
    await byId('source-pane').locator('.cm-content').click();
    await page.keyboard.type('改');
    await byId('back-to-library').click();
    await byId('unsaved-dialog').waitFor();
  }

  async function leaveUnsaved(): Promise<void> {
    await byId('back-to-library').click();
    await byId('unsaved-discard').click();
    await openFirst();
    await byId('choose-page').click();
  }

  async function policyRemove(): Promise<void> {
    await byId('policies-open').click();
    if ((await byId('policy-remove').count()) === 0) await byId('policy-copy').click();
    await byId('policy-remove').click();
    await byId('policy-remove-confirm').waitFor();
  }

  async function restore(): Promise<void> {
    await safekeeping();
    await byId('backup-restore').first().click();
    await byId('restore-confirm').waitFor();
  }

  async function safekeeping(): Promise<void> {
    await byId('settings-open').click();
    await byId('safekeeping-open').click();
    await byId('audit-library').click();
    await byId('audit-result').waitFor();
    if ((await byId('backup-row').count()) === 0) await byId('back-up').click();
    await byId('backup-row').first().waitFor();
  }

  /** Of a seal: not of those that the whole window has one of. */
  async function addSeal(): Promise<void> {
    const made = await runGouji(
      app.folder,
      ...['export', join(SAMPLES, 'sample-report.md'), '--draft', '--out', 'sealed.pdf'],
      ...['--p12', join(SAMPLES, 'TEST-ONLY-gouji.p12')],
      ...['--passphrase-file', join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt')],
    );
    expect(made.code).toBe(0);
    app.dialogs.opens.push(at('sealed.pdf'), join(SAMPLES, 'TEST-ONLY-gouji.p12'));
    await byId('verify-open').first().click();
    await byId('seal-add').click();
    await byId('export-key').click();
    await byId('export-passphrase').waitFor();
  }

  async function fromLibrary(act: string, confirm: string): Promise<void> {
    await byId('report-acts').first().click();
    await byId(act).click();
    await byId(confirm).waitFor();
  }

  const WHERE: Readonly<Record<DialogName | 'seal-add' | 'comparison-choosing', Where>> = {
    settings: 'screens.test.ts',
    people: 'desk-screens.test.ts',
    export: 'screens.test.ts',
    shortcuts: 'screens.test.ts',
    comparison: 'screens.test.ts',
    mapping: 'screens.test.ts',
    references: 'screens.test.ts',
    preview: 'screens.test.ts',
    'hand-over': 'desk-screens.test.ts',
    'report-tags': 'screens.test.ts',
    'report-purge': 'keeping.test.ts',
    drop,
    unproved,
    unsaved,
    'policy-remove': policyRemove,
    safekeeping,
    restore,
    'seal-add': addSeal,
    'comparison-choosing': async () => {
      await openFirst();
      await page.keyboard.press('v');
      await byId('comparison-choosing').waitFor();
    },
    'report-remove': () => fromLibrary('menu-remove', 'report-remove-confirm'),
    'ledger-from-report': async () => {
      await byId('ledgers-open').click();
      await byId('ledger-from-report').first().click();
      await byId('ledger-report').waitFor();
    },
    'ledger-remove': async () => {
      await byId('ledgers-open').click();
      await byId('ledger-row').first().click();
      await byId('ledger-remove').click();
      await byId('ledger-remove-confirm').waitFor();
    },
    'case-opened': async () => {
      app.host.app.emit('second-instance', {}, ['gouji', '.', 'second.gouji'], app.folder);
      await byId('case-opened-accept').waitFor();
    },
    'case-unlock': async () => {
      app.dialogs.opens.push(at('locked.gouji'));
      await byId('case-receive').click();
      await byId('case-unlock').fill('不对的口令');
      await byId('case-unlock-confirm').click();
      await byId('case-error').waitFor();
    },
    'case-settle': async () => {
      app.dialogs.opens.push(at('second.gouji'));
      await byId('case-receive').click();
      await byId('conflict').waitFor();
      await byId('take-theirs').first().check();
    },
  };

  /** What a dialog shows must stand within it. */
  const outside = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const frame = document.querySelector('.dialog')?.getBoundingClientRect();
      if (!frame) return ['no dialog'];
      return [...document.querySelectorAll('.dialog *')]
        .map((each) => [each, each.getBoundingClientRect()] as const)
        .filter(([each, { width }]) => width > 0 && !each.closest('.visually-hidden'))
        .filter(([, { left, right }]) => left < frame.left - 1 || right > frame.right + 1)
        .map(([each]) => `${each.tagName}.${each.className}`);
    });

  it.each(['zh-CN', 'en'])(
    '%s',
    async (language) => {
      const suffix = language === 'zh-CN' ? 'zh' : 'en';
      await byId('settings-open').click();
      await byId('language-select').selectOption(language);
      await page.keyboard.press('Escape');
      for (const [name, where] of Object.entries(WHERE)) {
        if (typeof where === 'string') continue;
        await where();
        await look(page, `dialog-${name}-${suffix}`);
        expect(await outside(), name).toEqual([]);
        await page.keyboard.press('Escape');
        if (name === 'unsaved') await leaveUnsaved();
        if (name === 'restore') await page.keyboard.press('Escape');
        await page.locator('.dialog').waitFor({ state: 'detached' });
        await home();
      }
      expect(app.errors).toEqual([]);
    },
    120_000,
  );

  it('has the others on the way of those that are named', () => {
    for (const where of Object.values(WHERE)) {
      if (typeof where !== 'string') continue;
      expect(readFileSync(join(import.meta.dirname, where), 'utf8')).toMatch(/look\(/);
    }
  });
});
