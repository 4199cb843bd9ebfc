import type { Range } from '../../../../shared/model/range';

/** Marks that end a sentence; half-width ones count, their width is another rule's business. */
export const FINAL_MARKS = '。！？…!?';

const CLAUSE_BREAK = /[，；：。！？…,;:!?\n]/;
const CLOSERS = /[）)”’」』】〕》"']+$/;
/** A footnote mark after the final mark: `。[1]`, `。①`, `。[^2]`. */
const FOOTNOTE = /(?:\[\^?[\w*]{1,6}\]|[①-⑳⁰¹²³⁴-⁹]|\*)+$/u;

/** How a stretch of prose stops. */
export type Ending = 'final' | 'pause' | 'bracket' | 'open';

export const isHan = (char: string | undefined): boolean =>
  char !== undefined && isHanUnit(char.charCodeAt(0));

/** The same of a UTF-16 unit. */
export const isHanUnit = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007;

/** How many Han characters the text holds. */
export function hanCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (isHanUnit(text.charCodeAt(index))) count++;
  return count;
}

/** Length of the text without trailing blanks and footnote marks. */
export function contentEnd(text: string): number {
  const trimmed = text.trimEnd();
  const mark = FOOTNOTE.exec(trimmed.slice(-24));
  return mark ? trimmed.slice(0, trimmed.length - mark[0].length).trimEnd().length : trimmed.length;
}

/**
 * Tells how `text` ends: with a final mark (also one inside the closing quote or bracket), with a pausing
 * mark `，、`, with a bracket or quote that holds no final mark, or with a plain character.
 */
export function endingOf(text: string): Ending {
  const body = text.slice(0, contentEnd(text));
  const last = body.at(-1) ?? '';
  if (`${FINAL_MARKS}；;：:.．—`.includes(last)) return 'final';
  if ('，、,'.includes(last)) return 'pause';
  const closers = CLOSERS.exec(body.slice(-8));
  if (!closers) return 'open';
  const inner = body[body.length - closers[0].length - 1] ?? '';
  if (`${FINAL_MARKS}；`.includes(inner)) return 'final';
  return bracketStandsAlone(body) ? 'final' : 'bracket';
}

/** `…。（注）`, or a paragraph that is one bracket: no further mark is needed. */
function bracketStandsAlone(body: string): boolean {
  if (!/[）)]$/.test(body)) return false;
  const open = Math.max(body.lastIndexOf('（'), body.lastIndexOf('('));
  return open === 0 || (open > 0 && FINAL_MARKS.includes(body[open - 1] ?? ''));
}

/** No clause of a report is longer; bounds the search in text without punctuation. */
const LONGEST_CLAUSE = 300;

/** Index where the clause that holds `index` begins. */
export function clauseStart(text: string, index: number): number {
  const floor = Math.max(0, index - LONGEST_CLAUSE);
  let start = index;
  while (start > floor && !CLAUSE_BREAK.test(text[start - 1] ?? '')) start--;
  return start;
}

/** The last clause of `text`; a long one is cut at its last `、`. */
export function lastClause(text: string): Range {
  const end = contentEnd(text);
  let inner = end;
  while (inner > 1 && /[，、；：。！？,;]/.test(text[inner - 1] ?? '')) inner--;
  const start = clauseStart(text, inner);
  const pause = text.lastIndexOf('、', inner - 3) + 1;
  const cut = inner - start > 20 && pause > start ? pause : start;
  return { start: cut + (/^\s*/.exec(text.slice(cut, inner))?.[0].length ?? 0), end };
}
