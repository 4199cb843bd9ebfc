import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Launched, launch } from './launch.ts';

/** With GOUJI_SCREENS=1 the screenshots in docs/screens are taken anew. */
const KEEP = process.env['GOUJI_SCREENS'] === '1';
/** In the repository: Chinese in light, English in dark. */
const KEPT = /zh-light$|en-dark$|small$/;
const SCREENS = resolve(import.meta.dirname, '../../docs/screens');
const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');
const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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

const deskTab = async (page: Page, name: string): Promise<void> => {
  if ((await page.getByTestId('data-desk').count()) === 0) await page.keyboard.press('Control+d');
  await page.getByTestId('data-desk').getByTestId(`tab-${name}`).click();
};

/** The data tables of the review desk. */
const SCREENS_OF_DATA: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['data-figures', async (page) => deskTab(page, 'figures')],
  ['data-ties', async (page) => deskTab(page, 'ties')],
  ['data-quotes', async (page) => deskTab(page, 'quotes')],
  ['data-power', async (page) => deskTab(page, 'power')],
];

/** WCAG 2.2, 2.5.8: a target within a line of text may be as small as the text is; axe cannot tell that in table cells. */
const isInline = (rule: string, html: string): boolean =>
  rule === 'target-size' && /class="mark\b/.test(html);

describe.skipIf(!chromiumPath)('every screen, in both themes and both languages', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    if (KEEP) mkdirSync(SCREENS, { recursive: true });
    app = await launch();
    page = app.page;
    await page.getByTestId('library-row').first().waitFor();
  });
  afterAll(() => app?.close());

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

  async function look(name: string): Promise<void> {
    await page.waitForTimeout(150);
    if (KEEP && KEPT.test(name)) await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const shown = violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !isInline(id, node.html))
        .map((node) => `${name}: ${id} ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
    expect(shown).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflow, `${name} is wider than the window`).toBe(false);
  }

  async function choose(language: string, theme: string): Promise<void> {
    await page.getByTestId('settings-open').click();
    await page.getByTestId('language-select').selectOption(language);
    await page.getByTestId('theme-select').selectOption(theme);
    await look(`settings-${language === 'zh-CN' ? 'zh' : 'en'}-${theme}`);
    await page.keyboard.press('Escape');
  }

  it.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ])(
    '%s %s',
    async (language, theme) => {
      const suffix = `${language === 'zh-CN' ? 'zh' : 'en'}-${theme}`;
      await choose(language, theme);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await look(`library-${suffix}`);
      await page.getByTestId('library-row').first().press('Enter');
      await page.getByTestId('finding-row').first().waitFor();
      for (const [name, open] of SCREENS_OF_REVIEW) {
        await open(page);
        await look(`${name}-${suffix}`);
        if (name === 'export') await page.keyboard.press('Escape');
      }
      for (const [name, open] of SCREENS_OF_DATA) {
        await open(page);
        await look(`${name}-${suffix}`);
      }
      await deskTab(page, 'figures');
      await page.getByTestId('references-open').click();
      await page.getByTestId('references-dialog').waitFor();
      await look(`references-${suffix}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+d');
      app.dialogs.opens.push(file(`next-${suffix}.md`, nextDraft(suffix)));
      await page.getByTestId('import-draft').click();
      await page.getByTestId('comparison').waitFor();
      await look(`comparison-${suffix}`);
      await page.keyboard.press('Escape');
      await page.getByTestId('undo').click();
      await page.locator('[data-testid=undo]:disabled').waitFor();
      await page.getByTestId('back-to-library').click();
      await page.getByTestId('library-row').first().waitFor();
      await page.getByTestId('ledgers-open').click();
      app.dialogs.opens.push(
        file('ledger.csv', LEDGER.replace('1840', `1840.${theme.length}${language.length}`)),
      );
      await page.getByTestId('ledger-import').first().click();
      await page.getByTestId('mapping-count').waitFor();
      await look(`mapping-${suffix}`);
      await page.getByTestId('mapping-save').click();
      await page.getByTestId('fact-row').first().waitFor();
      await page.getByTestId('toast').waitFor({ state: 'detached', timeout: 20_000 });
      await look(`ledgers-${suffix}`);
      await page.getByTestId('back-to-library').click();
      await page.getByTestId('library-row').first().waitFor();
      app.dialogs.opens.push(sealed());
      await page.getByTestId('verify-open').first().click();
      await page.getByTestId('verify-status').waitFor();
      await look(`verify-${suffix}`);
      await page.getByTestId('back-to-library').click();
      await page.getByTestId('library-row').first().waitFor();
    },
    120_000,
  );

  it('fits a small window', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByTestId('library-row').first().press('Enter');
    await page.getByTestId('finding-row').first().waitFor();
    await look('review-small');
  });

  it('threw nothing', () => expect(app.errors).toEqual([]));
});
