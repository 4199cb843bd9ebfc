import type { Block, ReportDocument, Row, Table } from '../../shared/model/document';
import type { Fact, Quantity } from '../../shared/model/quantity';
import { withoutPeriods } from './period-flow';
import { periodsOf } from './periods';
import type { ReportPeriod } from './report-period';
import type { Section } from './sections';
import { type ColumnContext, tableContext } from './table-columns';
import { labelColumn, rowLabels } from './table-rows';
import { statedUnit } from './units';

/** What each claim of a table means: its header path and its row's label. */
export function tableFacts(
  document: ReportDocument,
  table: Table,
  quantities: readonly Quantity[],
  indices: readonly number[],
  { section, report }: { readonly section: Section; readonly report: ReportPeriod },
): readonly Fact[] {
  const { columns } = tableContext(document, table);
  const headers = columns.map(({ path }) => meaningOf(path, report));
  const rows = rowMeanings(table, columns, report);
  const labelled = labelColumn(table);
  const caption = captionOf(document, table);
  const fallback = periodsOf(caption)[0]?.value || section.period;
  return indices.map((index): Fact => {
    const { row = -1, column = -1 } = quantities[index]?.place ?? {};
    const header = headers[column] ?? NOTHING;
    const own = rows[row];
    const label = column === labelled ? '' : (own?.label ?? '');
    const period = header.period || own?.period || fallback;
    // Under a header that is only a period, the row says what is measured.
    const isMeasured =
      header.concept !== '' &&
      !/^(?:本期数?|上期数?|本年数?|上年数?|金额|数值|数量|合计)$/.test(header.concept);
    const [concept, scope] =
      header.concept === '' || (!isMeasured && own?.isMeasure)
        ? [label, section.scope]
        : [header.concept, label || section.scope];
    return { quantity: index, concept, scope, period, comparison: null };
  });
}

interface HeaderMeaning {
  readonly concept: string;
  readonly period: string;
}

const NOTHING: HeaderMeaning = { concept: '', period: '' };
const PERIOD_ONLY =
  /^(?=.*[年月季QqHh])(?:截至|截止)?(?:(?:19|20)\d{2}年?(?:度|末|底)?)?(?:\d{1,2}月(?:\d{1,2}日)?(?:份|末|底)?|第?[一二三四1-4]季度|[上下]半年|[QqHh][1-4]|1[-—–]\d{1,2}月)?(?:数|金额|余额)?$/;
/** What points to a period that the report's own tells. */
const RELATIVE: readonly (readonly [RegExp, (report: ReportPeriod) => string])[] = [
  [/^(?:期末|年末|本期末|本年末)(?:数|余额|金额)?$/, ({ end }) => end],
  [/^(?:本期|本年|本年度|当期)(?:数|发生额|金额|累计)?$/, ({ value }) => value],
];

/** `['2024年', '金额']` → the concept 金额 in 2024. */
function meaningOf(path: readonly string[], report: ReportPeriod): HeaderMeaning {
  const texts = path.map((text) => text.replace(/[（(][^）)]*[）)]/g, ''));
  const told = path.flatMap((text) => periodsOf(text)).at(-1)?.value ?? '';
  const relative = texts.flatMap((text) => RELATIVE.find(([words]) => words.test(text))?.[1](report) ?? []);
  const concept = texts
    .filter((text) => !PERIOD_ONLY.test(text))
    .map(withoutOwnPeriod)
    .join(' ');
  return { concept, period: told || (relative.at(-1) ?? '') };
}

/** 2024年末商户数 → 商户数: the period says the rest. */
function withoutOwnPeriod(text: string): string {
  const rest = withoutPeriods(text).replace(/^[的，、]/, '');
  return rest.length >= 2 ? rest : text;
}

interface RowMeaning {
  /** The groups above and the row's own name: `合计 线上`. */
  readonly label: string;
  readonly period: string;
  /** The label names a measure: 交易笔数, 营业收入. */
  readonly isMeasure: boolean;
}

