import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { brokenWords } from '../text/broken-words';
import { miswrittenIn } from '../text/miswritten';
import { insideAny, quotedSpans } from '../text/quoted-spans';

type MessageId = 'wrong' | 'broken';

/** Words with a wrong character: from a closed list (台帐, 均以完成), or no word at all and one character from one (统酬). */
export const wrongCharacter = defineRule<MessageId>({
  code: 'W313',
  name: 'wrong-character',
  severity: 'error',
  looks: 'across',
  messages: {
    wrong: '“{wrong}”是错别字，应为“{right}”',
    broken: '“{wrong}”不成词，像是“{right}”的笔误',
  },
  check({ document }) {
    const listed = listedIn(document, undefined);
    const isTold = (at: Range): boolean =>
      listed.some(({ range }) => range.start < at.end && at.start < range.end);
    return [
      ...listed,
      ...brokenWords(document).flatMap((one) => (isTold(one.range) ? [] : [problemOf(one)])),
    ];
  },
});

const listedIn = proseSearch<MessageId>([[]], inProse);

function inProse(prose: Prose): Problem<MessageId>[] {
  const found = miswrittenIn(prose.text);
  if (found.length === 0) return [];
  const spans = quotedSpans(prose.text);
  return found
    .filter(({ start, end }) => !insideAny(spans, start, end))
    .map(({ start, end, wrong, right }) => {
      const range = sourceRange(prose, start, end);
      return { message: 'wrong', data: { wrong, right }, range, fixes: [fixOf(range, right)] };
    });
}

function problemOf({ range, wrong, right }: ReturnType<typeof brokenWords>[number]): Problem<MessageId> {
  const [only = '', ...others] = right;
  return {
    message: 'broken',
    severity: 'doubt',
    data: { wrong, right: right.join('”或“') },
    range,
    fixes: others.length === 0 ? [fixOf(range, only)] : [],
  };
}

const fixOf = (range: Range, right: string) => ({
  title: `改为“${right}”`,
  edits: [{ range, text: right }],
});
