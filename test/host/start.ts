import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium, QUIET, sandboxSwitches } from './browser.ts';
import { type HostOptions, startHost } from './host.ts';
import { provideChromium } from './install.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FETCH_LIMIT_MS = 5 * 60_000;

const electronIsHere = (): boolean =>
  existsSync(join(ROOT, 'node_modules/electron/path.txt')) &&
  existsSync(join(ROOT, 'node_modules/electron/dist'));

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** The real Electron where its binary is (or can be fetched); else the development host in a Chromium. */
async function start(): Promise<void> {
  if (!electronIsHere() && process.env['GOUJI_HOST'] !== 'chromium') fetchElectron();
  if (electronIsHere() && process.env['GOUJI_HOST'] !== 'chromium') return startElectron();
  if (!findChromium()) say('Installing a Chromium, since neither it nor the Electron binary is here …');
  const executablePath = provideChromium();
  if (!executablePath) {
    say(
      'Neither the Electron binary nor an installed Chromium, Chrome or Edge was found: install one of them and try again.',
    );
    process.exitCode = 1;
    return;
  }
  say(
    `The Electron binary cannot be had here, so the same app opens in ${executablePath} through the development host.`,
  );
  await startInChromium(executablePath);
}

function fetchElectron(): void {
  const fetcher = join(ROOT, 'node_modules/electron/install.js');
  if (existsSync(fetcher))
    spawnSync(process.execPath, [fetcher], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
}

function startElectron(): void {
  const cli = join(ROOT, 'node_modules/electron/cli.js');
  const child = spawn(process.execPath, [cli, ROOT], { stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function startInChromium(executablePath: string): Promise<void> {
  const folder = process.env['GOUJI_DATA'] ?? join(homedir(), '.gouji-development');
  const profile = join(folder, 'chromium');
  await mkdir(profile, { recursive: true });
  const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (headless) say('There is no display: the window opens unseen; end it with Ctrl+C.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1440, height: 900 } : null,
    args: [
      ...QUIET,
      ...sandboxSwitches(),
      '--app=data:text/html,',
      '--window-size=1440,900',
      '--lang=zh-CN',
      '--test-type',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const end = (): void => {
    void context.close().finally(() => process.exit());
  };
  page.on('close', end);
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  const documents = existsSync(join(homedir(), 'Documents')) ? join(homedir(), 'Documents') : folder;
  await startHost({ page, userData: folder, documents, dialogs: browserDialogs(page), quit: end });
  say('Gouji is open.');
}

/** The browser's own file chooser stands for the open dialog; exports go to the documents folder. */
const browserDialogs = (page: Page): HostOptions['dialogs'] => ({
  openDialog: async () => {
    const chosen = await page.evaluate(
      () =>
        new Promise<{ name: string; bytes: Uint8Array } | null>((done) => {
          const input = document.createElement('input');
          input.type = 'file';
          input.addEventListener('cancel', () => done(null));
          input.addEventListener('change', async () => {
            const file = input.files?.[0];
            done(file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null);
          });
          input.click();
        }),
    );
    if (!chosen) return { canceled: true, filePaths: [] };
    const folder = join(tmpdir(), `gouji-open-${process.pid}`);
    await mkdir(folder, { recursive: true });
    const file = join(folder, parse(chosen.name).base);
    await writeFile(file, Buffer.from(chosen.bytes));
    return { canceled: false, filePaths: [file] };
  },
  saveDialog: async ({ defaultPath = '' }) => {
    const { dir, name, ext } = parse(defaultPath);
    for (let count = 1; ; count++) {
      const filePath = join(dir, count === 1 ? `${name}${ext}` : `${name} ${count}${ext}`);
      if (!existsSync(filePath)) return { canceled: false, filePath };
    }
  },
});

await start();
