import { allMatches } from '../../../shared/matches';
import type { Block, ListItem, Paragraph, ReportDocument } from '../../../shared/model/document';
import type { Edit, Severity } from '../../../shared/model/finding';
import { type Range, rangeOf } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockOfUnit, type PhraseCorpus, phraseCorpus, unitOffset } from '../text/repeats/phrase-corpus';
import { type Family, phraseFamilies } from '../text/repeats/phrase-families';
import { findRepeats } from '../text/repeats/repeats';

/** How many blocks apart two places of one section may be and still count as neighbours. */
const NEAR = 2;

type MessageId = 'near' | 'far' | 'summary' | 'twice';

interface Place {
  readonly range: Range;
  readonly block: Paragraph | ListItem;
}

/** A clause of at least 12 Han characters repeated word for word; the longest match once, with all its places. */
export const phraseRepeated = defineRule<MessageId>({
  code: 'W302',
  name: 'phrase-repeated',
  severity: 'doubt',
  looks: 'across',
  messages: {
    near: '与邻近的文字逐字重复（{length}字）',
    far: '与报告另一处逐字重复（{length}字，共{count}处）',
    twice: '“{shown}”连写了两遍',
    summary: '与概述逐字重复（{length}字），请确认是否需要',
  },
  applies: ({ document }) =>
    document.blocks.some((block) => block.kind === 'paragraph' || block.kind === 'list-item'),
  check({ document }) {
    const corpus = phraseCorpus(document);
    const body = document.blocks.findIndex(startsBody);
    const families = phraseFamilies(corpus, findRepeats(corpus.units)).flatMap((family) => {
      const places = familyPlaces(corpus, family).filter(
        ({ range }) => !isRunInHeading(document.text, range),
      );
      return places.length < 2 ? [] : [problemOf(places, document.text, body)];
    });
    return [...families, ...twiceIn(document)];
  },
});

/** （一）公务用车购置及运行维护费。: a heading at the head of its paragraph names what the text may name again. */
const isRunInHeading = (text: string, { start, end }: Range): boolean =>
  text.charAt(end) === '。' &&
  /(?:^|\n)[ \t*]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])[ *]*$/.test(
    text.slice(Math.max(0, start - 12), start),
  );

/** The first heading below the title: what stands before it is the summary. */
const startsBody = (block: Block): boolean =>
  block.kind === 'heading' && (block.level > 1 || block.number !== null);

function familyPlaces(corpus: PhraseCorpus, family: Family): Place[] {
  return family.flatMap(({ start, end }) => {
    const entry = corpus.blocks[blockOfUnit(corpus, start)];
    if (!entry) return [];
    const from = unitOffset(corpus, entry.block, start);
    return [{ range: rangeOf(from, unitOffset(corpus, entry.block, end - 1) + 1), block: entry.block }];
  });
}

function problemOf(places: readonly Place[], text: string, body: number): Problem<MessageId> {
  const near = places.findIndex((place, index) => isNear(places[index - 1], place));
  const main = places[near > 0 ? near : 1] ?? places[0];
  if (!main) throw new Error('a repeat has two places');
  const related = places
    .filter((place) => place !== main)
    .map((place) => ({ range: place.range, note: '相同的文字' }));
  const summary = body > 0 && places.some((place) => place.block.index < body) && main.block.index > body;
  const list = isEnumeration(text.slice(main.range.start, main.range.end));
  const message = near > 0 ? 'near' : summary ? 'summary' : 'far';
  const severity: Severity = near > 0 && !list ? 'doubt' : 'notice';
  const data = { length: main.range.end - main.range.start, count: places.length };
  const edit = near > 0 ? removal(text, main.range) : null;
  const fixes = edit ? [{ title: '删去重复的句子', edits: [edit] }] : [];
  return { message, data, range: main.range, related, severity, fixes };
}

function isNear(a: Place | undefined, b: Place): boolean {
  if (!a) return false;
  return a.block.section === b.block.section && Math.abs(a.block.index - b.block.index) <= NEAR;
}

/** Deletes the repeat when it is made of whole sentences behind another sentence. */
function removal(text: string, range: Range): Edit | null {
  if (!/[。！？]/.test(text[range.start - 1] ?? '') || !/[。！？]/.test(text[range.end] ?? '')) return null;
  return { range: rangeOf(range.start, range.end + 1), text: '' };
}

/** A run of names, as 甲公司、乙公司、丙公司: repeating it is a matter of taste. */
const isEnumeration = (text: string): boolean => {
  const pauses = text.match(/、/g)?.length ?? 0;
  return pauses >= 3 && pauses * 8 >= text.length;
};

/** 全年未发生泄密事件。全年未发生泄密事件。 A clause too short for a repeat elsewhere, written twice on the spot. */
const TWICE = /(?<=^|[。；，！？\n])(?<clause>[^。；，！？\n、：]{5,30}[。；，！？])\k<clause>/g;
const CLAUSE_END = /[。；，！？\n]/g;
const LONG = 12;

/** Two clauses in a row are told apart by their lengths nearly always; the pattern tries each length at each place. */
function clausesTwice(text: string): readonly RegExpExecArray[] {
  let before = -1;
  let last = -1;
  CLAUSE_END.lastIndex = 0;
  while (CLAUSE_END.test(text)) {
    const at = CLAUSE_END.lastIndex - 1;
    if (at - last === last - before && text.charCodeAt(at - 1) === text.charCodeAt(last - 1))
      return allMatches(text, TWICE);
    before = last;
    last = at;
  }
  return [];
}

function twiceIn({ blocks }: ReportDocument): Problem<MessageId>[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'list-item'
      ? clausesTwice(block.prose.text).flatMap((match): Problem<MessageId>[] => {
          const { clause = '' } = match.groups ?? {};
          if (clause.replace(/[^\p{Script=Han}]/gu, '').length >= LONG) return [];
          const start = match.index + clause.length;
          const range = sourceRange(block.prose, start, start + clause.length);
          return [
            {
              message: 'twice',
              severity: 'error',
              data: { shown: clause.slice(0, -1) },
              range,
              fixes: [{ title: '删去重复的一遍', edits: [{ range, text: '' }] }],
            },
          ];
        })
      : [],
  );
}
