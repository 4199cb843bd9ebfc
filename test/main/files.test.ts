import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileBounded, writeFileWhole } from '../../src/main/files';

const folder = mkdtempSync(join(tmpdir(), 'gouji-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

describe('readFileBounded', () => {
  it('reads a file', async () => {
    writeFileSync(at('a'), 'abc');
    expect(await readFileBounded(at('a'), 3)).toEqual({ ok: true, value: new Uint8Array([97, 98, 99]) });
  });

  it('refuses what is too large without reading it', async () => {
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 200 * 1024 * 1024);
    expect(await readFileBounded(at('large'), 64 * 1024 * 1024)).toMatchObject({
      error: { code: 'too-large', message: '“large”有 200 MB，超过 64 MB 的上限' },
    });
  });

  it.each([
    ['a folder', '.', '文件夹'],
    ['a missing file', 'none', '不存在'],
  ])('says what is wrong with %s', async (_, name, words) => {
    const result = await readFileBounded(at(name), 10);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unreadable', message: expect.stringContaining(words) },
    });
  });
});

describe('writeFileWhole', () => {
  it('replaces a file and leaves no scratch file', async () => {
    writeFileSync(at('out'), 'old');
    expect(await writeFileWhole(at('out'), new Uint8Array([110]))).toEqual({ ok: true, value: true });
    expect(readFileSync(at('out'), 'utf8')).toBe('n');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([['none/out'], ['.']])('says that %s cannot be written', async (name) => {
    const before = readdirSync(folder);
    expect(await writeFileWhole(at(name), new Uint8Array([1]))).toMatchObject({
      ok: false,
      error: { code: 'unwritable' },
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
