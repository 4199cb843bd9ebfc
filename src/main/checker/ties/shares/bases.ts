import { compare, decimal } from '../../../../shared/decimal';
import { amountTerms, rateIn, rateTerm } from '../tables/figures';
import type { Lattice, LatticeCell, LatticeName } from '../tables/lattice';
import { periodNamed, residueOf } from '../tables/periods';
import type { Candidate, Claim } from '../tables/reading';
import { isPartName, measureNamed } from '../tables/words';
import { isSum, type ShareLine, type ShareLines } from './lines';
import { isNamed, isOwnTotal, kinship, type NamedShare, sharesNamed } from './names';

/** A reading of a share field with the field that holds the parts. */
export interface ShareCandidate extends Candidate {
  readonly part: LatticeName;
}

const MOST_PARTS = 6;
const MOST_TOTALS = 3;
const HUNDRED = decimal('100');

/** What a share field may be a share of, the likeliest first. */
export function* shareCandidates(
  lattice: Lattice,
  field: LatticeName,
  stated: readonly ShareLine[],
  lines: ShareLines,
): Generator<ShareCandidate> {
  const named = sharesNamed(field);
  const isRatio = measureNamed(field) === 'ratio' || /预算|计划|目标/.test(named.whole);
  const parts = partsFor(lattice, field, lines.all, named);
  const context = { lattice, field, stated, lines, named, parts };
  if (isRatio || isOtherField(context)) yield* pairs(context);
  if (!isRatio || /占|比例$|比重/.test(field.text)) yield* totals(context);
  if (!isRatio && !isOtherField(context)) yield* pairs(context);
}

/** Shares of the lines that say 100 % of themselves, in the fields that are likeliest to hold the parts. */
export function hundredCandidates(
  lattice: Lattice,
  field: LatticeName,
  stated: readonly ShareLine[],
  lines: ShareLines,
): readonly ShareCandidate[] {
  const named = sharesNamed(field);
  const parts = partsFor(lattice, field, lines.all, named);
  const context = { lattice, field, stated, lines, named, parts };
  const hundreds = stated.filter(({ name }) => isWhole(context, name));
  const totals = hundreds.filter(isSum);
  const [whole] = totals.length > 0 ? totals : hundreds;
  if (!whole || totals.length > 1 || (totals.length === 0 && hundreds.length > 1)) return [];
  return parts.slice(0, 2).map((part) => byTotal(context, part, whole, true));
}

interface Context {
  readonly lattice: Lattice;
  readonly field: LatticeName;
  /** Lines with a share in the field. */
  readonly stated: readonly ShareLine[];
  readonly lines: ShareLines;
  readonly named: NamedShare;
  readonly parts: readonly LatticeName[];
}

/** 占贷款余额比例 beside a column 贷款余额 that does not hold the parts. */
const isOtherField = ({ named, parts }: Context): boolean =>
  named.whole !== '' &&
  parts.slice(1).some((part) => isNamed(part, named.whole)) &&
  !isNamed(parts[0] ?? none, named.whole);

const none: LatticeName = { at: -1, path: [], text: '', unit: '', indented: false };

/** Fields of amounts, those of the same group first, then the nearest on the left. */
function partsFor(
  lattice: Lattice,
  field: LatticeName,
  lines: readonly ShareLine[],
  { part }: NamedShare,
): readonly LatticeName[] {
  const own = residueOf(field.text);
  const rank = (one: LatticeName): number =>
    kinship(field, one) * 1000 +
    (part !== '' && isNamed(one, part) ? 0 : 300) +
    (residueOf(one.text) === own && own !== '' ? 0 : 200) +
    (one.at < field.at ? field.at - one.at : 100 + one.at - field.at);
  return lattice.fields
    .filter(
      (one) => measureNamed(one) === 'other' && isPartName(one.text) && holdsAmounts(lattice, one, lines),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_PARTS);
}

const SAMPLE = 24;

function holdsAmounts(lattice: Lattice, field: LatticeName, lines: readonly ShareLine[]): boolean {
  const sample = lines.slice(0, SAMPLE);
  const held = sample.filter(({ name }) => (lattice.cell(field, name)?.printed ?? null) !== null).length;
  return held > 0 && held * 3 >= sample.length;
}

/** Shares of one total line, of a named line, or of the subtotal at hand. */
function* totals(context: Context): Generator<ShareCandidate> {
  const { named, parts, lines } = context;
  const wholes = totalLines(context);
  const isOutside =
    named.whole !== '' &&
    !isOwnTotal(named.whole) &&
    !lines.all.some(({ name }) => isNamed(name, named.whole)) &&
    !parts.some((part) => isNamed(part, named.whole));
  for (const [rank, part] of parts.entries()) {
    for (const total of wholes) {
      const explicit = rank === 0 && !isOutside && lines.sums.length === 1 && total === lines.sums[0];
      yield byTotal(context, part, total, explicit);
    }
    for (const wholeOf of [lines.sameMeasure, lines.below, lines.above]) yield byLine(context, part, wholeOf);
  }
}

