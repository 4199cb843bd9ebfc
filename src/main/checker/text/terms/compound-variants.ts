import { addTo, groupBy } from '../../../../shared/group-by';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { type Occurrences, occurrencesOf } from '../../../document/occurrences';
import { ACTS, GENERIC_NOUNS, SOFT_ACTS, VERBS } from '../../language/lexicon';
import { chunksOf } from './term-chunks';
import { type GramPlace, Grams, proseAt, wordBeside } from './term-grams';
import { agreeingPlaces, areApart, areInTwoPlaces, type Variant, variantOf } from './term-places';

/**
 * Terms of two words and more that a report writes in two ways: with a word more or less (条码支付互联互通, 条码互联互通), with
 * one word for its like (主题运营物料, 主题宣传物料), or with two words exchanged (境外钱包机构, 境外机构钱包). That words differ is
 * no defect by itself: it takes a rest so special that it names one thing only, or long stretches that agree around it.
 */
export function compoundVariants(document: ReportDocument): readonly Variant[] {
  const chunks = chunksOf(document);
  const pairs = new Grams(chunks);
  const triples = new Grams(chunks, pairs);
  const words = occurrencesOf(document);
  const found = [
    ...insertions(pairs, triples, headingProses(document)),
    ...exchanges(pairs, triples),
    ...transpositions(pairs, triples),
    ...collectives(pairs, triples),
  ];
  return merged(found.filter(({ forms }) => forms.every(({ name }) => !isDefined(words, name))));
}

const SHORT_HEADING = 16;
/** Headings that are hardly more than a name. */
const headingProses = ({ blocks }: ReportDocument): ReadonlySet<Prose> =>
  new Set(
    blocks.flatMap((block) =>
      block.kind === 'heading' && block.prose.text.length <= SHORT_HEADING ? [block.prose] : [],
    ),
  );

/** A short or further name that the report gives itself is meant. */
const isDefined = (words: Occurrences, name: string): boolean =>
  words.has(`“${name}”`) || words.has(`《${name}》`);

const isGeneric = (word: string): boolean => ACTS.has(word) || GENERIC_NOUNS.has(word);
const isVerb = (word: string): boolean => ACTS.has(word) || VERBS.has(word);
const isLatin = (word: string): boolean => /^[A-Za-z]/.test(word);

const TIME =
  /^(?:[年季月周日][度份末初内均]?|[上下]?半年|[全本当][年季月期日]|期[末初内]|[同环]比|.?季度|年度|月度)$/;

/** What is said of a thing as a whole is no part of its name: 报告总体质量. */
const OVERALL = new Set([
  '总体',
  '整体',
  '综合',
  '实际',
  '平均',
  '全部',
  '主要',
  '基本',
  '相关',
  '有关',
  '具体',
]);

/** x a y beside x y. A heading may say less than the text. */
function* insertions(pairs: Grams, triples: Grams, headings: ReadonlySet<Prose>): Generator<Variant> {
  for (let gram = 0; gram < triples.size; gram++) {
    const pair = pairs.findPair(triples.firstOf(gram), triples.lastOf(gram));
    if (pair < 0) continue;
    const [times, others] = [triples.count(gram), pairs.count(pair)];
    if (others === 0 || times + others < 3 || times === others) continue;
    const [x = '', a = '', y = ''] = triples.textsOf(gram);
    if (x.length < 2 || y.length < 2 || a.length < 2 || isLatin(a)) continue;
    // 季度客户备付金 and 季度备付金: a time is no part of a term.
    if (VERBS.has(x) || isVerb(y) || TIME.test(x) || OVERALL.has(a)) continue;
    const [long, short] = [triples.places(gram), pairs.places(pair)];
    const places = pickPlaces(long, short, { x, a, y }, pairs);
    if (!places || !areApart(places.long, 3, places.short, 2)) continue;
    if (places.short.every((place) => headings.has(proseAt(place)))) continue;
    yield variantOf([places.long, 3 + places.further], [places.short, 2 + places.further]);
  }
}

interface Inserted {
  readonly x: string;
  readonly a: string;
  readonly y: string;
}

