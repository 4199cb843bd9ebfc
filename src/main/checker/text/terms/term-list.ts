import { remembered } from '../../../../shared/memo';
import type { Policy, PolicyTerm } from '../../../../shared/model/policy';
import { literal, phrasePattern } from '../../../../shared/policy/phrases';

/** A term of the policy, ready to be looked for. */
export interface TermSearch {
  readonly term: PolicyTerm;
  /** Global; matches what is not written. */
  readonly pattern: RegExp;
  readonly beside: RegExp | null;
}

export interface TermSearches {
  readonly searches: readonly TermSearch[];
  /** One character that any of the terms begins with. */
  readonly beginning: RegExp;
}

export const termSearches = remembered((policy: Policy): TermSearches => {
  const units = new Set(policy.terms.map(({ avoid }) => avoid.charCodeAt(0)));
  const escaped = Array.from(units, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`);
  return {
    searches: policy.terms.map((term) => ({
      term,
      pattern: patternOf(term),
      beside: term.beside === undefined ? null : new RegExp(phrasePattern(term.beside), 'u'),
    })),
    beginning: new RegExp(`[${escaped.join('')}]`),
  };
});

function patternOf({ avoid, followedBy, notFollowedBy, precededBy, notPrecededBy }: PolicyTerm): RegExp {
  const around = (open: string, phrase: string | undefined): string =>
    phrase === undefined ? '' : `${open}${phrasePattern(phrase)})`;
  const before = around('(?<=', precededBy) + around('(?<!', notPrecededBy);
  const behind = around('(?=', followedBy) + around('(?!', notFollowedBy);
  return new RegExp(`${before}${literal(avoid)}${behind}`, 'gu');
}
