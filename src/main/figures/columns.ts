import { decimal, formatDecimal, shift } from '../../shared/decimal';
import type { ReportDocument, Table } from '../../shared/model/document';
import type { Quantity } from '../../shared/model/quantity';
import { baseUnit, SCALE, SCALES, UNIT } from './units';

/** The unit that a column's header or a line `单位：万元` gives its bare numbers. */
export interface ColumnUnit {
  readonly unit: string;
  apply(quantity: Quantity): { readonly value: string; readonly precision: number };
}

const IN_HEADER = new RegExp(`[（(\\[/／]\\s*(?:单位[：:])?\\s*(${SCALE})?(${UNIT})\\s*[）)\\]]?\\s*$`, 'u');
const ABOVE = new RegExp(`单位\\s*[：:]\\s*(?:人民币)?\\s*(${SCALE})?(${UNIT})`, 'u');
/** Columns that a unit above the table does not speak of. */
const OTHER_UNIT = /占比|比重|比例|率|增长|增幅|同比|环比|排名|序号|编号|日期|时间|年份|倍|%|％/;
const SEQUENCE = /^(?:序号|编号|序|项次|No\.?|NO\.?|#)$/;

export function columnUnits(document: ReportDocument, table: Table): readonly (ColumnUnit | null)[] {
  const above = unitAbove(document, table);
  return table.header.cells.map((cell) => {
    const own = IN_HEADER.exec(cell.prose.text);
    if (own) return columnUnit(own[1], own[2]);
    if (/[%％]/.test(cell.prose.text)) return columnUnit(undefined, '%');
    return OTHER_UNIT.test(cell.prose.text) ? null : above;
  });
}

/** Looks at the two blocks above and at the header's first line. */
function unitAbove(document: ReportDocument, table: Table): ColumnUnit | null {
  for (const index of [table.index - 1, table.index - 2]) {
    const block = document.blocks[index];
    if (!block || !('prose' in block)) continue;
    const match = ABOVE.exec(block.prose.text);
    if (match) return columnUnit(match[1], match[2]);
  }
  return null;
}

function columnUnit(scale: string | undefined, unit: string | undefined): ColumnUnit {
  const exponent = SCALES[scale ?? ''] ?? 0;
  return {
    unit: baseUnit(unit ?? ''),
    apply: (quantity) => ({
      value: formatDecimal(shift(decimal(quantity.value), exponent)),
      precision: quantity.precision + exponent,
    }),
  };
}

/** Columns whose numbers only count the rows. */
export function sequenceColumns(table: Table): ReadonlySet<number> {
  const found = new Set<number>();
  table.header.cells.forEach((cell, column) => {
    if (SEQUENCE.test(cell.prose.text.replace(/\s/g, ''))) found.add(column);
  });
  if (found.size === 0 && countsUp(table)) found.add(0);
  return found;
}

/** A first column that reads 1, 2, 3 … without a header that says what it counts. */
function countsUp(table: Table): boolean {
  const header = table.header.cells[0]?.prose.text.trim() ?? '';
  if (header !== '' || table.rows.length < 3) return false;
  return table.rows.every((row, index) => row.cells[0]?.prose.text.trim() === String(index + 1));
}
