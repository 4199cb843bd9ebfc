import { history, undo } from '@codemirror/commands';
import { EditorState, type Transaction } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  becomesRevision,
  changesOf,
  editsOf,
  revisionChanges,
} from '../../src/renderer/editor/revision-changes';

const TEXT = '合计54,736户\n末行';
const start = (): EditorState => EditorState.create({ doc: TEXT, extensions: [revisionChanges, history()] });
const typed = (state: EditorState, from: number, to: number, insert: string): EditorState =>
  state.update({ changes: { from, to, insert } }).state;
const edits = (state: EditorState) => editsOf(state.field(revisionChanges));

function undone(state: EditorState): EditorState {
  let after = state;
  undo({ state, dispatch: (transaction: Transaction) => (after = transaction.state) });
  return after;
}

describe('what was changed in the source since the revision', () => {
  it('is what was typed, and nothing once that is undone or put back by hand', () => {
    const changed = typed(start(), 2, 8, '补充');
    expect(edits(changed)).toEqual([{ range: { start: 2, end: 8 }, text: '补充' }]);
    expect(undone(changed).doc.toString()).toBe(TEXT);
    expect(edits(undone(changed))).toEqual([]);
    expect(edits(typed(changed, 2, 4, '54,736'))).toEqual([]);
  });

  it('is told of one place while another was put back', () => {
    const changed = typed(typed(typed(start(), 2, 8, '补充'), 2, 4, '54,736'), 10, 11, '首');
    expect(edits(changed)).toEqual([{ range: { start: 10, end: 11 }, text: '首' }]);
  });

  it('begins anew with the next revision, and comes back from edits that were kept', () => {
    const kept = changesOf([{ range: { start: 2, end: 8 }, text: '补充' }], TEXT.length);
    const state = start().update({ changes: kept ?? [] }).state;
    expect(state.doc.toString()).toBe('合计补充户\n末行');
    expect(edits(state)).toHaveLength(1);
    const saved = state.update({ effects: becomesRevision.of(null) }).state;
    expect(edits(saved)).toEqual([]);
    expect(edits(typed(saved, 0, 1, '总'))).toEqual([{ range: { start: 0, end: 1 }, text: '总' }]);
  });
});
