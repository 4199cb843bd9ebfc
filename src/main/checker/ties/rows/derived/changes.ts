import { absolute, negate } from '../../../../../shared/decimal';
import { type TextTerm, type TieDraft, termOf } from '../../build';
import type { TieInput } from '../../input';
import { areCounted, type Claim } from '../../prose/claims';
import type { Cue } from '../../prose/derived/cues';
import type { LatticeName } from '../../tables/lattice';
import { periodNamed, residueOf } from '../../tables/periods';
import { isOfKind, rowKind } from '../kinds';
import type { RowCell, RowIndex } from '../row-index';
import { sizeOf } from '../tops';
import { basisBefore, isBaseOf, isSamePeriod, type ToldBasis } from './basis';
import { columnAt, gridOf, lineAt } from './grid';
import type { Cell } from './stated-cells';
import type { Subject } from './subject';
import type { RowReading } from './verdict';

/** 环比下降1.78%, 较7月减少…: what changed, in the table that states it: from another period's column or row, or as a column tells. */
export function changeReadings(
  input: TieInput,
  index: RowIndex,
  claim: Claim,
  cue: Cue,
  subject: Subject,
): readonly RowReading[] {
  const stated = statedTerm(input, claim, cue);
  const basis = basisBefore(subject.gap);
  const isOther = isOfOtherMeasure(index, subject);
  const made = basis && !isOther ? subject.cells.flatMap((cell) => madeFrom(input, cell, basis)) : [];
  return [
    ...made.map((pair) => ({ draft: draftOf(input, claim, stated, pair), isNamed: true })),
    ...(basis?.own ? [] : printed(input, index, claim, stated, subject, isOther)),
  ];
}

/** Signed as the words say. */
const statedTerm = ({ quantities }: TieInput, { fact, value }: Claim, { sign }: Cue): TextTerm =>
  termOf(quantities, fact.quantity, sign < 0 ? negate(absolute(value)) : value);

interface Pair {
  readonly current: number;
  readonly base: number;
}

/** The same row under another period's header, the same column in another period's row. */
function madeFrom(input: TieInput, { table, row, column }: Cell, basis: ToldBasis): readonly Pair[] {
  const grid = gridOf(table, input);
  const [field, line] = grid ? [columnAt(grid, column), lineAt(grid, row)] : [];
  if (!grid || !field || !line) return [];
  const at = (one: LatticeName, other: LatticeName): number | null => grid.cell(one, other)?.quantity ?? null;
  const pairs: Pair[] = [];
  const add = (current: number | null, base: number | null): void => {
    if (current !== null && base !== null && isAmount(input, current) && isAmount(input, base))
      pairs.push({ current, base });
  };
  const own = periodNamed(line.text);
  const now = basis.own ? grid.lines.find((one) => isPeriodRow(one, basis.own)) : line;
  const current = now && periodNamed(now.text);
  if (now && current && isPeriodRow(now, current) && (!basis.own || isPeriodRow(line, own))) {
    for (const other of grid.lines) {
      const period = periodNamed(other.text);
      if (other !== now && isPeriodRow(other, period) && isBaseOf(period, current, basis))
        add(at(field, now), at(field, other));
    }
  }
  if (basis.own) return pairs;
  const period = periodNamed(field.text);
  for (const other of grid.fields) {
    if (
      other === field ||
      residueOf(other.text) !== residueOf(field.text) ||
      /[比较占]|增|变动/.test(other.text)
    )
      continue;
    if (isBaseOf(periodNamed(other.text), period, basis)) add(at(field, line), at(other, line));
  }
  return pairs;
}

/** 8月, 第一季度, 2024年: a row that is called by its period and by nothing else. */
const isPeriodRow = ({ text }: LatticeName, period: ReturnType<typeof periodNamed> | null): boolean =>
  period !== null && residueOf(text) === '' && isSamePeriod(periodNamed(text), period);

const isAmount = ({ quantities }: TieInput, index: number): boolean => {
  const quantity = quantities[index];
  return quantity !== undefined && quantity.approximator === null && !quantity.value.startsWith('-');
};

function draftOf(
  { quantities }: TieInput,
  claim: Claim,
  stated: TextTerm,
  { current, base }: Pair,
): TieDraft {
  const isRate = claim.quantity.unit === '%';
  return {
    kind: 'growth',
    form: isRate ? 'rate' : 'difference',
    stated,
    operands: [
      { role: 'current', term: termOf(quantities, current) },
      { role: 'base', term: termOf(quantities, base) },
    ],
    exact: !isRate && areCounted([claim]),
  };
}

const MEASURES = /笔数|金额|户数|人次|人数|件数|家数|台数|次数|余额|收入|支出|积数|利润/g;

/** 办理435.18万笔，合计金额比上期增长: the change is that of another column of the row. */
function isOfOtherMeasure(index: RowIndex, { own, cells, gap }: Subject): boolean {
  const words = gap.match(MEASURES) ?? [];
  if (!own || words.length === 0) return false;
  return !cells.some(({ table, row, index: at }) =>
    index
      .figuresOf({ table, row, label: '' })
      .some((one) => one.index === at && words.some((word) => one.header.includes(word))),
  );
}

/** What a column of the row tells of the change. */
function printed(
  { quantities }: TieInput,
  index: RowIndex,
  claim: Claim,
  stated: TextTerm,
  { cells, rows, gap, own }: Subject,
  isOther: boolean,
): readonly RowReading[] {
  const kind = rowKind(gap, claim.quantity.unit);
  if (!kind || kind.kind === 'amount') return [];
  const named = own
    ? cells.map(({ table, row, column }) => ({ row: { table, row, label: '' }, column }))
    : rows.map((row) => ({ row, column: -1 }));
  return named.flatMap(({ row, column }): readonly RowReading[] => {
    const figures = index.figuresOf(row).filter(({ quantity }) => quantity.unit === claim.quantity.unit);
    const meant = chosen(
      figures.filter((cell) => isOfKind(cell, kind)),
      index.figuresOf(row),
      isOther ? -1 : column,
      gap,
    );
    return figures.map((cell) => ({
      isNamed: meant.length === 1 && meant[0] === cell,
      draft: {
        kind: 'same',
        form: 'equal',
        stated,
        operands: [{ role: 'other', term: asTold(termOf(quantities, cell.index), cell) }],
        exact: claim.quantity.precision === cell.quantity.precision,
      },
    }));
  });
}

/** 5.30 under 降幅 is a fall. */
const asTold = (term: TextTerm, { header, quantity }: RowCell): TextTerm =>
  /降幅|减幅|下降|减少/.test(header) && !/增减/.test(header)
    ? { ...term, figure: { ...term.figure, value: negate(sizeOf(quantity.value)) } }
    : term;

/** Of several columns of changes the one of the own column's measure, or that the words name. */
function chosen(
  changes: readonly RowCell[],
  all: readonly RowCell[],
  column: number,
  gap: string,
): readonly RowCell[] {
  if (changes.length < 2) return changes;
  const own = all.find((cell) => cell.column === column);
  const name = own ? residueOf(own.header) : '';
  const like = changes.filter(({ header }) => {
    const residue = residueOf(header);
    return name !== '' && residue !== '' && (name.includes(residue) || residue.includes(name));
  });
  if (like.length > 0) return like;
  const words = gap.match(MEASURES) ?? [];
  return changes.filter(({ header }) => words.some((word) => header.includes(word)));
}
