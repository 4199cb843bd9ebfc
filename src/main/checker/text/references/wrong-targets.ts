import { groupBy } from '../../../../shared/group-by';
import type { Block, ReportDocument } from '../../../../shared/model/document';
import { compacted } from '../../tables/cell-text';
import type { Target } from './label-targets';
import type { PlacedReference } from './placed-references';
import { ANNEX_NOUNS, keyOf } from './target-index';

/** A reference to one table or annex in a sentence that speaks of what another, which nothing points at, is called. */
export interface WrongTarget {
  readonly reference: PlacedReference;
  readonly actual: Target;
}

/** Words that titles share. */
const GENERIC =
  /情况|统计|清单|明细|一览|分布|构成|汇总|主要|基本|有关|相关|数据|指标|对比|比较|变化|分析|说明|附表|单位|万元|亿元|(?:19|20)\d{2}年度?|[上下]半年|[一二三四]季度|\d+月末?|年末?|期末|本期|各|表|\P{Script=Han}/gu;
const POINTS = /(?:^|[^参])见$/;
/** 表2、表3; 表2至表4; 表2和附件1. */
const MORE = /^[\s、，和及与至到—~～-]+(?:附?[表图件录])?\s?\d/;
const FIGURE = /\d[\d,]*(?:\.\d+)?/g;
const FIGURE_DIGITS = 3;
/** So many characters of a title on end in the sentence name it. */
const LEAST_RUN = 3;

/** 发生一般事件2起（见附件2） where 附件3 is 一般事件清单, 附件2 speaks of something else, and nothing points at 附件3. */
export function wrongTargets(
  document: ReportDocument,
  targets: readonly Target[],
  references: readonly PlacedReference[],
): readonly WrongTarget[] {
  const pointed = new Set(references.map(keyOf));
  const named = targets.filter(({ kind, title }) => kind !== 'listed' && title.length > 2);
  const lonely = named.filter((target) => !pointed.has(keyOf(target)));
  if (lonely.length === 0) return [];
  const byKey = groupBy(named, keyOf);
  return references.flatMap((reference): WrongTarget[] => {
    const [own, ...others] = byKey.get(keyOf(reference)) ?? [];
    const sentence = own && others.length === 0 ? sentenceOf(reference) : null;
    if (!own || sentence === null || isTold(sentence, own)) return [];
    const like = lonely.filter((other) => isLike(other, own));
    if (like.length === 0) return [];
    const next = nextCaption(document, reference);
    const meant = like.filter((other) =>
      means(sentence, other, own, next === other.index && next !== own.index),
    );
    const [actual, ...more] = meant;
    return actual && more.length === 0 && !holds(document, own, sentence) ? [{ reference, actual }] : [];
  });
}

/** All of the words that a title has are in the sentence. */
const isTold = (sentence: string, own: Target): boolean => {
  const words = wordsOf(own);
  return words.length > 0 && words.every((word) => sentence.includes(word));
};

/** The sentence up to the reference, of one that stands alone behind 见. */
function sentenceOf({ prose: { text }, noun, number, start, end, certain }: PlacedReference): string | null {
  if (!certain || number === '' || (noun !== '表' && !ANNEX_NOUNS.includes(noun))) return null;
  const before = text.slice(0, start);
  if (!POINTS.test(before) || MORE.test(text.slice(end, end + 8))) return null;
  return before.slice(Math.max(...['。', '；', '\n', '！'].map((mark) => before.lastIndexOf(mark))) + 1);
}

const isLike = (other: Target, own: Target): boolean =>
  other.noun === own.noun && other.kind === own.kind && other.inAnnex === own.inAnnex;

/** Nothing of the one title is in the sentence, and of the other what the one has not. */
function means(sentence: string, other: Target, own: Target, isNext: boolean): boolean {
  const [theirs, ours] = [wordsOf(other), wordsOf(own)];
  const rest = ours.flatMap(pairsOf).filter((pair) => !theirs.some((word) => word.includes(pair)));
  if (rest.length === 0 || rest.some((pair) => sentence.includes(pair))) return false;
  const runs = theirs.map((word) => longestRun(word, sentence, ours));
  return runs.some((run) => run >= (isNext ? 2 : LEAST_RUN));
}

const wordsOf = ({ title }: Target): readonly string[] =>
  title
    .replace(GENERIC, ' ')
    .split(' ')
    .filter((word) => word.length > 1);

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

/** The most characters on end that a word shares with the sentence, and not with the other title. */
function longestRun(word: string, sentence: string, others: readonly string[]): number {
  for (let length = word.length; length > 1; length--)
    for (let at = 0; at + length <= word.length; at++) {
      const run = word.slice(at, at + length);
      if (sentence.includes(run) && !others.some((other) => other.includes(run))) return length;
    }
  return 0;
}

/** A figure of the sentence stands in what is pointed at: it is meant, whatever it is called. */
function holds(document: ReportDocument, target: Target, sentence: string): boolean {
  const figures = (sentence.match(FIGURE) ?? []).filter(
    (figure) => figure.replace(/\D/g, '').length >= FIGURE_DIGITS,
  );
  if (figures.length === 0) return false;
  const body = compacted(bodyOf(document, target));
  return figures.some((figure) => body.includes(figure));
}

function bodyOf({ blocks, text }: ReportDocument, { index, kind }: Target): string {
  const from = blocks[index];
  if (!from) return '';
  const isEnd = (block: Block): boolean =>
    kind === 'caption'
      ? block.kind === 'caption' || block.kind === 'heading'
      : block.kind === 'heading' && block.annex !== null;
  let at = index + 1;
  for (let block = blocks[at]; block && !isEnd(block); block = blocks[at]) at++;
  return text.slice(from.range.start, blocks[at]?.range.start ?? text.length);
}

/** Index of the caption that follows in the same section; -1 where none does. */
function nextCaption({ blocks }: ReportDocument, reference: PlacedReference): number {
  const section = blocks[reference.block]?.section;
  for (let at = reference.block + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind === 'heading' || block?.section !== section) return -1;
    if (block?.kind === 'caption') return block.index;
  }
  return -1;
}
