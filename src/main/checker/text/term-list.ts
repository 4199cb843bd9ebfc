import { remembered } from '../../../shared/memo';
import type { Policy, PolicyTerm } from '../../../shared/model/policy';
import { literal, phrasePattern } from '../../../shared/policy/phrases';

/** A term of the policy, ready to be looked for. */
export interface TermSearch {
  readonly term: PolicyTerm;
  /** Global; matches what is not written. */
  readonly pattern: RegExp;
  readonly beside: RegExp | null;
}

export const termSearches = remembered((policy: Policy): readonly TermSearch[] =>
  policy.terms.map((term) => ({
    term,
    pattern: patternOf(term),
    beside: term.beside === undefined ? null : new RegExp(phrasePattern(term.beside), 'u'),
  })),
);

function patternOf({ avoid, followedBy, notFollowedBy, precededBy, notPrecededBy }: PolicyTerm): RegExp {
  const around = (open: string, phrase: string | undefined): string =>
    phrase === undefined ? '' : `${open}${phrasePattern(phrase)})`;
  const before = around('(?<=', precededBy) + around('(?<!', notPrecededBy);
  const behind = around('(?=', followedBy) + around('(?!', notFollowedBy);
  return new RegExp(`${before}${literal(avoid)}${behind}`, 'gu');
}
