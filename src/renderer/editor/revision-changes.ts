import { ChangeSet, StateEffect, StateField, Text } from '@codemirror/state';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';

/** The text in the editor is that of a revision now. */
export const becomesRevision = StateEffect.define<null>();

/** Everything that was changed since the revision. */
export const revisionChanges = StateField.define<ChangeSet>({
  create: (state) => ChangeSet.empty(state.doc.length),
  update(changes, transaction) {
    if (transaction.effects.some((effect) => effect.is(becomesRevision)))
      return ChangeSet.empty(transaction.newDoc.length);
    return transaction.docChanged ? changes.compose(transaction.changes) : changes;
  },
});

/** Changes as edits of the revision's text, ascending. */
export function editsOf(changes: ChangeSet): readonly Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    edits.push({ range: rangeOf(fromA, toA), text: inserted.toString() });
  });
  return edits;
}

/** The other way round; null when they are not edits of a text of that length. */
export function changesOf(edits: readonly Edit[], length: number): ChangeSet | null {
  try {
    const specs = edits.map(({ range, text }) => ({
      from: range.start,
      to: range.end,
      insert: Text.of(text.split('\n')),
    }));
    return ChangeSet.of(specs, length);
  } catch {
    return null;
  }
}