interface InsertedPlaces {
  readonly long: readonly GramPlace[];
  readonly short: readonly GramPlace[];
  /** Words behind that belong to the term too. */
  readonly further: number;
}

/** The places that are two ways of one term; null where the rest could as well name several things. */
function pickPlaces(
  long: readonly GramPlace[],
  short: readonly GramPlace[],
  { x, a, y }: Inserted,
  pairs: Grams,
): InsertedPlaces | null {
  const heads = short.map((place) => tailOf(place, 1));
  const head = heads[0];
  // What stands behind names one thing: nothing but x or a is ever before it.
  if (head && heads.every((one) => one?.name === head.name)) {
    const all = head.words === 1 ? null : pairs.placesOf(...head.key);
    const withHead = long.filter((place) => tailOf(place, 2)?.name === head.name);
    const isOnly = (place: GramPlace): boolean => {
      const word = wordBeside(place, -1);
      return word === '' || word === x || word === a || isVerb(word);
    };
    if (all && withHead.length > 0 && all.every(isOnly)) return { long: withHead, short, further: 1 };
  }
  const [usual, rare, sizes] =
    long.length > short.length ? ([long, short, [3, 2]] as const) : ([short, long, [2, 3]] as const);
  const agreeing = agreeingPlaces(usual, sizes[0], rare, sizes[1]);
  if (agreeing.length > 0)
    return long.length > short.length
      ? { long, short: agreeing, further: 0 }
      : { long: agreeing, short, further: 0 };
  // What stands before is always followed by either.
  const before = new Set([...long, ...short].map((place) => wordBeside(place, -1)));
  const [v = ''] = before;
  if (before.size !== 1 || v === '' || v.length + x.length < 4 || (isGeneric(v) && isGeneric(x))) return null;
  const all = pairs.placesOf(v, x);
  const isSure = all.every((place) => [a, y].includes(wordBeside(place, 2)));
  return isSure && all.length === long.length + short.length ? { long, short, further: 0 } : null;
}

/** The two words from `by` on, of which one at least names something by itself. */
function tailOf(place: GramPlace, by: number) {
  const [first, second] = [wordBeside(place, by), wordBeside(place, by + 1)];
  if (second === '' || first.length + second.length < 4) return null;
  if (isGeneric(first) && isGeneric(second)) return null;
  if (isGeneric(second) && ACTS.has(first)) return null;
  return { name: first + second, key: [first, second] as const, words: 2 };
}

/** One sentence may well name one thing twice; side by side two like names are two things. */
const CLAUSE_END = /[，。；！？]/;

/** x a y beside x b y, where a and b are said of one thing. */
function* exchanges(pairs: Grams, triples: Grams): Generator<Variant> {
  for (const [at, likes] of [...SOFT_ACTS, ...CONFUSED].entries()) {
    const groups = new Map<string, (readonly [string, number])[]>();
    for (const gram of withMiddle(triples, likes)) {
      const [x = '', a = '', y = ''] = triples.textsOf(gram);
      if (x.length < 2 || y.length < 2) continue;
      const group = `${at} ${x} ${y}`;
      addTo(groups, group, [a, gram]);
    }
    for (const grams of groups.values()) {
      if (grams.length !== 2) continue;
      const forms = grams.map(([a, gram]) => [a, triples.places(gram)] as const);
      const [first, second, ...more] = [...forms].sort(([, a], [, b]) => b.length - a.length);
      if (!first || !second || more.length > 0) continue;
      const [usual, rare] = [first[1], second[1]];
      // A word typed for another is wrong beside a figure too.
      const isConfused = at >= SOFT_ACTS.length && usual.every((place) => wordBeside(place, 0).length > 2);
      const isOne = isSpecial([...usual, ...rare], pairs) || agreeingPlaces(usual, 3, rare, 3).length > 0;
      if (isConfused ? areInTwoPlaces(usual, rare) : isOne && areApart(usual, 3, rare, 3, CLAUSE_END))
        yield variantOf([usual, 3], [rare, 3]);
    }
  }
}

