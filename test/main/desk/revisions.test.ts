import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import type { Desk } from '../../../src/main/desk/desk';
import { applyFix } from '../../../src/main/desk/fixes';
import { acceptImport, importDraft } from '../../../src/main/desk/import-report';
import { libraryOf } from '../../../src/main/desk/library';
import { compareInReport, sourceMapInReport } from '../../../src/main/desk/revisions';
import { undoAct } from '../../../src/main/desk/undo';
import { waiveFinding } from '../../../src/main/desk/waive';
import type { ImportOutcome, ReviewSnapshot } from '../../../src/shared/model/review';
import type { LosslessProof } from '../../../src/shared/model/source';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';
import { docx, p, run, tbl } from '../../helpers/docx';

const DRAFT = docx({
  body: [
    p('演示支付公司2026年业务报告', '<w:pStyle w:val="Title"/>'),
    p('本季度共有三类商户,其中餐饮类最多。'),
    p(run('交易金额为320万元') + run('，同比增长8%', '<w:highlight w:val="yellow"/>') + run('。')),
    tbl([
      ['项目', '金额'],
      ['线上', '200'],
      ['线下', '120'],
    ]),
  ].join(''),
  styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
});
const NEXT = docx({
  body: [
    p('修订后的演示支付公司2026年业务报告', '<w:pStyle w:val="Title"/>'),
    p('本季度共有三类商户,其中餐饮类最多。'),
    p('交易金额为340万元，同比增长8%。'),
    tbl([
      ['项目', '金额'],
      ['线上', '220'],
      ['线下', '120'],
    ]),
  ].join(''),
  styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const shown = (outcome: ImportOutcome): ReviewSnapshot => {
  if (outcome.kind === 'unproved') throw new Error(JSON.stringify(outcome.proof.differences));
  return outcome.snapshot;
};
const importFirst = async (desk: Desk): Promise<ReviewSnapshot> =>
  shown(value(await importDraft(desk, 'draft.docx', DRAFT)));
const place = (snapshot: ReviewSnapshot) => ({
  reportId: snapshot.report.id,
  revisionId: snapshot.revisionId,
});
const finding = (snapshot: ReviewSnapshot, code: string) => {
  const found = snapshot.analysis.findings.find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('importing Word', () => {
  it('keeps where everything stood, what was proved and what was marked', async () => {
    const desk = testDesk();
    const first = await importFirst(desk);
    expect(first.source).toMatchObject({ fileName: 'draft.docx', format: 'word' });
    expect(first.source.proof).toMatchObject({ tables: 1, cells: 6, differenceCount: 0 });
    expect(finding(first, 'C502').excerpt).toContain('增长8%');
    const map = value(sourceMapInReport(desk, place(first)));
    const { text } = first.analysis.document;
    const labels = new Map(map.map(({ range, label }) => [text.slice(range.start, range.end), label]));
    expect(labels.get('线下')).toBe('表1第3行第1格');
  });

  it('carries the map and the marks through a fix', async () => {
    const desk = testDesk();
    const first = await importFirst(desk);
    const { fingerprint } = finding(first, 'W307');
    const fixed = value(await applyFix(desk, { ...place(first), fingerprint, fix: 0 }));
    const { text } = fixed.analysis.document;
    expect(finding(fixed, 'C502').excerpt).toBe(finding(first, 'C502').excerpt);
    const map = value(sourceMapInReport(desk, place(fixed)));
    const cell = map.find(({ label }) => label === '表1第3行第2格');
    expect(cell && text.slice(cell.range.start, cell.range.end)).toBe('120');
    expect(fixed.revisions.map(({ imported }) => imported)).toEqual([true, false]);
  });
});

describe('importing a new draft of a report', () => {
  it('makes the next revision, carries waivers, tells what changed, and can be undone', async () => {
    const desk = testDesk();
    const first = await importFirst(desk);
    const { fingerprint } = finding(first, 'W307');
    const waived = value(await waiveFinding(desk, { ...place(first), fingerprint, reason: '引用原文' }));
    const outcome = value(await importDraft(desk, 'next.docx', NEXT, place(waived)));
    if (outcome.kind !== 'revised') throw new Error(outcome.kind);
    const { snapshot, comparison } = outcome;
    expect(snapshot.report).toMatchObject({ id: first.report.id, revision: 2 });
    expect(snapshot.report.title).toContain('修订');
    expect(snapshot.source.fileName).toBe('next.docx');
    expect(snapshot.dispositions).toMatchObject([{ fingerprint, reason: '引用原文' }]);
    expect(comparison.waivers).toEqual({ carried: 1, lapsed: 0 });
    expect(comparison.text.map((change) => change.kind)).toEqual(['changed', 'changed', 'changed']);
    expect(comparison.figures).toMatchObject([
      { kind: 'changed', before: { raw: '320万元' }, after: { raw: '340万元' } },
      { kind: 'changed', before: { raw: '200' }, after: { raw: '220' } },
    ]);
    expect(libraryOf(desk)).toHaveLength(1);
    expect(snapshot.history.at(-1)).toMatchObject({ action: 'report.revised' });
    const undone = value(await undoAct(desk, place(snapshot)));
    expect(undone.revisionId).toBe(first.revisionId);
    expect(undone.report.title).toBe(first.report.title);
    expect(verifyAudit(desk.connection)).toBeNull();
    const { fingerprint: other } = finding(undone, 'C502');
    expect(other).not.toBe(fingerprint);
    const third = value(await applyFix(desk, { ...place(undone), fingerprint, fix: 0 }));
    expect(third.revisions.map(({ number, parentId }) => [number, parentId])).toEqual([
      [1, null],
      [2, first.revisionId],
      [3, first.revisionId],
    ]);
    const again = await compareInReport(desk, {
      reportId: first.report.id,
      before: first.revisionId,
      after: snapshot.revisionId,
    });
    expect(value(again).text).toEqual(comparison.text);
  });

  it.each([
    ['the same text again', DRAFT, 'unchanged'],
    ['a broken file', new Uint8Array([0x50, 0x4b, 3, 4]), 'broken-zip'],
  ])('refuses %s and changes nothing', async (_, bytes, code) => {
    const desk = testDesk();
    const first = await importFirst(desk);
    const result = await importDraft(desk, 'next.docx', bytes, place(first));
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(desk.connection.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(1);
  });

  it('refuses a draft for a revision that is no longer current', async () => {
    const desk = testDesk();
    const first = await importFirst(desk);
    const { fingerprint } = finding(first, 'W307');
    await applyFix(desk, { ...place(first), fingerprint, fix: 0 });
    const result = await importDraft(desk, 'next.docx', NEXT, place(first));
    expect(result).toMatchObject({ ok: false, error: { code: 'stale' } });
  });

  it('compares only revisions of one report', async () => {
    const desk = testDesk();
    const first = await importFirst(desk);
    const other = shown(value(await importDraft(desk, 'next.docx', NEXT)));
    const pair = { reportId: first.report.id, before: first.revisionId, after: other.revisionId };
    expect(await compareInReport(desk, pair)).toMatchObject({ ok: false, error: { code: 'no-report' } });
  });
});

describe('an import whose proof found differences', () => {
  /** A desk whose reader loses a figure. */
  function lossyDesk(): Desk {
    const desk = testDesk();
    const proof: Partial<LosslessProof> = {
      differenceCount: 1,
      differences: [{ kind: 'cell', place: '表1第3行第2格', expected: '120', actual: '' }],
    };
    const run = async (task: string, name: string, input: never) => {
      const result = (await desk.jobs.run(task as 'import', name, input)) as Result<{
        imported: { proof: object };
      }>;
      if (task !== 'import' || !result.ok) return result;
      const { imported } = result.value;
      const changed = { ...imported, proof: { ...imported.proof, ...proof } };
      return { ok: true, value: { ...result.value, imported: changed } };
    };
    return { ...desk, jobs: { run: run as unknown as Desk['jobs']['run'] } };
  }

  it('stops, stores nothing, and goes on only with the person’s word, which is logged', async () => {
    const desk = lossyDesk();
    const stopped = value(await importDraft(desk, 'draft.docx', DRAFT));
    if (stopped.kind !== 'unproved') throw new Error(stopped.kind);
    expect(stopped.proof.differences).toHaveLength(1);
    expect(libraryOf(desk)).toEqual([]);
    const accepted = shown(value(await acceptImport(desk, stopped.token)));
    expect(accepted.history.map((entry) => entry.action)).toEqual(['report.imported', 'import.accepted']);
    expect(accepted.source.proof?.differenceCount).toBe(1);
    expect(await acceptImport(desk, stopped.token)).toMatchObject({ ok: false, error: { code: 'expired' } });
  });

  it('forgets an import that another one overtook', async () => {
    const desk = lossyDesk();
    const first = value(await importDraft(desk, 'draft.docx', DRAFT));
    await importDraft(desk, 'next.docx', NEXT);
    const result = await acceptImport(desk, first.kind === 'unproved' ? first.token : '');
    expect(result).toMatchObject({ ok: false, error: { code: 'expired' } });
  });
});
