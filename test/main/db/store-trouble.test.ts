import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import { backUp, backupsOf, listBackups } from '../../../src/main/db/backup';
import type { Connection } from '../../../src/main/db/open';
import { openLibrary, type RescueQuestion } from '../../../src/main/db/open-library';
import { listReports } from '../../../src/main/db/reports';
import type { Desk } from '../../../src/main/desk/desk';
import { importDraft } from '../../../src/main/desk/import-report';
import { backUpWhenDue } from '../../../src/main/desk/safekeeping';
import { writeFileWhole } from '../../../src/main/files';
import { type Handlers, registerHandlers } from '../../../src/main/ipc/handle';
import type { Failure, Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';
import { day, order } from '../../helpers/scratch-library';

const draft = (rows: number): Uint8Array =>
  new TextEncoder().encode(
    `# 报告\n\n| 项目 | 金额（万元） |\n| --- | --- |\n${Array.from({ length: rows }, (_, row) => `| 第${row}项 | ${row + 1}.50 |\n`).join('')}`,
  );

/** An import as the window asks for it: through the gate of the messages. */
async function importThroughGate(desk: Desk, rows: number): Promise<{ answer: unknown; logged: string[] }> {
  const logged: string[] = [];
  let listen: (event: never, input: unknown) => Promise<unknown> = async () => null;
  registerHandlers(
    {
      handle: (channel, listener) => {
        if (channel === 'report:list') listen = listener as typeof listen;
      },
    },
    {
      'report:list': () => importDraft(desk, '报告.md', draft(rows)) as Promise<Result<never>>,
    } as unknown as Handlers,
    (_, run) => run(),
    (text) => logged.push(text),
  );
  const own = { senderFrame: { url: 'app://bundle/index.html', parent: null } };
  return { answer: await listen(own as never, undefined), logged };
}

const isWhole = (connection: Connection): boolean =>
  connection.pragma('integrity_check', { simple: true }) === 'ok' &&
  connection.prepare('PRAGMA foreign_key_check').all().length === 0 &&
  verifyAudit(connection) === null;

let folder = '';
let desk: Desk;
const sitDown = (where: string): void => {
  folder = where;
  desk = testDesk(join(folder, 'library.sqlite'));
};
const pages = (): number => Number(desk.connection.pragma('page_count', { simple: true }));

describe('an act that the library has no room for', () => {
  beforeEach(() => sitDown(mkdtempSync(join(tmpdir(), 'gouji-full-'))));
  afterEach(() => {
    desk.connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused with a sentence wherever the room ends, leaves nothing, and succeeds once there is room', async () => {
    await importDraft(desk, '先.md', draft(3));
    const before = { reports: listReports(desk.connection), pages: pages() };
    for (const more of [0, 1, 2, 3, 5, 8]) {
      desk.connection.pragma(`max_page_count = ${before.pages + more}`);
      const { answer, logged } = await importThroughGate(desk, 400);
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'store-full', message: expect.stringMatching(/磁盘已满.*没有改动/) },
      });
      expect(logged).toEqual([]);
      expect(listReports(desk.connection)).toEqual(before.reports);
    }
    expect(isWhole(desk.connection)).toBe(true);
    desk.connection.pragma('max_page_count = 1000000');
    expect((await importThroughGate(desk, 400)).answer).toMatchObject({ ok: true });
    expect(listReports(desk.connection)).toHaveLength(2);
  });

  it('and the backup of the day tell the person, and go on', async () => {
    await importDraft(desk, '先.md', draft(3));
    const later: Desk = { ...desk, now: () => new Date(Date.UTC(2026, 1, 1)) };
    const backups = backupsOf(join(folder, 'library.sqlite'));
    writeFileSync(backups, 'a file in the place of the folder');
    const told: Failure[] = [];
    await backUpWhenDue(later, (failed) => told.push(failed));
    expect(told).toMatchObject([{ code: 'backup-failed' }]);
    rmSync(backups);
    await backUpWhenDue(later, (failed) => told.push(failed));
    expect(told).toHaveLength(1);
    expect(listBackups(backups)).toHaveLength(1);
  });

  it('because another program writes is refused with a sentence, and succeeds afterwards', async () => {
    desk.connection.pragma('busy_timeout = 50');
    const other = new Database(join(folder, 'library.sqlite'));
    other.prepare('BEGIN IMMEDIATE').run();
    const { answer } = await importThroughGate(desk, 3);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'store-busy', message: expect.stringMatching(/另一个程序/) },
    });
    other.prepare('ROLLBACK').run();
    other.close();
    expect((await importThroughGate(desk, 3)).answer).toMatchObject({ ok: true });
  });
});

