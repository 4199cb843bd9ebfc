import { allMatches } from '../../../shared/matches';
import type { Caption, ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';

/** A caption whose months are fewer than those that its table tells. */
export interface NarrowCaption {
  readonly range: Range;
  readonly own: string;
  readonly other: string;
  readonly elsewhere: Range;
}

/** Months of one year, both counted in. */
type Months = readonly [from: number, to: number];

const SPANS: readonly (readonly [RegExp, (match: RegExpExecArray) => Months])[] = [
  [/上半年/, () => [1, 6]],
  [/下半年/, () => [7, 12]],
  [/前三个?季度/, () => [1, 9]],
  [/(?<!\d)(\d{1,2})月?(?:份)?[至—–~～-](\d{1,2})月/, ([, from, to]): Months => [Number(from), Number(to)]],
];
const COMPARED = /[较比]|同比|环比|上[年月季期]|同期|对比|变化|增减|趋势|历[年季月]|近/;
const QUARTER = /^(?:(?:19|20)\d{2}年)?第?([一二三四])季度$/;
const MONTH = /^(?:(?:19|20)\d{2}年)?(\d{1,2})月份?$/;
const LEAST = 2;

/** 表6 2025年上半年… over rows of 一季度, 二季度 and 三季度. */
export function narrowCaptions({ blocks }: ReportDocument): readonly NarrowCaption[] {
  return blocks.flatMap((block, at): readonly NarrowCaption[] => {
    if (block.kind !== 'caption') return [];
    const own = spanOf(block);
    const next = own ? blocks.slice(at + 1, at + 3) : [];
    const table = next.find(({ kind }) => kind === 'table');
    const isNext = next[0] === table || next[0]?.kind === 'paragraph';
    return own && table?.kind === 'table' && isNext ? beyond(block, own, table) : [];
  });
}

interface Told {
  readonly shown: string;
  readonly months: Months;
}

/** The one stretch of months that a caption names. */
function spanOf({ prose: { text } }: Caption): Told | null {
  if (COMPARED.test(text) || new Set(allMatches(text, YEARS).map(([year]) => year)).size > 1) return null;
  const found = SPANS.flatMap(([pattern, monthsOf]): Told[] => {
    const match = pattern.exec(text);
    return match ? [{ shown: match[0], months: monthsOf(match) }] : [];
  });
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}

const YEARS = /(?:19|20)\d{2}(?=年)/g;

function beyond(caption: Caption, { shown, months }: Told, table: Table): readonly NarrowCaption[] {
  const axes = [
    table.header.cells,
    entriesOf(table).flatMap(({ row }) => row.cells[0] ?? []),
    entriesOf(table).flatMap(({ row }) => row.cells[1] ?? []),
  ];
  for (const cells of axes) {
    const named = cells.flatMap((cell) => {
      const own = monthsOf(compactText(cell));
      return own ? [{ own, cell }] : [];
    });
    const outside = named.filter(({ own: [from, to] }) => from < months[0] || to > months[1]);
    const [first] = outside;
    // All outside: another table, or another year; told by `shiftedCaptions` where it can be.
    if (!first || named.length < LEAST + 1 || outside.length === named.length) continue;
    const other = compactText(first.cell);
    return [{ range: caption.range, own: shown, other, elsewhere: first.cell.range }];
  }
  return [];
}

function monthsOf(text: string): Months | null {
  const quarter = QUARTER.exec(text)?.[1];
  if (quarter !== undefined) {
    const from = '一二三四'.indexOf(quarter) * 3 + 1;
    return [from, from + 2];
  }
  const month = Number(MONTH.exec(text)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? [month, month] : null;
}
