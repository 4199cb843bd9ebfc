import type { Census } from '../source-document';
import { newBudget } from './limits';
import { type Counted, type CountedTable, censusOf } from './ordered';
import { hasPipes, isRule, mergedRows, pipeCells } from './pipes';

/**
 * Counts a plain text: each line is a text, but lines that follow each other with as many tabs, and Markdown tables,
 * are tables. Throws `ImportError`: `too-large`.
 */
export function censusText(text: string): Census {
  const budget = newBudget();
  const found: Counted[] = [];
  let before = 0;
  // A form feed begins a page, and no table goes on over it.
  for (const page of text.split('\f')) {
    const lines = page.split('\n');
    for (let at = 0; at < lines.length; ) {
      const { end, table } = groupAt(lines, at);
      let size = 0;
      for (const row of table?.rows ?? []) size = budget.take(size, row.length);
      if (table) found.push(table);
      else for (; at < end; at++) found.push({ text: lines[at] ?? '', place: `第${before + at + 1}行` });
      at = end;
    }
    before += lines.length - 1;
  }
  return censusOf(found);
}

/** Lines that belong together: a table, or texts. */
interface Group {
  readonly end: number;
  readonly table: CountedTable | null;
}

function groupAt(lines: readonly string[], at: number): Group {
  const piped = pipeEnd(lines, at);
  if (piped > at) {
    const cells = lines
      .slice(at, piped)
      .filter((_, index) => index !== 1)
      .map(pipeCells);
    return { end: piped, table: { rows: mergedRows(cells, (cell) => cell.replaceAll('\\|', '|')) } };
  }
  const end = tabEnd(lines, at);
  const own = lines.slice(at, end);
  // Tabs that only indent part nothing.
  if (own.length < 2 || !own.some((line) => line.trim().includes('\t'))) return { end, table: null };
  const rows = own.map((line) => line.split('\t').map((cell) => ({ paragraphs: [cell.trim()] })));
  return { end, table: { rows } };
}

function pipeEnd(lines: readonly string[], at: number): number {
  const header = lines[at] ?? '';
  const rule = lines[at + 1] ?? '';
  if (!hasPipes(header) || !isRule(rule) || pipeCells(header).length !== pipeCells(rule).length) return at;
  let end = at + 2;
  while (hasPipes(lines[end] ?? '')) end++;
  return end;
}

const tabsIn = (line: string): number => (line.trim() === '' ? 0 : line.split('\t').length - 1);

/** Just behind the last of the lines from `at` on that have as many tabs. */
function tabEnd(lines: readonly string[], at: number): number {
  const tabs = tabsIn(lines[at] ?? '');
  let end = at + 1;
  while (tabs > 0 && tabsIn(lines[end] ?? '') === tabs && pipeEnd(lines, end) === end) end++;
  return end;
}
