import type { LooseCensus } from '../proof';
import { newBudget } from './limits';
import { fencesIn } from './markdown/fences';
import { UNSURE, visible, withoutComments, withoutEscapes } from './markdown/visible';
import { type Counted, censusOf } from './ordered';
import { hasPipes, isFramed, isRule, mergedRows, pipeCells } from './pipes';

/** Begins something else than a line of text that goes on. */
const STARTS = /^[ \t>]*(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>)/;
const RULE =
  /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*(?:([-*_])(?:[ \t]*\1){2,}|\\(?:newpage|pagebreak|clearpage))[ \t]*$/;
const BLANK = /^[\s>]*$/;

/** Counts a Markdown text line by line, without a parser. Throws `ImportError`: `too-large`. */
export function censusMarkdown(text: string): LooseCensus {
  const lines = text.split('\n');
  const kinds = fencesIn(lines);
  const found: Counted[] = [];
  const take = newBudget().take;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (kinds[at] !== 'text') {
      if (kinds[at] === 'code') found.push({ text: line, place: `第${at + 1}行` });
      at++;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && kinds[end] === 'text' && goesOn(line, lines[end] ?? '')) end++;
    const own = withoutComments(withoutEscapes(lines.slice(at, end).join('\n'))).split('\n');
    for (const counted of countLines(own, at + 1)) {
      let size = 0;
      if ('rows' in counted) for (const row of counted.rows) size = take(size, row.length);
      found.push(counted);
    }
    at = end;
  }
  return { ...censusOf(found), unsure: UNSURE };
}

const goesOn = (first: string, next: string): boolean =>
  !BLANK.test(first) &&
  !BLANK.test(next) &&
  !/^[ \t>]*#/.test(first) &&
  !STARTS.test(next) &&
  !RULE.test(next);

/** The texts and tables of lines without a blank one between; `number` is the first one's. */
function countLines(lines: readonly string[], number: number): readonly Counted[] {
  const found: Counted[] = [];
  const contents = lines.map((line) => line.replace(/^[ \t>]+/, '').trim());
  for (let at = 0; at < lines.length; ) {
    const end = tableEnd(contents, at);
    if (end > at) {
      const rows = contents.slice(at, end).filter((line, index) => index > 1 || !isRule(line));
      found.push({ rows: mergedRows(rows.map(pipeCells), cellText) });
    } else if (!RULE.test(lines[at] ?? '')) {
      found.push({ text: visible(contents[at] ?? ''), place: `第${number + at}行` });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

const cellText = (cell: string): string => visible(cell.replaceAll('\\|', '|')).replace(/[*`]/g, '');

/** Just behind the last line of a table that begins at `at`; `at` for none. */
function tableEnd(lines: readonly string[], at: number): number {
  const [first = '', second = '', third = ''] = lines.slice(at, at + 3);
  if (!hasPipes(first)) return at;
  const isTable = isRule(first) || isRule(second) || (isFramed(first) && isFramed(second) && isFramed(third));
  if (!isTable) return at;
  const isWhole = isRule(second) && pipeCells(first).length === pipeCells(second).length;
  let end = at + 1;
  while (end < lines.length && (isWhole || hasPipes(lines[end] ?? ''))) end++;
  return end > at + 1 ? end : at;
}
