import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BUNDLED_LIST, type BundledPackage } from './bundled-packages.ts';

/**
 * What a company asks for before it installs anything: `sbom.cdx.json`, a bill of materials in CycloneDX form, and
 * `THIRD-PARTY-LICENSES.txt`, every licence in full. Both ship inside the app.
 */
export interface ThirdParty extends BundledPackage {
  readonly license: string;
  /** The licence's text as the package ships it; empty where it ships none. */
  readonly text: string;
}

export const ROOT = resolve(import.meta.dirname, '../..');
const TARGETS = ['main', 'preload', 'renderer'];
/** Node for the tests, and what better-sqlite3 is compiled with; electron.builder.yml leaves both out. */
const NOT_SHIPPED = /^node-(linux|darwin|win|bin)-|^node-addon-api$/;
/** Packages whose manifest names no licence, by what their licence file says. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'png-js': 'MIT' };
const LICENSE_FILE = /^(licen[cs]e|copying)/i;

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/**
 * What ships: the packages inside the bundles and those in node_modules that the app loads from there. `installed`: the folder
 * whose node_modules ship, where they are those of another system.
 */
export function shippedPackages(installed = ROOT): ThirdParty[] {
  const bundled = TARGETS.flatMap((target) =>
    readJson<BundledPackage[]>(join(ROOT, 'out', target, BUNDLED_LIST)),
  );
  const distinct = new Map(
    [...bundled, ...productionPackages(installed)].map((one) => [`${one.name}@${one.version}`, one]),
  );
  return [...distinct.values()]
    .map((one) => describePackage(one, installed))
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/**
 * The packages that package.json's `dependencies` need, as the lockfile has them. Of those that are optional, because each holds
 * the binary of one system, the installed ones.
 */
export function productionPackages(installed = ROOT): BundledPackage[] {
  const { packages } = readJson<{ packages: Record<string, LockEntry> }>(join(ROOT, 'package-lock.json'));
  return Object.entries(packages)
    .filter(
      ([folder, { dev, optional }]) =>
        folder !== '' && !dev && (!optional || existsSync(join(installed, folder))),
    )
    .map(([folder, { version }]) => ({ folder, version, name: folder.replace(/^.*node_modules\//, '') }))
    .filter(({ name }) => !NOT_SHIPPED.test(name));
}

interface LockEntry {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

function describePackage(one: BundledPackage, installed: string): ThirdParty {
  const folder = [installed, ROOT].map((root) => join(root, one.folder)).find(existsSync) ?? '';
  const { license } = readJson<{ license?: string | { type: string } }>(join(folder, 'package.json'));
  const file = readdirSync(folder).find((name) => LICENSE_FILE.test(name));
  return {
    ...one,
    license: typeof license === 'string' ? license : (license?.type ?? READ_BY_HAND[one.name] ?? 'unknown'),
    text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
  };
}

/** npm's own bill of materials, with all but what ships taken out. */
export function billOfMaterials(shipped: readonly ThirdParty[]): unknown {
  const { stdout, stderr, status } = spawnSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  const whole = JSON.parse(stdout) as Bill;
  const wanted = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
  const components = whole.components.filter(({ group, name, version }) =>
    wanted.has(`${group ? `${group}/` : ''}${name}@${version}`),
  );
  const kept = new Set(components.map((component) => component['bom-ref']));
  const own = whole.metadata.component['bom-ref'];
  const dependencies = whole.dependencies
    .filter(({ ref }) => ref === own || kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  return { ...whole, components, dependencies };
}

interface Bill {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly group?: string;
    readonly name: string;
    readonly version: string;
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

export const licenseTexts = (shipped: readonly ThirdParty[]): string =>
  shipped
    .map(
      ({ name, version, license, text }) =>
        `${name} ${version}\n${license}\n\n${text || '(no text in the package)'}\n`,
    )
    .join(`\n${'-'.repeat(78)}\n\n`);

const DOC = join(ROOT, 'docs/dependencies.md');
const LIST = /(<!-- shipped -->\n)[\s\S]*?(<!-- \/shipped -->)/;

/** The part of docs/dependencies.md that is written by this script. */
export function listForDocs(shipped: readonly ThirdParty[]): string {
  const rows = shipped.map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |`);
  return `**${shipped.length} packages** ship:\n\n| package | version | licence |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** Writes the bill of materials and the licences into an `out` folder that is to ship. */
export function writeThirdParty(out: string, installed = ROOT): void {
  const shipped = shippedPackages(installed);
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(shipped), null, 2)}\n`);
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licenseTexts(shipped));
}

/** `node test/release/third-party.ts --docs`: writes the list into docs/dependencies.md. */
if (import.meta.main && process.argv.includes('--docs'))
  writeFileSync(DOC, readFileSync(DOC, 'utf8').replace(LIST, `$1${listForDocs(shippedPackages())}$2`));
