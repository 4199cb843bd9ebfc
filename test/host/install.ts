import { spawnSync } from 'node:child_process';
import { findChromium } from './browser.ts';

export const isThere = (command: string): boolean => {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [command], { stdio: 'ignore' }).status === 0;
};

/** Runs a command that asks nothing. True: it ended well. */
export const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Debian packages, as root or by a sudo that does not ask. */
export function installWithApt(packages: readonly string[]): void {
  const root = process.getuid?.() === 0;
  const apt = (...args: string[]): boolean =>
    root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** A browser and letters for Chinese, as Debian packages. */
export const CHROMIUM_PACKAGES = ['chromium', 'fonts-noto-cjk'] as const;

/** Installs a Chromium where there is none: by the system's packages, else as Playwright has it. Its path, or null. */
export function provideChromium(): string | null {
  if (!findChromium() && isThere('apt-get')) installWithApt(CHROMIUM_PACKAGES);
  if (!findChromium()) run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  return findChromium();
}
