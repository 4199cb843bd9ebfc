import type { Stats } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The command line's second form: CommonJS bundles in a folder beside `cli.js`, each of the larger ones with the code that V8
 * compiled from it when it was built (test/release/command-line.ts). Reading that is quicker than compiling, and bundles are fewer
 * than the modules that the window's program shares. Nothing is ever written here.
 *
 * Node's own compile cache is not used: it writes at run time, is bound to one user and place, and holds only what ran before the
 * first function was called.
 */

/** V8's flag for a quick check, set before anything is compiled: compiled code is good for the same flags only. */
export const ENGINE_FLAG = '--regexp-tier-up-ticks=0';
export const COMMAND_FOLDER = 'command';
export const ENTRY = 'main.cjs';
/** Ends the name of the file with a bundle's compiled code. */
export const COMPILED = '.compiled';

const MARK_BYTES = 32;
const WRITABLE_BY_OTHERS = 0o022;

type Exports = Readonly<Record<string, unknown>>;

/** What a script of V8 is made of: the text of one function, its file, compiled code if there is any. */
export interface Source {
  readonly code: string;
  readonly file: string;
  readonly compiled: Buffer | undefined;
}
/** The function that a bundle is wrapped in. */
export type Bundle = (
  exports: object,
  require: (id: string) => unknown,
  module: object,
  __filename: string,
) => void;

// As modules these would first read all that they export, streams among them.
const builtIn = createRequire(import.meta.url);
const { lstatSync, readFileSync } = builtIn('node:fs') as typeof import('node:fs');
const { join } = builtIn('node:path') as typeof import('node:path');

/** The exports of the entry in `folder`. `run` makes a bundle's function of its source. */
export function loadBundles(folder: string, run: (source: Source) => Bundle): Exports {
  const loaded = new Map<string, { readonly exports: Exports }>();
  const outside = createRequire(join(folder, ENTRY));
  const load = (name: string): Exports => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    const source = sourceOf(join(folder, name));
    run(source)(module.exports, require, module, source.file);
    return module.exports;
  };
  return load(ENTRY);
}

/** The script of a bundle, not yet run. `vm` is handed in, as the maker of compiled code needs the script itself. */
export const scriptOf = ({ Script }: typeof import('node:vm'), { code, file, compiled }: Source) =>
  new Script(code, { filename: file, ...(compiled ? { cachedData: compiled } : {}) });

/** `gouji …` from the bundles in `folder`, or null where there are none. */
export function compiledMain(folder: string): ((args: readonly string[]) => Promise<number>) | null {
  if (!lstatSync(join(folder, ENTRY), { throwIfNoEntry: false })) return null;
  const vm = builtIn('node:vm') as typeof import('node:vm');
  const { main } = loadBundles(folder, (source) => scriptOf(vm, source).runInThisContext() as Bundle);
  return main as (args: readonly string[]) => Promise<number>;
}

function sourceOf(file: string): Source {
  const bytes = readFileSync(file);
  return {
    code: `(function(exports,require,module,__filename){${bytes.toString('utf8')}\n})`,
    file,
    compiled: compiledOf(file, bytes),
  };
}

/** The compiled code beside a bundle, if it is of this very bundle, for this very Node, whole, and as well guarded as the bundle. */
function compiledOf(file: string, source: Buffer): Buffer | undefined {
  const held = lstatSync(file + COMPILED, { throwIfNoEntry: false });
  if (!held?.isFile() || !asGuarded(held, lstatSync(file))) return undefined;
  const bytes = readFileSync(file + COMPILED);
  const compiled = bytes.subarray(MARK_BYTES);
  return markOf(source, compiled).equals(bytes.subarray(0, MARK_BYTES)) ? compiled : undefined;
}

const asGuarded = (held: Stats, bundle: Stats): boolean =>
  held.uid === bundle.uid && (held.mode & WRITABLE_BY_OTHERS & ~bundle.mode) === 0;

/** What stands before compiled code: SHA-256 of what it is good for and of itself, as V8 looks at the length of a source alone. */
export function markOf(source: Uint8Array, compiled: Uint8Array): Buffer {
  const { createHash } = builtIn('node:crypto') as typeof import('node:crypto');
  const { cachedDataVersionTag } = builtIn('node:v8') as typeof import('node:v8');
  const engine = [process.version, process.platform, process.arch, cachedDataVersionTag(), source.length];
  return createHash('sha256')
    .update(`${engine.join(' ')}\n`)
    .update(source)
    .update(compiled)
    .digest();
}
