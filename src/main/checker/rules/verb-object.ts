import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch } from '../search';
import { insideAny, quotedSpans } from '../text/quoted-spans';
import { COLLOCATIONS, SINCE } from '../text/words/collocations';

type MessageId = 'replace' | 'recast' | 'since';

/** A small, listed set of words that do not go together. */
export const verbObject = defineRule<MessageId>({
  code: 'W311',
  name: 'verb-object',
  severity: 'doubt',
  looks: 'near',
  messages: {
    replace: '“{shown}”：{why}',
    recast: '“{shown}”：{why}',
    since: '“自{date}”后面缺“起”或“以来”',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

const problemsIn = blockSearch((block) =>
  block.kind === 'paragraph' || block.kind === 'list-item'
    ? [...pairsIn(block.prose), ...sinceIn(block.prose)]
    : [],
);

function pairsIn(prose: Prose): Problem<MessageId>[] {
  const spans = quotedSpans(prose.text);
  return COLLOCATIONS.flatMap(({ pattern, group, right, why }) =>
    allMatches(prose.text, pattern).flatMap((match): Problem<MessageId>[] => {
      const word = match[group] ?? '';
      const start = match.index;
      if (insideAny(spans, start, start + match[0].length)) return [];
      const range = sourceRange(prose, start, start + match[0].length);
      const data = { shown: match[0], why };
      // The last occurrence is the redundant one: 约100家左右.
      const at = start + (right === '' ? match[0].lastIndexOf(word) : match[0].indexOf(word));
      const edit = { range: sourceRange(prose, at, at + word.length), text: right };
      if (right !== '')
        return [
          { message: 'replace', data, range, fixes: [{ title: `“${word}”改为“${right}”`, edits: [edit] }] },
        ];
      const redundant = /左右|上下|以上|以下|以内|之内|为止|由于|因为/.test(word);
      const fixes = redundant ? [{ title: `删去“${word}”`, edits: [edit] }] : [];
      return [{ message: 'recast', data, range, fixes }];
    }),
  );
}

const sinceIn = (prose: Prose): Problem<MessageId>[] =>
  allMatches(prose.text, SINCE).map((match) => {
    const end = match.index + match[0].length;
    const range = sourceRange(prose, match.index, end);
    // Behind its subject (我司自3月1日起对…) the phrase needs no comma.
    const text = /[\p{Script=Han}A-Za-z]/u.test(prose.text.charAt(match.index - 1)) ? '起' : '起，';
    const edits = [{ range: { start: range.end, end: range.end }, text }];
    return {
      message: 'since',
      data: { date: match[1] ?? '' },
      range,
      fixes: [{ title: `补“${text}”`, edits }],
    };
  });
