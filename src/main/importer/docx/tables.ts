import { BOUNDS, ImportError } from '../bounds';
import type { SourceBlock, SourceCell, Span } from '../source-document';
import { child, isElement, type XmlElement } from '../xml';
import { branchOf, textOf } from './branches';
import { isPrompt } from './inlines';
import { deletedDetail, type Marks, PROMPT } from './marks';
import { countCells, type Pending, type Reading } from './reading';
import { val } from './styles';

/** A row or cell, and the marks of the content controls around it. */
interface Within {
  readonly element: XmlElement;
  readonly marks: Marks;
}

interface RawCell extends Within {
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
export type CellReader = (cell: Within, label: string, later: Pending) => readonly Span[];

/** The only cell of a table of one cell: no table, but a frame around its content. */
export function onlyCell(table: XmlElement): Within | null {
  const cells: Within[] = [];
  for (const row of rowsIn(table)) {
    if (isDeleted(row)) continue;
    for (const cell of cellsIn(row)) if (cells.push(cell) > 1) return null;
  }
  return cells[0] ?? null;
}

/** Reads one `w:tbl` as a full grid into `blocks`, and then what hangs on it. */
export function readTable(
  reading: Reading,
  table: XmlElement,
  readCell: CellReader,
  blocks: SourceBlock[],
): void {
  if (++reading.tableDepth > BOUNDS.tableDepth) {
    throw new ImportError('too-deep', '表格嵌套过深，已停止读取');
  }
  const all = rowsIn(table);
  const rows = all.filter((row) => !isDeleted(row)).map(rawRow);
  // A row without cells is none.
  const shown = rows.filter(({ cells }) => cells.length > 0);
  const width = shown.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  countCells(reading, shown.length * width);
  const name = `表${++reading.tables}`;
  const later: Pending = [];
  const grid: SourceCell[][] = [];
  const padding = new Set<SourceCell>();
  shown.forEach((row, index) => {
    grid.push(
      gridRow(reading, row, { name, row: index, width, above: grid[index - 1], padding }, readCell, later),
    );
  });
  if (grid.length > 0) blocks.push({ kind: 'table', rows: grid, label: name });
  noteTrackedRows(reading, all, name, blocks);
  for (const read of later) read(blocks);
  reading.tableDepth--;
}

/** Deleted rows leave their marks behind the table: there is no cell that they could stand in. */
function noteTrackedRows(
  reading: Reading,
  rows: readonly Within[],
  name: string,
  blocks: SourceBlock[],
): void {
  const spans: Span[] = [];
  for (const { element } of rows) {
    const properties = child(element, 'w:trPr');
    const deleted = child(properties, 'w:del');
    if (deleted || child(properties, 'w:ins')) reading.notes.add('tracked', name);
    if (!deleted) continue;
    spans.push({ text: '', marks: [{ kind: 'deleted', detail: deletedDetail(textOf(element), deleted) }] });
  }
  if (spans.length > 0) blocks.push({ kind: 'paragraph', spans, label: name });
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
      spans: covered ? [] : readCell(cell, label(), later),
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

function rawRow(row: Within): RawRow {
  const properties = child(row.element, 'w:trPr');
  const cells = cellsIn(row).map(({ element, marks }): RawCell => {
    const cell = child(element, 'w:tcPr');
    const vertical = child(cell, 'w:vMerge');
    return {
      element,
      marks,
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

/** Rows in order, deleted ones too; content controls and markup around them are looked through. */
const rowsIn = (holder: XmlElement): readonly Within[] => within(holder, 'w:tr', [], []);

const cellsIn = ({ element, marks }: Within): readonly Within[] => within(element, 'w:tc', marks, []);

const isDeleted = ({ element }: Within): boolean => child(child(element, 'w:trPr'), 'w:del') !== undefined;

function within(holder: XmlElement, name: string, marks: Marks, found: Within[]): Within[] {
  const nodes = holder.name === 'mc:AlternateContent' ? branchOf(holder) : holder.children;
  for (const element of nodes) {
    if (!isElement(element)) continue;
    if (element.name === name) found.push({ element, marks });
    else if (element.name === 'w:sdt') within(element, name, isPrompt(element) ? [PROMPT] : marks, found);
    else if (/^(?:mc:AlternateContent|w:(?:sdtContent|customXml|ins|moveTo))$/.test(element.name))
      within(element, name, marks, found);
  }
  return found;
}
