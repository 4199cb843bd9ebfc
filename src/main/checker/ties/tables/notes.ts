import type { ReportDocument, Table } from '../../../../shared/model/document';
import { labelColumn } from '../../../figures/table-rows';
import { cellText } from '../../tables/cell-text';

const NEAR = 160;
const SHORTEST = 2;
/** A column of words about each row: what was done about one of them says nothing of the others' arithmetic. */
const REMARK = /原因|处理|措施|依据|问题|内容|影响/;

/** What stands right below a table and speaks of all of it; a sentence that names one of its rows speaks of that one alone. */
export function notesBelow({ text }: ReportDocument, table: Table): string {
  const below =
    text
      .slice(table.range.end, table.range.end + NEAR)
      .split(/\n#|\n\||\n\**[附]?表\s*[\d一二三四五六七八九十]/)[0] ?? '';
  const labels = labelsOf(table);
  return below
    .split(/(?<=[。；\n])/)
    .filter(
      (sentence) =>
        /^\s*[（(]?(?:注|说明)/.test(sentence) || !labels.some((label) => sentence.includes(label)),
    )
    .join('');
}

function labelsOf(table: Table): readonly string[] {
  const column = labelColumn(table);
  return table.rows.slice(table.headerRows).flatMap(({ cells }) => {
    const label = cellText(cells[column]).replace(/\s+|[（(][^（）()]*[）)]$/g, '');
    return label.length >= SHORTEST && !/合计|总计|小计/.test(label) ? [label] : [];
  });
}

/** The texts of a table's body without its remarks. */
export function bodyText(table: Table): string {
  const remarks = table.header.cells.map((cell) => REMARK.test(cellText(cell)));
  return table.rows
    .slice(table.headerRows)
    .map(({ cells }) =>
      cells
        .filter((_, at) => !remarks[at])
        .map(cellText)
        .join(' '),
    )
    .join('\n');
}
