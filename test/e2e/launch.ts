import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { NETWORK_SWITCHES } from '../../src/main/app/network-switches.ts';
import { findChromium, QUIET, sandboxSwitches } from '../host/browser.ts';
import { type Host, scriptedDialogs, startHost } from '../host/host.ts';

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

/** Starts the built app against a fresh library. Once per test file: the main entry starts once a process. */
export async function launch(): Promise<Launched> {
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
  return { page, host, dialogs, folder, errors, close };
}
