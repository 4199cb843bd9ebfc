import { describe, expect, it, vi } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { verifyAudit } from '../../../src/main/db/audit-log';
import type { Desk } from '../../../src/main/desk/desk';
import { checkDraft, editText } from '../../../src/main/desk/edit-text';
import { importDraft } from '../../../src/main/desk/import-report';
import { libraryOf } from '../../../src/main/desk/library';
import { policyOf } from '../../../src/main/desk/policy-of';
import { openReport } from '../../../src/main/desk/snapshot';
import { redoAct, undoAct } from '../../../src/main/desk/undo';
import type { TextChange } from '../../../src/shared/model/editing';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const DRAFT = `# 演示支付公司业务报告

本季度共有三类商户,其中餐饮类最多。

| 渠道 | 金额 |
| --- | --- |
| 线上 | 200 |
| 线下 | 120 |
| 合计 | 330 |
`;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const code = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);

async function opened(): Promise<{ desk: Desk; snapshot: ReviewSnapshot }> {
  const desk = testDesk();
  const bytes = new TextEncoder().encode(DRAFT);
  const outcome = value(await importDraft(desk, 'draft.md', bytes));
  if (outcome.kind === 'unproved') throw new Error('unproved');
  return { desk, snapshot: outcome.snapshot };
}
const target = ({ report, revisionId }: ReviewSnapshot) => ({ reportId: report.id, revisionId });
const TOTAL: TextChange = { kind: 'cell', block: 2, row: 2, column: 1, text: '320' };
const WORDS: TextChange = { kind: 'block', block: 1, text: '本季度共有三类商户，其中餐饮类最多。' };

