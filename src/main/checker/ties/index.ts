import type { Tie } from '../../../shared/model/tie';
import { completed } from '../../../shared/steps';
import { concatenated } from '../../document/runs';
import { withoutToldNearby, withoutTwoFacts } from './confirmed';
import { countTies } from './counts/index';
import { apart, NO_TIES, type OnBroken, rethrow, type TieFamily } from './families';
import { withFar } from './far-derived';
import { tableGrowthTies } from './growth/index';
import type { TieInput } from './input';
import { outsideTies } from './outside/index';
import { proseTies } from './prose/index';
import { columnTies } from './relations/index';
import { sameTies } from './same/index';
import { tableShareTies } from './shares/index';
import { sumTies } from './sums/index';
import { OTHER_BASE } from './tables/reading';

/** Ties that compare what stands far apart: facts in several places, counts with lists and annexes. */
export interface FarFound {
  readonly count: readonly Tie[];
  readonly same: readonly Tie[];
  /** What the rest of the report tells of the ties of prose; absent: it is asked. */
  readonly withFar?: (prose: readonly Tie[]) => readonly Tie[];
}

export type FarTies = (input: TieInput) => FarFound;

const findFar: FarTies = (input) => ({
  count: countTies(input.document, input.quantities),
  same: completed(sameTies(input)),
});

const NOTHING_FAR: FarFound = { count: NO_TIES, same: NO_TIES };

/** All ties of a report, each evaluated. A search that throws is told to `onBroken`, which throws again where nothing else is said. */
export function evaluateTies(
  input: TieInput,
  farTies: FarTies = findFar,
  onBroken: OnBroken = rethrow,
): readonly Tie[] {
  const { document, quantities } = input;
  const found = (family: TieFamily, find: () => readonly Tie[]): readonly Tie[] =>
    apart(family, find, NO_TIES, onBroken);
  const far = apart('far', () => farTies(input), NOTHING_FAR, onBroken);
  const prose = found('prose', () => proseTies(input));
  const own = concatenated([
    found('sums', () => sumTies(document, quantities)),
    found('shares', () => tableShareTies(input)),
    found('changes', () => tableGrowthTies(input)),
    far.count,
    apart('prose', () => far.withFar?.(prose) ?? withFar(input, prose), prose, onBroken),
  ]);
  const shown = withoutKnown(
    found('columns', () => columnTies(input)),
    own,
  );
  const inside = concatenated([own, shown, withoutTwoFacts(withoutToldNearby(far.same, own), own)]);
  return concatenated([inside, found('outside', () => outsideTies(input, inside))]);
}

/** Relations of columns that no name told, nor why they need not hold. */
function withoutKnown(shown: readonly Tie[], own: readonly Tie[]): readonly Tie[] {
  if (shown.length === 0) return shown;
  const known = new Set<string>();
  for (const tie of own) {
    if (tie.terms.length === MOST_TERMS && tie.reason !== OTHER_BASE && !tie.outside)
      known.add(figuresOf(tie));
  }
  return shown.filter((tie) => !known.has(figuresOf(tie)));
}

/** Of a relation of columns. */
const MOST_TERMS = 3;

const figuresOf = ({ terms }: Tie): string =>
  terms
    .map(({ quantity }) => quantity ?? -1)
    .sort((a, b) => a - b)
    .join();
