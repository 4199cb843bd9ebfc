import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import { findRevision } from '../../../src/main/db/reports';
import type { Desk } from '../../../src/main/desk/desk';
import { renderReport } from '../../../src/main/desk/export-report';
import { applyFix, applyFixes } from '../../../src/main/desk/fixes';
import { importDraft } from '../../../src/main/desk/import-report';
import { libraryOf } from '../../../src/main/desk/library';
import { openReport } from '../../../src/main/desk/snapshot';
import { redoAct, undoAct } from '../../../src/main/desk/undo';
import { reopenFinding, waiveFinding } from '../../../src/main/desk/waive';
import type { ImportOutcome, ReviewSnapshot } from '../../../src/shared/model/review';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const DRAFT = `# 演示支付公司2026年业务报告

**演示市分行：**

本季度共有三类商户,其中餐饮类最多。全年服务平稳运行。

| 序号 | 项目 | 金额（万元） |
| --- | --- | --- |
| 1 | 线上 | 10 |
| 2 | 线下 | 20 |
| 4 | 其他 | 30 |
`;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shown = (outcome: ImportOutcome): ReviewSnapshot => {
  if (outcome.kind === 'unproved') throw new Error('the import was stopped');
  return outcome.snapshot;
};
const importText = async (desk: Desk, text = DRAFT): Promise<ReviewSnapshot> =>
  shown(value(await importDraft(desk, 'draft.md', bytes(text))));

function target(snapshot: ReviewSnapshot, code: string) {
  const finding = snapshot.analysis.findings.find((one) => one.code === code);
  if (!finding) throw new Error(`no ${code} in ${snapshot.analysis.findings.map((one) => one.code)}`);
  return { reportId: snapshot.report.id, revisionId: snapshot.revisionId, fingerprint: finding.fingerprint };
}

const codes = (snapshot: ReviewSnapshot): string[] => snapshot.analysis.findings.map((one) => one.code);

