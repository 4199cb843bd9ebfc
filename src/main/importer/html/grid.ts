import { BOUNDS, ImportError } from '../bounds';
import type { SourceCell } from '../source-document';
import { lookOf } from './style';
import { attribute, type HtmlElement, isElement } from './tree';

/** A place of a table's grid: a cell's own, one that a cell reaches into, or one that no cell takes. */
export type Slot = HtmlElement | NonNullable<SourceCell['covered']> | null;

export interface Grid {
  readonly width: number;
  /** Rows may be shorter than `width` where the page has no more cells. */
  readonly rows: readonly (readonly Slot[])[];
}

const TOO_LARGE = `表格过大，已停止读取：一张表最多 ${BOUNDS.tableCells / 10_000} 万格，请把它分成几张`;
const SPAN = 1000;

/** The row groups of a table as a browser shows them: heads first, feet last. Rows that are not shown are left out. */
export function rowGroupsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  const groups = childElements(table).filter(({ tagName }) => /^t(?:head|body|foot)$/.test(tagName));
  const of = (name: string): HtmlElement[] => groups.filter(({ tagName }) => tagName === name);
  return [...of('thead'), ...of('tbody'), ...of('tfoot')]
    .filter(isShown)
    .map((group) => childElements(group).filter((row) => row.tagName === 'tr' && isShown(row)));
}

export const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  childElements(row).filter((cell) => /^t[dh]$/.test(cell.tagName) && isShown(cell));

/** Rows and cells that are not there on the screen. */
export function hiddenParts(table: HtmlElement): readonly HtmlElement[] {
  const groups = childElements(table);
  const rows = groups.filter(isShown).flatMap(childElements);
  const cells = rows.filter(isShown).flatMap(childElements);
  return [...groups, ...rows, ...cells].filter(
    (part) => /^t(?:head|body|foot|[rdh])$/.test(part.tagName) && !isShown(part),
  );
}

const childElements = (element: HtmlElement): readonly HtmlElement[] => element.childNodes.filter(isElement);
const isShown = (element: HtmlElement): boolean => lookOf(element).hidden !== 'none';

/**
 * The grid of a table (HTML §4.9.12.1). A cell reaches down to the end of its row group at most, and to the right up to
 * the next place that is taken: cells never overlap. Throws `ImportError` before it would take much memory.
 */
export function gridOf(groups: readonly (readonly HtmlElement[])[]): Grid {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const rows: Slot[][] = [];
  let width = 0;
  for (const group of groups) {
    /** For each column the row of the group, from 0, at which it is free again. */
    const taken: number[] = [];
    group.forEach((row, index) => {
      const slots: Slot[] = taken.map((until) => (until > index ? 'up' : null));
      let column = 0;
      for (const cell of cellsOf(row)) {
        column = freeFrom(slots, column);
        const across = Math.min(spanOf(cell, 'colspan') || 1, SPAN);
        if ((column + across) * total > BOUNDS.tableCells) throw new ImportError('too-large', TOO_LARGE);
        column = place(cell, slots, taken, { column, across, until: endRow(cell, index, group.length) });
      }
      while (slots.length > 0 && slots.at(-1) === null) slots.pop();
      width = Math.max(width, slots.length);
      rows.push(slots);
    });
  }
  return { width, rows };
}

interface Reach {
  readonly column: number;
  readonly across: number;
  /** The first row, of its group, that a cell does not reach. */
  readonly until: number;
}

/** Puts a cell into its row; the column behind it. */
function place(cell: HtmlElement, slots: Slot[], taken: number[], { column, across, until }: Reach): number {
  let at = column;
  do {
    slots[at] = at === column ? cell : 'left';
    taken[at] = until;
    at++;
  } while (at < column + across && (slots[at] ?? null) === null);
  return at;
}

function freeFrom(slots: readonly Slot[], column: number): number {
  let at = column;
  while ((slots[at] ?? null) !== null) at++;
  return at;
}

function endRow(cell: HtmlElement, row: number, groupRows: number): number {
  const down = spanOf(cell, 'rowspan');
  return down === 0 ? groupRows : Math.min(groupRows, row + down);
}

/** A span as HTML reads it; 1 for anything that is no number. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const digits = /^\s*\+?(\d{1,9})/.exec(attribute(cell, name) ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}
