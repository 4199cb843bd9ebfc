import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { FindingTone } from '../text/marks';

/** A finding as a stretch of an editor's text. */
export interface EditorMark {
  readonly from: number;
  readonly to: number;
  readonly tone: FindingTone;
  readonly label: string;
  readonly fingerprint: string;
}

export const setMarks = StateEffect.define<readonly EditorMark[]>();

/** The marks shown; they move with the text until the next check. */
export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setMarks));
    return set
      ? decorations(set.value as readonly EditorMark[], transaction.newDoc.length)
      : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const decorations = (marks: readonly EditorMark[], length: number): DecorationSet =>
  Decoration.set(
    marks.map((mark) => decoration(mark, length)).filter((one) => one !== null),
    true,
  );

function decoration(mark: EditorMark, length: number): Range<Decoration> | null {
  // A place between two characters is shown on the one before it.
  const to = Math.min(length, mark.to);
  const from = Math.min(mark.from, to) === to ? to - 1 : mark.from;
  if (from < 0) return null;
  return Decoration.mark({
    class: `mark mark-${mark.tone}`,
    attributes: { title: mark.label, 'data-fingerprint': mark.fingerprint },
    mark,
  }).range(from, to);
}
