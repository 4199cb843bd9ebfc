import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, backupsOf } from '../../../src/main/db/backup';
import { Library } from '../../../src/main/db/library';
import { openLibrary, type RescueAnswer, type RescueQuestion } from '../../../src/main/db/open-library';
import { storeTrouble } from '../../../src/main/db/store-trouble';
import { addReport, day, order, titles } from '../../helpers/scratch-library';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-open-'));
  file = join(folder, 'library.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const backups = (): string => backupsOf(file);
const asking = async (
  ...answers: RescueAnswer[]
): Promise<{ library: Library | null; asked: RescueQuestion[] }> => {
  const asked: RescueQuestion[] = [];
  const ask = async (question: RescueQuestion): Promise<RescueAnswer> => {
    asked.push(question);
    return answers[asked.length - 1] ?? answers.at(-1) ?? 'leave';
  };
  return { library: await openLibrary({ file, version: '0.0.0', now: () => day(20), ask }), asked };
};
const withBackup = (...reports: string[]): void => {
  const library = new Library(file, '0.0.0');
  for (const title of reports.length === 0 ? ['先'] : reports) addReport(library.connection, title);
  backUp(library.connection, backups(), order());
  library.close();
};

describe('a library that cannot be opened', () => {
  it.each([
    [
      'damaged',
      () => writeFileSync(file, 'no database at all, and long enough to be read as one'.repeat(20)),
      /已损坏/,
    ],
    [
      'of a newer Gouji',
      () => {
        const connection = new Database(file);
        connection.pragma('user_version = 999');
        connection.close();
      },
      /更新版本/,
    ],
    [
      'another program’s',
      () => {
        rmSync(file);
        const connection = new Database(file);
        connection.exec('CREATE TABLE note (text TEXT)');
        connection.close();
      },
      /不是 Gouji/,
    ],
  ])('because it is %s is told, and a backup takes its place', async (_, spoil, sentence) => {
    withBackup();
    spoil();
    const { library, asked } = await asking('restore');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.message).toMatch(sentence);
    expect(asked[0]?.backup).toMatchObject({ reports: 1 });
    expect(library && titles(library.connection)).toEqual(['先']);
    expect(readdirSync(folder).some((name) => name.startsWith('library-replaced-'))).toBe(true);
    library?.close();
  });

  it('is left as it is when the person says so', async () => {
    withBackup();
    writeFileSync(file, 'broken');
    const { library, asked } = await asking('leave');
    expect(library).toBeNull();
    expect(asked).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe('broken');
  });

  it('goes on to the next backup when one does not hold', async () => {
    withBackup();
    const [name = ''] = readdirSync(backups());
    const second = name.replace('20260110', '20260111');
    copyFileSync(join(backups(), name), join(backups(), second));
    copyFileSync(join(backups(), `${name}.json`), join(backups(), `${second}.json`));
    writeFileSync(join(backups(), second), 'spoilt');
    writeFileSync(file, 'broken'.repeat(200));
    const { library, asked } = await asking('restore');
    expect(asked).toHaveLength(2);
    expect(asked[1]?.message).toMatch(/与它的清单不符/);
    expect(library && titles(library.connection)).toEqual(['先']);
    library?.close();
  });

  it('because another program holds it, is told without an offer', async () => {
    withBackup();
    const other = new Database(file);
    other.pragma('journal_mode = DELETE');
    other.pragma('locking_mode = EXCLUSIVE');
    other.prepare('BEGIN EXCLUSIVE').run();
    const { library, asked } = await asking('restore');
    expect(library).toBeNull();
    expect(asked[0]).toMatchObject({ backup: null, message: expect.stringMatching(/正被另一个程序使用/) });
    other.close();
  }, 20_000);

  it.skipIf(process.getuid?.() === 0)('in a folder that cannot be written to is told', async () => {
    withBackup();
    chmodSync(folder, 0o500);
    const { asked } = await asking('restore');
    chmodSync(folder, 0o700);
    expect(asked[0]?.message).toMatch(/不能写入/);
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    ['gone', () => rmSync(file)],
    ['an empty file', () => writeFileSync(file, '')],
  ])('because it is %s is not begun anew without a question', async (_, spoil) => {
    withBackup();
    spoil();
    const left = await asking('leave');
    expect(left.library).toBeNull();
    expect(left.asked[0]).toMatchObject({
      canBegin: true,
      backup: { reports: 1 },
      message: expect.stringMatching(/不见了/),
    });
    const { library } = await asking('restore');
    expect(library && titles(library.connection)).toEqual(['先']);
    library?.close();
  });

  it('because it is gone can be begun anew, by a person’s word, with the backups left', async () => {
    withBackup();
    rmSync(file);
    const kept = readdirSync(backups());
    const { library, asked } = await asking('begin');
    expect(asked).toHaveLength(1);
    expect(library && titles(library.connection)).toEqual([]);
    library?.close();
    expect(readdirSync(backups())).toEqual(kept);
    expect((await asking('leave')).asked).toHaveLength(0);
  });
});

describe('a damaged library', () => {
  const reports = Array.from({ length: 12 }, (_, index) => `报告${index}`);

  /** A sentence at the start, or one at the first look that meets the damage; never fewer reports without a word. */
  const outcome = async (): Promise<string> => {
    const { library, asked } = await asking('leave');
    if (!library) return asked[0]?.backup ? 'refused' : 'refused without an offer';
    try {
      const found = titles(library.connection);
      return found.length === reports.length ? 'whole' : `only ${found.length} reports`;
    } catch (thrown) {
      return storeTrouble(thrown) === 'damaged' ? 'told at the look' : String(thrown);
    } finally {
      library.close();
    }
  };

  it('cut off anywhere is refused, with a backup offered', async () => {
    withBackup(...reports);
    const whole = readFileSync(file);
    for (const length of [1, 15, 100, 512, 4095, 4096, 4097, whole.length >> 1, whole.length - 4096]) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      expect([length, await outcome()]).toEqual([length, 'refused']);
    }
  });

  it('with any page overwritten is refused, told when it is looked at, or whole', async () => {
    withBackup(...reports);
    const whole = readFileSync(file);
    const seen = new Map<string, number>();
    for (let page = 0; page < whole.length / 4096; page++) {
      const spoilt = Buffer.from(whole);
      spoilt.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(file, spoilt);
      for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
      const came = await outcome();
      seen.set(came, (seen.get(came) ?? 0) + 1);
    }
    expect(
      [...seen.keys()].filter((came) => !['refused', 'told at the look', 'whole'].includes(came)),
    ).toEqual([]);
    expect(seen.get('refused')).toBeGreaterThan(0);
  });
});
