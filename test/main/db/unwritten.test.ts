import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/db/open';
import { readSetting, writeSetting } from '../../../src/main/db/settings';
import { untilWritten } from '../../../src/main/db/unwritten';

const folder = mkdtempSync(join(tmpdir(), 'gouji-unwritten-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what was read', () => {
  it('is read again when this connection or another has written', () => {
    const file = join(folder, 'library.db');
    const [own, other] = [openDatabase(file), openDatabase(file)];
    let reads = 0;
    const read = (): string | null =>
      untilWritten(own, 'setting', () => {
        reads++;
        return readSetting(own, 'shelf');
      });
    expect([read(), read(), reads]).toEqual([null, null, 1]);
    writeSetting(own, 'shelf', '一');
    expect([read(), read(), reads]).toEqual(['一', '一', 2]);
    writeSetting(other, 'shelf', '二');
    expect([read(), read(), reads]).toEqual(['二', '二', 3]);
    own.close();
    other.close();
  });
});