const OF_WHICH = /^(?:其中|其|#)[:：、]?/;
const MEASURE =
  /(?:笔数|金额|户数|人数|家数|数量|收入|支出|利润|成本|余额|资产|负债|总额|比率|比例|占比|率|费用|产量|增加值|总值|资金|面积|存款|贷款|人口|投资)(?:[（(].*)?$/;

function rowMeanings(
  table: Table,
  columns: readonly ColumnContext[],
  report: ReportPeriod,
): readonly RowMeaning[] {
  const labels = rowLabels(table);
  const nameColumns = namesOf(table, columns);
  const date = dateColumn(columns);
  let whole = '';
  let group = '';
  return table.rows.map((row, index) => {
    const raw = [labels[index] ?? '', ...nameColumns.map((column) => textOf(row, column))]
      .filter((text, at, all) => text !== '' && !/^[—\-–/]+$/.test(text) && all.indexOf(text) === at)
      .join(' ');
    const told = periodsOf(`${date < 0 ? '' : textOf(row, date)} ${raw}`)[0]?.value ?? compactDate(raw);
    const period = told || (date >= 0 ? monthOf(textOf(row, date), report) : monthOf(raw, report));
    const bare = period !== '' && compactDate(raw) !== '' ? '' : raw;
    if (isGroupRow(row)) group = withoutUnit(bare.replace(/[:：]$/, ''));
    const isPart = OF_WHICH.test(bare) || /^其中/.test(labels[index] ?? '');
    const name = withoutUnit(
      bare
        .replace(OF_WHICH, '')
        .replace(/[:：]$/, '')
        .trim(),
    );
    if (!isPart) whole = name;
    const parents = isPart
      ? whole
      : isGroupRow(row) || /^(?:合计|总计|小计)|(?:总计|合计)$/.test(bare)
        ? ''
        : group;
    return {
      label: [parents, name].filter((text) => text !== '').join(' '),
      period,
      isMeasure: MEASURE.test(name),
    };
  });
}

/** 营业收入（万元） → 营业收入. */
const withoutUnit = (label: string): string =>
  label.replace(/[（(]([^（()）]{1,10})[）)]$/, (all, unit: string) => (statedUnit(unit) ? '' : all));

const textOf = (row: Row, column: number): string =>
  (row.cells[column]?.prose.text ?? '').replace(/\s+/g, '');

/** A row that names those below it: only its first cells say anything. */
const isGroupRow = (row: Row): boolean => {
  const texts = row.cells.map((cell) => cell.prose.text.trim());
  return texts.filter((text) => text !== '').length === 1 && !/\d/.test(texts.join(''));
};

/** Further columns of names behind the label: 类别 | 场景 | 笔数. */
function namesOf(table: Table, columns: readonly ColumnContext[]): readonly number[] {
  const names: number[] = [];
  for (let column = labelColumn(table) + 1; column < columns.length; column++) {
    const context = columns[column];
    if (context?.kind !== 'plain' || context.measured || context.unit) break;
    const texts = table.rows.slice(table.headerRows).map((row) => textOf(row, column));
    const short = texts.filter((text) => text.length <= 16 && !/\d/.test(text)).length;
    if (short < texts.length || !texts.some((text) => /\p{L}/u.test(text))) break;
    names.push(column);
  }
  return names;
}

const DATED = /^(?:年份?|年度|月份?|季度|日期|时间|期间|报告期|活动时间|统计时间|年月)$/;

const dateColumn = (columns: readonly ColumnContext[]): number =>
  columns.findIndex(({ path }) => DATED.test(path.at(-1) ?? ''));

/** `20220105-20220107`, `202206`: the period of its row. */
function compactDate(text: string): string {
  const match =
    /^((?:19|20)\d{2})(0[1-9]|1[0-2])(?:(0[1-9]|[12]\d|3[01]))?(?:[-–—~至](\d{4})(\d{2})(\d{2}))?(?!\d)/.exec(
      text,
    );
  if (!match) return '';
  const [, year, month, day, toYear, toMonth, toDay] = match;
  const from = day ? `${year}-${month}-${day}` : `${year}-${month}`;
  return toYear ? `${from}..${toYear}-${toMonth}-${toDay}` : from;
}

/** `3月` and `一季度` of the report's year, `2024` of a column of years. */
function monthOf(text: string, { year }: ReportPeriod): string {
  if (/^(?:19|20)\d{2}$/.test(text)) return text;
  if (year === null || !/^(?:第?[一二三四]季度|\d{1,2}月份?|[上下]半年|全年)$/.test(text)) return '';
  return periodsOf(`${year}年${text}`)[0]?.value ?? '';
}

/** The caption or short line above a table, and the table's own title row. */
function captionOf(document: ReportDocument, table: Table): string {
  const above = [document.blocks[table.index - 1], document.blocks[table.index - 2]];
  const near = above.findIndex((block) => block?.kind === 'table' || block?.kind === 'heading');
  return above
    .slice(0, near < 0 ? above.length : near)
    .map(shortText)
    .join(' ');
}

const shortText = (block: Block | undefined): string =>
  block && 'prose' in block && block.prose.text.length <= 60 && !block.prose.text.includes('。')
    ? block.prose.text
    : '';
