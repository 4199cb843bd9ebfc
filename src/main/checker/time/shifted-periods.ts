import { addTo } from '../../../shared/group-by';
import type { Block, Caption, ReportDocument, Table } from '../../../shared/model/document';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import type { Range } from '../../../shared/model/range';

/** A caption that names another quarter or month than its table, or than another table with the very same total. */
export interface ShiftedCaption {
  readonly range: Range;
  readonly own: string;
  readonly other: string;
  readonly elsewhere: Range;
  readonly isOtherTable: boolean;
}

const KINDS = [/第?([一二三四])季度/g, /(?<!\d)(\d{1,2})月(?!\d{1,2}[日号]|末)/g] as const;
const HEADS = [/^(?:(?:19|20)\d{2}年)?第?([一二三四])季度/, /^(?:(?:19|20)\d{2}年)?(\d{1,2})月/] as const;
const COMPARED = /[较比]|同比|环比|上[年月季期]|同期|累计/;

interface Captioned {
  readonly caption: Caption;
  readonly table: Table;
  readonly kind: 0 | 1;
  readonly period: string;
}

/** 表3 二季度… over columns of 三季度; 9月 over the total that 表1 has for 10月. */
export function shiftedCaptions(
  document: ReportDocument,
  quantities: readonly Quantity[],
): readonly ShiftedCaption[] {
  const captioned = document.blocks.flatMap((block, at): readonly Captioned[] =>
    block.kind === 'caption' ? captionedBy(block, document.blocks.slice(at + 1, at + 3)) : [],
  );
  return [...captioned.flatMap(againstHeaders), ...againstOthers(captioned, quantities)];
}

function captionedBy(caption: Caption, next: readonly Block[]): readonly Captioned[] {
  const table = next.find((block) => block.kind === 'table');
  if (table?.kind !== 'table' || (next[0] !== table && next[0]?.kind !== 'paragraph')) return [];
  return ([0, 1] as const).flatMap((kind): readonly Captioned[] => {
    const [only, ...others] = [...caption.prose.text.matchAll(KINDS[kind])];
    const period = only?.[1];
    const isRange = /[至—–~～-]\s*\d{1,2}月|\d{1,2}\s*[至—–~～-]\s*\d{1,2}月|累计/.test(caption.prose.text);
    return period === undefined || others.length > 0 || isRange ? [] : [{ caption, table, kind, period }];
  });
}

function againstHeaders({ caption, table, kind, period }: Captioned): readonly ShiftedCaption[] {
  const named = [table.header, ...table.rows.slice(0, table.headerRows)].flatMap(({ cells }) =>
    cells.flatMap(({ prose, range }) => {
      const text = prose.text.replace(/\s+/g, '');
      const own = COMPARED.test(text) ? undefined : HEADS[kind].exec(text)?.[1];
      return own === undefined ? [] : [{ own, range }];
    }),
  );
  const [first] = named;
  if (!first || named.some(({ own }) => own === period)) return [];
  const unit = kind === 0 ? '季度' : '月';
  return [
    {
      range: caption.range,
      own: `${period}${unit}`,
      other: `${first.own}${unit}`,
      elsewhere: first.range,
      isOtherTable: false,
    },
  ];
}

const DIGITS = 4;

/** Two tables of one total are of one period; the caption that the fewer share is told. */
function againstOthers(
  captioned: readonly Captioned[],
  quantities: readonly Quantity[],
): readonly ShiftedCaption[] {
  const totals = new Map(captioned.map(({ table }) => [table.index, new Set<string>()]));
  for (const { place, raw, value, unit, exempt } of quantities) {
    if (exempt === null && raw.replace(/\D/g, '').length >= DIGITS)
      totals.get(place.block)?.add(`${value} ${unit}`);
  }
  return captioned.flatMap((one, at): readonly ShiftedCaption[] => {
    const alike = captioned.filter(
      (other) =>
        other.table !== one.table &&
        other.kind === one.kind &&
        other.period !== one.period &&
        lastTotals(one.table, totals).some((total) => lastTotals(other.table, totals).includes(total)),
    );
    const [other] = alike;
    if (!other) return [];
    const share = ({ kind, period }: Captioned): number =>
      captioned.filter((each) => each.kind === kind && each.period === period).length;
    if (share(one) > share(other) || (share(one) === share(other) && captioned.indexOf(other) > at))
      return [];
    const unit = one.kind === 0 ? '季度' : '月';
    return [
      {
        range: one.caption.range,
        own: `${one.period}${unit}`,
        other: `${other.period}${unit}`,
        elsewhere: other.caption.range,
        isOtherTable: true,
      },
    ];
  });
}

