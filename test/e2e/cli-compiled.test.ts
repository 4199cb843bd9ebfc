import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_FOLDER, COMPILED } from '../../src/main/cli/compiled';
import { largeReport } from '../helpers/large-report';
import { CLI } from './gouji';

const SAMPLE = resolve(import.meta.dirname, '../../resources/samples/sample-report.md');

/** The built command line says the same whatever became of the compiled code that lies beside it. */
describe('the command line and its compiled code', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'gouji-compiled-'));
  const command = join(scratch, COMMAND_FOLDER);
  const compiled = () => readdirSync(command).filter((name) => name.endsWith(COMPILED));
  let said = '';

  const check = (...flags: string[]): string => {
    const words = [...flags, join(scratch, 'cli.js'), 'check', SAMPLE, '--format', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    return stderr + stdout;
  };

  beforeAll(() => {
    cpSync(dirname(CLI), scratch, { recursive: true });
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    said = check();
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('is built with it, and writes nothing', () => {
    expect(said).toContain('"findings"');
    expect(compiled().length).toBeGreaterThan(0);
    const before = readdirSync(scratch, { recursive: true }).sort();
    check();
    expect(readdirSync(scratch, { recursive: true }).sort()).toEqual(before);
  });

  it('says the same under other flags, which the code was not compiled for', () => {
    expect(check('--no-flush-bytecode')).toBe(said);
  });

  it('gives a slow reader all of a long output', () => {
    const file = join(scratch, 'long.md');
    writeFileSync(file, largeReport(40_000, 400));
    const words = [join(scratch, 'cli.js'), 'check', file, '--format', 'json'];
    const all = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const whole = spawnSync(process.execPath, words, all).stdout;
    expect(whole.length).toBeGreaterThan(150_000);
    const slow = spawnSync('sh', ['-c', '"$0" "$@" | (sleep 0.8; cat)', process.execPath, ...words], all);
    expect(slow.stdout === whole).toBe(true);
  });

  it('says the same with rubbish, without it, and without the bundles', () => {
    for (const name of compiled()) writeFileSync(join(command, name), 'rubbish'.repeat(10_000));
    expect(check()).toBe(said);
    for (const name of compiled()) rmSync(join(command, name));
    expect(check()).toBe(said);
    rmSync(command, { recursive: true });
    expect(check()).toBe(said);
  });
});
