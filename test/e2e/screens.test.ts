import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER as DESK_LEDGER, DRAFT, DRAFT_TITLE, PREVIOUS } from './desk-report.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { look as lookAt } from './look.ts';

const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');
const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');

const LEDGER = [
  '2025年业务台账,,,,',
  '单位：万元,,,,',
  '项目,2024年,,2025年,',
  ',笔数（万笔）,金额,笔数（万笔）,金额',
  '线上支付,1200,35000.5,1310,38120',
  '线下收单,800,22000,795,21987.3',
  '跨境结算,12,待定,15,1840',
  '',
].join('\n');

/** Each screen: how to get there from the review desk, and back. */
const SCREENS_OF_REVIEW: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['review', async (page) => page.locator('[data-testid=finding-row][data-code=T101]').first().click()],
  ['figures', async (page) => page.getByTestId('tab-figures').click()],
  ['tables', async (page) => page.getByTestId('tab-tables').click()],
  ['source', async (page) => page.getByTestId('tab-source').click()],
  ['history', async (page) => page.getByTestId('tab-history').click()],
  ['rules', async (page) => page.getByTestId('tab-rules').click()],
  ['export', async (page) => page.getByTestId('export-open').click()],
];

/** Screens that differ from the one before in the right pane alone. */
const BESIDE_ONLY: ReadonlySet<string> = new Set(['tables', 'source', 'history', 'rules']);
/** Dialogs lie over the tables. */
const dataPart = (name: string): string | null =>
  ['data-figures', 'references'].includes(name) ? null : '.data-desk';

const deskTab = async (page: Page, name: string): Promise<void> => {
  if ((await page.getByTestId('data-desk').count()) === 0) await page.keyboard.press('Control+d');
  await page.getByTestId('data-desk').getByTestId(`tab-${name}`).click();
};

const chooseRow = async (page: Page, at: number): Promise<void> =>
  page.getByTestId('data-row').nth(at).click();

/** The data tables of the review desk, as far as they differ to the eye. */
const SCREENS_OF_DATA: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'data-figures',
    async (page) => {
      await deskTab(page, 'figures');
      await chooseRow(page, 2);
    },
  ],
  ['data-unconfirmed', async (page) => page.getByTestId('unconfirmed').click()],
  [
    'data-ties',
    async (page) => {
      await page.getByTestId('data-clear').click();
      await deskTab(page, 'ties');
      await chooseRow(page, 1);
    },
  ],
  [
    'data-quotes',
    async (page) => {
      await deskTab(page, 'quotes');
      await chooseRow(page, 1);
    },
  ],
  [
    'data-power',
    async (page) => {
      await deskTab(page, 'power');
      await page.getByTestId('power-run').click();
      await page.getByTestId('power-running').waitFor({ state: 'detached' });
      await page.getByTestId('power-meaning').waitFor();
    },
  ],
  [
    'references',
    async (page) => {
      await deskTab(page, 'figures');
      await page.getByTestId('references-open').click();
      await page.getByTestId('references-save').waitFor();
    },
  ],
];

const SAMPLE = '禾渡支付有限公司';

