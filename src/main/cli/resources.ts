import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the bundle: out/main/…; the resources lie beside out. */
const bundleDirectory = dirname(fileURLToPath(import.meta.url));

/** Where the shipped fonts are. */
export async function fontsDirectory(): Promise<string> {
  for (const up of ['../../resources', '../../../resources']) {
    const candidate = join(bundleDirectory, up, 'fonts');
    if (await stat(candidate).catch(() => null)) return candidate;
  }
  return join(bundleDirectory, '../../resources/fonts');
}
