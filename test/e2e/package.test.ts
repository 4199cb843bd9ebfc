import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import Ajv from 'ajv';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { askForAdvisories, gravest } from '../release/advisories.ts';
import { makePackage } from '../release/package.ts';
import { stage } from '../release/stage.ts';
import { writeStandInDist } from '../release/stand-in-dist.ts';
import {
  billOfMaterials,
  listForDocs,
  productionPackages,
  ROOT,
  shippedPackages,
} from '../release/third-party.ts';

const CONFIG = join(ROOT, 'electron.builder.yml');
const config = parse(readFileSync(CONFIG, 'utf8')) as {
  readonly electronFuses: Record<string, boolean>;
  readonly fileAssociations: readonly { ext: string }[];
} & Readonly<
  Record<'win' | 'linux' | 'mac', { target: readonly { target: string; arch: readonly string[] }[] }>
>;
/** Licences that a company may ship inside a closed product, given the notices that ship with the app. */
const ALLOWED =
  /^\(?(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|Zlib|MPL-2\.0| AND | OR |GPL-2\.0)+\)?$/;
const MEGABYTE = 1024 * 1024;
const HERE_ARCH = process.arch === 'arm64' ? 'arm64' : 'x64';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile());

describe('what the packager is told', () => {
  it('is valid by its schema', () => {
    const schema = createRequire(import.meta.url)('app-builder-lib/scheme.json') as object;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
  });

  it('names the systems that a company has', () => {
    const targets = (['win', 'linux', 'mac'] as const).map((system) =>
      config[system].target.map(({ target, arch }) => `${target}: ${arch.join(' ')}`),
    );
    expect(targets).toEqual([
      ['nsis: x64 arm64', 'portable: x64'],
      ['AppImage: x64 arm64', 'deb: x64 arm64'],
      ['dmg: x64 arm64'],
    ]);
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['gouji']);
  });
});

/** Packs for Linux (the command line of it then runs) with a stand-in for Electron's binary. */
describe('the package', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  const unpacked = join(scratch, HERE_ARCH === 'x64' ? 'dist/linux-unpacked' : 'dist/linux-arm64-unpacked');
  const asar = join(unpacked, 'resources/app.asar');
  let listed: string[] = [];

  beforeAll(async () => {
    writeStandInDist(join(scratch, 'electron'), 'electron');
    await makePackage('linux', HERE_ARCH, ['dir'], {
      electronDist: join(scratch, 'electron'),
      directories: { output: join(scratch, 'dist') },
    });
    listed = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  }, 60_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('holds the bundles and the packages that they load, and nothing else', () => {
    const first = new Set(listed.map((name) => name.split('/')[1]));
    expect([...first].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json']);
    const packages = listed
      .filter((name) => /^\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(name))
      .map((name) => name.replace(/^\/node_modules\/|\/package\.json$/g, ''));
    const production = productionPackages()
      .filter(({ folder }) => !/node_modules\/.*node_modules\//.test(folder))
      .map(({ name }) => name);
    expect(packages.sort()).toEqual(production.sort());
  });

  it('ships no source map, source, test, key of the samples or binary of another system', () => {
    const files = [...listed, ...filesBelow(join(unpacked, 'resources'))];
    const unwanted =
      /\.(map|ts|mts|cts|tsx|py|md\.orig|c|h|gyp)$|TEST-ONLY|expected\.json|\/test\/|\/main\/command\/|(darwin|win32|musl).*\.node$/;
    expect(files.filter((name) => unwanted.test(name) && !/\/(encodings|trie)\.h$/.test(name))).toEqual([]);
    expect(files.filter((name) => name.endsWith('.node')).length).toBeGreaterThan(0);
  });

  it('ships the resources, beside the archive', () => {
    const files = filesBelow(join(unpacked, 'resources/resources'));
    for (const name of [
      'fonts/FangSong.otf',
      'policies/general.json',
      'rules/row-torn.md',
      'samples/sample-report.md',
    ])
      expect(files).toContain(name);
  });

  it('stays small: all but Electron within 70 MB', () => {
    const bytes = filesBelow(join(unpacked, 'resources')).map(
      (name) => statSync(join(unpacked, 'resources', name)).size,
    );
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(70 * MEGABYTE);
  });

  it('has the fuses as promised', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'gouji'));
    const state = (fuse: FuseV1Options): string => String.fromCharCode(wire[fuse] ?? 0);
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      asarIntegrity: '1',
      onlyAsar: '1',
      fileProtocol: '0',
    });
  });

  it('has everything that its command line needs', () => {
    const apart = join(scratch, 'apart/app');
    extractAll(asar, apart);
    cpSync(join(unpacked, 'resources/app.asar.unpacked'), apart, { recursive: true });
    cpSync(join(unpacked, 'resources/resources'), join(scratch, 'apart/resources'), { recursive: true });
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(apart, 'out/main/cli.js'), ...words], {
        encoding: 'utf8',
        cwd: scratch,
      });
    const sample = join(scratch, 'apart/resources/samples/sample-report.md');
    expect(run('check', sample).stdout).toContain('T101');
    const made = run('export', sample, '--draft', '--out', join(scratch, 'draft.pdf'));
    expect(made.stderr).toBe('');
    expect(existsSync(join(scratch, 'draft.pdf'))).toBe(true);
    const loads = `require('better-sqlite3')(':memory:'); if (!require('koffi').version) throw new Error('no koffi')`;
    const loaded = spawnSync(process.execPath, ['-e', loads], { encoding: 'utf8', cwd: apart });
    expect(loaded.stderr).toBe('');
  });
});

