import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Other programs that check Chinese or Markdown text. They are installed when the bench first needs them, outside this repository. */
const PACKAGES = [
  'zhlint@0.8.2',
  'autocorrect-node@2.14.0',
  'markdownlint-cli2@0.24.1',
  'textlint@15.8.0',
  'textlint-rule-zh-half-and-full-width-bracket@1.1.0',
  'textlint-rule-terminology@5.2.16',
];

export interface Peer {
  readonly name: string;
  /** Arguments of Node that check one file, whose name is relative: it runs in the file's folder. */
  readonly args: (file: string) => readonly string[];
  /** Largest text in MB that it is asked to check: beyond, it takes minutes. */
  readonly most: number;
  /** How many times faster this program is to be at 1 MB; below 1: how many times slower it may be. */
  readonly faster?: number;
  /** What it prints of `FAULTY`; a peer that does not is broken, and its times say nothing. */
  readonly says: RegExp;
}

const FAULTY =
  '# 标题\n\n这是一句话,后面跟着（半个括号)。另有(半角)的。使用git管理代码 ，用 javascript 写。\n\n\n\n# 标题\n';

/** Whether a peer finds anything in a text with faults. */
export function works({ args, says }: Peer, folder: string): boolean {
  writeFileSync(join(folder, 'faulty.md'), FAULTY);
  const { stdout, stderr } = spawnSync(process.execPath, [...args('faulty.md')], {
    cwd: folder,
    encoding: 'utf8',
  });
  return says.test(stdout + stderr);
}

/** The folder with the peers, or null where they cannot be had. */
export function installPeers(folder = join(tmpdir(), 'gouji-bench-peers')): string | null {
  if (existsSync(join(folder, 'node_modules/zhlint'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
    {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    },
  );
  return status === 0 ? folder : null;
}

export function peersIn(folder: string): readonly Peer[] {
  const inside = (path: string): string => join(folder, 'node_modules', path);
  writeFileSync(
    join(folder, '.textlintrc.json'),
    JSON.stringify({ rules: { 'zh-half-and-full-width-bracket': true, terminology: true } }),
  );
  return [
    {
      name: 'zhlint',
      args: (file) => [inside('zhlint/bin/index.js'), file],
      most: 1,
      faster: 20,
      says: /faulty\.md:\d/,
    },
    {
      name: 'textlint',
      args: (file) => [
        inside('textlint/bin/textlint.js'),
        '--config',
        join(folder, '.textlintrc.json'),
        file,
      ],
      most: 10,
      faster: 3,
      says: /faulty\.md[\s\S]*problem/,
    },
    {
      name: 'autocorrect',
      args: (file) => [inside('autocorrect-node/cli.js'), '--lint', file],
      most: 10,
      faster: 1 / 2.5,
      says: /faulty\.md:\d/,
    },
    {
      name: 'markdownlint',
      args: (file) => [inside('markdownlint-cli2/markdownlint-cli2-bin.mjs'), `:${file}`],
      most: 10,
      says: /faulty\.md:\d+.*MD/,
    },
  ];
}
