import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, build, Platform } from 'electron-builder';
import { parse } from 'yaml';
import { askForAdvisories } from './advisories.ts';
import { stage, type Target } from './stage.ts';
import { ROOT, shippedPackages } from './third-party.ts';

const SYSTEMS = {
  linux: { npm: 'linux', platform: Platform.LINUX },
  win: { npm: 'win32', platform: Platform.WINDOWS },
  mac: { npm: 'darwin', platform: Platform.MAC },
} as const;

type System = keyof typeof SYSTEMS;

const HERE: System = process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';

/** The kinds of package that electron.builder.yml names for a processor of a system. */
function kindsFor(system: System, arch: Target['arch']): string[] {
  const config = parse(readFileSync(join(ROOT, 'electron.builder.yml'), 'utf8')) as Record<
    System,
    { readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[] }
  >;
  return config[system].target.filter((one) => one.arch.includes(arch)).map(({ target }) => target);
}

/** Makes one processor's packages into `dist`. `kinds`: `dir` for a folder that is not packed. */
export async function makePackage(
  system: System,
  arch: Target['arch'],
  kinds: readonly string[] = kindsFor(system, arch),
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  try {
    stage(folder, { system: SYSTEMS[system].npm, arch });
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    await build({
      targets: SYSTEMS[system].platform.createTarget([...kinds], Arch[arch]),
      projectDir: folder,
      publish: 'never',
      config: {
        extends: join(folder, 'electron.builder.yml'),
        electronVersion: manifest.devDependencies['electron'] ?? null,
        directories: { output: join(ROOT, 'dist'), buildResources: 'resources/icons' },
        ...more,
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False, with the exit status set: a package that ships has a known hole of high severity. */
function mayShip(accepted: boolean): boolean {
  const found = askForAdvisories(new Set(shippedPackages().map(({ name }) => name)));
  if (found === null)
    process.stderr.write(
      'NOT CHECKED: the registry does not answer `npm audit`, so known holes were not looked for\n',
    );
  for (const { name, severity, title } of found ?? [])
    process.stderr.write(`${severity}: ${name}: ${title}\n`);
  if ((found ?? []).length === 0 || accepted) return true;
  process.stderr.write('Nothing was packed; update the packages, or say --accept-advisories\n');
  process.exitCode = 1;
  return false;
}

/**
 * `npm run package [-- --system linux|win|mac] [--arch x64|arm64] [--dir] [--accept-advisories]`; this machine's system and
 * both processors, where nothing is said.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', default: HERE },
      arch: { type: 'string' },
      dir: { type: 'boolean' },
      'accept-advisories': { type: 'boolean', default: false },
    },
  });
  const system = values.system as System;
  if (!(system in SYSTEMS))
    throw new Error(`no such system: ${system}; there are ${Object.keys(SYSTEMS).join(', ')}`);
  if (!mayShip(values['accept-advisories'])) return;
  for (const arch of ['x64', 'arm64'] as const)
    if (!values.arch || values.arch === arch)
      await makePackage(system, arch, values.dir ? ['dir'] : undefined);
}

if (import.meta.main) await run();
