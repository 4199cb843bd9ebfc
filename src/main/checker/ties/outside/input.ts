import { decimal } from '../../../../shared/decimal';
import type { Fact } from '../../../../shared/model/quantity';
import type { OutsideTerm } from '../../../../shared/model/tie';
import { measureOf } from '../../../figures/identity/measure';
import {
  type Candidates,
  findEntries,
  type ReferenceEntry,
  type ReferenceIndex,
} from '../../../figures/identity/reference-index';
import type { Span } from '../../../figures/identity/span';
import type { TieInput } from '../input';
import type { Figure } from '../interval';
import type { Mention } from '../same/mentions';

export interface OutsideInput extends TieInput {
  readonly index: ReferenceIndex;
  /** The report's own period. */
  readonly main: Span | null;
  /** What was found for a wording of unit, concept and scope. */
  readonly found: Map<string, Candidates | null>;
  readonly mentions: readonly Mention[];
}

/** What a reference's figure says as a term; references print no approximate figures. */
export const entryFigure = ({ fact }: ReferenceEntry): Figure => ({
  value: decimal(fact.value),
  precision: fact.precision,
  approximator: null,
});

export const entryTerm = ({
  reference,
  kind,
  fact,
}: ReferenceEntry): Omit<OutsideTerm, 'role' | 'figure'> => {
  const { concept, scope, period, place, raw } = fact;
  return { source: kind, reference, concept, scope, period, place, raw };
};

/** The reference figures of a fact's measure, whatever their period: by its full wording, else by the sentence's own. */
export function candidatesOf(
  { index, quantities, found }: OutsideInput,
  fact: Fact,
  mention: Mention | undefined,
): Candidates | null {
  const unit = quantities[fact.quantity]?.unit ?? '';
  const key = `${unit}\n${fact.concept}\n${fact.scope}`;
  const full = found.has(key) ? (found.get(key) ?? null) : findEntries(index, measureOf({ ...fact, unit }));
  found.set(key, full);
  if (full?.grade === 'same' || !mention) return full;
  const own = findEntries(index, mention.measure);
  return own?.grade === 'same' || !full ? own : full;
}

/** The only figure that is told, or told several times alike; null for none or several that differ. */
export function onlyEntry(entries: readonly ReferenceEntry[]): ReferenceEntry | null {
  const [first, ...others] = entries;
  return first && others.every(({ fact }) => fact.value === first.fact.value) ? first : null;
}

const REVISED = /追溯(?:调整|重述)|会计差错更正|最终核实|口径(?:有所|已|进行了)?(?:调整|变化|变更)/;

/** A report that restates the earlier figures may differ from what was printed before. */
export const isRevised = ({ document }: TieInput): boolean => REVISED.test(document.text);
