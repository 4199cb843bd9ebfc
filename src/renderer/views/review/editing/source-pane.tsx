import { autorun, reaction } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import type { EditorMark } from '../../../editor/marks';
import type { SourceEditor } from '../../../editor/source-editor';
import type { RootStore } from '../../../stores/root-store';
import { useRoot, useText } from '../../context';
import { SourceBar } from './source-bar';

/** The working text as it is written: Markdown, with the findings marked while one types. */
export const SourcePane = observer(() => {
  const root = useRoot();
  const text = useText();
  const host = useRef<HTMLDivElement>(null);
  const { source: draft, report } = { source: root.sourceDraft, report: root.review.snapshot?.report.id };
  const { round } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft given up or another report begins a new editor
  useEffect(() => {
    let close = (): void => {};
    let gone = false;
    void import('../../../editor/source-editor').then(({ createSourceEditor }) => {
      if (gone || !host.current) return;
      const editor = createSourceEditor({
        host: host.current,
        text: root.review.text,
        edits: draft.edits,
        label: text.editing.sourceLabel,
        letters: text.severityLetter,
        onChange: draft.take,
        onSave: () => document.getElementById(SAVE_FIELD)?.focus(),
        onMark: (fingerprint) => chooseKnown(root, fingerprint),
      });
      const stop = follow(root, editor);
      editor.focus();
      close = () => {
        stop();
        editor.destroy();
      };
    });
    return () => {
      gone = true;
      close();
    };
  }, [root, draft, round, report, text]);
  return (
    <section className="source-pane" aria-label={text.editing.sourceLabel} data-testid="source-pane">
      <div ref={host} className="editor-host source-editor" />
      <SourceBar fieldId={SAVE_FIELD} />
    </section>
  );
});

const SAVE_FIELD = 'source-reason';

/** Keeps the editor in step with the desk; returns a function that stops. */
function follow(root: RootStore, editor: SourceEditor): () => void {
  const { review, sourceDraft: draft } = root;
  const stops = [
    reaction(
      () => review.text,
      (text) => editor.receive(text),
    ),
    autorun(() => {
      const { result, pending } = draft.check;
      if (!draft.changed) editor.setMarks(ownMarks(root, editor));
      else if (result && !pending) editor.setMarks(result.findings.map(draftMark));
    }),
    autorun(() => {
      if (review.reveal) editor.reveal(review.reveal.range);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const draftMark = (finding: {
  readonly range: { readonly start: number; readonly end: number };
  readonly severity: EditorMark['tone'];
  readonly message: string;
  readonly fingerprint: string;
}): EditorMark => ({
  from: finding.range.start,
  to: finding.range.end,
  tone: finding.severity,
  label: finding.message,
  fingerprint: finding.fingerprint,
});

const ownMarks = ({ review }: RootStore, editor: SourceEditor): readonly EditorMark[] =>
  review.findings.items.map(({ finding, tone }) => {
    const { start, end } = editor.placeOf(finding.range);
    return { from: start, to: end, tone, label: finding.message, fingerprint: finding.fingerprint };
  });

function chooseKnown({ review }: RootStore, fingerprint: string): void {
  if (review.findings.items.some(({ finding }) => finding.fingerprint === fingerprint))
    review.selectFinding(fingerprint);
}
