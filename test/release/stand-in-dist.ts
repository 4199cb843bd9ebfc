import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Marks the fuses in Electron's binary; @electron/fuses looks for it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 ships them: version 1, nine fuses, `1` on, `0` off. */
const FUSES = '101100011';

/**
 * A folder in the shape of Electron's binary distribution, without Electron in it: enough for electron-builder to pack the
 * app, choose its files and flip the fuses, so that all of that can be looked at where the binary cannot be had.
 */
export function writeStandInDist(folder: string, program: 'electron' | 'electron.exe'): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const fuses = Buffer.from([1, FUSES.length]);
  const padding = Buffer.alloc(64);
  const marked = Buffer.concat([padding, Buffer.from(SENTINEL), fuses, Buffer.from(FUSES), padding]);
  writeFileSync(join(folder, program), program === 'electron.exe' ? windowsProgram(marked) : marked);
  for (const locale of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, `locales/${locale}.pak`), '');
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, file), '');
}

/** A Windows program that does nothing: with a version, which electron-builder reads before it adds the archive's hash. */
function windowsProgram(extra: Buffer): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'stand-in' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(extra);
  return Buffer.from(program.generate());
}
