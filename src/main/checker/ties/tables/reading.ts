import { absolute, compare, decimalOf, multiply, shift, subtract } from '../../../../shared/decimal';
import type { TermRole, Tie, TieForm, TieKind } from '../../../../shared/model/tie';
import { judge, type Verdict } from '../arithmetic';
import { buildTie, type TextTerm, type TieOperand } from '../build';
import type { LatticeName } from './lattice';

/** One cell's claim, ready to be judged. */
export interface Claim {
  readonly form: TieForm;
  readonly stated: TextTerm;
  readonly operands: readonly TieOperand[];
  /** Whole things counted: no rounding. */
  readonly exact?: boolean;
  /** Why this line may fail in a right report. */
  readonly doubt?: string;
}

/** A way to read a field: what its figures are rates of. */
export interface Candidate {
  /** The headers alone say so. */
  readonly explicit: boolean;
  /** So clearly that a single line which deviates is wrong. */
  readonly alone?: boolean;
  /** What a line claims under this reading; of several ways the first that holds counts. Empty: nothing to judge. */
  claimsOf(line: LatticeName): readonly Claim[];
  /** What a line may claim instead, once the others have shown that this is their reading. */
  exceptionsOf?(line: LatticeName): readonly Claim[];
}

export interface JudgedLine {
  readonly line: LatticeName;
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** A candidate with what all lines say to it. */
export interface Reading<C extends Candidate = Candidate> {
  readonly candidate: C;
  readonly judged: readonly JudgedLine[];
  readonly agreeing: number;
  /** Lines that deviate without an excuse of their own. */
  readonly deviating: number;
  /** How much the agreement proves: digits matched. */
  readonly weight: number;
}

/** `firm`: a line that deviates is wrong. `loose`: it may be of another base. */
export type Certainty = 'firm' | 'loose' | 'none';

/** Lines tried before a reading that none of them supports is given up. */
const SAMPLE = 6;

/** The candidate that the lines support best; null when no line can be judged. */
export function bestReading<C extends Candidate>(
  candidates: Iterable<C>,
  lines: readonly LatticeName[],
): Reading<C> | null {
  let best: Reading<C> | null = null;
  for (const candidate of candidates) {
    const reading = read(candidate, lines);
    if (!reading) continue;
    if (!best || isBetter(reading, best)) best = reading;
    if (reading.deviating === 0 && certaintyOf(reading) === 'firm') return reading;
  }
  return best && withExceptions(best);
}

/** A line that deviates from the reading of its column, but holds in a way of its own. */
function withExceptions<C extends Candidate>(reading: Reading<C>): Reading<C> {
  const { candidate, deviating } = reading;
  if (deviating === 0 || !candidate.exceptionsOf) return reading;
  let excepted = 0;
  const judged = reading.judged.map((one) => {
    if (one.verdict.status !== 'fail') return one;
    const other = judgeLine(one.line, candidate.exceptionsOf?.(one.line) ?? []);
    if (!other || other.verdict.status === 'fail' || other.verdict.status === 'unclear') return one;
    if (!one.claim.doubt) excepted++;
    return other;
  });
  return { ...reading, judged, agreeing: reading.agreeing + excepted, deviating: deviating - excepted };
}

function isBetter(one: Reading, other: Reading): boolean {
  const ranks = { firm: 2, loose: 1, none: 0 } as const;
  const [a, b] = [ranks[certaintyOf(one)], ranks[certaintyOf(other)]];
  if (a !== b) return a > b;
  return one.agreeing - one.deviating > other.agreeing - other.deviating;
}

function read<C extends Candidate>(candidate: C, lines: readonly LatticeName[]): Reading<C> | null {
  const judged: JudgedLine[] = [];
  let [agreeing, deviating, weight] = [0, 0, 0];
  let failed: JudgedLine | null = null;
  for (const line of lines) {
    const one = judgeLine(line, candidate.claimsOf(line));
    if (!one) continue;
    judged.push(one);
    const { status } = one.verdict;
    if (status === 'pass' || status === 'rounding') {
      agreeing++;
      weight += weightOf(one);
    } else if (status === 'fail' && !one.claim.doubt) {
      if (!isSameCause(one, failed)) deviating++;
      failed = one;
    }
    if (agreeing === 0 && deviating >= SAMPLE) break;
  }
  return judged.length > 0 ? { candidate, judged, agreeing, deviating, weight } : null;
}

/** In a series, one wrong figure breaks its own change and the next one. */
function isSameCause({ claim }: JudgedLine, before: JudgedLine | null): boolean {
  const base = quantityAs(claim, 'base');
  return before !== null && base !== null && base === quantityAs(before.claim, 'current');
}

function quantityAs({ operands }: Claim, role: TermRole): number | null {
  const operand = operands.find((one) => one.role === role);
  return operand && 'term' in operand ? operand.term.quantity : null;
}

function judgeLine(line: LatticeName, claims: readonly Claim[]): JudgedLine | null {
  let first: JudgedLine | null = null;
  for (const claim of claims) {
    const operands = claim.operands.flatMap((operand) =>
      'term' in operand ? [{ role: operand.role, figure: operand.term.figure }] : [],
    );
    const verdict = judge(claim.form, claim.stated.figure, operands, { exact: claim.exact ?? false });
    const one = { line, claim, verdict };
    if (verdict.status === 'pass' || verdict.status === 'rounding') return one;
    first ??= one;
  }
  return first;
}

/** 0 to 2: how unlikely it is that a line agrees by chance. */
function weightOf({ claim: { stated }, verdict }: JudgedLine): number {
  const { value, precision } = stated.figure;
  const printed = shift(absolute(value), -precision);
  const digits =
    compare(printed, decimalOf(100n, 0)) >= 0 ? 2 : compare(printed, decimalOf(10n, 0)) >= 0 ? 1 : 0;
  if (verdict.status === 'pass') return digits;
  const apart = multiply(absolute(subtract(verdict.expected, value)), decimalOf(20n, 0));
  return digits === 2 && compare(apart, absolute(value)) <= 0 ? 1 : 0;
}

export function certaintyOf({ candidate, agreeing, deviating, weight }: Reading): Certainty {
  const { explicit, alone = false } = candidate;
  const all = agreeing + deviating;
  const most = agreeing * 3 >= all * 2;
  if (explicit) {
    const few = all <= 2 && (agreeing > 0 ? weight > 0 : alone && deviating === 1);
    if (few || (most && (weight > 0 || agreeing >= 3 || (agreeing > 0 && deviating === 0)))) return 'firm';
    return weight > 0 ? 'loose' : 'none';
  }
  if (most && weight >= 3 && agreeing >= 2) return 'firm';
  return weight >= 3 ? 'loose' : 'none';
}

export const OTHER_BASE = '同列各数多与按表中数字计算的结果不符，口径可能不同';

/** The ties of a reading. Under a reading that is not firm nothing fails; under none at most one tie tells why. */
export function tiesOf(kind: TieKind, reading: Reading, doubt = ''): readonly Tie[] {
  const certainty = certaintyOf(reading);
  const tie = ({ claim }: JudgedLine, why: string): Tie =>
    buildTie({ kind, ...claim, doubt: claim.doubt || why });
  if (certainty !== 'none') {
    return reading.judged.map((one) => tie(one, doubt || (certainty === 'loose' ? OTHER_BASE : '')));
  }
  const deviating = reading.judged.find(({ verdict }) => verdict.status === 'fail');
  return reading.candidate.explicit && deviating ? [tie(deviating, doubt || OTHER_BASE)] : [];
}
