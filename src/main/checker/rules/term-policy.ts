import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import type { PolicyTerm } from '../../../shared/model/policy';
import { sourceRange } from '../../document/prose';
import { summaryOfPolicy } from '../../policy/hash';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { insideAny, quotedSpans } from '../text/quoted-spans';
import { type TermSearches, termSearches } from '../text/terms/term-list';

type MessageId = 'term' | 'delete';

/** Terms that the policy does not want. */
export const termPolicy = defineRule<MessageId>({
  code: 'W306',
  name: 'term-policy',
  severity: 'error',
  looks: 'near',
  // The house's own words come first; the same slip is told once.
  absorbs: ['W313'],
  messages: {
    term: '“{own}”应写作“{right}”：{why}',
    delete: '“{own}”用在这里不妥：{why}',
  },
  applies: ({ policy }) => policy.terms.length > 0,
  check: ({ document, policy }) => problemsIn(document, termSearches(policy), summaryOfPolicy(policy).sha256),
});

const problemsIn = proseSearch([[]], inProse);

function inProse(prose: Prose, { searches, beginning }: TermSearches): Problem<MessageId>[] {
  const { text } = prose;
  // Most cells of tables have none of the characters, and are looked through once instead of for each term.
  if (text.length < 2 || !beginning.test(text)) return [];
  const present = searches.filter(({ term }) => text.includes(term.avoid));
  if (present.length === 0) return [];
  const spans = quotedSpans(text);
  return present.flatMap(({ term, pattern, beside }) =>
    beside && !beside.test(text)
      ? []
      : allMatches(text, pattern).flatMap(({ 0: own, index }) =>
          insideAny(spans, index, index + own.length) ? [] : [problemOf(prose, term, index)],
        ),
  );
}

function problemOf(prose: Prose, term: PolicyTerm, start: number): Problem<MessageId> {
  const { avoid: own, use: right, level: severity, why } = term;
  const range = sourceRange(prose, start, start + own.length);
  const data = { own, right, why };
  if (right === '') return { message: 'delete', severity, data, range };
  return {
    message: 'term',
    severity,
    data,
    range,
    fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
  };
}
