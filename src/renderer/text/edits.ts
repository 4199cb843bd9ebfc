import type { Edit } from '../../shared/model/finding';
import { type Range, rangeOf } from '../../shared/model/range';

/** One replaced stretch with what stands around it, for a preview. */
export interface Change {
  readonly range: Range;
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

const CONTEXT_UNITS = 24;

/** Puts ascending edits that lie inside `window` into that stretch of the text. */
export function editedSlice(text: string, window: Range, edits: readonly Edit[]): string {
  let result = '';
  let at = window.start;
  for (const edit of edits) {
    if (edit.range.start < at || edit.range.end > window.end) continue;
    result += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + text.slice(at, window.end);
}

/** The whole lines that the edits touch. */
export function touchedLines(text: string, edits: readonly Edit[]): Range {
  const start = edits[0]?.range.start ?? 0;
  const end = edits.reduce((latest, edit) => Math.max(latest, edit.range.end), start);
  const lineEnd = text.indexOf('\n', end);
  return rangeOf(text.lastIndexOf('\n', start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
}

/** An edit as a person sees it: without what stays the same at both ends. */
export function changeOf(text: string, edit: Edit): Change {
  const old = text.slice(edit.range.start, edit.range.end);
  const shortest = Math.min(old.length, edit.text.length);
  let head = 0;
  while (head < shortest && old[head] === edit.text[head]) head++;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === edit.text.at(-1 - tail)) tail++;
  const range = rangeOf(edit.range.start + head, edit.range.end - tail);
  return {
    range,
    before: contextBefore(text, range.start),
    removed: text.slice(range.start, range.end),
    added: edit.text.slice(head, edit.text.length - tail),
    after: contextAfter(text, range.end),
  };
}

/** A stretch of the working text for a person, who knows no markup: line breaks in cells as ⏎. */
export const readable = (text: string): string => text.replaceAll('<br>', '⏎');

/** What is left of a cell or number that begins before the stretch shown, and of one that ends behind it. */
const TORN_HEAD = /^[^|]*(?=\|)|^[\d,.]+/;
const TORN_TAIL = /(?<=\|)[^|]*$|[\d,.]+$/;
const OF_A_NUMBER = /[\d,.]/;

/** The line before a place, as far as it is near; a part of a number or of a cell would read as another one. */
export function contextBefore(text: string, offset: number, units = CONTEXT_UNITS): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const from = offset - units;
  if (from <= line) return text.slice(line, offset);
  const shown = text.slice(from, offset);
  const isTorn = shown.includes('|') || OF_A_NUMBER.test(text.charAt(from - 1));
  return `…${isTorn ? shown.replace(TORN_HEAD, '') : shown}`;
}

export function contextAfter(text: string, offset: number, units = CONTEXT_UNITS): string {
  const next = text.indexOf('\n', offset);
  const line = next < 0 ? text.length : next;
  const to = offset + units;
  if (to >= line) return text.slice(offset, line);
  const shown = text.slice(offset, to);
  const isTorn = shown.includes('|') || OF_A_NUMBER.test(text.charAt(to));
  return `${isTorn ? shown.replace(TORN_TAIL, '') : shown}…`;
}