const isWhole = ({ lattice, field }: Context, line: LatticeName): boolean => {
  const cell = lattice.cell(field, line);
  return cell !== null && isHundred(cell);
};

function isHundred(cell: LatticeCell): boolean {
  const rate = rateIn(cell);
  return rate !== null && compare(rate.value, HUNDRED) === 0;
}

/** Lines that may hold the whole: called a total, named by the header, 100 % themselves, the first and the last. */
function totalLines(context: Context): readonly ShareLine[] {
  const { stated, lines, named } = context;
  const called = lines.all.filter(({ kind }) => kind === 'total');
  const byName = named.whole === '' ? [] : lines.all.filter(({ name }) => isNamed(name, named.whole));
  const edges = [...lines.all.slice(0, 1), ...lines.all.slice(-1)];
  return [
    ...new Set([
      ...byName.slice(0, MOST_TOTALS),
      ...called.slice(-MOST_TOTALS),
      ...called.slice(0, MOST_TOTALS),
      ...stated.filter(({ name }) => isWhole(context, name)).slice(0, MOST_TOTALS),
      ...edges,
    ]),
  ];
}

function byTotal(context: Context, part: LatticeName, total: ShareLine, explicit: boolean): ShareCandidate {
  return { ...byLine(context, part, () => total), explicit };
}

function byLine(
  context: Context,
  part: LatticeName,
  wholeOf: (line: ShareLine) => ShareLine | undefined,
): ShareCandidate {
  const claimsOf = (name: LatticeName): readonly Claim[] => {
    const line = context.lines.of.get(name);
    const whole = line && wholeOf(line);
    if (!line || !whole || whole === line) return [];
    // 小计 100 %: a whole of its own, checked by the sum of its shares.
    const stated = context.lattice.cell(context.field, name);
    if (isSum(line) && stated && isHundred(stated)) return [];
    return claimOf(context, name, part, { field: part, line: whole.name });
  };
  const exceptionsOf = (name: LatticeName): readonly Claim[] => {
    const line = context.lines.of.get(name);
    const whole = line && wholeOf(line);
    return line && whole ? otherWholes(context, line, part, whole) : [];
  };
  return { explicit: false, part, claimsOf, exceptionsOf };
}

/** A line may be a share of its own subtotal or of the entry above it, where all others are of the total. */
function otherWholes(
  context: Context,
  line: ShareLine,
  part: LatticeName,
  whole: ShareLine,
): readonly Claim[] {
  const { below, above, parent } = context.lines;
  const around = [below(line), above(line), parent(line)];
  return [...new Set(around)].flatMap((other) =>
    other && other !== whole && other !== line
      ? claimOf(context, line.name, part, { field: part, line: other.name })
      : [],
  );
}

/** Shares of another field on the same line: 决算数 ÷ 预算数, 逾期金额 ÷ 贷款余额. */
function* pairs({ named, parts, ...context }: Context): Generator<ShareCandidate> {
  const plans = parts.filter(({ text }) => periodNamed(text).plan);
  const sorted =
    named.whole === '' ? parts : [...parts].sort((a, b) => nameRank(a, named) - nameRank(b, named));
  for (const whole of sorted) {
    for (const part of parts) {
      if (part === whole) continue;
      const isWhole = named.whole !== '' && isNamed(whole, named.whole);
      const isOnly = parts.filter((one) => isNamed(one, named.whole)).length === 1;
      const isPart = named.part === '' ? parts.length === 2 : isNamed(part, named.part);
      const ofPlan =
        plans.length === 1 && whole === plans[0] && /预算|计划|完成|执行/.test(context.field.text);
      const explicit = isPart && ((isWhole && isOnly) || ofPlan);
      const full = { ...context, named, parts };
      yield {
        explicit,
        alone: isWhole && named.part !== '',
        part,
        claimsOf: (line) => claimOf(full, line, part, { field: whole, line }),
      };
    }
  }
}

const nameRank = (field: LatticeName, { whole }: NamedShare): number => (isNamed(field, whole) ? 0 : 1);

interface Place {
  readonly field: LatticeName;
  readonly line: LatticeName;
}

function claimOf(
  { lattice, field }: Context,
  line: LatticeName,
  part: LatticeName,
  whole: Place,
): readonly Claim[] {
  const [stated, own, all] = [
    lattice.cell(field, line),
    lattice.cell(part, line),
    lattice.cell(whole.field, whole.line),
  ];
  const rate = stated && rateIn(stated);
  if (!stated || !rate || rate.kind === 'points' || rate.kind === 'times' || !own || !all || own === all)
    return [];
  const [partTerm, wholeTerm] = amountTerms([own, all]) ?? [];
  if (!partTerm || !wholeTerm) return [];
  const operands: Claim['operands'] = [
    { role: 'part', term: partTerm },
    { role: 'whole', term: wholeTerm },
  ];
  return [{ form: 'share', stated: rateTerm(stated, rate), operands }];
}
