import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { saveAnalysis } from '../../../src/main/db/analyses';
import type { Desk } from '../../../src/main/desk/desk';
import { checkDraft, editText } from '../../../src/main/desk/edit-text';
import { importDraft } from '../../../src/main/desk/import-report';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import { testDesk } from '../../helpers/desk';

const RUNS = Number(process.env['GOUJI_RUNS'] ?? 8);
const LIMIT = RUNS > 8 ? 600_000 : 30_000;

const DRAFT = `# 演示支付公司2025年业务报告

## 一、业务情况

本年度交易笔数120万笔，其中线上80万笔、线下30万笔，同比增长3.5%。

受理投诉128件，办结率为98.4%。

| 渠道 | 金额（万元） | 占比 |
| --- | --- | --- |
| 线上 | 200 | 60.6% |
| 线下 | 130 | 39.4% |
| 合计 | 330 | 100% |

## 二、投诉情况

全年受理投诉128件。
`;

const PARTS = ['1', '98', '万', '。', '\n\n', '| 其他 | 12 | 3% |\n', '## 三、附则\n\n', '', ''];
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat(9),
    text: fc.constantFrom(...PARTS),
    strokes: fc.nat(2),
  }),
  { minLength: 1, maxLength: 3 },
);

async function opened(): Promise<{ desk: Desk; tasks: string[]; snapshot: ReviewSnapshot }> {
  const desk = testDesk();
  const tasks: string[] = [];
  const { run } = desk.jobs;
  desk.jobs.run = (task, name, input) => {
    tasks.push(task);
    return run(task, name, input);
  };
  const outcome = await importDraft(desk, 'draft.md', new TextEncoder().encode(DRAFT));
  if (!outcome.ok || outcome.value.kind === 'unproved') throw new Error('not imported');
  return { desk, tasks, snapshot: outcome.value.snapshot };
}

/** What the store has of a revision's figures. */
const stored = ({ connection }: Desk, revisionId: number) =>
  ['quantity', 'fact', 'tie', 'finding', 'block'].map((table) =>
    connection.prepare(`SELECT * FROM ${table} WHERE revision_id = ?`).all(revisionId),
  );

/** A stretch of the source, typed over. */
const source = (start: number, end: number, text: string) => ({
  kind: 'source' as const,
  edits: [{ range: { start, end }, text }],
});

describe('an edit that is saved', () => {
  it(
    'is stored as a fresh check would be, whatever was typed before',
    async () => {
      await fc.assert(
        fc.asyncProperty(edits, async (steps) => {
          const { desk, snapshot } = await opened();
          let now = snapshot;
          for (const { at, length, text, strokes } of steps) {
            const old = now.analysis.document.text;
            const start = at % old.length;
            const end = Math.min(old.length, start + length);
            const target = { reportId: now.report.id, revisionId: now.revisionId };
            for (let stroke = 0; stroke < strokes; stroke++)
              await checkDraft(desk, { ...target, change: source(start, end, text.slice(0, stroke + 1)) });
            const change = source(start, end, text);
            const saved = await editText(desk, { ...target, change, reason: '' });
            if (!saved.ok) continue;
            now = saved.value;
            const fresh = checkText(old.slice(0, start) + text + old.slice(end));
            expect(now.analysis).toEqual(fresh);
            const found = stored(desk, now.revisionId);
            saveAnalysis(desk.connection, now.revisionId, fresh, '');
            expect(found).toEqual(stored(desk, now.revisionId));
            // As it was, so that the next is stored as the difference to it.
            desk.connection
              .prepare(
                'UPDATE revision SET checked_with = (SELECT checked_with FROM revision WHERE id = ?) WHERE id = ?',
              )
              .run(snapshot.revisionId, now.revisionId);
          }
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT,
  );

  it('is not checked once more, nor is all of it sent', async () => {
    const { desk, tasks, snapshot } = await opened();
    const at = DRAFT.indexOf('128');
    const target = { reportId: snapshot.report.id, revisionId: snapshot.revisionId };
    await checkDraft(desk, { ...target, change: source(at, at + 3, '1') });
    await editText(desk, { ...target, change: source(at, at + 3, '129'), reason: '' });
    expect(new Set(tasks)).toEqual(new Set(['import', 'recheck']));
  });
});
