import { BOUNDS } from '../bounds';
import type { Census, CensusGrid, CensusText } from '../source-document';
import { tooManyCells } from './limits';

/** A cell while its table is counted. */
export interface CountedCell {
  /** Its paragraphs. */
  readonly paragraphs: readonly string[];
}

export interface CountedTable {
  /** The cell that shows at each place of the grid, the same one where a cell covers several. */
  readonly rows: readonly (readonly (CountedCell | undefined)[])[];
}

/** A text outside tables. */
export interface CountedText {
  readonly text: string;
  /** Where it stands; numbered as a paragraph when not given. */
  readonly place?: string;
}

/** What a scan found, in the order of the source; a nested table comes behind the one that holds it. */
export type Counted = CountedText | CountedTable;

/** Where all places show one cell there is no table; the text of that cell. Null for a table proper. */
function onlyText({ rows }: CountedTable): string | null {
  const only = rows[0]?.[0];
  const width = rows[0]?.length;
  if (rows.some((row) => row.length !== width || row.some((cell) => cell !== only))) return null;
  return only?.paragraphs.join('\n') ?? '';
}

/** Makes a census of what was found. Places are `正文第3段`, `表2第1行第4格`. */
export function censusOf(found: readonly Counted[]): Census {
  const texts: CensusText[] = [];
  const grids: CensusGrid[] = [];
  let paragraphs = 0;
  let cells = 0;
  for (const each of found) {
    const text = 'text' in each ? each.text : onlyText(each);
    if (text !== null) {
      const place = 'place' in each ? each.place : undefined;
      if (text.trim() !== '') texts.push({ text, label: place ?? `正文第${++paragraphs}段` });
    } else if ('rows' in each) {
      const grid = gridOf(each, `表${grids.length + 1}`, texts);
      cells += grid.rows.length * (grid.rows[0]?.length ?? 0);
      if (cells > BOUNDS.cells) throw tooManyCells();
      grids.push(grid);
    }
  }
  return { texts, grids };
}

/** The grid of a table; adds the text of each cell to `texts`. */
function gridOf({ rows }: CountedTable, label: string, texts: CensusText[]): CensusGrid {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length * width > BOUNDS.tableCells) throw tooManyCells();
  const known = new Map<CountedCell, string>();
  const textOf = (cell: CountedCell | undefined, row: number, column: number): string => {
    if (!cell) return '';
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = cell.paragraphs.join('\n');
    known.set(cell, text);
    if (text.trim() !== '') texts.push(new CellText(text, label, row, column));
    return text;
  };
  const texted = rows.map((row, index) => {
    const texts: string[] = [];
    for (let column = 0; column < width; column++) texts.push(textOf(row[column], index, column));
    return texts;
  });
  return { label, rows: texted };
}

/** The text of a cell; where it stands is only told of what is missing. */
class CellText implements CensusText {
  readonly text: string;
  readonly #table: string;
  readonly #row: number;
  readonly #column: number;

  constructor(text: string, table: string, row: number, column: number) {
    this.text = text;
    this.#table = table;
    this.#row = row;
    this.#column = column;
  }

  get label(): string {
    return `${this.#table}第${this.#row + 1}行第${this.#column + 1}格`;
  }
}
