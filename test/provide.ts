import { findChromium } from './host/browser.ts';
import { CHROMIUM_PACKAGES, installWithApt, isThere, provideChromium, run } from './host/install.ts';

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

/** Installs what is missing where the system's package manager can be used; says what stays missing. */
function provide(): void {
  const missing = Object.keys(TOOLS).filter((command) => !isThere(command));
  const packages = new Set(missing.map((command) => TOOLS[command] ?? command));
  if (!findChromium()) for (const name of CHROMIUM_PACKAGES) packages.add(name);
  if (packages.size === 0) return;
  say(`Installing what the tests need: ${[...packages].join(', ')}`);
  if (isThere('apt-get')) installWithApt([...packages]);
  else if (isThere('brew')) run('brew', ['install', 'poppler', 'mupdf-tools', 'qpdf', 'openssl', 'nss']);
  const still = Object.keys(TOOLS).filter((command) => !isThere(command));
  if (still.length > 0)
    say(`Not found: ${still.join(', ')}. The tests that need them are skipped and say so.`);
  if (!provideChromium()) say('No Chromium found. The tests of the window are skipped and say so.');
}

provide();