/** Words that are taken for each other in typing; beside the same words they are hardly two things. */
const CONFUSED: readonly ReadonlySet<string>[] = [
  new Set(['监测', '检测']),
  new Set(['账户', '帐户']),
  new Set(['核查', '核察']),
  new Set(['制定', '制订']),
  new Set(['反映', '反应']),
  new Set(['权利', '权力']),
  new Set(['备付', '备份']),
  new Set(['授信', '受信']),
];

/** The two words before are the same at all places, and nothing else ever follows them. */
function isSpecial(places: readonly GramPlace[], pairs: Grams): boolean {
  const before = new Set(places.map((place) => wordBeside(place, -1)));
  const [v = ''] = before;
  const x = places[0] ? wordBeside(places[0], 0) : '';
  if (before.size !== 1 || v === '' || v.length + x.length < 4 || (isGeneric(v) && isGeneric(x)))
    return false;
  const ends = new Set(places.flatMap((place) => [wordBeside(place, 1), wordBeside(place, 2)]));
  return pairs.placesOf(v, x).every((place) => ends.has(wordBeside(place, 2)));
}

/** The grams of three words with one of these in the middle, in the order of the text. */
function* withMiddle(triples: Grams, middles: ReadonlySet<string>): Generator<number> {
  const grams = [...triples.numbersOf(middles)].flatMap((word) => triples.around(word));
  yield* grams.sort((a, b) => a - b);
}

/** Acts that the lists of acts do not hold, as they are things as often. */
const NOMINAL_ACTS = new Set(['保护', '测评']);

/** x a b beside x b a, or a b y beside b a y: neither a nor b an act, of which one word may well govern the other. */
function* transpositions(pairs: Grams, triples: Grams): Generator<Variant> {
  const told = new Set<number>();
  for (let gram = 0; gram < triples.size; gram++) {
    const [second, third] = [triples.middleOf(gram), triples.lastOf(gram)];
    const turned = second === third ? -1 : pairs.findPair(triples.firstOf(gram), third);
    const other = turned < 0 ? -1 : triples.findPair(turned, second);
    if (other < 0 || told.has(gram) || told.has(other)) continue;
    const [x = '', a = '', b = ''] = triples.textsOf(gram);
    if ([x, a, b].some((word) => word.length < 2 || isLatin(word)) || isVerb(a) || isVerb(b)) continue;
    // 安全保护等级 is a grade, 安全等级保护 is what goes by it.
    if (NOMINAL_ACTS.has(a) || NOMINAL_ACTS.has(b)) continue;
    told.add(gram);
    const [places, others] = [triples.places(gram), triples.places(other)];
    const [usual, rare] = places.length >= others.length ? [places, others] : [others, places];
    if (areApart(usual, 3, rare, 3)) yield variantOf([usual, 3], [rare, 3]);
  }
}

/** What makes a name one of many; of two such words for one name either would do. */
const COLLECTIVE = new Set(['各类', '系', '系列', '旗下']);

/** 腾讯各类App, 腾讯系App, 腾讯App. */
function* collectives(pairs: Grams, triples: Grams): Generator<Variant> {
  const groups = new Map<string, (readonly GramPlace[])[]>();
  for (const gram of withMiddle(triples, COLLECTIVE)) {
    const [x = '', , y = ''] = triples.textsOf(gram);
    if (isGeneric(x) || isVerb(x) || isVerb(y)) continue;
    const group = `${x} ${y}`;
    groups.set(group, [...(groups.get(group) ?? []), triples.places(gram)]);
  }
  for (const [key, forms] of groups) {
    if (forms.length < 2) continue;
    const bare = pairs.placesOf(...key.split(' '));
    const sized = [
      ...forms.map((places) => [places, 3] as const),
      ...(bare.length > 0 ? [[bare, 2] as const] : []),
    ];
    const [usual, ...others] = sized.sort(([a], [b]) => b.length - a.length);
    for (const other of others) if (usual) yield variantOf(usual, other);
  }
}

/** Variants of one pair of names are one. */
const merged = (variants: readonly Variant[]): readonly Variant[] =>
  [...groupBy(variants, ({ forms }) => forms.map(({ name }) => name).join(' ')).values()].flatMap(
    ([first]) => first ?? [],
  );
