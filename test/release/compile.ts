import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import {
  type Bundle,
  COMPILED,
  ENGINE_FLAG,
  loadBundles,
  markOf,
  scriptOf,
} from '../../src/main/cli/compiled.ts';

/**
 * `node compile.ts FOLDER REPORT`: has the command line's bundles check a report, and writes beside each large one what V8 compiled
 * of it, functions that were first called on the way among it.
 */
const LEAST_BYTES = 50_000;
const [folder = '', report = ''] = process.argv.slice(2);
const scripts = new Map<string, vm.Script>();

setFlagsFromString(ENGINE_FLAG);
const { main } = loadBundles(folder, (source) => {
  const script = scriptOf(vm, { ...source, compiled: undefined });
  scripts.set(source.file, script);
  return script.runInThisContext() as Bundle;
}) as { main: (args: readonly string[]) => Promise<number> };

for (const words of [['check', '--format', 'json'], ['check'], ['figures']]) await main([...words, report]);
for (const [file, script] of scripts) {
  if (statSync(file).size < LEAST_BYTES) continue;
  const compiled = script.createCachedData();
  writeFileSync(file + COMPILED, Buffer.concat([markOf(readFileSync(file), compiled), compiled]));
}