/** Made on this machine for another one. */
describe('a package for another system', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it.each([
    ['darwin', 'arm64'],
    ['linux', 'arm64'],
  ] as const)(
    '%s %s gets the packages and the bill of materials of that system',
    (system, arch) => {
      const folder = join(scratch, `${system}-${arch}`);
      stage(folder, { system, arch });
      const koffi = `@koromix/koffi-${system}-${arch}`;
      expect(readdirSync(join(folder, 'node_modules/@koromix'))).toEqual([koffi.split('/')[1]]);
      expect(readdirSync(join(folder, 'node_modules/better-sqlite3/prebuilds'))).toEqual([
        `${system}-${arch}.node`,
      ]);
      const bill = readFileSync(join(folder, 'out/sbom.cdx.json'), 'utf8');
      expect(new Set(bill.match(/@koromix\/koffi-[^"@]+/g))).toEqual(new Set([koffi]));
      expect(readFileSync(join(folder, 'out/THIRD-PARTY-LICENSES.txt'), 'utf8')).toContain(`${koffi} `);
    },
    60_000,
  );

  it('Windows holds what it needs and no binary of another system', async () => {
    writeStandInDist(join(scratch, 'electron-win'), 'electron.exe');
    await makePackage('win', 'x64', ['dir'], {
      electronDist: join(scratch, 'electron-win'),
      directories: { output: join(scratch, 'dist') },
      // Off Windows the packager needs Wine to write icon and version.
      win: { signAndEditExecutable: false },
    });
    const unpacked = join(scratch, 'dist/win-unpacked');
    const binaries = filesBelow(unpacked).filter((name) => name.endsWith('.node'));
    expect(binaries.length).toBe(2);
    expect(binaries.filter((name) => !/win32[-_]x64/.test(name))).toEqual([]);
    const program = join(unpacked, 'Gouji.exe');
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
    const [integrity] = entries.filter(({ type }) => type === 'INTEGRITY');
    expect(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString()).toMatch(/app\.asar.*SHA256/);
    const wire = await getCurrentFuseWire(program);
    expect(String.fromCharCode(wire[FuseV1Options.RunAsNode] ?? 0)).toBe('0');
  }, 120_000);
});

describe('what others wrote', () => {
  const shipped = shippedPackages();

  it('is under a licence that fits a company, and each text ships', () => {
    expect(shipped.filter(({ license }) => !ALLOWED.test(license))).toEqual([]);
    // Of two licences offered the free one is taken: nothing may be under the GPL alone.
    expect(shipped.filter(({ license }) => license === 'GPL-2.0')).toEqual([]);
  });

  it('may not have a known hole of high severity, as `npm audit` tells', () => {
    const hole = (name: string, severity: string): object => ({
      name,
      severity,
      via: [{ title: 'hole' }, 'other'],
    });
    const answer = JSON.stringify({
      vulnerabilities: {
        react: hole('react', 'high'),
        mobx: hole('mobx', 'critical'),
        pdfmake: hole('pdfmake', 'moderate'),
        vitest: hole('vitest', 'high'),
      },
    });
    const names = new Set(['react', 'mobx', 'pdfmake']);
    expect(gravest(answer, names)).toEqual([
      { name: 'react', severity: 'high', title: 'hole; other' },
      { name: 'mobx', severity: 'critical', title: 'hole; other' },
    ]);
    expect(gravest('{"vulnerabilities":{}}', names)).toEqual([]);
    expect(gravest('{"error":{"code":"EAUDITNOENDPOINT"}}', names)).toBeNull();
    expect(gravest('', names)).toBeNull();
    const found = askForAdvisories(new Set(shipped.map(({ name }) => name)));
    if (found === null) process.stderr.write('SKIPPED: the registry does not answer npm audit\n');
    expect(found ?? []).toEqual([]);
  }, 60_000);

  it('stands in the bill of materials, package by package', () => {
    const bill = billOfMaterials(shipped) as {
      bomFormat: string;
      components: { group?: string; name: string; version: string }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
    );
    expect([...new Set(names)].sort()).toEqual(
      shipped.map(({ name, version }) => `${name}@${version}`).sort(),
    );
  });

  it('is listed in docs/dependencies.md (written by `node test/release/third-party.ts --docs`)', () =>
    expect(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')).toContain(listForDocs(shipped)));
});
