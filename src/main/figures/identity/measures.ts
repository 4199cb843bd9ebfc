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
  const known = new Map<string, Measure>();
  return {
    own,
    of: ({ concept, scope, unit }) => {
      const key = `${unit}\n${concept}\n${scope}`;
      const found = known.get(key);
      if (found) return found;
      const made = measureOf({ concept, scope, unit }, own, bodies);
      known.set(key, made);
      return made;
    },
  };
});
