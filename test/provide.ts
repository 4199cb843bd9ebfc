import { spawnSync } from 'node:child_process';
import { findChromium } from './host/browser.ts';

/** Programs that the tests run the PDFs through: command → Debian package. */
const TOOLS: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdfsig: 'poppler-utils',
  mutool: 'mupdf-tools',
  qpdf: 'qpdf',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  'softhsm2-util': 'softhsm2',
  strace: 'strace',
};

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

const isThere = (command: string): boolean => {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [command], { stdio: 'ignore' }).status === 0;
};

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Installs what is missing where the system's package manager can be used; says what stays missing. */
function provide(): void {
  const missing = Object.keys(TOOLS).filter((command) => !isThere(command));
  const packages = new Set(missing.map((command) => TOOLS[command] ?? command));
  if (!findChromium()) packages.add('chromium').add('fonts-noto-cjk');
  if (packages.size === 0) return;
  say(`Installing what the tests need: ${[...packages].join(', ')}`);
  if (isThere('apt-get')) installWithApt([...packages]);
  else if (isThere('brew')) run('brew', ['install', 'poppler', 'mupdf-tools', 'qpdf', 'openssl', 'nss']);
  if (!findChromium()) run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  const still = Object.keys(TOOLS).filter((command) => !isThere(command));
  if (still.length > 0)
    say(`Not found: ${still.join(', ')}. The tests that need them are skipped and say so.`);
  if (!findChromium()) say('No Chromium found. The tests of the window are skipped and say so.');
}

function installWithApt(packages: readonly string[]): void {
  const root = process.getuid?.() === 0;
  const apt = (...args: string[]): boolean =>
    root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

provide();
