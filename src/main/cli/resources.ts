import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundleDirectory = dirname(fileURLToPath(import.meta.url));

/**
 * The fonts that ship. The bundle may lie in `out` or in the packaged app's archive; the resources lie beside one of the
 * folders above it.
 */
export async function fontsDirectory(): Promise<string> {
  for (let folder = bundleDirectory; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'resources/fonts');
    if (await stat(candidate).catch(() => null)) return candidate;
  }
  return join(bundleDirectory, '../../resources/fonts');
}
