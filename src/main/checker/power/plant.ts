import { allMatches } from '../../../shared/matches';
import type { Analysis } from '../../../shared/model/analysis';
import type { Row, Table } from '../../../shared/model/document';
import type { Edit } from '../../../shared/model/finding';
import type { ErrorKind } from '../../../shared/model/power';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { findReferences } from '../text/references/references';
import { countedQuantities, writtenLike } from '../ties/counts/counted';

/** One error to plant: where, and what to put there. */
export interface Plant {
  readonly kind: ErrorKind;
  readonly range: Range;
  readonly after: string;
}

/** Numbers from 0 up that depend on nothing but the seed: the same text is damaged in the same way every time. */
export const mixed = (seed: number): number => {
  let x = (seed + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** Every place of a report where an error of some kind can be planted, by kind, in the order of the text. */
export function plantsOf(analysis: Analysis): readonly Plant[] {
  return [
    ...digits(analysis),
    ...rows(analysis),
    ...counts(analysis),
    ...totals(analysis),
    ...references(analysis),
    ...units(analysis),
  ];
}

function digits({ quantities }: Analysis): Plant[] {
  return quantities.flatMap((quantity): Plant[] => {
    if (quantity.exempt !== null) return [];
    const after = wrongDigit(quantity.raw, quantity.range.start);
    return after === null ? [] : [{ kind: 'digit', range: quantity.range, after }];
  });
}

/** One digit otherwise, or two neighbours swapped; the first digit of a number never becomes 0. */
function wrongDigit(raw: string, seed: number): string | null {
  const places = allMatches(raw, /\d/g).map(({ index }) => index);
  if (places.length === 0) return null;
  const nth = mixed(seed) % places.length;
  const [at = 0, next] = [places[nth], places[nth + 1]];
  const [digit, other] = [raw.charAt(at), raw.charAt(next ?? -1)];
  const swaps =
    mixed(seed + 1) % 2 === 0 && next !== undefined && digit !== other && !(nth === 0 && other === '0');
  if (swaps) return raw.slice(0, at) + other + raw.slice(at + 1, next) + digit + raw.slice((next ?? 0) + 1);
  const put = String((Number(digit) + 1 + (mixed(seed + 2) % 8)) % 10);
  const fitting = nth === 0 && put === '0' ? (digit === '1' ? '2' : '1') : put;
  return raw.slice(0, at) + fitting + raw.slice(at + 1);
}

/** A row lost, a row twice, a row torn. */
function rows({ document }: Analysis): Plant[] {
  return tablesOf(document).flatMap((table) =>
    entriesOf(table).flatMap(({ row }, at): Plant[] => {
      const line = document.text.slice(row.range.start, row.range.end);
      const way = mixed(row.range.start) % 3;
      if (way === 0 && table.rows.length > 1) {
        const end = Math.min(document.text.length, row.range.end + 1);
        return [{ kind: 'row', range: { start: row.range.start, end }, after: '' }];
      }
      if (way === 1) return [{ kind: 'row', range: row.range, after: `${line}\n${line}` }];
      const torn = tornLine(document.text, table, row, at);
      return torn === null ? [] : [{ kind: 'row', range: row.range, after: torn }];
    }),
  );
}

/** A wrapped cell as it is pasted: its middle goes to the cell before it. */
function tornLine(text: string, table: Table, row: Row, seed: number): string | null {
  const column = row.cells.findIndex((cell, at) => at > 0 && !cell.covered && compactText(cell).length >= 6);
  const cell = row.cells[column];
  const before = row.cells[column - 1];
  if (!cell || !before || before.covered || table.header.cells.length < 2) return null;
  const content = text.slice(cell.range.start, cell.range.end);
  const cut = 2 + (mixed(seed) % Math.max(1, content.length - 4));
  const head = text.slice(row.range.start, before.range.end);
  const between = text.slice(before.range.end, cell.range.start);
  return `${head}${content.slice(0, cut)}${between}${content.slice(cut)}${text.slice(cell.range.end, row.range.end)}`;
}

function counts({ document, quantities }: Analysis): Plant[] {
  return countedQuantities(document, quantities).flatMap(({ quantity, value, digits: own }): Plant[] => {
    const known = quantities[quantity];
    if (!known) return [];
    const wrong = value > 2 && mixed(known.range.start) % 2 === 0 ? value - 1 : value + 1;
    return [{ kind: 'count', range: known.range, after: known.raw.replace(own, writtenLike(wrong, own)) }];
  });
}

const TOTAL = /^(?:.{0,6}(?:合计|总计|小计|共计|总额)|全[国省市县区年州]|总[量数])/;

/** Figures of rows and columns that say that they are totals. */
function totals({ document, quantities }: Analysis): Plant[] {
  const total = new Map<number, { rows: Set<number>; columns: Set<number> }>();
  for (const table of tablesOf(document)) {
    const rowsOf = table.rows.flatMap((row, at) =>
      row.cells.slice(0, 2).some((cell) => TOTAL.test(compactText(cell))) ? [at] : [],
    );
    const columnsOf = table.header.cells.flatMap((cell, at) => (TOTAL.test(compactText(cell)) ? [at] : []));
    total.set(table.index, { rows: new Set(rowsOf), columns: new Set(columnsOf) });
  }
  return quantities.flatMap(({ exempt, place, raw, range }): Plant[] => {
    const lines = total.get(place.block);
    if (exempt !== null || !lines || place.row === undefined || place.row < 0) return [];
    if (!lines.rows.has(place.row) && !lines.columns.has(place.column ?? -1)) return [];
    const after = wrongDigit(raw, range.start + 7);
    return after === null ? [] : [{ kind: 'total', range, after }];
  });
}

function references({ document }: Analysis): Plant[] {
  return document.blocks.flatMap((block): Plant[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { prose } = block;
    return findReferences(prose.text).flatMap(({ start, end, number, certain }): Plant[] => {
      const written = prose.text.slice(start, end);
      if (!certain || !/^\d{1,2}$/.test(number) || !/\d/.test(written)) return [];
      const wrong = String(Number(number) + 3 + (mixed(start) % 4));
      return [
        { kind: 'reference', range: sourceRange(prose, start, end), after: written.replace(/\d+/, wrong) },
      ];
    });
  });
}

const OTHER_UNIT: readonly (readonly [RegExp, string])[] = [
  [/万(?=[元笔户家人次件个份张]|人次)/, '亿'],
  [/亿(?=[元笔户家人次件个份张]|人次)/, '万'],
  [/个百分点/, '%'],
];
const HEADER_UNIT = /(?:单位[：:]\s*|[（(])([万亿]?)(元|笔|户)/g;

/** 万元 for 亿元, in a figure or in the unit of a header. */
function units({ document, quantities }: Analysis): Plant[] {
  const own = quantities.flatMap(({ exempt, raw, range }): Plant[] => {
    const [pattern, put] = OTHER_UNIT.find(([one]) => one.test(raw)) ?? [];
    if (exempt !== null || !pattern || put === undefined) return [];
    return [{ kind: 'unit', range, after: raw.replace(pattern, put) }];
  });
  const headers = tablesOf(document).flatMap(({ header }) =>
    header.cells.flatMap((cell) => {
      const content = document.text.slice(cell.range.start, cell.range.end);
      return allMatches(content, HEADER_UNIT).map((match): Plant => {
        const [scale = '', unit = ''] = [match[1], match[2]];
        const start = cell.range.start + match.index + match[0].length - scale.length - unit.length;
        return {
          kind: 'unit',
          range: { start, end: start + scale.length + unit.length },
          after: `${scale === '万' ? '亿' : '万'}${unit}`,
        };
      });
    }),
  );
  return [...own, ...headers].sort((a, b) => a.range.start - b.range.start);
}

export const editOf = ({ range, after }: Plant): Edit => ({ range, text: after });
