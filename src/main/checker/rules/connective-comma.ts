import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import type { Sign } from '../../document/signs';
import { defineRule, type Problem } from '../rule';
import { placeSearch } from '../search';

type MessageId = 'missing' | 'needless';

const RELATED = 3;
/** Stand before a whole sentence: a comma sets them apart. 同时 and 其次 also qualify a verb and are left out. */
const CONNECTIVE =
  /(?<=^|[。；\n])\s*(此外|另外|因此|综上所述|综上|总体来看|总体上看|具体来看|具体而言|与此同时|一方面|另一方面)(，?)(?=[\u4e00-\u9fff])/g;
/** In the middle of a sentence only these begin a clause of their own. */
const INSIDE = /(?<=[，])(此外|另外|与此同时)(，?)(?=[\u4e00-\u9fff])/g;
const ORDINAL = /(?<=^|[。；：，\n])\s*([一二三四五六七八九十]{1,2}是)(，?)(?=[\u4e00-\u9fff])/g;

interface Use {
  readonly word: string;
  readonly comma: boolean;
  /** The word with the comma, if any. */
  readonly range: Range;
}

/** A connective with a comma in some places and without it in others; 一是， where the others have none. */
export const connectiveComma = defineRule<MessageId>({
  code: 'W312',
  name: 'connective-comma',
  severity: 'doubt',
  looks: 'near',
  messages: {
    missing: '“{word}”后面缺逗号，报告别处写作“{word}，”',
    needless: '“{word}”后面不用逗号，报告别处没有逗号',
  },
  check({ document }) {
    const connectives = [...atStart(document, undefined), ...inside(document, undefined)];
    const ordinals = ofOrdinals(document, undefined);
    return [...missing(connectives), ...needless(ordinals)].sort((a, b) => a.range.start - b.range.start);
  },
});

const usesOf = (pattern: RegExp, sign: Sign) =>
  placeSearch([[sign]], (prose: Prose): readonly Use[] =>
    prose.text.length < 3
      ? []
      : allMatches(prose.text, pattern).map((match): Use => {
          const [whole, word = '', comma = ''] = match;
          const end = match.index + whole.length;
          return {
            word,
            comma: comma !== '',
            range: sourceRange(prose, end - word.length - comma.length, end),
          };
        }),
  );

const atStart = usesOf(CONNECTIVE, 'connective');
const inside = usesOf(INSIDE, 'connective');
const ofOrdinals = usesOf(ORDINAL, 'is');

/** Any connective of the list with a comma shows that the author sets them apart. */
function missing(uses: readonly Use[]): readonly Problem<MessageId>[] {
  const related = uses.filter(({ comma }) => comma).slice(0, RELATED);
  if (related.length === 0) return [];
  return uses
    .filter(({ comma }) => !comma)
    .map(({ word, range }) => ({
      message: 'missing',
      data: { word },
      range,
      related: related.map((one) => ({ range: one.range, note: '此处有逗号' })),
      fixes: [{ title: `改为“${word}，”`, edits: [{ range, text: `${word}，` }] }],
    }));
}

function needless(uses: readonly Use[]): readonly Problem<MessageId>[] {
  const plain = uses.filter(({ comma }) => !comma);
  const set = uses.filter(({ comma }) => comma);
  if (plain.length <= set.length) return [];
  return set.map(({ word, range }) => ({
    message: 'needless',
    data: { word },
    range,
    related: plain.slice(0, RELATED).map((one) => ({ range: one.range, note: '此处没有逗号' })),
    fixes: [{ title: `改为“${word}”`, edits: [{ range, text: word }] }],
  }));
}
