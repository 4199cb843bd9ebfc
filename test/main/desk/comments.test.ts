import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import { addIdentity, findIdentity } from '../../../src/main/db/identities';
import { verifyLibrary } from '../../../src/main/db/verify';
import { commentOn, replyTo, settle, withdraw } from '../../../src/main/desk/comments';
import type { Desk } from '../../../src/main/desk/desk';
import { editText } from '../../../src/main/desk/edit-text';
import { renderReport } from '../../../src/main/desk/export-report';
import { importDraft } from '../../../src/main/desk/import-report';
import { openReport } from '../../../src/main/desk/snapshot';
import { redoAct, undoAct } from '../../../src/main/desk/undo';
import type { ExportInput } from '../../../src/main/jobs/tasks';
import { embeddedFiles } from '../../../src/main/seal/embedded';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import type { Person } from '../../../src/shared/model/sign-off';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const DRAFT = '# 演示报告\n\n本季度共有三类商户，其中餐饮类最多。\n\n全年运行平稳。\n';
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const code = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (words: string, text = DRAFT) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

async function commented(): Promise<{ desk: Desk; snapshot: ReviewSnapshot }> {
  const desk = testDesk();
  const outcome = value(await importDraft(desk, 'draft.md', bytes(DRAFT)));
  if (outcome.kind === 'unproved') throw new Error('unproved');
  const range = at('三类商户');
  const target = { reportId: outcome.snapshot.report.id, revisionId: outcome.snapshot.revisionId };
  const snapshot = value(await commentOn(desk, { ...target, range, fingerprint: null, body: '请核对类数' }));
  return { desk, snapshot };
}
const target = ({ report, revisionId }: ReviewSnapshot) => ({ reportId: report.id, revisionId });
const passage = ({ comments, analysis }: ReviewSnapshot): string | null => {
  const range = comments[0]?.range;
  return range ? analysis.document.text.slice(range.start, range.end) : null;
};

