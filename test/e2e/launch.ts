import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { NETWORK_SWITCHES } from '../../src/main/app/network-switches.ts';
import { findChromium, QUIET, sandboxSwitches } from '../host/browser.ts';
import { type Host, scriptedDialogs, startHost } from '../host/host.ts';

/** Whom a test sits down as. */
export interface TestPerson {
  readonly name: string;
  readonly roles: readonly ('preparer' | 'compliance' | 'legal' | 'releaser')[];
}

export const PASSPHRASE = '只供测试用的口令';
const REVIEWER: TestPerson = { name: '审核人', roles: ['preparer', 'compliance'] };

export interface Launched {
  readonly page: Page;
  readonly host: Host;
  readonly dialogs: ReturnType<typeof scriptedDialogs>;
  /** Scratch folder: the library's, and the documents folder of the dialogs. */
  readonly folder: string;
  /** Errors that the page threw or logged. */
  readonly errors: string[];
  close(): Promise<void>;
}

export const chromiumPath = findChromium();
if (!chromiumPath) process.stderr.write('SKIPPED: no Chromium, so the window is not tested\n');

const asArgument = ([name, value]: readonly [name: string, value?: string]): string =>
  value === undefined ? `--${name}` : `--${name}=${value}`;

/**
 * Starts the built app against a fresh library, with somebody at the desk unless `person` is null. Once per test file: the
 * main entry starts once a process.
 */
export async function launch(person: TestPerson | null = REVIEWER): Promise<Launched> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-e2e-'));
  const dialogs = scriptedDialogs();
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    // As the app switches them off in Electron, so that the watch over the network (silence.test.ts) sees the same.
    args: [...QUIET, ...NETWORK_SWITCHES.map(asArgument), ...sandboxSwitches()],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const host = await startHost({ page, userData: folder, documents: folder, dialogs });
  const close = async (): Promise<void> => {
    host.app.emit('will-quit');
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (person) await sitDown(page, person);
  return { page, host, dialogs, folder, errors, close };
}

/** The first person of a library, as the form of the start makes them. */
async function sitDown(page: Page, { name, roles }: TestPerson): Promise<void> {
  await page.getByTestId('lock-screen').waitFor();
  await page.getByTestId('person-name').fill(name);
  for (const role of ['preparer', 'compliance', 'legal', 'releaser'] as const) {
    await page.getByTestId(`role-${role}`).setChecked(roles.includes(role));
  }
  await page.getByTestId('new-passphrase').fill(PASSPHRASE);
  await page.getByTestId('new-passphrase-again').fill(PASSPHRASE);
  await page.getByTestId('person-confirm').click();
  await page.getByTestId('lock-screen').waitFor({ state: 'detached' });
}
