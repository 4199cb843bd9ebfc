import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { brokenWordsIn } from '../text/broken-words';
import { miswrittenIn } from '../text/miswritten';
import { insideAny, quotedSpans } from '../text/quoted-spans';

type MessageId = 'wrong' | 'broken';

/** Words with a wrong character: from a closed list (台帐, 均以完成), or no word at all and one character from a common one (统酬). */
export const wrongCharacter = defineRule<MessageId>({
  code: 'W313',
  name: 'wrong-character',
  severity: 'error',
  looks: 'near',
  messages: {
    wrong: '“{wrong}”是错别字，应为“{right}”',
    broken: '“{wrong}”不成词，像是“{right}”的笔误',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

/** Shorter cells hold names and labels, which are cut short and put together freely. */
const CELL = 15;

const inStretch = eachStretch([[]]);

const problemsIn = blockSearch<MessageId>((block) =>
  inStretch(block, (prose): readonly Problem<MessageId>[] => {
    const isLabel = block.kind === 'table' && (prose.text.length < CELL || !/[，。；]/.test(prose.text));
    const own = listed(prose);
    const isTold = (at: Range): boolean => own.some(({ start, end }) => start < at.end && at.start < end);
    const found = [...own, ...(isLabel ? [] : broken(prose).filter((one) => !isTold(one)))];
    if (found.length === 0) return [];
    const spans = quotedSpans(prose.text);
    return found
      .filter(({ start, end }) => !insideAny(spans, start, end))
      .map(({ problem }) => problem)
      .sort((a, b) => a.range.start - b.range.start);
  }),
);

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly problem: Problem<MessageId>;
}

const listed = (prose: Prose): readonly Placed[] =>
  miswrittenIn(prose.text).map(({ start, end, wrong, right }) => {
    const range = sourceRange(prose, start, end);
    return {
      start,
      end,
      problem: { message: 'wrong', data: { wrong, right }, range, fixes: [fixOf(range, right)] },
    };
  });

const broken = (prose: Prose): readonly Placed[] =>
  brokenWordsIn(prose.text).map(({ start, end, wrong, right }) => {
    const range = sourceRange(prose, start, end);
    const [only = '', ...others] = right;
    return {
      start,
      end,
      problem: {
        message: 'broken',
        severity: 'doubt',
        data: { wrong, right: right.join('”或“') },
        range,
        fixes: others.length === 0 ? [fixOf(range, only)] : [],
      },
    };
  });

const fixOf = (range: Range, right: string) => ({
  title: `改为“${right}”`,
  edits: [{ range, text: right }],
});