describe.skipIf(!chromiumPath)('every screen, in both themes and both languages', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch();
    page = app.page;
    await page.getByTestId('library-row').first().waitFor();
    await importLedger('经营台账.csv', DESK_LEDGER);
    await page.getByTestId('toast').getByRole('button').click();
    for (const [name, text] of [
      ['previous.md', PREVIOUS],
      ['draft.md', DRAFT],
    ] as const) {
      app.dialogs.opens.push(file(name, text));
      await page.getByTestId('library-import').click();
      await page.getByTestId('review-view').waitFor();
      await home();
    }
  });
  afterAll(() => app?.close());

  const home = async (): Promise<void> => {
    await page.getByTestId('back-to-library').click();
    await page.getByTestId('library-row').first().waitFor();
  };

  /** Opens a report of the library by a word of its title. */
  const openReport = async (title: string): Promise<void> => {
    await page.getByTestId('library-row').filter({ hasText: title }).first().press('Enter');
    await page.getByTestId('finding-row').first().waitFor();
  };

  /** Opens a ledger's file from the library; its columns wait to be mapped. */
  const openLedger = async (name: string, text: string): Promise<void> => {
    await page.getByTestId('ledgers-open').click();
    app.dialogs.opens.push(file(name, text));
    await page.getByTestId('ledger-import').first().click();
    await page.getByTestId('mapping-count').waitFor();
  };

  const saveLedger = async (): Promise<void> => {
    await page.getByTestId('mapping-save').click();
    await page.getByTestId('fact-row').first().waitFor();
  };

  /** The next round begins with the ledgers that this one began with. */
  const removeLedger = async (): Promise<void> => {
    await page.getByTestId('ledger-remove').click();
    await page.getByTestId('ledger-remove-confirm').click();
    await page.getByTestId('ledger-remove-confirm').waitFor({ state: 'detached' });
  };

  const importLedger = async (name: string, text: string): Promise<void> => {
    await openLedger(name, text);
    await saveLedger();
    await home();
  };

  /** The sample as a sealed draft, made by the command line. */
  function sealed(): string {
    const out = join(app.folder, 'sealed.pdf');
    if (existsSync(out)) return out;
    const key = [
      '--p12',
      join(SAMPLES, 'TEST-ONLY-gouji.p12'),
      '--passphrase-file',
      join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt'),
    ];
    const made = spawnSync(process.execPath, [
      CLI,
      'export',
      join(SAMPLES, 'sample-report.md'),
      '--draft',
      '--out',
      out,
      ...key,
    ]);
    expect(made.status).toBe(0);
    return out;
  }

  const file = (name: string, text: string): string => {
    const path = join(app.folder, name);
    writeFileSync(path, text);
    return path;
  };

  /** The sample with a few things changed, another time each time. */
  const nextDraft = (suffix: string): string =>
    `${readFileSync(join(SAMPLES, 'sample-report.md'), 'utf8').replace('1,206.50万元', '1,260.50万元')}\n补充说明：本稿为${suffix}复核稿，新增商户12户。\n`;

  const look = (name: string, within: string | null = null): Promise<void> =>
    lookAt(page, name, undefined, within);

  async function choose(language: string): Promise<void> {
    await page.getByTestId('settings-open').click();
    await page.getByTestId('language-select').selectOption(language);
    await page.getByTestId('theme-select').selectOption('light');
    // A scratch folder's name is another each time.
    await page.locator('.about code').evaluate((code) => {
      if (code.firstChild) code.firstChild.nodeValue = '/home/gouji/Gouji';
    });
    await look(`settings-${language === 'zh-CN' ? 'zh' : 'en'}`);
    await page.keyboard.press('Escape');
  }

  /** The library's own: a search, the acts of a report, its dialogs, the shortcuts. */
  async function lookAtLibrary(suffix: string): Promise<void> {
    await look(`library-${suffix}`);
    await page.getByTestId('library-search').fill('商户');
    await page.getByTestId('library-hit').first().waitFor();
    await look(`search-${suffix}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('report-acts').first().click();
    await page.getByTestId('menu-tags').click();
    await look(`tags-${suffix}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('shortcuts-open').click();
    await look(`shortcuts-${suffix}`);
    await page.keyboard.press('Escape');
  }

  it.each(['zh-CN', 'en'])(
    '%s',
    async (language) => {
      const suffix = language === 'zh-CN' ? 'zh' : 'en';
      await choose(language);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await lookAtLibrary(suffix);
      await openReport(SAMPLE);
      for (const [name, open] of SCREENS_OF_REVIEW) {
        await open(page);
        await look(`${name}-${suffix}`, BESIDE_ONLY.has(name) ? '#side-pane' : null);
        if (name === 'export') await page.keyboard.press('Escape');
      }
      await page.getByTestId('preview-open').click();
      await page.locator('.preview-pages canvas[data-drawn]').first().waitFor();
      await look(`preview-${suffix}`);
      await page.keyboard.press('Escape');
      app.dialogs.opens.push(file(`next-${suffix}.md`, nextDraft(suffix)));
      await page.getByTestId('import-draft').click();
      await page.getByTestId('comparison').waitFor();
      await look(`comparison-${suffix}`);
      await page.keyboard.press('Escape');
      await page.getByTestId('undo').click();
      await page.locator('[data-testid=undo]:disabled').waitFor();
      await home();
      await openReport(DRAFT_TITLE);
      for (const [name, open] of SCREENS_OF_DATA) {
        await open(page);
        await look(`${name}-${suffix}`, dataPart(name));
      }
      await page.keyboard.press('Escape');
      await home();
      await openLedger('ledger.csv', LEDGER.replace('1840', `1840.${language.length}`));
      await look(`mapping-${suffix}`);
      await saveLedger();
      await page.getByTestId('toast').waitFor({ state: 'detached', timeout: 20_000 });
      await look(`ledgers-${suffix}`);
      await removeLedger();
      await home();
      await page.getByTestId('policies-open').click();
      await page.getByTestId('policy-rule').first().waitFor();
      await look(`policies-${suffix}`);
      await page.getByTestId('policy-copy').click();
      await page.getByTestId('policy-name').waitFor();
      await page.getByTestId('limit-N212-digits').fill('6');
      await look(`policy-own-${suffix}`);
      await page.getByTestId('tab-terms').click();
      await page.getByTestId('term-row').first().getByRole('button').click();
      await look(`policy-terms-${suffix}`);
      await page.getByTestId('tab-documents').click();
      await look(`policy-documents-${suffix}`);
      await page.getByTestId('tab-rules').click();
      await page.getByTestId('policy-remove').click();
      await page.getByTestId('policy-remove-confirm').click();
      await page.getByTestId('policy-remove-confirm').waitFor({ state: 'detached' });
      await home();
      app.dialogs.opens.push(sealed());
      await page.getByTestId('verify-open').first().click();
      await page.getByTestId('verify-status').waitFor();
      await look(`verify-${suffix}`);
      await home();
    },
    300_000,
  );

  it('fits a small window', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openReport(SAMPLE);
    await look('review-small');
    await home();
    await openReport(DRAFT_TITLE);
    for (const [name, open] of SCREENS_OF_DATA) {
      await open(page);
      await look(`${name}-narrow`, dataPart(name));
    }
    await page.keyboard.press('Escape');
  }, 60_000);

  it('can be reached as a whole when it is enlarged to twice its size', async () => {
    await page.setViewportSize({ width: 640, height: 360 });
    await deskTab(page, 'figures');
    const button = page.getByTestId('data-csv');
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(640);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(360);
  });

  it('threw nothing', () => expect(app.errors).toEqual([]));
});
