import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which at least one module went into a bundle. `folder` is relative to the project. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

export const BUNDLED_LIST = 'packages.json';

/**
 * Writes beside each bundle which packages it holds. Most of Gouji's packages are bundled and so no dependencies in
 * package.json's sense; licences and the bill of materials must name them all the same.
 */
export function bundledPackages(root: string): Plugin {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const found = new Map<string, BundledPackage>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          const one = packageOf(id, root);
          if (one) found.set(one.folder, one);
        }
      }
      const list = [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: BUNDLED_LIST, source: `${JSON.stringify(list, null, 2)}\n` });
    },
  };
}

const OWNER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The package that a module belongs to: the folder right below the innermost node_modules of its path. */
function packageOf(id: string, root: string): BundledPackage | null {
  const folder = OWNER.exec(id.replace(/^\0/, '').replaceAll('\\', '/'))?.[0];
  if (!folder) return null;
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage;
  return { name, version, folder: folder.slice(root.length + 1) };
}