/** A file system of a few megabytes in memory; needs the right to mount one. */
const SMALL = mkdtempSync(join(tmpdir(), 'gouji-small-'));
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', SMALL], { stdio: 'ignore' }).status === 0;
if (!mounted) process.stderr.write('SKIPPED: no right to mount a small disk, so no real disk runs full\n');
afterAll(() => {
  if (mounted) spawnSync('umount', [SMALL]);
  rmSync(SMALL, { recursive: true, force: true });
});

describe.skipIf(!mounted)('a disk that runs full', () => {
  let round = 0;
  const ballast = join(SMALL, 'ballast');
  const fill = (left: number): void => {
    const handle = openSync(ballast, 'w');
    let size = 0;
    try {
      for (;;) size += writeSync(handle, Buffer.alloc(4096));
    } catch {
      truncateSync(ballast, Math.max(0, size - left));
    } finally {
      closeSync(handle);
    }
  };
  const relieve = (): void => rmSync(ballast, { force: true });
  beforeEach(() => {
    round += 1;
    mkdirSync(join(SMALL, String(round)));
    sitDown(join(SMALL, String(round)));
  });
  afterEach(() => {
    desk.connection.close();
    relieve();
    rmSync(folder, { recursive: true, force: true });
  });
  const reopen = async (): Promise<RescueQuestion[]> => {
    const asked: RescueQuestion[] = [];
    const file = join(folder, 'library.sqlite');
    const library = await openLibrary({
      file,
      version: '0.0.0',
      now: () => day(20),
      ask: async (question) => {
        asked.push(question);
        return 'leave';
      },
    });
    library?.close();
    return asked;
  };

  it('in the middle of acts loses none that was acknowledged', async () => {
    let acknowledged = 0;
    fill(400_000);
    for (let tries = 0; tries < 20; tries++) {
      const { answer, logged } = await importThroughGate(desk, 200 + tries);
      expect(logged).toEqual([]);
      if ((answer as Result<unknown>).ok) acknowledged += 1;
      else {
        expect(answer).toMatchObject({ error: { code: 'store-full' } });
        break;
      }
    }
    expect(acknowledged).toBeLessThan(20);
    expect(listReports(desk.connection)).toHaveLength(acknowledged);
    relieve();
    expect(isWhole(desk.connection)).toBe(true);
    expect((await importThroughGate(desk, 200)).answer).toMatchObject({ ok: true });
  });

  it('keeps the library from opening with a sentence, without calling it damaged or offering a backup', async () => {
    await importDraft(desk, '先.md', draft(3));
    backUp(desk.connection, backupsOf(join(folder, 'library.sqlite')), order());
    desk.connection.close();
    fill(0);
    const asked = await reopen();
    expect(asked).toMatchObject([{ backup: null, message: expect.stringMatching(/磁盘已满.*没有损坏/) }]);
    relieve();
    expect(await reopen()).toEqual([]);
  });

  it('lets a backup, and a file that is saved, fail with a sentence, and leaves no half of one', async () => {
    await importDraft(desk, '先.md', draft(300));
    fill(8192);
    const backups = backupsOf(join(folder, 'library.sqlite'));
    expect(backUp(desk.connection, backups, order())).toMatchObject({
      ok: false,
      error: { code: 'backup-failed' },
    });
    expect(listBackups(backups)).toEqual([]);
    const saved = await writeFileWhole(join(folder, '报告.pdf'), new Uint8Array(100_000));
    expect(saved).toMatchObject({ ok: false, error: { message: expect.stringMatching(/磁盘空间不足/) } });
    expect(readdirSync(folder).filter((name) => name.includes('.pdf'))).toEqual([]);
  });

  it('and became read-only refuses acts with a sentence', async () => {
    await importDraft(desk, '先.md', draft(3));
    desk.connection.close();
    expect(spawnSync('mount', ['-o', 'remount,ro', SMALL]).status).toBe(0);
    try {
      expect(await reopen()).toMatchObject([{ backup: null, message: expect.stringMatching(/不能写入/) }]);
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', SMALL]);
    }
    expect(await reopen()).toEqual([]);
  });
});
