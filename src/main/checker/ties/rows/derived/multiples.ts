import { type TieDraft, termOf } from '../../build';
import type { TieInput } from '../../input';
import type { Claim, Paragraph } from '../../prose/claims';
import { periodNamed, residueOf } from '../../tables/periods';
import type { RowIndex, RowMention } from '../row-index';
import { isSamePeriod } from './basis';
import { columnAt, gridOf } from './grid';
import type { Cell } from './stated-cells';
import type { Subject } from './subject';
import type { RowReading } from './verdict';

/** 为第一季度的1.45倍, 是企业商户的1.91倍: of whom. */
const OF =
  /(?:为|是|达到?|相当于|约为|约是)(?<name>[^，。；、\d]{0,4}?(?:\d{1,2}|(?:19|20)\d{2})?[^，。；、\d]{1,16})的(?:约)?$/;

/** So many times the figure that another row of the same column states. */
export function multipleReadings(
  input: TieInput,
  index: RowIndex,
  { text }: Paragraph,
  mentions: readonly RowMention[],
  claim: Claim,
  { cells }: Subject,
): readonly RowReading[] {
  const head = text.slice(Math.max(0, claim.spot.from - 28), claim.spot.from);
  const [found] = OF.exec(head) ?? [];
  const name = OF.exec(head)?.groups?.['name'];
  if (found === undefined || name === undefined) return [];
  const end = claim.spot.from - (found.endsWith('约') ? 2 : 1);
  const mention = mentions.find(({ to }) => to === end);
  return cells.flatMap((cell): readonly RowReading[] =>
    rowsNamed(input, cell, name, mention, (table) => totalRows(index, table)).flatMap(
      (row): readonly RowReading[] => {
        if (row === cell.row) return [];
        const base = index
          .figuresOf({ table: cell.table, row, label: '' })
          .find(({ column }) => column === cell.column);
        return base && base.quantity.unit === input.quantities[cell.index]?.unit
          ? [{ draft: draftOf(input, claim, cell.index, base.index), isNamed: true }]
          : [];
      },
    ),
  );
}

/** 是全部报告份均金额的. */
const ALL = /^(?:全部|全[行市省国司]|总体|整体|平均)/;

function totalRows(index: RowIndex, table: Cell['table']): readonly number[] {
  const total = index.totalOf({ table, row: -1, label: '' });
  return total ? [total.row] : [];
}

/** Rows of the table that states the figure, by their name or their period. */
export function rowsNamed(
  input: TieInput,
  { table, column }: Cell,
  name: string,
  mention: RowMention | undefined,
  totals: (table: Cell['table']) => readonly number[] = () => [],
): readonly number[] {
  const named = (mention?.rows ?? []).filter((row) => row.table === table).map(({ row }) => row);
  if (named.length > 0) return named;
  if (ALL.test(name)) return totals(table);
  const period = periodNamed(name);
  const grid = gridOf(table, input);
  if (!grid || !columnAt(grid, column) || residueOf(name) !== '' || period.months === null) return [];
  return grid.lines
    .filter(({ text }) => residueOf(text) === '' && isSamePeriod(periodNamed(text), period))
    .map(({ at }) => at);
}

const draftOf = ({ quantities }: TieInput, claim: Claim, current: number, base: number): TieDraft => ({
  kind: 'share',
  form: 'multiple',
  stated: termOf(quantities, claim.fact.quantity),
  operands: [
    { role: 'current', term: termOf(quantities, current) },
    { role: 'base', term: termOf(quantities, base) },
  ],
});
