import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  writeFileSync(
    join(folder, program),
    Buffer.concat([padding, Buffer.from(SENTINEL), fuses, Buffer.from(FUSES), padding]),
  );
  for (const locale of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, `locales/${locale}.pak`), '');
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, file), '');
}
