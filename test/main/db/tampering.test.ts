import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditDatabase, headOfDatabase } from '../../../src/main/db/inspect';
import type { Connection } from '../../../src/main/db/open';
import { recordExport } from '../../../src/main/desk/export-report';
import { applyFix } from '../../../src/main/desk/fixes';
import { importDraft } from '../../../src/main/desk/import-report';
import { undoAct } from '../../../src/main/desk/undo';
import { reopenFinding, waiveFinding } from '../../../src/main/desk/waive';
import { chainHash, GENESIS } from '../../../src/main/review/audit';
import { entryHash } from '../../../src/main/review/case-chain';
import type { Anchor } from '../../../src/shared/model/audit';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const DRAFT = `# 二〇二五年度支付业务报告

本年共办理支付业务120万笔，其中网上支付80万笔，移动支付30万笔。

| 项目 | 笔数（万笔） |
| --- | --- |
| 网上支付 | 80 |
| 移动支付 | 30 |
| 合计 | 120 |

客户投诉率为0.5%%，我们已经已经完成整改。
`;

const folder = mkdtempSync(join(tmpdir(), 'gouji-tamper-'));
const whole = join(folder, 'library.sqlite');
let anchor: Anchor;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

beforeAll(async () => {
  const desk = testDesk(whole);
  const imported = value(await importDraft(desk, '报告.md', new TextEncoder().encode(DRAFT)));
  if (imported.kind !== 'opened') throw new Error('not opened');
  let now: ReviewSnapshot = imported.snapshot;
  const reportId = now.report.id;
  const target = () => ({ reportId, revisionId: now.revisionId });
  const open = () =>
    now.analysis.findings.filter((one) => !now.dispositions.some((d) => d.fingerprint === one.fingerprint));
  const [first, second] = open();
  if (!first || !second) throw new Error('the draft has too few findings');
  now = value(
    await waiveFinding(desk, { ...target(), fingerprint: first.fingerprint, reason: '与附表一致' }),
  );
  now = value(await waiveFinding(desk, { ...target(), fingerprint: second.fingerprint, reason: '口径不同' }));
  now = value(await reopenFinding(desk, { ...target(), fingerprint: second.fingerprint }));
  const fixable = now.analysis.findings.find(({ fixes }) => fixes.length > 0);
  if (!fixable) throw new Error('nothing to fix');
  now = value(await applyFix(desk, { ...target(), fingerprint: fixable.fingerprint, fix: 0 }));
  now = value(await undoAct(desk, target()));
  recordExport(desk, { ...target(), draft: true, seal: null }, '报告（草稿）.pdf', new Uint8Array(3));
  now = value(await applyFix(desk, { ...target(), fingerprint: fixable.fingerprint, fix: 0 }));
  desk.connection.pragma('journal_mode = DELETE');
  desk.connection.close();
  anchor = { ...value(headOfDatabase(whole)), where: '案卷.gouji', chain: 'library' };
});

const free = (db: Connection): void => {
  for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()) {
    db.exec(`DROP TRIGGER ${name}`);
  }
};

/** Takes the triggers away for a change and puts them back: what a careful forger would do. */
const quietly =
  (change: string | ((db: Connection) => void)) =>
  (db: Connection): void => {
    const triggers = db.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
    free(db);
    db.pragma('foreign_keys = OFF');
    if (typeof change === 'string') db.exec(change);
    else change(db);
    for (const sql of triggers) db.exec(String(sql));
  };

/** Makes the library's chain fit again after a change. */
function rechain(db: Connection): void {
  let previous = GENESIS;
  for (const row of db.prepare('SELECT * FROM audit_log ORDER BY sequence').all() as Record<
    string,
    string
  >[]) {
    const record = {
      sequence: Number(row['sequence']),
      reportId: row['report_id'] === null ? null : Number(row['report_id']),
      at: String(row['logged_at']),
      actor: String(row['actor']),
      action: String(row['action']),
      summary: String(row['summary']),
      detail: JSON.parse(String(row['detail'])) as unknown,
    };
    const hash = chainHash(previous, record);
    db.prepare('UPDATE audit_log SET previous_hash = ?, hash = ? WHERE sequence = ?').run(
      previous,
      hash,
      record.sequence,
    );
    previous = hash;
  }
}

/** The same for the report's chain. */
function rechainCase(db: Connection): void {
  const uid = String(db.prepare('SELECT uid FROM report_case').pluck().get());
  const rows = db
    .prepare(
      `SELECT a.sequence, a.logged_at AS "at", a.actor, a.action, a.summary, a.detail, c.state
       FROM audit_log a JOIN case_entry c ON c.sequence = a.sequence ORDER BY a.sequence`,
    )
    .all() as Record<string, string>[];
  let parents: string[] = [];
  for (const { sequence, state, detail, ...said } of rows) {
    const entry = {
      ...(said as { at: string; actor: string; action: string; summary: string }),
      detail: JSON.parse(String(detail)),
      state: JSON.parse(String(state)),
      parents,
    };
    const hash = entryHash(uid, entry);
    db.prepare('UPDATE case_entry SET parents = ?, hash = ? WHERE sequence = ?').run(
      JSON.stringify(parents),
      hash,
      sequence,
    );
    parents = [hash];
  }
}

