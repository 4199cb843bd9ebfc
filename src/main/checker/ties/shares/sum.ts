import { absolute, compare, decimalOf, shift, subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { judge } from '../arithmetic';
import { buildTie, type TextTerm } from '../build';
import { amountTerms, percentTerm, rateOf } from '../tables/figures';
import type { Lattice, LatticeName } from '../tables/lattice';
import type { Reading } from '../tables/reading';
import { isPartName, measureNamed } from '../tables/words';
import type { ShareCandidate } from './bases';
import { isSum, type ShareLine, type ShareLines } from './lines';
import { sharesNamed } from './names';
import { partLists } from './parts';

interface Shares {
  readonly lattice: Lattice;
  readonly field: LatticeName;
  /** The field of the amounts. */
  readonly part: LatticeName;
  readonly lines: ShareLines;
}

type AreOfOneBase = (whole: ShareLine, parts: readonly ShareLine[]) => boolean;

/** The shares of all parts against the stated share of their whole, where the parts are all there. */
export function sumsOfShares(
  lattice: Lattice,
  field: LatticeName,
  reading: Reading<ShareCandidate>,
  lines: ShareLines,
): readonly Tie[] {
  // 累计占比 runs up to 100 % by itself.
  if (field.text.includes('累计')) return [];
  const { part } = reading.candidate;
  const bases = basesOf(reading);
  const used = new Set(bases.values());
  const own = ({ name }: ShareLine): number | undefined => lattice.cell(part, name)?.quantity;
  const wholes = lines.all.filter((line) => isSum(line) || used.has(own(line) ?? -1));
  // 60 % of the total is no sum of shares that make up 100 % of a subtotal.
  const areOfOneBase: AreOfOneBase = (whole, parts) => {
    const base = bases.get(whole.name) ?? own(whole);
    return base !== undefined && parts.every(({ name }) => bases.get(name) === base);
  };
  return wholes.flatMap((whole) => sumsAt({ lattice, field, part, lines }, whole, areOfOneBase));
}

const OUTSIDE = /总|净资产|营业收入/;

/**
 * Shares of something outside the table (占年度销售总额比例) against the stated share of their total. Only the header
 * can say that all are of one base.
 */
export function sumsOfOutsideShares(lattice: Lattice, field: LatticeName, lines: ShareLines): readonly Tie[] {
  const totals = lines.sums.filter(({ kind }) => kind === 'total');
  const [total] = totals;
  const part = lattice.fields.findLast(
    (one) => measureNamed(one) === 'other' && one.at < field.at && isPartName(one.text),
  );
  if (!OUTSIDE.test(sharesNamed(field).whole) || !part || !total || totals.length > 1) return [];
  return sumsAt({ lattice, field, part, lines }, total, () => true);
}

/** For each line, the quantity that its share is a share of. */
function basesOf({ judged }: Reading): ReadonlyMap<LatticeName, number> {
  return new Map(
    judged.flatMap(({ line, claim: { operands } }) => {
      const whole = operands.find(({ role }) => role === 'whole');
      const quantity = whole && 'term' in whole ? whole.term.quantity : null;
      return quantity === null ? [] : [[line, quantity] as const];
    }),
  );
}

function sumsAt(shares: Shares, whole: ShareLine, areOfOneBase: AreOfOneBase): readonly Tie[] {
  const { lattice, field, part, lines } = shares;
  const stated = termAt(lattice, field, whole.name);
  if (!stated) return [];
  const isHeading = ({ name }: ShareLine): boolean =>
    lattice.cell(field, name) === null && lattice.cell(part, name) === null;
  const tieOf = (parts: readonly ShareLine[]): readonly Tie[] => {
    const addends = parts.flatMap(({ name }) => termAt(lattice, field, name) ?? []);
    if (addends.length < parts.length || !areOfOneBase(whole, parts)) return [];
    const operands = addends.map((term) => ({ role: 'addend' as const, term }));
    return [buildTie({ kind: 'share', form: 'sum', stated, operands })];
  };
  const lists = partLists(whole, lines, isHeading);
  const certain = (parts: readonly ShareLine[]): readonly Tie[] =>
    addsUp(shares, whole, parts) ? tieOf(parts) : [];
  const passing = (parts: readonly ShareLine[]): readonly Tie[] =>
    tieOf(parts).filter(({ status }) => status === 'pass');
  for (const ties of [certain, passing]) {
    const one = firstOf(lists.whole, ties);
    if (one.length > 0) return one;
    const several = lists.sections.flatMap(ties);
    if (several.length > 0) return several;
  }
  return [];
}

function firstOf(
  lists: readonly (readonly ShareLine[])[],
  tiesOf: (parts: readonly ShareLine[]) => readonly Tie[],
): readonly Tie[] {
  for (const parts of lists) {
    const ties = tiesOf(parts);
    if (ties.length > 0) return ties;
  }
  return [];
}

function termAt(lattice: Lattice, field: LatticeName, line: LatticeName): TextTerm | null {
  const cell = lattice.cell(field, line);
  return cell && percentTerm(cell);
}

/** Whether the amounts of these lines make up the whole. */
function addsUp({ lattice, part }: Shares, whole: ShareLine, parts: readonly ShareLine[]): boolean {
  const cells = [whole, ...parts].flatMap(({ name }) => lattice.cell(part, name) ?? []);
  if (cells.length <= parts.length) return false;
  const [stated, ...addends] = amountTerms(cells) ?? [];
  if (!stated) return false;
  const operands = addends.map(({ figure }) => ({ role: 'addend' as const, figure }));
  return judge('sum', stated.figure, operands).status !== 'fail';
}

/**
 * Shares are often mended in the last digit, so that they make exactly 100 %. Where they do, one unit off is rounding.
 */
export function settled(ties: readonly Tie[], sums: readonly Tie[]): readonly Tie[] {
  const made = new Set(
    sums
      .filter(({ status }) => status === 'pass')
      .flatMap(({ terms }) => terms.map(({ range }) => range.start)),
  );
  if (made.size === 0) return ties;
  return ties.map((tie) => {
    const [stated] = tie.terms;
    const isMended = tie.status === 'fail' && stated && made.has(stated.range.start) && isOneOff(tie);
    return isMended ? { ...tie, status: 'rounding' } : tie;
  });
}

function isOneOff({ actual, expected }: Tie): boolean {
  const [stated, made] = [actual, expected].map((text) => rateOf(text.normalize('NFKC')));
  if (!stated || !made) return false;
  const apart = absolute(subtract(stated.value, made.value));
  return compare(apart, shift(decimalOf(1n, 0), stated.precision)) <= 0;
}
