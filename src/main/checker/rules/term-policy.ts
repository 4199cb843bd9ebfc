import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { prosesOf } from '../../document/proses';
import { defineRule, type Problem } from '../rule';
import { insideAny, quotedSpans } from '../text/quoted-spans';
import { DEFAULT_TERMS, type TermEntry } from '../text/term-list';

type MessageId = 'term' | 'delete';

/** Terms that official documents do not use. */
export const termPolicy = defineRule<MessageId>({
  code: 'W306',
  name: 'term-policy',
  severity: 'error',
  messages: {
    term: '“{own}”应写作“{right}”：{why}',
    delete: '“{own}”用在这里不妥：{why}',
  },
  check: ({ document }) => prosesOf(document).flatMap(problemsIn),
});

function problemsIn(prose: Prose): Problem<MessageId>[] {
  const { text } = prose;
  if (text.length < 2) return [];
  const spans = quotedSpans(text);
  return DEFAULT_TERMS.flatMap((term) =>
    term.beside && !term.beside.test(text)
      ? []
      : Array.from(text.matchAll(term.pattern)).flatMap((match) => {
          const own = match[1] ?? match[0];
          const start = match.index + match[0].indexOf(own);
          return insideAny(spans, start, start + own.length) ? [] : [problemOf(prose, term, start, own)];
        }),
  );
}

function problemOf(
  prose: Prose,
  { right, severity, why }: TermEntry,
  start: number,
  own: string,
): Problem<MessageId> {
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
