import { type Draft, paragraphDrafts } from './drafts';
import { type Line, type LineTable, lineEnd, lineIndexAt, skipSpace } from './lines';

/**
 * Adds paragraphs for lines that show something and that no block took. The Markdown parser should leave none;
 * this is the guard that nothing goes unchecked if it does.
 */
export function withStrayLines(lines: LineTable, drafts: readonly Draft[]): readonly Draft[] {
  const result: Draft[] = [];
  let position = 0;
  for (const draft of drafts) {
    if (draft.range.start > position) result.push(...strayBetween(lines, position, draft.range.start));
    result.push(draft);
    position = draft.range.end;
  }
  if (position < lines.text.length) result.push(...strayBetween(lines, position, lines.text.length));
  return result;
}

function strayBetween(lines: LineTable, from: number, to: number): readonly Draft[] {
  // Quote marks on an otherwise empty line show nothing.
  if (!/[^\s>]/.test(lines.text.slice(from, to))) return [];
  const drafts: Draft[] = [];
  let pending: Line[] = [];
  const flush = (): void => {
    drafts.push(...paragraphDrafts(lines.text, pending));
    pending = [];
  };
  for (let index = lineIndexAt(lines.starts, from); index < lines.starts.length; index++) {
    const start = lines.starts[index] ?? 0;
    const end = lineEnd(lines, index);
    if (start >= to) break;
    if (start < from) continue;
    if (/[^\s>]/.test(lines.text.slice(start, end))) {
      pending.push({ start, from: skipSpace(lines.text, start, end), end });
    } else flush();
  }
  flush();
  return drafts;
}
