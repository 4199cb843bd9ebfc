import { add, decimal, zero } from '../../../../../shared/decimal';
import type { Table } from '../../../../../shared/model/document';
import { type TextTerm, type TieDraft, termOf } from '../../build';
import type { TieInput } from '../../input';
import { areCounted, type Claim, type Paragraph } from '../../prose/claims';
import { WHOLE } from '../../prose/derived/reading';
import type { RowCell, RowIndex, RowMention } from '../row-index';
import type { RowReading } from './verdict';

/** 5个系统平均恢复时间为, behind the 5. */
const MEAN =
  /^[个家项台]?(?:重要|主要|重点)?(?:[\p{Script=Han}]{1,8}?平均|的?[日月季周]均)(?<measure>[\p{Script=Han}]{2,10}?)(?:为|达到?|是)?$/u;
/** Whose mean may be weighted. */
const WEIGHTED = /得分|评分|单价|均价|费率|笔均|户均|人均|率$/;
const FEWEST = 3;
/** Rows of a header and of totals. */
const MOST_OTHERS = 3;
const SUMMED = /^(?:合计|总计|小计|平均|均值|合\s*计)$/;

/** 5个系统平均恢复时间为103.2分钟: the mean of a column of a table that has so many rows. */
export function meanReadings(
  input: TieInput,
  index: RowIndex,
  { text, claims }: Paragraph,
  at: number,
): readonly RowReading[] {
  const [count, claim] = [claims[at - 1], claims[at]];
  if (!count || !claim || !areCounted([count]) || Number(count.quantity.value) < FEWEST) return [];
  const measure = MEAN.exec(text.slice(count.spot.to, claim.spot.from))?.groups?.['measure'];
  if (measure === undefined) return [];
  return input.document.blocks.flatMap((table): readonly RowReading[] =>
    table.kind === 'table'
      ? columnsOf(index, table, Number(count.quantity.value), claim).map((cells) => ({
          isNamed: isCalled(cells[0]?.header ?? '', measure),
          isSure: claim.quantity.unit !== '%' && !WEIGHTED.test(measure),
          draft: draftOf(input, claim, count, cells),
        }))
      : [],
  );
}

/** The full columns in the claim's unit of a table that names just so many rows. */
function columnsOf(
  index: RowIndex,
  table: Table,
  count: number,
  { quantity }: Claim,
): readonly (readonly RowCell[])[] {
  if (table.rows.length < count || table.rows.length > count + MOST_OTHERS) return [];
  const total = index.totalOf({ table, row: -1, label: '' })?.row;
  const rows = table.rows.flatMap(({ cells }, row) =>
    row < table.headerRows || row === total || cells.some(({ prose }) => SUMMED.test(prose.text))
      ? []
      : [{ table, row, label: '' }],
  );
  if (rows.length !== count) return [];
  const cells = rows
    .flatMap((row) => index.figuresOf(row))
    .filter((cell) => cell.quantity.unit === quantity.unit);
  return [...new Set(cells.map(({ column }) => column))]
    .map((column) => cells.filter((cell) => cell.column === column))
    .filter((own) => own.length === count);
}

const isCalled = (header: string, measure: string): boolean =>
  header.includes(measure) || (header.length > 1 && measure.includes(header));

function draftOf({ quantities }: TieInput, claim: Claim, count: Claim, cells: readonly RowCell[]): TieDraft {
  const sum = cells.reduce((total, { quantity }) => add(total, decimal(quantity.value)), zero);
  const first = termOf(quantities, cells[0]?.index ?? 0, sum);
  const shown = `(${cells.map(({ quantity }) => quantity.raw).join(' + ')})`;
  return {
    kind: 'share',
    form: 'multiple',
    stated: termOf(quantities, claim.fact.quantity),
    operands: [
      { role: 'current', term: { ...first, shown } },
      { role: 'base', term: whole(termOf(quantities, count.fact.quantity)) },
    ],
  };
}

const whole = (term: TextTerm): TextTerm => ({ ...term, figure: { ...term.figure, precision: WHOLE } });

const EACH = /(?:^|[，,；。、（(])(?<per>[人户笔件家台])均(?<measure>[\p{Script=Han}]{2,8}?)(?:为|达)?$/u;
const COUNTED_BY: Readonly<Record<string, RegExp>> = { 人: /^[人名位]$/, 件: /^[件起]$/ };

/** 在册员工412人，…，人均净利润9.22万元: the row 净利润 by the people that the sentence counts. */
export function perHeadReadings(
  input: TieInput,
  index: RowIndex,
  { text, claims }: Paragraph,
  at: number,
  mentions: readonly RowMention[],
): readonly RowReading[] {
  const claim = claims[at];
  const { per, measure } =
    (claim && EACH.exec(text.slice(Math.max(0, claim.spot.from - 16), claim.spot.from))?.groups) ?? {};
  if (!claim || per === undefined || measure === undefined) return [];
  const counts = claims
    .slice(0, at)
    .filter(
      ({ quantity, spot }) =>
        spot.sentence === claim.spot.sentence &&
        (COUNTED_BY[per]?.test(quantity.unit) ?? quantity.unit === per),
    );
  const mention = mentions.find(
    ({ from, to }) =>
      text.slice(from, to) === measure &&
      to <= claim.spot.from &&
      from >= claim.spot.from - measure.length - 3,
  );
  const [count, ...others] = counts;
  if (!count || others.length > 0 || !mention) return [];
  return mention.rows.flatMap((row) =>
    index
      .figuresOf(row)
      .filter(
        ({ quantity, period, header }) =>
          quantity.unit === claim.quantity.unit && index.isOfOwnYear(period) && !/增|变动|较|比/.test(header),
      )
      .map((cell) => ({ isNamed: true, draft: spread(input, claim, count, cell) })),
  );
}

const spread = ({ quantities }: TieInput, claim: Claim, count: Claim, cell: RowCell): TieDraft => ({
  kind: 'share',
  form: 'multiple',
  stated: termOf(quantities, claim.fact.quantity),
  operands: [
    { role: 'current', term: termOf(quantities, cell.index) },
    { role: 'base', term: whole(termOf(quantities, count.fact.quantity)) },
  ],
});
