import type { RuleEntry } from '../../shared/model/policy';
import { allRules } from './rules/index';

/** Every rule as a policy sees it, in the catalogue's order. */
export const ruleCatalogue: readonly RuleEntry[] = allRules.map(({ code, name, severity, limits = {} }) => ({
  code,
  name,
  severity,
  limits,
}));
