import type { CellBudget } from '../limits';
import type { CountedCell } from '../ordered';
import { attributeOf, type Element, isBlank, isElement, isGone, isNamed } from './page';

const WIDEST = 1000;
const CELLS = new Set(['td', 'th']);
const ROWS = new Set(['tr']);

/** A cell and what is in it. */
export interface PageCell extends CountedCell {
  readonly paragraphs: string[];
  readonly element: Element;
}

/** The cells of a table's grid (HTML §4.9.12), head first, feet last, as they are shown. */
export function rowsOf(table: Element, budget: CellBudget): readonly (readonly (PageCell | undefined)[])[] {
  const size = { held: 0 };
  return ['thead', 'tbody', 'tfoot'].flatMap((name) =>
    table.childNodes
      .filter((node) => isNamed(node, new Set([name])))
      .flatMap((section) =>
        isElement(section) && isSeen(section) ? sectionRows(section, size, budget) : [],
      ),
  );
}

const isSeen = (element: Element): boolean => !isGone(element) && !isBlank(element);

interface Standing {
  readonly cell: PageCell;
  /** How many more rows it reaches down to; its section's end ends it. */
  left: number;
}

function sectionRows(
  section: Element,
  size: { held: number },
  budget: CellBudget,
): readonly (readonly (PageCell | undefined)[])[] {
  /** What reaches down from the rows above, by column. */
  let standing: (Standing | undefined)[] = [];
  const rows = section.childNodes.filter((node): node is Element => isNamed(node, ROWS) && isSeen(node));
  return rows.map((row) => {
    const places = standing.map((one) =>
      one && one.left > 0 ? { cell: one.cell, left: one.left - 1 } : undefined,
    );
    while (places.length > 0 && !places.at(-1)) places.pop();
    size.held = budget.take(size.held, places.length);
    let at = 0;
    for (const element of row.childNodes) {
      if (!isNamed(element, CELLS) || isGone(element)) continue;
      while (places[at]) at++;
      at = put(places, at, element, (more) => {
        size.held = budget.take(size.held, more);
      });
    }
    standing = places;
    return places.map((place) => place?.cell);
  });
}

/** Puts a cell at a free place and on to its right as far as places are free; where it ends. */
function put(
  places: (Standing | undefined)[],
  start: number,
  element: Element,
  take: (more: number) => void,
): number {
  const across = Math.min(WIDEST, Math.max(1, wholeOf(element, 'colspan') ?? 1));
  const down = wholeOf(element, 'rowspan') ?? 1;
  const cell: PageCell = { paragraphs: [], element };
  take(across);
  let at = start;
  for (; at < start + across && !places[at]; at++)
    places[at] = { cell, left: down === 0 ? Number.POSITIVE_INFINITY : down - 1 };
  return at;
}

/** A number as HTML reads it (§2.3.4.2); undefined for none. */
function wholeOf(element: Element, name: string): number | undefined {
  const digits = /^\s*\+?(\d+)/.exec(attributeOf(element, name) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits.slice(0, 9));
}