const count = (db: Connection): number => Number(db.prepare('SELECT count(*) FROM audit_log').pluck().get());

interface Tampering {
  readonly what: string;
  readonly tamper: (db: Connection) => void;
  readonly code: string;
  readonly sequence?: number | null | undefined;
}

const way = (
  what: string,
  tamper: (db: Connection) => void,
  code: string,
  sequence?: number | null,
): Tampering => ({ what, tamper, code, sequence });

const TAMPERINGS: readonly Tampering[] = [
  way('an entry’s actor', quietly(`UPDATE audit_log SET actor = '乙' WHERE sequence = 3`), 'hash', 3),
  way(
    'an entry’s time',
    quietly(`UPDATE audit_log SET logged_at = '2020-01-01T00:00:00.000Z' WHERE sequence = 2`),
    'hash',
    2,
  ),
  way(
    'an entry’s action',
    quietly(`UPDATE audit_log SET action = 'finding.fixed' WHERE sequence = 2`),
    'hash',
    2,
  ),
  way('an entry’s sentence', quietly(`UPDATE audit_log SET summary = '无' WHERE sequence = 5`), 'hash', 5),
  way('an entry’s detail', quietly(`UPDATE audit_log SET detail = '{}' WHERE sequence = 4`), 'hash', 4),
  way('an entry’s report', quietly('UPDATE audit_log SET report_id = 2 WHERE sequence = 4'), 'hash', 4),
  way(
    'an entry’s hash',
    quietly(`UPDATE audit_log SET hash = '${'a'.repeat(64)}' WHERE sequence = 4`),
    'hash',
    4,
  ),
  way(
    'an entry’s previous hash',
    quietly(`UPDATE audit_log SET previous_hash = '${'a'.repeat(64)}' WHERE sequence = 4`),
    'previous',
    4,
  ),
  way(
    'the first entry taken away',
    quietly('DELETE FROM case_entry WHERE sequence = 1; DELETE FROM audit_log WHERE sequence = 1'),
    'gap',
    2,
  ),
  way(
    'an entry in the middle taken away',
    quietly('DELETE FROM case_entry WHERE sequence = 3; DELETE FROM audit_log WHERE sequence = 3'),
    'gap',
    4,
  ),
  way(
    'an entry taken away and the rest renumbered',
    quietly(`DELETE FROM case_entry WHERE sequence = 3; DELETE FROM audit_log WHERE sequence = 3;
      UPDATE audit_log SET sequence = sequence - 1 WHERE sequence > 3;
      UPDATE case_entry SET sequence = sequence - 1 WHERE sequence > 3`),
    'previous',
    3,
  ),
  way(
    'two entries exchanged',
    quietly(`UPDATE audit_log SET sequence = 99 WHERE sequence = 2; UPDATE audit_log SET sequence = 2 WHERE sequence = 3;
      UPDATE audit_log SET sequence = 3 WHERE sequence = 99`),
    'previous',
    2,
  ),
  way(
    'an entry put in at the front',
    quietly('UPDATE audit_log SET sequence = 0 WHERE sequence = 2'),
    'order',
    0,
  ),
  way(
    'an entry made up at the end',
    quietly(
      `INSERT INTO audit_log SELECT max(sequence) + 1, 1, logged_at, actor, action, '补记', '{}', hash, '${'b'.repeat(64)}' FROM audit_log`,
    ),
    'hash',
  ),
  way(
    'the tail cut off',
    quietly((db) => cut(db, 2)),
    'cut',
  ),
  way(
    'the log emptied',
    quietly((db) => cut(db, 0)),
    'cut',
    0,
  ),
  way(
    'the tail cut off, with the anchors inside',
    quietly((db) => {
      cut(db, 2);
      db.exec('DELETE FROM anchor');
    }),
    'cut',
    2,
  ),
  way(
    'an entry changed and the log chained anew',
    quietly((db) => {
      db.exec(`UPDATE audit_log SET actor = '乙' WHERE sequence = 2`);
      rechain(db);
    }),
    'rewritten',
  ),
  way(
    'both chains chained anew, with the anchors inside',
    quietly((db) => {
      db.exec(`UPDATE audit_log SET actor = '乙' WHERE sequence = 2; DELETE FROM anchor`);
      rechain(db);
      rechainCase(db);
    }),
    'rewritten',
  ),
  way(
    'the library’s chain made anew, not the case’s',
    quietly((db) => {
      db.exec(`UPDATE audit_log SET actor = '乙' WHERE sequence = 2; DELETE FROM anchor`);
      rechain(db);
    }),
    'hash',
    2,
  ),
  way('the case’s chain cut', quietly('DELETE FROM case_entry WHERE sequence > 4'), 'gap', 5),
  way(
    'the case’s chain with another state',
    quietly(`UPDATE case_entry SET state = '{}' WHERE sequence = 3`),
    'hash',
    3,
  ),
  way(
    'the case under another identity',
    quietly(`UPDATE report_case SET uid = '${'0'.repeat(36)}'`),
    'hash',
    1,
  ),
  way('an anchor rewritten', quietly(`UPDATE anchor SET hash = '${'c'.repeat(64)}'`), 'rewritten'),
  way('a guard taken away', (db) => db.exec('DROP TRIGGER audit_log_no_delete'), 'guard', null),
  way(
    'a guard made harmless',
    (db) => {
      db.exec('DROP TRIGGER audit_log_no_update');
      db.exec('CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT 1; END');
    },
    'guard',
    null,
  ),
  way(
    'a trigger of somebody’s own',
    (db) => db.exec('CREATE TRIGGER extra AFTER INSERT ON disposition BEGIN DELETE FROM act; END'),
    'guard',
    null,
  ),
  way(
    'a waiver’s reason',
    quietly(`UPDATE disposition SET reason = '监管同意' WHERE kind = 'waived'`),
    'state',
    null,
  ),
  way(
    'a waiver’s person',
    quietly(`UPDATE disposition SET actor = '乙' WHERE kind = 'waived'`),
    'state',
    null,
  ),
  way('a waiver taken away', quietly(`DELETE FROM disposition WHERE kind = 'waived'`), 'state', null),
  way(
    'a waiver slipped in',
    quietly(
      `INSERT INTO disposition (report_id, fingerprint, kind, reason, actor, decided_at)
       VALUES (1, '${'a'.repeat(20)}', 'waived', '补', '甲', '2026-01-10')`,
    ),
    'state',
    null,
  ),
  way(
    'another revision made the current one',
    quietly('UPDATE report SET current_revision_id = 1'),
    'state',
    null,
  ),
  way('a revision’s author', quietly(`UPDATE revision SET author = '乙' WHERE number = 1`), 'state', null),
  way('a revision taken away', quietly(`DELETE FROM revision WHERE number = 2`), 'damaged', null),
  way(
    'a revision’s text',
    quietly(`UPDATE revision SET working_text = replace(working_text, '120', '110') WHERE number = 1`),
    'content',
    null,
  ),
  way(
    'a revision’s text with its hash',
    quietly((db) => {
      const hash = 'd'.repeat(64);
      db.exec(`UPDATE revision SET working_text = 'x', sha256 = '${hash}' WHERE number = 1`);
    }),
    'state',
    null,
  ),
  way('the source’s bytes', quietly(`UPDATE source SET bytes = x'00'`), 'content', null),
  way(
    'the policy chosen',
    quietly(`INSERT INTO report_policy VALUES (1, 'general', '甲', '2026-01-10')`),
    'state',
    null,
  ),
];

