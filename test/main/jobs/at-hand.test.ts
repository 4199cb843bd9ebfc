import { describe, expect, it } from 'vitest';
import { movedMarks } from '../../../src/main/checker/edits';
import { checkText } from '../../../src/main/checker/run';
import { checkWhole, dropLong, openText } from '../../../src/main/jobs/at-hand';
import { recheck } from '../../../src/main/jobs/recheck';
import { DEFAULT_POLICY } from '../../../src/main/policy/shipped';
import { applyChange } from '../../../src/shared/analysis-change';
import type { SourceMark } from '../../../src/shared/model/source';

const quiet = (): void => {};
const TEXT = '# 2025年报告\n\n受理投诉128件。\n\n受理投诉128件，其中线上80件、线下30件。\n';
const input = { text: TEXT, marks: [] };
const at = TEXT.lastIndexOf('128');
const slip = [{ range: { start: at, end: at + 3 }, text: '182' }];
const slipped = `${TEXT.slice(0, at)}182${TEXT.slice(at + 3)}`;

describe('a text that this thread has checked', () => {
  it('is not checked again, but afresh where anything that it is checked against is another', () => {
    const first = checkWhole(input, quiet);
    expect(first).toEqual(checkText(TEXT));
    expect(checkWhole({ ...input, references: [] }, quiet)).toBe(first);
    const policy = structuredClone(DEFAULT_POLICY);
    const house = { ...policy, rules: { ...policy.rules, T109: { level: 'off' as const } } };
    const marks: SourceMark[] = [{ kind: 'comment', range: { start: 2, end: 4 }, detail: '核对' }];
    for (const other of [
      { ...input, policy: house },
      { ...input, marks },
    ]) {
      checkWhole(input, quiet);
      const analysis = checkWhole(other, quiet);
      expect(analysis).not.toBe(first);
      expect(analysis).toEqual(checkText(TEXT, other));
    }
    const reference = { kind: 'ledger' as const, name: '台账', facts: [] };
    checkWhole(input, quiet);
    expect(checkWhole({ ...input, references: [reference] }, quiet).references).toHaveLength(1);
  });

  it('is opened for edits as it lies there, and what came of them is the check of the edited text', () => {
    const first = checkWhole(input, quiet);
    expect(openText('1 1', input, quiet).analysis).toBe(first);
    const reply = recheck({ key: '1 1', edits: slip });
    expect(reply).toMatchObject({ kind: 'change', isSettled: false });
    const told: number[] = [];
    const saved = checkWhole({ text: slipped, marks: [] }, (done) => told.push(done));
    expect(saved).toEqual(checkText(slipped));
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    // The next revision begins with it.
    expect(openText('1 2', { text: slipped, marks: [] }, quiet).analysis).toBe(saved);
    expect(recheck({ key: '1 1', edits: slip })).toEqual({ kind: 'lost' });
  });

  it('becomes the next text by the edits that make it, and no other', () => {
    const marks: SourceMark[] = [{ kind: 'comment', range: { start: at + 1, end: at + 8 }, detail: '核对' }];
    const first = checkWhole({ text: TEXT, marks }, quiet);
    const wanted = { text: slipped, marks: movedMarks(marks, slip) };
    const next = checkWhole(wanted, quiet, { edits: slip });
    expect(next).toEqual(checkText(slipped, wanted));
    // What stands before the edit is not even made again.
    expect(next.document.blocks[0]).toBe(first.document.blocks[0]);
    const apart = { text: slipped, marks };
    checkWhole({ text: TEXT, marks }, quiet);
    const unmoved = [{ ...marks[0], range: { start: 2, end: 4 } }] as SourceMark[];
    for (const other of [
      { ...apart, marks: unmoved },
      { ...apart, text: slipped.replace('线下', '店内') },
    ])
      expect(checkWhole(other, quiet, { edits: slip })).toEqual(checkText(other.text, other));
  });

  it('is checked first where it is not at hand, and the edits come with it', () => {
    const reply = recheck({ key: '2 1', open: { text: `${TEXT}\n末段。\n`, marks: [] }, edits: slip });
    if (reply.kind !== 'change') throw new Error(reply.kind);
    const carried = applyChange(checkText(`${TEXT}\n末段。\n`), reply.change);
    expect(carried.document.text).toBe(`${slipped}\n末段。\n`);
  });

  it('makes room for other tasks when it is long', () => {
    const short = checkWhole(input, quiet);
    dropLong();
    expect(checkWhole(input, quiet)).toBe(short);
    const long = { text: `${TEXT}\n\`\`\`\n${'无'.repeat(1_000_001)}\n\`\`\`\n`, marks: [] };
    const first = checkWhole(long, quiet);
    expect(checkWhole(long, quiet)).toBe(first);
    dropLong();
    expect(checkWhole(long, quiet)).not.toBe(first);
  });
});
