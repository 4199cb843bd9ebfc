import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bundle,
  COMPILED,
  compiledMain,
  loadBundles,
  markOf,
  scriptOf,
} from '../../../src/main/cli/compiled';

const MAIN =
  "const part = require('./part.cjs'); exports.main = async (words) => words.length + part.more();";
const PART = 'exports.more = () => 40;';

describe('compiled code beside the bundles', () => {
  let folder = '';
  const part = () => join(folder, 'part.cjs');
  const compiled = () => part() + COMPILED;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-compiled-'));
    writeFileSync(join(folder, 'main.cjs'), MAIN, { mode: 0o644 });
    writeFileSync(part(), PART, { mode: 0o644 });
    let script: vm.Script | undefined;
    loadBundles(folder, (source) => {
      script = scriptOf(vm, source);
      return script.runInThisContext() as Bundle;
    });
    const code = script?.createCachedData() ?? Buffer.alloc(0);
    writeFileSync(compiled(), Buffer.concat([markOf(readFileSync(part()), code), code]), { mode: 0o644 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Whether V8 took the part's compiled code; undefined when it was not handed over. */
  function taken(): boolean | undefined {
    let answer: boolean | undefined;
    loadBundles(folder, (source) => {
      const script = scriptOf(vm, source);
      if (source.file === part() && source.compiled) answer = script.cachedDataRejected === false;
      return script.runInThisContext() as Bundle;
    });
    return answer;
  }
  const answer = () => compiledMain(folder)?.(['a', 'b']);

  it('is used where it fits', async () => {
    expect(taken()).toBe(true);
    expect(await answer()).toBe(42);
  });

  const broken: Readonly<Record<string, () => void>> = {
    missing: () => rmSync(compiled()),
    empty: () => writeFileSync(compiled(), ''),
    'cut off': () => writeFileSync(compiled(), readFileSync(compiled()).subarray(0, -8)),
    'of one byte changed': () => {
      const bytes = readFileSync(compiled());
      bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
      writeFileSync(compiled(), bytes);
    },
    'another file': () => writeFileSync(compiled(), Buffer.alloc(5_000, 'rubbish')),
    'writable by others, unlike the bundle': () => chmodSync(compiled(), 0o666),
    'a link': () => {
      writeFileSync(`${compiled()}.elsewhere`, readFileSync(compiled()));
      rmSync(compiled());
      symlinkSync(`${compiled()}.elsewhere`, compiled());
    },
  };
  // Windows knows no such mode, and asks for a right to make links.
  const here = process.platform === 'win32' ? /^(?!writable|a link)/ : /^/;
  it.each(Object.keys(broken).filter((name) => here.test(name)))(
    'is left alone when it is %s',
    async (name) => {
      broken[name]?.();
      expect(taken()).toBeUndefined();
      expect(await answer()).toBe(42);
    },
  );

  it('is left alone when the bundle is another one of the same length', async () => {
    writeFileSync(part(), PART.replace('40', '70'));
    expect(taken()).toBeUndefined();
    expect(await answer()).toBe(72);
  });

  it('is not written, nor is anything else', async () => {
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]);
    await answer();
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')])).toEqual(
      before,
    );
  });

  it('does without bundles', () => {
    rmSync(join(folder, 'main.cjs'));
    expect(compiledMain(folder)).toBeNull();
  });
});
