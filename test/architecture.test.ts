import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../src/main/checker/rules/index';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** Folder of src → what it may import besides itself and npm packages. The table of docs/architecture.md. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  preload: ['shared'],
  renderer: ['shared'],
  'main/importer': ['shared', 'main/document'],
  'main/document': ['shared'],
  'main/figures': ['shared', 'main/document'],
  'main/policy': ['shared'],
  'main/checker': ['shared', 'main/document', 'main/figures', 'main/policy'],
  'main/review': ['shared', 'main/document', 'main/figures', 'main/checker'],
  'main/editing': ['shared', 'main/document', 'main/importer', 'main/checker'],
  'main/exporter': ['shared', 'main/document'],
  'main/seal': ['shared'],
  'main/identity': ['shared'],
  'main/files': ['shared'],
  'main/casefile': ['shared', 'main/review', 'main/identity'],
  'main/db': ['shared', 'main/review'],
  'main/jobs': [
    'shared',
    'main/document',
    'main/importer',
    'main/figures',
    'main/checker',
    'main/review',
    'main/db',
    'main/casefile',
    'main/exporter',
    'main/seal',
  ],
  'main/desk': [
    'shared',
    'main/importer',
    'main/document',
    'main/figures',
    'main/checker',
    'main/policy',
    'main/review',
    'main/identity',
    'main/editing',
    'main/db',
    'main/casefile',
    'main/jobs',
  ],
  'main/ipc': [
    'shared',
    'main/identity',
    'main/checker',
    'main/policy',
    'main/desk',
    'main/db',
    'main/jobs',
    'main/files',
  ],
  'main/app': ['main/ipc'],
  'main/cli': [
    'shared',
    'main/importer',
    'main/document',
    'main/figures',
    'main/checker',
    'main/policy',
    'main/review',
    'main/jobs',
    'main/seal',
    'main/db',
    'main/casefile',
    'main/files',
  ],
};
/** The two entries wire everything. */
const ENTRIES = new Set(['main/index', 'main/cli.ts']);
const NODE_ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'main/importer': ['node:zlib'],
  'main/figures': ['node:crypto'],
  'main/checker': ['node:crypto'],
  'main/policy': ['node:crypto'],
  'main/review': ['node:crypto'],
};
const WITHOUT_NODE = [
  'shared',
  'renderer',
  'preload',
  'main/importer',
  'main/document',
  'main/figures',
  'main/policy',
  'main/checker',
  'main/review',
  'main/editing',
];
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  electron: ['main/app', 'main/index', 'preload'],
  'better-sqlite3': ['main/db'],
  pdfmake: ['main/exporter'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first !== 'main') return first;
  if (file === 'main/cli.ts') return 'main/cli.ts';
  return `main/${second.replace(/\.ts$/, '')}`;
}

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

const breaches = files.flatMap((file) => {
  const room = roomOf(file);
  if (ENTRIES.has(room)) return [];
  return importsOf(file).flatMap((specifier) =>
    allowed(file, room, specifier) ? [] : [`${file} → ${specifier}`],
  );
});

function allowed(file: string, room: string, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = relative(SRC, resolve(SRC, dirname(file), specifier)).replaceAll('\\', '/');
    if (target === '../package.json') return room === 'main/cli';
    if (target.startsWith('../resources/policies/')) return room === 'main/policy';
    const other = roomOf(target);
    return other === room || (LAYERS[room]?.includes(other) ?? false);
  }
  if (specifier.startsWith('node:'))
    return !WITHOUT_NODE.includes(room) || (NODE_ALLOWED[room]?.includes(specifier) ?? false);
  return ONLY_IN[specifier]?.includes(room) ?? true;
}

describe('the source tree', () => {
  it('has a layer for every room', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in LAYERS) && !ENTRIES.has(room))).toEqual([]);
  });

  it('imports only along the layers', () => expect(breaches).toEqual([]));

  it('keeps electron in its folder even for the entry', () => {
    const users = files.filter((file) => importsOf(file).includes('electron')).map(roomOf);
    expect(users.filter((room) => !ONLY_IN['electron']?.includes(room))).toEqual([]);
  });
});

describe('silence', () => {
  const NETWORK =
    /^(node:)?(https?|http2|net|tls|dgram|dns|dns\/promises|inspector|cluster)$|^(undici|ws|axios|got)$/;
  const CALLS =
    /\b(fetch|openExternal|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\s*\(/;

  it('no file of the app imports what speaks over the network', () =>
    expect(files.filter((file) => importsOf(file).some((name) => NETWORK.test(name)))).toEqual([]));

  it('no file of the app calls what speaks over the network', () =>
    expect(files.filter((file) => CALLS.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]));
});

describe('the rules', () => {
  it.each(allRules.map((rule) => [rule.code, rule] as const))(
    '%s has file, help page and test under its name',
    (_, rule) => {
      expect(rule.code).toMatch(/^[TNWSC]\d{3}$/);
      for (const file of [
        `src/main/checker/rules/${rule.name}.ts`,
        `resources/rules/${rule.name}.md`,
        `test/main/checker/rules/${rule.name}.test.ts`,
      ]) {
        expect(existsSync(join(ROOT, file)), file).toBe(true);
      }
    },
  );

  it('are all listed, with unique codes and names', () => {
    const inFolder = readdirSync(join(SRC, 'main/checker/rules')).filter((name) => name !== 'index.ts');
    expect(inFolder.sort()).toEqual(allRules.map((rule) => `${rule.name}.ts`).sort());
    expect(new Set(allRules.map((rule) => rule.code)).size).toBe(allRules.length);
  });
});