/** The figures that stand in the last row, of those that are long enough to tell something. */
function lastTotals(table: Table, totals: ReadonlyMap<number, ReadonlySet<string>>): readonly string[] {
  const last = table.rows.at(-1);
  const isTotal = last?.cells.some(({ prose }) =>
    /^(?:合计|总计|共计)$/.test(prose.text.replace(/\s+/g, '')),
  );
  return isTotal ? [...(totals.get(table.index) ?? [])] : [];
}

/** A figure of the text in another year than the table that has the very same. */
export interface ShiftedFigure {
  readonly range: Range;
  readonly raw: string;
  readonly own: string;
  readonly other: string;
  readonly elsewhere: Range;
}

const YEAR = /(?<![较比与由从])(?:截至)?((?:19|20)\d{2})年(?:末|底|度|\d{1,2}月末)?[^。；\d]{0,30}$/;
/** 2022年、2023年和2024年分别发卡…: each figure is of its own year, as its fact says. */
const SEVERAL =
  /(?:19|20)\d{2}年?(?:末|底)?(?:、|和|与|及|至|到|—|-)(?:19|20)\d{2}年[^。；]{0,24}(?:分别|依次|各)[^。；]*$/;
const FIGURES = 4;

/** 截至2024年末存量170.15万户 over a table of 2025年末 with 170.15: one of the years is wrong. */
export function shiftedFigures(
  document: ReportDocument,
  quantities: readonly Quantity[],
  facts: readonly Fact[],
): readonly ShiftedFigure[] {
  const cells = new Map<string, { readonly year: string; readonly range: Range }[]>();
  const prose: { readonly quantity: Quantity; readonly year: string }[] = [];
  for (const { quantity: index, period } of facts) {
    const quantity = quantities[index];
    if (!quantity || quantity.approximator !== null || !isTelling(quantity)) continue;
    const { block, row, column } = quantity.place;
    if (row === undefined) {
      const before = document.text.slice(Math.max(0, quantity.range.start - 60), quantity.range.start);
      const year = SEVERAL.test(before) ? yearOf(period) : YEAR.exec(before.slice(-40))?.[1];
      if (year !== undefined && year !== '') prose.push({ quantity, year });
    } else if (isPlainColumn(document.blocks[block], column)) {
      const key = `${quantity.value} ${quantity.unit}`;
      addTo(cells, key, { year: yearOf(period), range: quantity.range });
    }
  }
  const years = new Map<string, Set<string>>();
  for (const { quantity, year } of prose)
    years.set(quantity.value, (years.get(quantity.value) ?? new Set()).add(year));
  return prose.flatMap(({ quantity, year }): readonly ShiftedFigure[] => {
    const same = cells.get(`${quantity.value} ${quantity.unit}`) ?? [];
    const [first] = same;
    if (!first || same.some((one) => one.year === '' || one.year === year)) return [];
    if ((years.get(quantity.value)?.size ?? 0) > 1) return [];
    return [
      { range: quantity.range, raw: quantity.raw, own: year, other: first.year, elsewhere: first.range },
    ];
  });
}

const yearOf = (period: string): string => period.match(/(?:19|20)\d{2}/g)?.at(-1) ?? '';

const isPlainColumn = (block: Block | undefined, column: number | undefined): boolean =>
  block?.kind === 'table' &&
  !/上[年月季期]|同期|去年|[年期]初/.test(block.header.cells[column ?? -1]?.prose.text ?? '');

function isTelling({ raw }: Quantity): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FIGURES && digits.replace(/0+$/, '').length > FIGURES - 1;
}
