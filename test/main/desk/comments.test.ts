import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import { commentOn, replyTo, settle } from '../../../src/main/desk/comments';
import type { Desk } from '../../../src/main/desk/desk';
import { editText } from '../../../src/main/desk/edit-text';
import { importDraft } from '../../../src/main/desk/import-report';
import { openReport } from '../../../src/main/desk/snapshot';
import { undoAct } from '../../../src/main/desk/undo';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
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
