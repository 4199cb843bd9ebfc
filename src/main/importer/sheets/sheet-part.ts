import type { SheetCell } from '../../../shared/model/ledger';
import { BOUNDS, ImportError } from '../bounds';
import { scanXml } from '../xml';
import { brokenSheet, type CellPosition, type CellRange, cellPosition, cellRange, withinSheet } from './a1';
import { plainDate } from './dates';
import { shownDecimal } from './decimals';
import { type Budget, type SparseCells, spendCells, spendText } from './grid';
import { plainNumber } from './plain-number';
import { cellText } from './shared-strings';
import type { Styles } from './styles';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
}

/** A worksheet part as it stands: only cells with content. */
/** Shown for a formula that was saved without its result. */
const UNCALCULATED = '（公式没有结果）';

export interface SheetPart {
  readonly cells: SparseCells;
  readonly merges: readonly CellRange[];
  /** Cells with a formula and no value kept of its last calculation. */
  readonly uncalculated: readonly CellPosition[];
  readonly hasHidden: boolean;
}

interface OpenCell {
  readonly position: CellPosition;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
  inline: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a worksheet (ECMA-376 part 1, §18.3) in one pass. Throws `ImportError`. */
export function readSheetPart(xml: string, context: CellContext, budget: Budget): SheetPart {
  const cells: SparseCells = { rows: [], columns: [], cells: [] };
  const merges: CellRange[] = [];
  const uncalculated: CellPosition[] = [];
  let hasHidden = false;
  let row = -1;
  let column = -1;
  let isRowGiven = false;
  let cell: OpenCell | null = null;
  let into: 'value' | 'inline' | null = null;
  let reading = 0;

  const openRow = (attributes: Attributes): void => {
    isRowGiven = attributes['r'] !== undefined;
    row = isRowGiven ? Number(attributes['r']) - 1 : row + 1;
    if (!Number.isInteger(row)) throw brokenSheet();
    column = -1;
    if (isTrue(attributes['hidden'])) hasHidden = true;
  };
  const openCell = (attributes: Attributes): OpenCell => {
    const reference = attributes['r'];
    const position = reference === undefined ? { row, column: column + 1 } : cellPosition(reference);
    // A row and a cell that disagree: one reader would go by the one, another by the other.
    if (isRowGiven && position.row !== row) throw brokenSheet();
    withinSheet(position);
    ({ row, column } = position);
    const type = attributes['t'] ?? 'n';
    const style = Number(attributes['s'] ?? 0);
    return { position, type, style, hasFormula: false, value: '', inline: '' };
  };
  const closeCell = (closed: OpenCell): void => {
    const read = cellOf(closed, context);
    const isEmpty = read.text === '' && read.number === '';
    const lacksResult = isEmpty && closed.hasFormula && closed.type !== 'str';
    if (isEmpty && !lacksResult) return;
    if (lacksResult) uncalculated.push(closed.position);
    spendText(budget, read.text);
    cells.rows.push(closed.position.row);
    cells.columns.push(closed.position.column);
    // Seen, so that a value column gets a gap at this place and not a blank.
    if (cells.cells.push(lacksResult ? { ...read, text: UNCALCULATED } : read) > budget.cells)
      spendCells(budget, cells.cells.length);
  };
  const addMerge = (reference = ''): void => {
    if (merges.length >= BOUNDS.tableCells)
      throw new ImportError('too-large', '工作表里合并单元格过多，超出可处理的范围');
    merges.push(cellRange(reference));
  };

  scanXml(xml, {
    open(name, attributes) {
      if (name === 'x:c') cell = openCell(attributes);
      else if (name === 'x:v') into = 'value';
      else if (name === 'x:t') into = reading === 0 ? 'inline' : null;
      else if (name === 'x:row') openRow(attributes);
      else if (name === 'x:f') {
        if (cell) cell.hasFormula = true;
      } else if (name === 'x:rPh') reading++;
      else if (name === 'x:mergeCell') addMerge(attributes['ref']);
      else if (name === 'x:col' && isTrue(attributes['hidden'])) hasHidden = true;
    },
    close(name) {
      if (name === 'x:v' || name === 'x:t') into = null;
      else if (name === 'x:rPh') reading--;
      else if (name === 'x:c' && cell) {
        closeCell(cell);
        cell = null;
      }
    },
    text(text) {
      if (cell && into) cell[into] += text;
    },
  });
  return { cells, merges, uncalculated, hasHidden };
}

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** Cell types: ECMA-376 part 1, §18.18.11. */
function cellOf({ type, style, value, inline }: OpenCell, { strings, styles }: CellContext): SheetCell {
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : value === '' ? '' : undefined;
      if (text === undefined) throw brokenSheet();
      return textCell(text);
    }
    case 'inlineStr':
      return textCell(cellText(inline));
    case 'b':
      return { text: value === '' ? '' : isTrue(value) ? 'TRUE' : 'FALSE', number: '', date: '' };
    case 'd':
      return {
        text: value.replace(/T00:00:00(?:\.0+)?Z?$/, ''),
        number: '',
        date: plainDate(value.slice(0, 10)),
      };
    case 'n':
      return numberCell(value, style, styles);
    default:
      return textCell(cellText(value));
  }
}

const textCell = (text: string): SheetCell => ({ text, number: plainNumber(text), date: plainDate(text) });

function numberCell(value: string, style: number, styles: Styles): SheetCell {
  const number = shownDecimal(value.trim());
  if (number === null) return { text: value.trim(), number: '', date: '' };
  const { text, date, isTime } = styles.show(style)(number);
  return { text, number: isTime ? '' : number, date };
}