describe('a comment', () => {
  it('has author and time, is answered, settled and opened again, all in the history', async () => {
    const { desk, snapshot } = await commented();
    const { reportId } = target(snapshot);
    const thread = snapshot.comments[0]?.id ?? 0;
    expect(snapshot.comments).toMatchObject([
      { excerpt: '三类商户', settled: null, entries: [{ body: '请核对类数', by: '审核人甲' }] },
    ]);
    value(await replyTo(desk, { reportId, thread, body: '确为三类' }));
    const settled = value(await settle(desk, { reportId, thread, settled: true }));
    expect(settled.comments[0]).toMatchObject({
      settled: { by: '审核人甲' },
      entries: [{}, { body: '确为三类' }],
    });
    const again = value(await settle(desk, { reportId, thread, settled: false }));
    expect(again.comments[0]?.settled).toBeNull();
    expect(again.history.map((entry) => entry.action).slice(-4)).toEqual([
      'comment.added',
      'comment.added',
      'comment.settled',
      'comment.reopened',
    ]);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('moves with its passage through edits, undo and a new draft', async () => {
    const { desk, snapshot } = await commented();
    const change = { kind: 'block', block: 0, text: '演示支付公司年度报告' } as const;
    const edited = value(await editText(desk, { ...target(snapshot), change, reason: '' }));
    expect(passage(edited)).toBe('三类商户');
    expect(edited.comments[0]?.range?.start).toBe(at('三类商户').start + 6);
    expect(passage(value(await undoAct(desk, target(edited))))).toBe('三类商户');
    const { reportId, revisionId } = target(value(await openReport(desk, snapshot.report.id)));
    const draft = bytes(DRAFT.replace('本季度', '今年本季度'));
    const next = value(await importDraft(desk, 'next.md', draft, { reportId, revisionId }));
    if (next.kind === 'unproved') throw new Error('unproved');
    expect(passage(next.snapshot)).toBe('三类商户');
  });

  it('stays when its passage is gone', async () => {
    const { desk, snapshot } = await commented();
    const change = { kind: 'block', block: 1, text: '' } as const;
    const edited = value(await editText(desk, { ...target(snapshot), change, reason: '' }));
    expect(edited.comments[0]).toMatchObject({ range: null, excerpt: '三类商户' });
  });

  it('never changes, nor goes', async () => {
    const { desk } = await commented();
    expect(() => desk.connection.exec("UPDATE comment SET body = '改'")).toThrow(/never changes/);
    expect(() => desk.connection.exec('DELETE FROM comment')).toThrow(/never deleted/);
    expect(() => desk.connection.exec('UPDATE comment_thread SET start_offset = 0')).toThrow(
      /keeps its passage/,
    );
  });

  it('is refused where there is nothing to comment on', async () => {
    const { desk, snapshot } = await commented();
    const say = { range: { start: 0, end: 9_999 }, fingerprint: null, body: '无' };
    expect(code(await commentOn(desk, { ...target(snapshot), ...say }))).toBe('no-place');
    expect(code(await replyTo(desk, { reportId: snapshot.report.id, thread: 99, body: '无' }))).toBe(
      'no-thread',
    );
    expect(code(await settle(desk, { reportId: 1, thread: 99, settled: true }))).toBe('no-thread');
  });
});

describe('undo of what was said', () => {
  const undo = async (desk: Desk, { report, revisionId }: ReviewSnapshot) =>
    value(await undoAct(desk, { reportId: report.id, revisionId }));
  const redo = async (desk: Desk, { report, revisionId }: ReviewSnapshot) =>
    value(await redoAct(desk, { reportId: report.id, revisionId }));
  const other: Person = { id: '00000000-0000-4000-a000-000000000002', name: '复核人乙', roles: ['legal'] };
  const as = (desk: Desk, person: Person): Desk => {
    if (!findIdentity(desk.connection, person.id))
      addIdentity(desk.connection, { ...person, at: '2026-01-10T08:00:00.000Z', secret: null });
    return { ...desk, person: () => person, reviewer: () => person.name };
  };
  const sound = (desk: Desk) => verifyLibrary(desk.connection, 'library').problems;

  it('takes back and brings back comments, answers and settling, one by one, among other acts', async () => {
    const { desk, snapshot } = await commented();
    const { reportId } = target(snapshot);
    const thread = snapshot.comments[0]?.id ?? 0;
    value(await replyTo(desk, { reportId, thread, body: '确为三类' }));
    const change = { kind: 'block', block: 2, text: '全年运行很平稳。' } as const;
    const edited = value(await editText(desk, { ...target(snapshot), change, reason: '改' }));
    const settled = value(await settle(desk, { reportId, thread, settled: true }));
    expect(settled.undo).toBe('批注已解决');
    const open = await undo(desk, settled);
    expect([open.comments[0]?.settled, open.undo]).toEqual([null, '修改正文（第5行）：改']);
    const before = await undo(desk, open);
    expect([before.undo, before.sha256]).toEqual(['回复批注：确为三类', snapshot.sha256]);
    const unsaid = await undo(desk, before);
    expect(unsaid.comments[0]?.entries).toMatchObject([{ withdrawn: false }, { body: '', withdrawn: true }]);
    const none = await undo(desk, unsaid);
    expect([none.comments, none.undo]).toEqual([[], null]);
    expect(sound(desk)).toEqual([]);
    let shown = none;
    for (let step = 0; step < 4; step++) shown = await redo(desk, shown);
    expect(shown.sha256).toBe(edited.sha256);
    expect(shown.comments).toMatchObject([
      { settled: { by: '审核人甲' }, entries: [{ body: '请核对类数' }, { body: '确为三类' }] },
    ]);
    expect(shown.redo).toBeNull();
    expect(sound(desk)).toEqual([]);
  });

  it('leaves what others said: it passes over it', async () => {
    const { desk, snapshot } = await commented();
    const change = { kind: 'block', block: 2, text: '全年运行很平稳。' } as const;
    const edited = value(await editText(desk, { ...target(snapshot), change, reason: '改' }));
    const second = as(desk, other);
    const { reportId, revisionId } = target(edited);
    const range = at('平稳', edited.analysis.document.text);
    const said = value(
      await commentOn(second, { reportId, revisionId, range, fingerprint: null, body: '为何？' }),
    );
    expect(said.undo).toContain('为何');
    const mine = value(await openReport(desk, reportId));
    expect(mine.undo).toBe('修改正文（第5行）：改');
    expect((await undo(desk, mine)).comments).toHaveLength(2);
    const [, theirs] = mine.comments;
    const comment = theirs?.entries[0]?.id ?? 0;
    expect(code(await withdraw(desk, { reportId, comment }))).toBe('not-own');
    const gone = value(await withdraw(second, { reportId, comment }));
    expect(gone.comments).toHaveLength(1);
    expect(code(await withdraw(second, { reportId, comment }))).toBe('no-comment');
    expect(gone.history.at(-1)?.action).toBe('comment.withdrawn');
    expect((await undo(second, gone)).comments).toHaveLength(2);
    expect(sound(desk)).toEqual([]);
  });

  it('is no part in the report: whoever only comments can still approve', async () => {
    const { desk, snapshot } = await commented();
    const second = as(desk, other);
    const { reportId } = target(snapshot);
    value(await replyTo(second, { reportId, thread: snapshot.comments[0]?.id ?? 0, body: '看过' }));
    const part = desk.connection.prepare('SELECT identity_id FROM took_part').pluck();
    expect(part.all()).not.toContain(other.id);
  });
});

const evidenceIn = (pdf: Uint8Array): object =>
  JSON.parse(new TextDecoder().decode(embeddedFiles(pdf)[0] ?? new Uint8Array())) as object;

describe('what leaves with an export', () => {
  it('is without comments unless a person lets them out, and then without words that were taken back', async () => {
    const { desk, snapshot } = await commented();
    const thread = snapshot.comments[0]?.id ?? 0;
    const said = value(await replyTo(desk, { reportId: snapshot.report.id, thread, body: '收回' }));
    const comment = said.comments[0]?.entries[1]?.id ?? 0;
    value(await withdraw(desk, { reportId: snapshot.report.id, comment }));
    const sent: unknown[] = [];
    const run = async (task: string, name: string, input: unknown) => {
      if (task === 'export') sent.push((input as ExportInput).comments);
      return desk.jobs.run(task as 'export', name, input as never);
    };
    const watched: Desk = { ...desk, jobs: { run: run as unknown as Desk['jobs']['run'] } };
    const order = { ...target(snapshot), draft: true, seal: null };
    const inside = value(await renderReport(watched, order));
    const outside = value(await renderReport(watched, { ...order, comments: true }));
    expect(sent).toMatchObject([undefined, [{ entries: [{ body: '请核对类数' }, { withdrawn: true }] }]]);
    expect(evidenceIn(inside)).not.toHaveProperty('comments');
    expect(evidenceIn(outside)).toMatchObject({
      comments: [{ excerpt: '三类商户', settled: null, said: [{ body: '请核对类数', by: '审核人甲' }] }],
    });
    expect(JSON.stringify(evidenceIn(outside))).not.toContain('收回');
  });
});
