import type { ReportDocument, Table } from '../../../../shared/model/document';
import type { Quantity } from '../../../../shared/model/quantity';
import { bodyOf } from '../../../figures/identity/measure';
import { labelColumn } from '../../../figures/table-rows';

const MAX_WORDS = 24;
const REMARKS = /备注|说明|注$|原因|依据|来源|责任/;

/** Words that stand in a cell's row beside its label: `东区 | 产品A | 120`. Two rows may differ in them alone. */
export function rowWords(document: ReportDocument): (quantity: Quantity) => string {
  const known = new Map<string, string>();
  const labels = new Map<number, number>();
  return ({ place: { block, row = -1 } }) => {
    const table = document.blocks[block];
    if (table?.kind !== 'table') return '';
    const key = `${block} ${row}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const label = labels.get(block) ?? labelColumn(table);
    labels.set(block, label);
    const words = wordsIn(table, row, label);
    known.set(key, words);
    return words;
  };
}

function wordsIn(table: Table, row: number, label: number): string {
  const cells = table.rows[row]?.cells ?? [];
  return cells
    .flatMap((cell, column) => {
      const text = cell.prose.text.trim();
      const header = table.header.cells[column]?.prose.text ?? '';
      const isWord = /^\p{L}/u.test(text) && text.length <= MAX_WORDS && !REMARKS.test(header);
      return column !== label && isWord ? [bodyOf(text)] : [];
    })
    .join('');
}
