import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Edit } from '../../shared/model/finding';
import type { Range } from '../../shared/model/range';
import { handled } from './handled';
import { editorRoot } from './host';
import { markGutter } from './mark-gutter';
import { markdownLanguage } from './markdown-language';
import { type EditorMark, marksField, setMarks } from './marks';
import { becomesRevision, changesOf, editsOf, revisionChanges } from './revision-changes';
import { sourceTheme } from './theme';

interface Options {
  readonly host: HTMLElement;
  /** The revision's text, and what was changed in it before. */
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly label: string;
  readonly letters: Readonly<Record<EditorMark['tone'], string>>;
  readonly onChange: (edits: readonly Edit[]) => void;
  readonly onSave: () => void;
  readonly onMark: (fingerprint: string) => void;
}

export interface SourceEditor {
  /** Marks in the text as it stands in the editor. */
  setMarks(marks: readonly EditorMark[]): void;
  /** Where a range of the revision stands in the editor now. */
  placeOf(range: Range): Range;
  /** Selects a range of the revision and brings it into view. */
  reveal(range: Range): void;
  /** Takes the text of the next revision; what stays the same stays in place. */
  receive(text: string): void;
  focus(): void;
  destroy(): void;
}

/** The Markdown of a whole report. Ctrl+S saves; F8 and Shift+F8 go from finding to finding. */
export function createSourceEditor(options: Options): SourceEditor {
  const { host, text, edits, label, letters, ...on } = options;
  const start = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      markGutter(letters),
      history(),
      drawSelection(),
      highlightActiveLine(),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: () => handled(on.onSave) },
        { key: 'F8', run: (view) => step(view, 1, on.onMark) },
        { key: 'Shift-F8', run: (view) => step(view, -1, on.onMark) },
        // Tab leaves the editor, as it leaves any field.
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        lang: 'zh-CN',
        spellcheck: 'false',
        tabindex: '0',
      }),
      markdownLanguage,
      revisionChanges,
      marksField,
      sourceTheme,
      EditorView.updateListener.of((update) => {
        const isOwn = update.transactions.some((one) =>
          one.effects.some((effect) => effect.is(becomesRevision)),
        );
        if (update.docChanged && !isOwn) on.onChange(editsOf(update.state.field(revisionChanges)));
      }),
    ],
  });
  const before = edits.length > 0 ? changesOf(edits, text.length) : null;
  const state = before ? start.update({ changes: before }).state : start;
  const view = new EditorView({ ...editorRoot(host), state });
  return {
    setMarks: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    placeOf: (range) => mapped(view, range),
    reveal: (range) => {
      const { start: anchor, end: head } = mapped(view, range);
      view.dispatch({
        selection: { anchor, head },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
    },
    receive: (next) => receive(view, next),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function mapped(view: EditorView, { start, end }: Range): Range {
  const { changes } = view.state.field(revisionChanges);
  const most = changes.length;
  const from = changes.mapPos(Math.min(start, most), 1);
  return { start: from, end: Math.max(from, changes.mapPos(Math.min(end, most), -1)) };
}

/** Goes to the next mark behind, or the last one before, the cursor; round at the ends. */
function step(view: EditorView, by: 1 | -1, onMark: (fingerprint: string) => void): boolean {
  const marks: { from: number; to: number; mark: EditorMark }[] = [];
  const { from: cursor } = view.state.selection.main;
  view.state.field(marksField).between(0, view.state.doc.length, (from, to, decoration) => {
    marks.push({ from, to, mark: decoration.spec['mark'] as EditorMark });
  });
  const next = by > 0 ? marks.find(({ from }) => from > cursor) : marks.findLast(({ from }) => from < cursor);
  const found = next ?? (by > 0 ? marks[0] : marks.at(-1));
  if (!found) return true;
  view.dispatch({
    selection: { anchor: found.from, head: found.to },
    effects: EditorView.scrollIntoView(found.from, { y: 'center' }),
  });
  onMark(found.mark.fingerprint);
  return true;
}

function receive(view: EditorView, next: string): void {
  const now = view.state.doc.toString();
  const shortest = Math.min(now.length, next.length);
  let head = 0;
  while (head < shortest && now.charCodeAt(head) === next.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    now.charCodeAt(now.length - 1 - tail) === next.charCodeAt(next.length - 1 - tail)
  )
    tail++;
  view.dispatch({
    changes: { from: head, to: now.length - tail, insert: next.slice(head, next.length - tail) },
    effects: becomesRevision.of(null),
    annotations: Transaction.addToHistory.of(false),
  });
}