const cut = (db: Connection, keep: number): void => {
  db.exec(`DELETE FROM case_entry WHERE sequence > ${keep}; DELETE FROM audit_log WHERE sequence > ${keep}`);
};

describe('a library’s log', () => {
  it('is intact when nobody touched it, and stays as it is', () => {
    const before = readFileSync(whole);
    const report = value(auditDatabase(whole, 'library', [anchor]));
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ intact: true, head: anchor.hash, anchors: { compared: 2, agreed: 2 } });
    expect(report.cases).toMatchObject([{ entries: report.entries }]);
    expect(readFileSync(whole).equals(before)).toBe(true);
  });

  it.each(TAMPERINGS)('shows $what', ({ what, tamper, code, sequence }) => {
    const file = join(folder, 'tampered.sqlite');
    copyFileSync(whole, file);
    const db = new Database(file);
    const entries = count(db);
    tamper(db);
    db.close();
    const report = value(auditDatabase(file, 'library', [anchor]));
    expect(report.intact, what).toBe(false);
    const named = report.problems.find((problem) => problem.code === code);
    expect(named, JSON.stringify(report.problems, null, 1)).toBeDefined();
    if (sequence !== undefined) expect(named?.sequence).toBe(sequence);
    expect(entries).toBeGreaterThan(6);
  });

  it('shows an older copy of the library in its place', () => {
    const file = join(folder, 'older.sqlite');
    copyFileSync(whole, file);
    const later: Anchor = { ...anchor, sequence: (anchor.sequence ?? 0) + 1, hash: 'e'.repeat(64) };
    expect(value(auditDatabase(file, 'library', [later])).problems).toMatchObject([{ code: 'cut' }]);
  });

  it('shows a damaged page and a file cut short', () => {
    const file = join(folder, 'damaged.sqlite');
    const bytes = readFileSync(whole);
    writeFileSync(file, Buffer.from(bytes).fill(0x5a, 4096 * 3, 4096 * 4));
    expect(value(auditDatabase(file, 'library', [])).intact).toBe(false);
    writeFileSync(file, bytes.subarray(0, bytes.length - 4096 * 2));
    expect(value(auditDatabase(file, 'library', [])).intact).toBe(false);
  });

  it('refuses what is no library', () => {
    const file = join(folder, 'other.sqlite');
    const db = new Database(file);
    db.exec('CREATE TABLE note (text TEXT)');
    db.close();
    expect(auditDatabase(file, 'library', [])).toMatchObject({ ok: false, error: { code: 'not-library' } });
  });
});
