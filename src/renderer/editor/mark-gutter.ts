import { RangeSet } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter } from '@codemirror/view';
import { type EditorMark, marksField } from './marks';

const RANK = { error: 3, doubt: 2, notice: 1, waived: 0 } as const;

class Sign extends GutterMarker {
  constructor(
    private readonly mark: EditorMark,
    private readonly letter: string,
  ) {
    super();
  }

  override eq(other: Sign): boolean {
    return other.mark.tone === this.mark.tone && other.mark.label === this.mark.label;
  }

  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = `sign sign-${this.mark.tone}`;
    sign.textContent = this.letter;
    sign.title = this.mark.label;
    return sign;
  }
}

/** A sign beside each line with findings: that of the gravest. `letters`: what stands for each level. */
export const markGutter = (letters: Readonly<Record<EditorMark['tone'], string>>) =>
  gutter({
    class: 'cm-signs',
    markers: (view) => signsOf(view, letters),
    lineMarkerChange: (update) => update.startState.field(marksField) !== update.state.field(marksField),
    initialSpacer: () => new Sign({ from: 0, to: 0, tone: 'waived', label: '', fingerprint: '' }, ' '),
  });

/** Only of the lines in view: a long report has thousands. */
function signsOf(view: EditorView, letters: Readonly<Record<EditorMark['tone'], string>>): RangeSet<Sign> {
  const lines = new Map<number, EditorMark>();
  const { from, to } = view.viewport;
  view.state.field(marksField).between(from, to, (at, _end, decoration) => {
    const mark = decoration.spec['mark'] as EditorMark;
    const line = view.state.doc.lineAt(at).from;
    const known = lines.get(line);
    if (!known || RANK[mark.tone] > RANK[known.tone]) lines.set(line, mark);
  });
  const signs = [...lines].sort(([a], [b]) => a - b);
  return RangeSet.of(signs.map(([at, mark]) => new Sign(mark, letters[mark.tone]).range(at)));
}
