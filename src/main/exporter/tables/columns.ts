import type { Analysis } from '../../../shared/model/analysis';
import type { QuantityState } from '../../../shared/model/quantity';
import type { AlignedFigure } from '../../../shared/model/reference';
import type { TieKind, TieStatus } from '../../../shared/model/tie';
import { figureRows } from '../../../shared/tables/figure-rows';
import { quoteRows } from '../../../shared/tables/quote-rows';
import { lineColumn } from '../../document/lines';

/** A cell as it is written: an exact decimal string as a number, else text. */
export type TableCell = { readonly number: string } | { readonly text: string };

export interface SheetTable {
  readonly name: string;
  readonly header: readonly string[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
}

const STATES: Readonly<Record<QuantityState, string>> = {
  tied: '勾稽相符',
  conflicting: '矛盾',
  waived: '已豁免',
  single: '孤立',
  unclear: '不明',
  exempt: '免检',
};
const STATUSES: Readonly<Record<TieStatus, string>> = {
  pass: '相符',
  rounding: '四舍五入差',
  fail: '不符',
  unclear: '不明',
};
const KINDS: Readonly<Record<TieKind, string>> = {
  sum: '合计',
  share: '占比',
  growth: '增减',
  count: '计数',
  same: '同一数据',
  part: '其中',
  prior: '上期',
  ledger: '台账',
};

const text = (value: string | undefined): TableCell => ({ text: value ?? '' });
const number = (value: string | number | undefined): TableCell =>
  value === undefined || value === '' ? { text: '' } : { number: String(value) };

/** Figures beside the previous report and the ledger, one row per figure of the report. */
export function figureSheet(analysis: Analysis): SheetTable {
  const { document, references } = analysis;
  const source = (one: AlignedFigure | null) =>
    one ? text(`${references[one.reference]?.name ?? ''} ${one.place}`.trim()) : text('');
  const columns: readonly (readonly [string, number])[] = [
    ['行', 6],
    ['章节', 24],
    ['原文', 16],
    ['值', 18],
    ['单位', 8],
    ['指标', 24],
    ['范围', 28],
    ['期间', 16],
    ['状态', 10],
    ['上期期间', 14],
    ['上期原文', 16],
    ['上期值', 18],
    ['比上期增减', 18],
    ['增减%', 10],
    ['上期出处', 24],
    ['台账原文', 16],
    ['台账值', 18],
    ['与台账相差', 18],
    ['台账出处', 24],
    ['勾稽', 24],
  ];
  const rows = figureRows(analysis).map(({ quantity, fact, state, previous, ledger, ties }) => [
    number(lineColumn(document.lineStarts, quantity.range.start).line),
    text(sectionTitle(analysis, quantity.place.block)),
    text(quantity.raw),
    quantity.exempt === null ? number(quantity.value) : text(''),
    text(quantity.unit),
    text(fact?.concept),
    text(fact?.scope),
    text(fact?.period),
    text(STATES[state]),
    text(previous?.period),
    text(previous?.raw),
    number(previous?.value),
    number(previous?.difference),
    number(previous?.rate),
    source(previous),
    text(ledger?.raw),
    number(ledger?.value),
    number(ledger?.difference),
    source(ledger),
    text(ties.map((at) => tieWord(analysis, at)).join('；')),
  ]);
  return sheet('数字', columns, rows);
}

/** Every tie with both sides. */
export function tieSheet(analysis: Analysis): SheetTable {
  const { document, ties, references } = analysis;
  const columns: readonly (readonly [string, number])[] = [
    ['类型', 10],
    ['状态', 10],
    ['算式', 48],
    ['应为', 18],
    ['报告所写', 18],
    ['原因', 32],
    ['位置（行）', 20],
    ['外部出处', 32],
  ];
  const rows = ties.map(({ kind, status, expression, expected, actual, reason, terms, outside = [] }) => {
    const lines = terms.map(({ range }) => lineColumn(document.lineStarts, range.start).line);
    const places = outside.map(
      ({ reference, place, raw }) => `${references[reference]?.name ?? ''} ${place} ${raw}`,
    );
    return [
      text(KINDS[kind]),
      text(STATUSES[status]),
      text(expression),
      text(expected),
      text(actual),
      text(reason),
      text([...new Set(lines)].join('、')),
      text(places.join('；')),
    ];
  });
  return sheet('勾稽关系', columns, rows);
}

/** Figures of tables beside the sentences that state them too. */
export function quoteSheet(analysis: Analysis): SheetTable {
  const { document, quantities } = analysis;
  const columns: readonly (readonly [string, number])[] = [
    ['表格所在章节', 28],
    ['单元格', 14],
    ['表中', 16],
    ['文中', 16],
    ['文中所在句', 60],
    ['行', 6],
    ['状态', 10],
  ];
  const rows = quoteRows(analysis).map(({ table, cell, prose, status }) => {
    const place = cell.quantity === null ? undefined : quantities[cell.quantity]?.place;
    const row = place?.row === undefined ? '' : place.row < 0 ? '表头' : `第${place.row + 1}行`;
    return [
      text(sectionTitle(analysis, table)),
      text(place ? `${row}第${(place.column ?? 0) + 1}列` : '各行'),
      text(cell.raw.slice(0, 80)),
      text(prose.raw),
      text(sentenceAt(document.text, prose.range.start)),
      number(lineColumn(document.lineStarts, prose.range.start).line),
      text(STATUSES[status]),
    ];
  });
  return sheet('附表对照', columns, rows);
}

const sheet = (
  name: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly TableCell[])[],
): SheetTable => ({
  name,
  header: columns.map(([title]) => title),
  widths: columns.map(([, width]) => width),
  rows,
});

function sectionTitle({ document }: Analysis, block: number): string {
  const heading = document.blocks[document.blocks[block]?.section ?? -1];
  return heading?.kind === 'heading' ? heading.prose.text : '';
}

function tieWord({ ties }: Analysis, at: number): string {
  const tie = ties[at];
  return tie ? `${KINDS[tie.kind]}${STATUSES[tie.status]}` : '';
}

const SENTENCE = 120;

/** The sentence around a place, cut where it is very long. */
function sentenceAt(whole: string, at: number): string {
  const start = Math.max(whole.lastIndexOf('。', at - 1), whole.lastIndexOf('\n', at - 1), at - SENTENCE) + 1;
  const stop = whole.slice(at).search(/[。\n]/);
  return whole.slice(start, stop < 0 ? at + SENTENCE : Math.min(at + stop + 1, at + SENTENCE));
}
