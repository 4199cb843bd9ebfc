import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { handled } from './handled';
import { editorRoot } from './host';
import { type EditorMark, marksField, setMarks } from './marks';
import { inheritTheme } from './theme';

interface Options {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

export interface PlainEditor {
  setMarks(marks: readonly EditorMark[]): void;
  destroy(): void;
}

/** An editor of a few lines that looks like the text around it. Ctrl+Enter saves, Escape cancels. */
export function createPlainEditor({ host, text, label, ...on }: Options): PlainEditor {
  const view = new EditorView({
    ...editorRoot(host),
    state: EditorState.create({
      doc: text,
      selection: { anchor: text.length },
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', run: () => handled(on.onSave) },
          { key: 'Escape', run: () => handled(on.onCancel) },
        ]),
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, lang: 'zh-CN', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) on.onChange(update.state.doc.toString());
        }),
        marksField,
        inheritTheme,
      ],
    }),
  });
  view.focus();
  return {
    setMarks: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    destroy: () => view.destroy(),
  };
}
