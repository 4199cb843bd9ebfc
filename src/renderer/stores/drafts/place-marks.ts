import type { Prose } from '../../../shared/model/document';
import type { DraftCheck } from '../../../shared/model/editing';
import type { EditorMark } from '../../editor/marks';
import { proseIndexer, sourceSpan } from '../../text/prose-map';

/** The findings of a draft as places in what was typed; those elsewhere are left out. */
export function placeMarks(typed: string, { findings, proses }: DraftCheck): readonly EditorMark[] {
  const marks: EditorMark[] = [];
  let behind = 0;
  for (const prose of proses) {
    const at = typed.indexOf(prose.text, behind);
    // White space that is typed but not kept: the next check tells, once it is gone.
    if (at < 0) continue;
    behind = at + prose.text.length;
    const span = sourceSpan(prose);
    const indexOf = proseIndexer(prose);
    for (const { range, severity, message, fingerprint } of findings) {
      if (range.start > span.end || range.end < span.start) continue;
      const [from, to] = [at + indexOf(range.start), at + indexOf(range.end)];
      marks.push({ from, to, tone: severity, label: message, fingerprint });
    }
  }
  return marks;
}

/** Which of the findings lie in the text that is being changed. */
export function findingsHere(check: DraftCheck): DraftCheck['findings'] {
  const spans = check.proses.map((prose: Prose) => sourceSpan(prose));
  return check.findings.filter(({ range }) =>
    spans.some((span) => range.start <= span.end && span.start <= range.end),
  );
}
