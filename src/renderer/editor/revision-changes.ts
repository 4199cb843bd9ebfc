import { ChangeSet, StateEffect, StateField, Text } from '@codemirror/state';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';

/** The text in the editor is that of a revision now. */
export const becomesRevision = StateEffect.define<null>();

interface SinceRevision {
  readonly revision: Text;
  readonly changes: ChangeSet;
}

const unchanged = (revision: Text): SinceRevision => ({
  revision,
  changes: ChangeSet.empty(revision.length),
});

/** Everything that was changed since the revision. */
export const revisionChanges = StateField.define<SinceRevision>({
  create: ({ doc }) => unchanged(doc),
  update(since, { effects, docChanged, newDoc, changes }) {
    if (effects.some((effect) => effect.is(becomesRevision))) return unchanged(newDoc);
    return docChanged ? { ...since, changes: since.changes.compose(changes) } : since;
  },
});

/** Changes as edits of the revision's text, ascending. What was put back is none. */
export function editsOf({ revision, changes }: SinceRevision): readonly Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => {
    if (!revision.slice(from, to).eq(inserted))
      edits.push({ range: rangeOf(from, to), text: inserted.toString() });
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
