import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { insideAny, quotedSpans } from '../text/quoted-spans';
import { doubledWords } from '../text/repeats/doubled';

type MessageId = 'twice' | 'measure' | 'adverb' | 'around' | 'echo';

/** A word written twice in a row, a measure word on both sides of its noun, an adverb twice in one clause. */
export const wordDoubled = defineRule<MessageId>({
  code: 'W304',
  name: 'word-doubled',
  severity: 'error',
  looks: 'near',
  messages: {
    twice: '“{text}”重复',
    measure: '“{text}”量词与名词重复',
    adverb: '“{text}”同一分句里重复',
    around: '“{text}”里同一个词前后重复',
    echo: '相邻两个分句以近似的词收尾：“{text}”，可能误写',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

const NEEDS = [['again']] as const;
const inStretch = eachStretch(NEEDS);

const problemsIn = blockSearch((block): readonly Problem<MessageId>[] => {
  // In cells only what is doubled for certain to the eye: their words stand side by side without a sentence.
  if (block.kind === 'table')
    return inStretch(block, (prose) => problemsOf(prose).filter(({ message }) => message === 'twice'));
  return block.kind === 'caption' ? [] : inStretch(block, problemsOf);
}, NEEDS);

function problemsOf(prose: Prose): Problem<MessageId>[] {
  const found = doubledWords(prose.text);
  if (found.length === 0) return [];
  const spans = quotedSpans(prose.text);
  return found
    .filter(({ range }) => !insideAny(spans, range.start, range.end))
    .map(({ kind, range, text, certain }) => {
      const place = sourceRange(prose, range.start, range.end);
      const edits = [{ range: place, text: '' }];
      const word = prose.text.slice(range.start, range.end);
      if (kind === 'echo') return { message: kind, severity: 'notice', data: { text }, range: place };
      return {
        message: kind,
        severity: certain ? ('error' as const) : ('doubt' as const),
        data: { text },
        range: place,
        fixes: [{ title: `删去一个“${word}”`, edits }],
      };
    });
}