describe('importing', () => {
  it('stores source, revision and findings, and shows the report', async () => {
    const desk = testDesk();
    const snapshot = await importText(desk);
    expect(snapshot.report).toMatchObject({
      title: '演示支付公司2026年业务报告',
      fileName: 'draft.md',
      revision: 1,
    });
    expect(codes(snapshot)).toEqual(expect.arrayContaining(['W307', 'T103']));
    expect(libraryOf(desk)[0]?.open.error).toBe(
      snapshot.analysis.findings.filter((f) => f.severity === 'error').length,
    );
    const source = desk.connection.prepare('SELECT bytes FROM source').pluck().get() as Buffer;
    expect(new Uint8Array(source)).toEqual(bytes(DRAFT));
  });

  it('opens the report that the same bytes made before', async () => {
    const desk = testDesk();
    const first = await importText(desk);
    const again = value(await importDraft(desk, 'copy.md', bytes(DRAFT)));
    expect(again).toMatchObject({ kind: 'opened', known: true });
    expect(shown(again).report.id).toBe(first.report.id);
    expect(libraryOf(desk)).toHaveLength(1);
  });

  it('writes nothing for a file that cannot be read', async () => {
    const desk = testDesk();
    const result = await importDraft(desk, 'a.md', new Uint8Array([1, 0, 2]));
    expect(result).toMatchObject({ ok: false, error: { code: 'not-text' } });
    for (const table of ['source', 'report', 'revision', 'audit_log']) {
      expect(desk.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
  });
});

describe('deciding', () => {
  it('applies a fix as a new revision, and undo and redo walk between the two', async () => {
    const desk = testDesk();
    const before = await importText(desk);
    const fixed = value(await applyFix(desk, { ...target(before, 'W307'), fix: 0 }));
    expect(fixed.report.revision).toBe(2);
    expect(codes(fixed)).not.toContain('W307');
    expect(findRevision(desk.connection, fixed.revisionId)?.text).toContain('三类商户，其中');
    expect(fixed.undo).toContain('W307');
    const now = { reportId: fixed.report.id, revisionId: fixed.revisionId };
    const undone = value(await undoAct(desk, now));
    expect(undone.revisionId).toBe(before.revisionId);
    expect(codes(undone)).toEqual(codes(before));
    const redone = value(await redoAct(desk, { ...now, revisionId: undone.revisionId }));
    expect(redone.revisionId).toBe(fixed.revisionId);
    expect(redone.history.map((entry) => entry.action)).toEqual([
      'report.imported',
      'finding.fixed',
      'act.undone',
      'act.redone',
    ]);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('waives with a reason, survives reopening the report, and can be taken back', async () => {
    const desk = testDesk();
    const before = await importText(desk);
    const chosen = target(before, 'T103');
    const waived = value(await waiveFinding(desk, { ...chosen, reason: '原台账即缺3号' }));
    expect(waived.dispositions).toMatchObject([{ kind: 'waived', reason: '原台账即缺3号', by: '审核人甲' }]);
    desk.analyses.clear();
    const opened = value(await openReport(desk, before.report.id));
    expect(opened.dispositions).toHaveLength(1);
    // An error's waiver waits for the second person.
    expect(opened.waivers).toMatchObject([{ state: 'unconfirmed', mayConfirm: false }]);
    expect(opened.report.open.error).toBe(before.report.open.error);
    expect(value(await reopenFinding(desk, chosen)).dispositions).toEqual([]);
    expect(value(await undoAct(desk, chosen)).dispositions).toHaveLength(1);
    expect(value(await undoAct(desk, chosen)).dispositions).toEqual([]);
    expect(await undoAct(desk, chosen)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  });

  it('keeps a waiver over an edit elsewhere', async () => {
    const desk = testDesk();
    const before = await importText(desk);
    await waiveFinding(desk, { ...target(before, 'T103'), reason: '已核对' });
    const fixed = value(await applyFix(desk, { ...target(before, 'W307'), fix: 0 }));
    const finding = fixed.analysis.findings.find((one) => one.code === 'T103');
    expect(
      fixed.dispositions.some((one) => one.fingerprint === finding?.fingerprint && one.kind === 'waived'),
    ).toBe(true);
  });

  it('refuses an act on a revision that is no longer shown, or a finding that is not there', async () => {
    const desk = testDesk();
    const before = await importText(desk);
    const chosen = target(before, 'W307');
    value(await applyFix(desk, { ...chosen, fix: 0 }));
    expect(await applyFix(desk, { ...chosen, fix: 0 })).toMatchObject({
      ok: false,
      error: { code: 'stale' },
    });
    const gone = { ...chosen, revisionId: value(await openReport(desk, before.report.id)).revisionId };
    expect(await waiveFinding(desk, { ...gone, reason: '已核对' })).toMatchObject({
      error: { code: 'no-finding' },
    });
    expect(await openReport(desk, 99)).toMatchObject({ error: { code: 'no-report' } });
  });

  it('a new act after an undo discards what could have been redone', async () => {
    const desk = testDesk();
    const before = await importText(desk);
    await waiveFinding(desk, { ...target(before, 'T103'), reason: '已核对' });
    await undoAct(desk, target(before, 'T103'));
    const other = value(await waiveFinding(desk, { ...target(before, 'W307'), reason: '引用原文' }));
    expect(other.redo).toBeNull();
    expect(desk.connection.prepare("SELECT count(*) FROM act WHERE state = 'discarded'").pluck().get()).toBe(
      1,
    );
  });
});

describe('exporting', () => {
  it('refuses a final while errors are open, or waived by one person only; a draft is the same each time', async () => {
    const desk = testDesk();
    let snapshot = await importText(desk);
    const order = { reportId: snapshot.report.id, revisionId: snapshot.revisionId, draft: false, seal: null };
    expect(await renderReport(desk, order)).toMatchObject({ ok: false, error: { code: 'errors-open' } });
    for (const finding of snapshot.analysis.findings) {
      if (finding.severity !== 'error') continue;
      const decided = { ...order, fingerprint: finding.fingerprint, reason: '已与业务部门核对' };
      snapshot = value(await waiveFinding(desk, decided));
    }
    expect(await renderReport(desk, order)).toMatchObject({ ok: false, error: { code: 'errors-open' } });
    const draft = { ...order, draft: true };
    const first = value(await renderReport(desk, draft));
    expect(new TextDecoder('latin1').decode(first.subarray(0, 5))).toBe('%PDF-');
    expect(Buffer.compare(Buffer.from(first), Buffer.from(value(await renderReport(desk, draft))))).toBe(0);
  });
});

describe('fixing a family of findings', () => {
  const TEXT = DRAFT.replace('全年服务平稳运行。', '全年服务平稳运行,投诉减少,满意度提高。');
  const family = (snapshot: ReviewSnapshot) => ({
    reportId: snapshot.report.id,
    revisionId: snapshot.revisionId,
    fingerprints: snapshot.analysis.findings.flatMap(({ code, fingerprint }) =>
      code === 'W307' ? [fingerprint] : [],
    ),
  });

  it('makes one revision, which one undo takes back and one redo brings again', async () => {
    const desk = testDesk();
    const first = await importText(desk, TEXT);
    const target = family(first);
    expect(target.fingerprints.length).toBeGreaterThan(2);
    const fixed = value(await applyFixes(desk, target));
    expect(codes(fixed)).not.toContain('W307');
    expect(codes(fixed)).toContain('T103');
    expect(fixed.report.revision).toBe(2);
    expect(fixed.analysis.document.text).toContain('平稳运行，投诉减少，满意度提高。');
    const { reportId } = target;
    const back = value(await undoAct(desk, { reportId, revisionId: fixed.revisionId }));
    expect(back.analysis.document.text).toBe(first.analysis.document.text);
    const again = value(await redoAct(desk, { reportId, revisionId: back.revisionId }));
    expect(codes(again)).not.toContain('W307');
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('refuses what is none, and an old revision', async () => {
    const desk = testDesk();
    const first = await importText(desk, TEXT);
    const target = family(first);
    const code = async (more: object): Promise<string> => {
      const answer = await applyFixes(desk, { ...target, ...more });
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await code({ fingerprints: ['0'.repeat(20)] })).toBe('no-fix');
    expect(await code({ revisionId: 99 })).toBe('stale');
    expect(desk.connection.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(1);
  });
});
