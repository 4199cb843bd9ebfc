import type { Prose } from '../../../shared/model/document';
import { overlaps, type Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { insideAny, quotedSpans } from '../text/quoted-spans';
import { alignedSlips, doubledSlips } from '../text/words/aligned-slips';
import { type BrokenWord, brokenWords } from '../text/words/broken-words';
import { everydaySlips } from '../text/words/everyday-slips';
import { type LoneCharacter, loneCharacters } from '../text/words/lone-characters';
import { miswrittenIn } from '../text/words/miswritten';
import { type OwnSlip, ownSlips } from '../text/words/own-slips';

type MessageId = 'wrong' | 'broken' | 'lost' | 'once';

/**
 * Words with a wrong character: from a closed list (台帐, 均以完成), no word at all and one character from one (统酬), or what the report
 * else writes with one of like sound or shape (澄州支付).
 */
export const wrongCharacter = defineRule<MessageId>({
  code: 'W313',
  name: 'wrong-character',
  severity: 'error',
  looks: 'across',
  messages: {
    wrong: '“{wrong}”是错别字，应为“{right}”',
    broken: '“{wrong}”不成词，像是“{right}”的笔误',
    lost: '“{wrong}”在这里单独不成词，像是“{right}”少了一个字',
    once: '“{wrong}”只此一处，像是“{right}”的笔误，报告{places}处写作“{right}”',
  },
  absorbs: ['W305'],
  check({ document }) {
    const listed = listedIn(document, undefined);
    const broken = untold(listed, brokenWords(document).map(problemOf));
    const everyday = untold([...listed, ...broken], everydaySlips(document).map(problemOf));
    const lone = untold([...listed, ...broken, ...everyday], loneCharacters(document).map(problemOf));
    const once = ownSlips(document).filter(({ isSure }) => isSure);
    const told = [...listed, ...broken, ...everyday, ...lone];
    const own = [...told, ...untold(told, once.map(onceProblem))];
    return [...own, ...untold(own, [...alignedSlips(document), ...doubledSlips(document)].map(onceProblem))];
  },
});

/** Those at places of which nothing is told yet. */
const untold = (
  told: readonly Problem<MessageId>[],
  more: readonly Problem<MessageId>[],
): readonly Problem<MessageId>[] =>
  more.filter(({ range }) => !told.some((one) => overlaps(one.range, range)));

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

function problemOf({ range, wrong, right, kind }: BrokenWord & Partial<LoneCharacter>): Problem<MessageId> {
  const [only = '', ...others] = right;
  return {
    message: kind === 'lost' ? 'lost' : 'broken',
    severity: 'doubt',
    data: { wrong, right: right.join('”或“') },
    range,
    fixes: others.length === 0 ? [fixOf(range, only)] : [],
  };
}

const onceProblem = ({ own, usual, places, range, elsewhere }: OwnSlip): Problem<MessageId> => ({
  message: 'once',
  severity: 'doubt',
  data: { wrong: own, right: usual, places },
  range,
  related: [{ range: elsewhere, note: `此处为“${usual}”` }],
  // One against one: nobody knows which is right.
  fixes: places > 1 ? [fixOf(range, usual)] : [],
});

const fixOf = (range: Range, right: string) => ({
  title: `改为“${right}”`,
  edits: [{ range, text: right }],
});
