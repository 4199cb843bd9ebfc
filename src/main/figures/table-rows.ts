import { remembered } from '../../shared/memo';
import type { Table } from '../../shared/model/document';
import { type CellPlace, cellAt, headerCells, originsOf } from '../document/spans';
import { SEQUENCE } from './table-columns';

/**
 * What names each row, blanks left out: its label cell, read through covered cells; empty for header rows. A label
 * merged over several rows names all of them, together with the label on its right that tells them apart: `华东 上海`.
 */
export function rowLabels(table: Table): readonly string[] {
  const column = labelColumn(table);
  const origins = originsOf([table.header, ...table.rows]);
  return table.rows.map((_, row) => labelOf(table, row, column, (at, across) => origins[at + 1]?.[across]));
}

/** The first column that does not number the rows. */
export const labelColumn = remembered((table: Table): number => {
  const headers = headerCells(table).map((cells) => compact(cells.at(-1)?.prose.text));
  const column = headers.findIndex(
    (header) => !SEQUENCE.test(header) && !/^(?:排名|名次|位次|排序)$/.test(header),
  );
  return Math.max(0, column);
});

const compact = (text = ''): string => text.replace(/\s+/g, '');

/** `5家` and `1,234` tell no rows apart. */
const isLabel = (text: string): boolean => /\p{L}/u.test(text) && !/^[-+−－△▲（(]?\d/.test(text);

const isSame = (one: CellPlace | undefined, other: CellPlace | undefined): boolean =>
  one !== undefined && one.row === other?.row && one.column === other.column;

function labelOf(
  table: Table,
  row: number,
  from: number,
  origin: (row: number, column: number) => CellPlace | undefined,
): string {
  if (row < table.headerRows) return '';
  const parts: string[] = [];
  for (let column = from; ; column++) {
    const place = origin(row, column);
    const text = place ? compact(cellAt(table, place)?.prose.text) : '';
    if (!place || (column > from && !isLabel(text))) break;
    if (text !== parts.at(-1)) parts.push(text);
    const isMergedDown = place.row !== row || isSame(place, origin(row + 1, column));
    if (!isMergedDown) break;
  }
  return parts.filter((part) => part !== '').join(' ');
}
