import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import { factsByQuantity } from '../../figures/fact-of';
import type { CheckedReport, Problem } from '../rule';
import { roundTo } from '../ties/arithmetic';
import { confirmedFigures, isFarApart } from '../ties/confirmed';
import { MAYBE } from '../ties/same/index';
import { writtenLike } from '../ties/written-like';

type MessageId = 'conflict' | 'outvoted' | 'confirmed';

/** Two places that state one fact differently, the one that is probably wrong first. */
export interface Conflict {
  readonly tie: Tie;
  readonly wrong: TieTerm;
  readonly right: TieTerm;
  /** What is measured, in the report's words. */
  readonly name: string;
  readonly message: MessageId;
  /** Places that state what `right` states, itself included. */
  readonly agreeing: number;
  /** What `wrong` must read; empty where either may be wrong or the digits are not all known. */
  readonly text: string;
}

/** The failing ties of one fact in several places: between table and text, or between places of one kind. */
export const conflictsOf = (report: CheckedReport, places: 'alike' | 'table-and-text'): readonly Conflict[] =>
  allConflicts(report)[places];

const allConflicts = remembered((report: CheckedReport) => ({
  alike: conflictsBetween(report, 'alike'),
  'table-and-text': conflictsBetween(report, 'table-and-text'),
}));

function conflictsBetween(report: CheckedReport, places: 'alike' | 'table-and-text'): readonly Conflict[] {
  const same = report.ties.filter(({ kind }) => kind === 'same');
  const failing = same.filter(({ status, reason }) => status === 'fail' || reason === MAYBE);
  if (failing.length === 0) return [];
  const agreeing = agreeingPlaces(same);
  const confirmed = confirmedFigures(report.ties);
  const corrected = correctedFigures(report.ties);
  return failing.flatMap((tie): Conflict[] => {
    const [stated, other] = tie.terms;
    if (!stated || !other) return [];
    const isMixed = isCell(report, stated) !== isCell(report, other);
    // Of two tables a likeness proves nothing: their columns are alike by nature.
    if (tie.reason === MAYBE && isCell(report, stated) && isCell(report, other)) return [];
    if (isMixed !== (places === 'table-and-text')) return [];
    // A total that is told as wrong with the very figure of the other place is told.
    if (isCorrected(corrected, stated, other) || isCorrected(corrected, other, stated)) return [];
    const name = tie.definite ?? (nameOf(report, stated) || nameOf(report, other));
    const count = agreeing.get(other.quantity ?? -1) ?? 1;
    const base = { tie, name, agreeing: count };
    // Likely one fact, but each fits its own sums: two.
    const areBothSure = confirmed.has(stated.quantity ?? -1) && confirmed.has(other.quantity ?? -1);
    if (tie.reason === MAYBE && areBothSure) return [];
    // Likely one fact, but what the others outvote fits its own sums.
    if (tie.reason === MAYBE && count > 1 && confirmed.has(stated.quantity ?? -1)) return [];
    if (count > 1) {
      return [
        { ...base, wrong: stated, right: other, message: 'outvoted', text: fixText(tie, stated, other) },
      ];
    }
    const isStatedSure = confirmed.has(stated.quantity ?? -1);
    if (isStatedSure === confirmed.has(other.quantity ?? -1)) {
      return [{ ...base, wrong: stated, right: other, message: 'conflict', text: '' }];
    }
    return isStatedSure
      ? [{ ...base, wrong: other, right: stated, message: 'confirmed', text: sameForm(other, stated) }]
      : [{ ...base, wrong: stated, right: other, message: 'confirmed', text: fixText(tie, stated, other) }];
  });
}

export function conflictProblem({
  tie,
  wrong,
  right,
  name,
  message,
  agreeing,
  text,
}: Conflict): Problem<MessageId> {
  return {
    message,
    ...severityOf(tie),
    data: { name, stated: wrong.raw, other: right.raw, agreeing },
    range: wrong.range,
    related: [{ range: right.range, note: `此处为 ${right.raw}` }],
    fixes: text === '' ? [] : [{ title: `改为 ${text}`, edits: [{ range: wrong.range, text }] }],
  };
}

/** Under one name, but too far apart for one to be the other's older or miswritten form: mostly the name says too little. */
const severityOf = (tie: Tie): Pick<Problem<MessageId>, 'severity'> =>
  isFarApart(tie) ? { severity: 'notice' } : tie.reason === MAYBE ? { severity: 'doubt' } : {};

/** Figure → how many places state it, where more than itself do. */
function agreeingPlaces(same: readonly Tie[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { status, terms } of same) {
    if (status !== 'pass' && status !== 'rounding') continue;
    for (const { quantity } of terms) {
      if (quantity !== null) counts.set(quantity, (counts.get(quantity) ?? 1) + 1);
    }
  }
  return counts;
}

/** Figures that fail as totals, shares or changes, with what they should read: in digits and point alone. */
function correctedFigures(ties: readonly Tie[]): ReadonlyMap<number, ReadonlySet<string>> {
  const corrected = new Map<number, Set<string>>();
  for (const { kind, status, terms, expected } of ties) {
    const quantity = terms[0]?.quantity ?? null;
    if (kind === 'same' || status !== 'fail' || quantity === null) continue;
    const own = corrected.get(quantity) ?? new Set<string>();
    corrected.set(quantity, own.add(bareDigits(expected)));
  }
  return corrected;
}

const bareDigits = (text: string): string => text.replace(/[^\d.]/g, '');

const isCorrected = (
  corrected: ReadonlyMap<number, ReadonlySet<string>>,
  wrong: TieTerm,
  right: TieTerm,
): boolean => corrected.get(wrong.quantity ?? -1)?.has(bareDigits(right.raw)) ?? false;

const isCell = ({ quantities }: CheckedReport, { quantity }: TieTerm): boolean =>
  quantities[quantity ?? -1]?.place.row !== undefined;

function nameOf({ facts }: CheckedReport, { quantity }: TieTerm): string {
  const fact = factsByQuantity(facts)[quantity ?? -1];
  return fact ? [fact.scope, fact.concept].filter(Boolean).join(' ') : '';
}

/** Only what is known to the last printed digit can be written. */
const fixText = ({ expected }: Tie, stated: TieTerm, other: TieTerm): string =>
  other.figure?.approximator || stated.figure?.approximator || isCoarser(other, stated) ? '' : expected;

function sameForm({ raw, figure }: TieTerm, right: TieTerm): string {
  if (!figure || !right.figure || figure.approximator || right.figure.approximator) return '';
  if (right.figure.precision > figure.precision) return '';
  const value = roundTo(decimal(right.figure.value), figure.precision);
  // 亿 for 万 leaves nothing of the digits: there the unit is what must change.
  if (significant(value) < significant(decimal(figure.value)) - 1) return '';
  return writtenLike(value, { raw, figure: { ...figure, value: decimal(figure.value) } });
}

const significant = (value: Decimal): number =>
  formatDecimal(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;

const isCoarser = (one: TieTerm, other: TieTerm): boolean =>
  (one.figure?.precision ?? 0) > (other.figure?.precision ?? 0);
