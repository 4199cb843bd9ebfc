import { remembered } from '../../../shared/memo';
import type { ReportDocument } from '../../../shared/model/document';
import { type Described, type Measure, measureOf, type OwnNames } from './measure';
import { ownNames } from './own-names';

/** What the figures of one report measure, worked out once for each wording. */
export interface Measures {
  readonly own: OwnNames;
  of(described: Described): Measure;
}

export const measuresOf = remembered((document: ReportDocument): Measures => {
  const own = ownNames(document);
  const bodies = new Map<string, string>();
  // By unit, concept and scope one after another: one long key for each row of a long list costs more than its measure.
  const known = new Map<string, Map<string, Map<string, Measure>>>();
  return {
    own,
    of: ({ concept, scope, unit }) => {
      const ofConcept = within(within(known, unit), concept);
      const found = ofConcept.get(scope);
      if (found) return found;
      const made = measureOf({ concept, scope, unit }, own, bodies);
      ofConcept.set(scope, made);
      return made;
    },
  };
});

function within<V>(maps: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<string, V>();
  maps.set(key, made);
  return made;
}
