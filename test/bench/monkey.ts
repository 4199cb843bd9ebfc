import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { CDPSession, Page } from 'playwright';
import { type Launched, launch, PASSPHRASE } from '../e2e/launch.ts';
import { Random } from '../fuzz/random.ts';
import { heldMemory } from './held-memory.ts';

/**
 * `npm run monkey -- [--actions 2000] [--seed 1]`: random actions of a person in the real window, imports and exports among
 * them, after half as many to warm up. Fails on an error in the page or in the log, on a damaged database, and on data held that
 * grows by more than 15 %.
 * Start it after a build, with `--expose-gc` (the npm script does), so that what is measured is what is held.
 */
const { values } = parseArgs({
  options: { actions: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const ACTIONS = Number(values.actions);
/** Before those that count: a person comes to every screen once, which fills caches of lists, fonts, styles. */
const WARM_UP = Math.floor(ACTIONS / 2);
const MOST_GROWTH = 0.15;
const MEGABYTE = 1_048_576;
const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');
const CLICKABLE =
  'button:visible, [role=tab]:visible, [role=option]:visible, [role=menuitem]:visible, [role=radio]:visible, [data-testid$=-row]:visible, input[type=checkbox]:visible, summary:visible';
const WRITABLE =
  'input[type=text]:visible, input[type=search]:visible, input:not([type]):visible, textarea:visible';
const KEYS = [
  'j',
  'k',
  'n',
  'p',
  'a',
  'w',
  'c',
  '?',
  'F8',
  'Shift+F8',
  'F2',
  'Escape',
  'Escape',
  'Enter',
  'Tab',
  'Shift+Tab',
  'ArrowDown',
  'ArrowUp',
  'Control+z',
  'Control+y',
  'Control+f',
  'Control+d',
  'Control+Enter',
  'PageDown',
  'Home',
  'End',
] as const;
const TEXTS = [
  '引自原文，不改',
  '3,190.25万元',
  '',
  '<img src=x onerror=alert(1)>',
  '合计|小计',
  'a'.repeat(300),
  '二〇二六年',
  "'; DROP TABLE report; --",
];

const random = new Random(Number(values.seed));

/** Megabytes. */
interface Memory {
  readonly window: number;
  readonly windowCode: number;
  readonly main: number;
}

async function run(): Promise<void> {
  const app = await launch();
  const { page } = app;
  const session = await page.context().newCDPSession(page);
  page.setDefaultTimeout(1500);
  const count = new Map<string, number>();
  let before: Memory | null = null;
  for (let at = 0; at < WARM_UP + ACTIONS; at += 1) {
    if (at === WARM_UP) before = await measure(app, session);
    const action = choose();
    count.set(action.name, (count.get(action.name) ?? 0) + 1);
    await action(app).catch(forgive);
    if (app.errors.length > 0) break;
  }
  const after = await measure(app, session);
  const errors = [...app.errors];
  const log = join(app.folder, 'gouji.log');
  if (existsSync(log)) errors.push(readFileSync(log, 'utf8'));
  errors.push(...damage(join(app.folder, 'library.sqlite')));
  report(count, before ?? after, after, errors);
  await app.close();
}

type Action = (app: Launched) => Promise<void>;

function choose(): Action {
  const dice = random.below(100);
  if (dice < 62) return click;
  if (dice < 78) return press;
  if (dice < 88) return write;
  if (dice < 92) return importDraft;
  if (dice < 96) return exportDraft;
  return goHome;
}

async function click({ page, dialogs, folder }: Launched): Promise<void> {
  // Whatever dialog of the system opens, there is an answer, or the person closes it.
  dialogs.opens.length = 0;
  dialogs.saves.length = 0;
  if (random.below(2) === 0) dialogs.opens.push(join(SAMPLES, 'sample-report.md'));
  if (random.below(2) === 0) dialogs.saves.push(join(folder, `out-${random.below(5)}.bin`));
  const found = page.locator(CLICKABLE);
  const count = await found.count();
  if (count > 0) await found.nth(random.below(count)).click({ timeout: 400 });
}

async function press({ page }: Launched): Promise<void> {
  await page.keyboard.press(random.pick(KEYS));
}

async function write({ page }: Launched): Promise<void> {
  const found = page.locator(WRITABLE);
  const count = await found.count();
  if (count > 0) await found.nth(random.below(count)).fill(random.pick(TEXTS), { timeout: 400 });
}

async function importDraft(app: Launched): Promise<void> {
  await goHome(app);
  const file = join(app.folder, `draft-${random.below(4)}.md`);
  writeFileSync(
    file,
    `# 第${random.below(9)}号报告\n\n本季度共有三类商户,其中甲、乙两类。金额${random.below(9000)}.50万元。\n`,
  );
  app.dialogs.opens.push(file);
  await app.page.getByTestId('library-import').click();
  await app.page.getByTestId('review-view').waitFor();
}

async function exportDraft({ page, dialogs, folder }: Launched): Promise<void> {
  await page.getByTestId('export-open').click({ timeout: 400 });
  dialogs.saves.push(join(folder, 'draft.pdf'));
  await page.getByTestId('export-draft').check({ timeout: 400 });
  await page.getByTestId('export-confirm').click({ timeout: 400 });
  await page.getByTestId('export-result').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Escape');
}

async function goHome({ page }: Launched): Promise<void> {
  await unlock(page);
  for (let tries = 0; tries < 4 && (await page.getByTestId('library-import').count()) === 0; tries += 1) {
    await page.keyboard.press('Escape');
    await page.getByTestId('back-to-library').first().click({ timeout: 400 }).catch(forgive);
  }
}

/** Somebody locked the desk, or was away too long. */
async function unlock(page: Page): Promise<void> {
  if ((await page.getByTestId('lock-screen').count()) === 0) return;
  await page.getByTestId('unlock-passphrase').fill(PASSPHRASE);
  await page.getByTestId('unlock-confirm').click();
  await page.getByTestId('lock-screen').waitFor({ state: 'detached' });
}

/** A control that went away or was covered meanwhile: a person would look again. */
function forgive(thrown: unknown): void {
  if (
    !(thrown instanceof Error) ||
    !/Timeout|not attached|detached|outside of the viewport|not an <input>|not visible|intercepts/.test(
      thrown.message,
    )
  )
    throw thrown;
}

/** Megabytes held after a collection, in the library with nothing open. */
async function measure(app: Launched, session: CDPSession): Promise<Memory> {
  await goHome(app);
  await app.page.waitForTimeout(500);
  const { data, code } = await heldMemory(session);
  globalThis.gc?.();
  return {
    window: data / MEGABYTE,
    windowCode: code / MEGABYTE,
    main: process.memoryUsage().heapUsed / MEGABYTE,
  };
}

function damage(file: string): string[] {
  const database = new Database(file, { readonly: true });
  const answer = database.pragma('integrity_check', { simple: true });
  const strays = database.pragma('foreign_key_check') as unknown[];
  database.close();
  return [...(answer === 'ok' ? [] : [String(answer)]), ...strays.map((stray) => JSON.stringify(stray))];
}

function report(
  count: ReadonlyMap<string, number>,
  before: Memory,
  after: Memory,
  errors: readonly string[],
): void {
  // The window's code is shown, not held against it: it ends at the size of the program (held-memory.ts).
  const grown = (['window', 'main'] as const).filter(
    (where) => after[where] > before[where] * (1 + MOST_GROWTH),
  );
  for (const [name, times] of count) process.stdout.write(`${name.padEnd(12)} ${times}\n`);
  for (const where of ['window', 'windowCode', 'main'] as const) {
    const change = Math.round((after[where] / before[where] - 1) * 100);
    process.stdout.write(
      `${where.padEnd(12)} ${before[where].toFixed(1)} MB → ${after[where].toFixed(1)} MB (${change} %)\n`,
    );
  }
  process.stdout.write(`errors       ${errors.length}\n`);
  for (const error of errors) process.stdout.write(`  ${error}\n`);
  process.exitCode = errors.length > 0 || grown.length > 0 ? 1 : 0;
}

await run();
