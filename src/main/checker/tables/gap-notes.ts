import type { ReportDocument, Table } from '../../../shared/model/document';
import { cellText } from './cell-text';

/** How far a note stands from its table: blocks, and units of text. */
const BLOCKS = 2;
const NEAR = 200;
/** 序号3, 第3号, 行次7, 3号为空号; 序号3、4; 序号3至5. */
const NAMED =
  /(?:序号|编号|行次|项次|第)\s*[“"]?(\d{1,4}(?:\s*[、,，和及至～~—－-]\s*\d{1,4})*)(?!\d|[.．]\d)|(?<![\d.])(\d{1,4})号/g;
/** What becomes of a number that is no longer given. */
const GIVEN_UP =
  /取消|撤[销回]|空[置号缺]|预留|保留|删除|停用|作废|误登|重复|合并|并入|不再|不排|未列|不列|略去|省略|跳号|移[出至]|调[出整]|剔除|转[入至]|注销|销号|另[行表]|结清|终止|退出/;
/** 序号不连续, 编号沿用原台账: all gaps at once. */
const ALL =
  /(?:序号|编号|行次|项次)[^，。；\n]{0,12}(?:不连续|不连贯|有间断|空号|跳号|空缺)|(?:沿用|保留|按)[^，。；\n]{0,10}(?:原|台账|登记簿?)[^，。；\n]{0,6}(?:序号|编号)/;

/** Whether what stands right above or below a table says why these numbers of its rows are missing: 序号3已撤销，不再使用. */
export function isGapExplained(document: ReportDocument, table: Table, from: number, to: number): boolean {
  const notes = [noteOf(document, table, -1), noteInside(table), noteOf(document, table, 1)].join('\n');
  if (ALL.test(notes)) return true;
  const told = new Set<number>();
  for (const sentence of notes.split(/(?<=[。；\n])/)) {
    if (!GIVEN_UP.test(sentence)) continue;
    for (const [, list, alone = ''] of sentence.matchAll(NAMED))
      for (const one of numbersIn(list ?? alone)) told.add(one);
  }
  for (let number = from; number <= to; number++) if (!told.has(number)) return false;
  return true;
}

function noteOf({ blocks, text }: ReportDocument, table: Table, step: number): string {
  const found: string[] = [];
  for (let at = table.index + step; Math.abs(at - table.index) <= BLOCKS; at += step) {
    const block = blocks[at];
    if (!block || block.kind === 'heading' || block.kind === 'table') break;
    const far = step > 0 ? block.range.start - table.range.end : table.range.start - block.range.end;
    if (far > NEAR) break;
    found.push(text.slice(block.range.start, Math.min(block.range.end, block.range.start + NEAR)));
  }
  return found.join('\n');
}

/** The last row, where it is a note. */
function noteInside(table: Table): string {
  const last = cellText(table.rows.at(-1)?.cells[0]);
  return /^[（(]?(?:注|说明|备注)/.test(last) ? last : '';
}

/** 3、4 → 3 and 4; 3至5 → 3, 4 and 5. */
function numbersIn(list: string): readonly number[] {
  const numbers = [...list.matchAll(/\d+/g)].map(Number);
  const [first = 0, last = 0] = numbers;
  if (numbers.length !== 2 || !/[至～~—－-]/.test(list) || last - first > 50) return numbers;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
