import { BOUNDS, ImportError } from '../bounds';
import type { SourceBlock, SourceCell, SourceTable, Span } from '../source-document';
import { child, childrenOf, isElement, type XmlElement } from '../xml';
import { branchOf } from './inlines';
import { countCells, type Pending, type Reading } from './reading';
import { flag, val } from './styles';

interface RawCell {
  readonly element: XmlElement;
  readonly span: number;
  readonly merge: 'none' | 'restart' | 'continue';
  /** Legacy horizontal merge. */
  readonly joined: boolean;
}

interface RawRow {
  readonly before: number;
  readonly after: number;
  readonly cells: readonly RawCell[];
}

/** How a cell's content is read: its spans, and what comes behind the table. */
export type CellReader = (element: XmlElement, label: string, later: Pending) => readonly Span[];

/** The only cell of a table of one cell: no table, but a frame around its content. */
export function onlyCell(table: XmlElement): XmlElement | null {
  const cells: XmlElement[] = [];
  for (const row of rowsIn(table)) {
    for (const cell of cellsIn(row)) if (cells.push(cell) > 1) return null;
  }
  return cells[0] ?? null;
}

/** Reads one `w:tbl` as a full grid, and then what hangs on it. */
export function readTable(reading: Reading, table: XmlElement, readCell: CellReader): readonly SourceBlock[] {
  if (++reading.tableDepth > BOUNDS.tableDepth) {
    throw new ImportError('too-deep', '表格嵌套过深，已停止读取');
  }
  const rows = rowsIn(table).map(rawRow);
  const width = Math.max(0, ...rows.map(widthOf));
  countCells(reading, rows.length * width);
  const name = `表${++reading.tables}`;
  const later: Pending = [];
  const grid: SourceCell[][] = [];
  const padding = new Set<SourceCell>();
  rows.forEach((row, index) => {
    grid.push(
      gridRow(reading, row, { name, row: index, width, above: grid[index - 1], padding }, readCell, later),
    );
  });
  const made: SourceTable[] =
    grid.length > 0 && width > 0 ? [{ kind: 'table', rows: grid, label: name }] : [];
  const behind = later.flatMap((read) => read());
  reading.tableDepth--;
  return [...made, ...behind];
}

interface RowPlace {
  readonly name: string;
  readonly row: number;
  readonly width: number;
  readonly above: readonly SourceCell[] | undefined;
  /** Cells that no `w:tc` stands for: nothing is merged with them. */
  readonly padding: Set<SourceCell>;
}

function gridRow(
  reading: Reading,
  { before, after, cells }: RawRow,
  { name, row, width, above, padding }: RowPlace,
  readCell: CellReader,
  later: Pending,
): SourceCell[] {
  const line: SourceCell[] = [];
  const label = (): string => `${name}第${row + 1}行第${line.length + 1}格`;
  const empty = (): void => {
    const cell: SourceCell = { spans: [], label: label() };
    padding.add(cell);
    line.push(cell);
  };
  const isCell = (cell: SourceCell | undefined): boolean => cell !== undefined && !padding.has(cell);
  for (let at = 0; at < before; at++) empty();
  for (const cell of cells) {
    const covered = coveredBy(cell, isCell(line.at(-1)), isCell(above?.[line.length]));
    if (covered) noteCovered(reading, cell.element, label());
    line.push({
      spans: covered ? [] : readCell(cell.element, label(), later),
      label: label(),
      ...(covered ? { covered } : {}),
    });
    for (let at = 1; at < cell.span; at++) line.push({ spans: [], label: label(), covered: 'left' });
  }
  for (let at = 0; at < after; at++) empty();
  if (line.length < width) reading.notes.add('ragged-row', `${name}第${row + 1}行`);
  while (line.length < width) empty();
  return line;
}

function coveredBy(cell: RawCell, besideCell: boolean, belowCell: boolean): 'left' | 'up' | null {
  if (cell.joined && besideCell) return 'left';
  return cell.merge === 'continue' && belowCell ? 'up' : null;
}

/** Word does not show what is written in a cell that another one covers. */
function noteCovered(reading: Reading, element: XmlElement, label: string): void {
  if (hasText(element)) reading.notes.add('hidden', label);
}

const hasText = (element: XmlElement): boolean =>
  element.children.some((node) =>
    isElement(node) ? hasText(node) : element.name === 'w:t' && node.trim() !== '',
  );

const widthOf = ({ before, after, cells }: RawRow): number =>
  cells.reduce((sum, cell) => sum + cell.span, before + after);

function rawRow(row: XmlElement): RawRow {
  const properties = child(row, 'w:trPr');
  const cells = cellsIn(row).map((element): RawCell => {
    const cell = child(element, 'w:tcPr');
    const vertical = child(cell, 'w:vMerge');
    return {
      element,
      span: count(child(cell, 'w:gridSpan'), 1),
      merge: !vertical ? 'none' : val(vertical) === 'restart' ? 'restart' : 'continue',
      joined: child(cell, 'w:hMerge') !== undefined && val(child(cell, 'w:hMerge')) !== 'restart',
    };
  });
  return {
    before: count(child(properties, 'w:gridBefore'), 0),
    after: count(child(properties, 'w:gridAfter'), 0),
    cells,
  };
}

function count(element: XmlElement | undefined, least: number): number {
  const value = Number(val(element) ?? least);
  return Number.isInteger(value) && value > least ? Math.min(value, BOUNDS.tableCells + 1) : least;
}

/** Rows in order; content controls and markup around them are looked through, deleted rows left out. */
function rowsIn(holder: XmlElement): readonly XmlElement[] {
  return within(holder, 'w:tr').filter((row) => !flag(child(child(row, 'w:trPr'), 'w:del')));
}

const cellsIn = (row: XmlElement): readonly XmlElement[] => within(row, 'w:tc');

function within(holder: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(holder).flatMap((element) => {
    if (element.name === name) return [element];
    if (element.name === 'mc:AlternateContent')
      return branchOf(element)
        .filter(isElement)
        .flatMap((one) => (one.name === name ? [one] : within(one, name)));
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(element.name) ? within(element, name) : [];
  });
}