describe('a change by hand', () => {
  it('is a revision with author, time and reason, in the log, undone and redone', async () => {
    const { desk, snapshot } = await opened();
    const after = value(await editText(desk, { ...target(snapshot), change: TOTAL, reason: '据台账更正' }));
    expect(after.analysis.document.text).toBe(DRAFT.replace('330', '320'));
    expect(after.analysis.findings.map((one) => one.code)).not.toContain('T109');
    expect(after.revisions.at(-1)).toMatchObject({
      author: '审核人甲',
      reason: '据台账更正',
      imported: false,
    });
    expect(after.history.at(-1)).toMatchObject({
      action: 'text.edited',
      summary: '修改正文（第9行）：据台账更正',
    });
    expect(after.undo).toBe('修改正文（第9行）：据台账更正');
    const undone = value(await undoAct(desk, target(after)));
    expect(undone.analysis.document.text).toBe(DRAFT);
    const redone = value(await redoAct(desk, target(undone)));
    expect(redone.sha256).toBe(after.sha256);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('without a reason says where it was made', async () => {
    const { desk, snapshot } = await opened();
    const after = value(await editText(desk, { ...target(snapshot), change: WORDS, reason: '' }));
    expect(after.revisions.at(-1)?.reason).toBe('修改第3行');
    expect(after.undo).toBe('修改正文：第3行');
  });

  it('of the source puts several stretches in at once', async () => {
    const { desk, snapshot } = await opened();
    const at = (text: string) => ({ start: DRAFT.indexOf(text), end: DRAFT.indexOf(text) + text.length });
    const edits = [
      { range: at(','), text: '，' },
      { range: at('330'), text: '320\r\n' },
    ];
    const change = { kind: 'source', edits } as const;
    const after = value(await editText(desk, { ...target(snapshot), change, reason: '' }));
    expect(after.analysis.document.text).toBe(DRAFT.replace(',', '，').replace('330', '320\n'));
  });

  it.each([
    ['stale', { ...WORDS }, 1],
    ['unchanged', { ...WORDS, text: '本季度共有三类商户,其中餐饮类最多。' }, 0],
    ['no-place', { ...WORDS, block: 40 }, 0],
    ['no-place', { kind: 'source', edits: [{ range: { start: 3, end: 9999 }, text: '' }] }, 0],
    ['no-place', { kind: 'source', edits: [{ range: { start: 5, end: 4 }, text: '' }] }, 0],
  ] as const)('is refused: %s', async (expected, change, behind) => {
    const { desk, snapshot } = await opened();
    const { reportId, revisionId } = target(snapshot);
    const shown = { reportId, revisionId: revisionId + behind };
    expect(code(await editText(desk, { ...shown, change, reason: '' }))).toBe(expected);
    expect(value(await openReport(desk, reportId)).revisions).toHaveLength(1);
  });
});

describe('the check of a draft', () => {
  it('tells what a change brings and ends, and stores nothing', async () => {
    const { desk, snapshot } = await opened();
    const draft = value(await checkDraft(desk, { ...target(snapshot), change: TOTAL }));
    expect(draft).toMatchObject({ arrived: 0, proses: [{ text: '320' }] });
    expect(draft.gone).toBeGreaterThan(0);
    const worse = value(
      await checkDraft(desk, { ...target(snapshot), change: { ...WORDS, text: '共有三类商户,其中,餐饮。' } }),
    );
    expect(worse.findings.filter((one) => one.code === 'W307')).toHaveLength(2);
    const report = libraryOf(desk)[0];
    expect(report).toMatchObject({ revision: 1, changedAt: snapshot.report.changedAt });
  });

  it('goes on from the check before, and says the same as a fresh one', async () => {
    const { desk, snapshot } = await opened();
    const texts = [
      '共有三类商户,其中。',
      '共有三类商户,其中,餐饮',
      '另起一段，共2家。\n\n末段',
      '共有三类商户。',
    ];
    for (const text of texts) {
      const change = { ...WORDS, text };
      const ask = () => checkDraft(desk, { ...target(snapshot), change });
      let draft = value(await ask());
      if (!draft.isSettled) draft = value(await ask());
      const { desk: other, snapshot: same } = await opened();
      const again = () => checkDraft(other, { ...target(same), change });
      let fresh = value(await again());
      if (!fresh.isSettled) fresh = value(await again());
      expect(draft).toEqual(fresh);
    }
  });

  it('is what saving stores, to the last figure, though the text is not checked once more', async () => {
    const { desk, snapshot } = await opened();
    const text = '本季度共有三类商户，受理投诉128件，其中餐饮类最多。';
    const change = { ...WORDS, text };
    for (const typed of ['本季度共有三类', text])
      await checkDraft(desk, { ...target(snapshot), change: { ...WORDS, text: typed } });
    const saved = value(await editText(desk, { ...target(snapshot), change, reason: '' }));
    const { policy } = policyOf(desk, snapshot.report.id);
    const fresh = checkText(DRAFT.replace('本季度共有三类商户,其中餐饮类最多。', text), { policy });
    expect(saved.analysis).toEqual(fresh);
    const stored = desk.connection
      .prepare('SELECT fingerprint FROM finding WHERE revision_id = ? ORDER BY fingerprint')
      .pluck()
      .all(saved.revisionId);
    expect(stored).toEqual(fresh.findings.map(({ fingerprint }) => fingerprint).sort());
  });

  it('goes before the rest of an earlier one', async () => {
    const { desk, snapshot } = await opened();
    const asked: string[] = [];
    const { run } = desk.jobs;
    // Each of the short tasks takes a step alone.
    let clock = 0;
    const slow = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000));
    Object.assign(desk.jobs, {
      run: async (...args: Parameters<typeof run>) => {
        asked.push(JSON.stringify(args[2]).includes('"settle"') ? 'settle' : 'edit');
        return run(...args);
      },
    });
    const ask = (text: string) => checkDraft(desk, { ...target(snapshot), change: { ...WORDS, text } });
    await ask('共有三类商户。');
    expect(value(await ask('共有三类商户！')).isSettled).toBe(false);
    const rest = ask('共有三类商户！');
    const edit = ask('共有四类商户！');
    expect(value(await rest).isSettled).toBe(false);
    expect(value(await edit).proses[0]?.text).toBe('共有四类商户！');
    expect(asked.slice(2)).toEqual(['settle', 'edit']);
    expect(value(await ask('共有四类商户！')).isSettled).toBe(true);
    expect(asked.length).toBeGreaterThan(10);
    slow.mockRestore();
  });

  it('of the source lists every finding in the order of the text', async () => {
    const { desk, snapshot } = await opened();
    const change = { kind: 'source', edits: [{ range: { start: 0, end: 0 }, text: '\n' }] } as const;
    const draft = value(await checkDraft(desk, { ...target(snapshot), change }));
    expect(draft.findings).toHaveLength(snapshot.analysis.findings.length);
    const starts = draft.findings.map((one) => one.range.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});
