import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, writeThirdParty } from './third-party.ts';

/** A system as npm names it. */
export interface Target {
  readonly system: 'linux' | 'win32' | 'darwin';
  readonly arch: 'x64' | 'arm64';
}

/** What the packager reads; node_modules are installed for the target. */
const TAKEN = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'electron.builder.yml',
  'out',
  'resources',
];

/**
 * After a build: a folder that holds what is packed for one target, with the packages for that very system and processor. npm
 * installs such binaries (koffi's) only for the machine that it runs on, so a package for another one must not be made from the
 * folder that is worked in.
 */
export function stage(folder: string, { system, arch }: Target): void {
  mkdirSync(folder, { recursive: true });
  for (const name of TAKEN)
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const words = [
    'ci',
    '--omit=dev',
    `--os=${system}`,
    `--cpu=${arch}`,
    '--libc=glibc',
    '--no-audit',
    '--no-fund',
  ];
  const { status, stderr } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci for ${system} ${arch}: ${stderr}`);
  const prebuilds = join(folder, 'node_modules/better-sqlite3/prebuilds');
  for (const name of readdirSync(prebuilds))
    if (name !== `${system}-${arch}.node`) rmSync(join(prebuilds, name));
  writeThirdParty(join(folder, 'out'), folder);
}
