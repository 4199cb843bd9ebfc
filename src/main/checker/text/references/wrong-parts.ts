import type { ProseBlock, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { type NumberedPart, numberedParts, type PartKind } from './numbered-parts';
import { type PartReference, partReferences } from './part-references';

/** A reference to a part of the report that speaks of something else, while exactly one other speaks of what is said. */
export interface WrongPart {
  readonly label: string;
  readonly actual: string;
  /** The words that the one has and the other has not. */
  readonly words: string;
  readonly range: Range;
  readonly named: Range;
  readonly meant: Range;
}

/** Words that say nothing of what a part is about. */
const GENERIC =
  /情况|情形|问题|事项|内容|要求|规定|原因|措施|工作|数据|数字|金额|有关|相关|主要|部分|方面|要素|因素|数量|总量|占比|比例|平均|合计|较[大高多小低少长]|影响|一致|不同|分别|统计|标准|范围|方式|口径|行为|进行|存在|反映|发生|完成|落实|整改|处理|管理|业务|公司|本行|我司|我行|机构|报告|本期|全年|上述|前述|期间|时间|结果|已经|需要|是否|可以|应当|按照|根据|以及|其中|各项|之一|[该的了和与及或将为是等其这那此再也]|\P{Script=Han}/gu;
/** So few pairs of characters are one word or two. */
const SHORT = 3;
/** A word so near a part's beginning is what it is about. */
const BEGINNING = 120;
/** So many characters on end are no chance. */
const LONG = 4;
/** A year tells nothing. */
const FIGURE = /\d[\d,]*(?:\.\d+)?(?!\d|年)/g;
const FIGURE_DIGITS = 3;
/** So many parts must a report have before one may be taken for another. */
const FEWEST = 3;
/** A pair of characters in more than one part of so many tells none of them. */
const FEW = 4;

/** References to articles, sections and items whose words stand in another one, and not at all in the one that is named. */
export function wrongParts(document: ReportDocument): readonly WrongPart[] {
  const references = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'list-item'
      ? partReferences(block.prose.text).map((reference) => ({ block, reference }))
      : [],
  );
  if (references.length === 0) return [];
  const words = references.flatMap(({ reference }) => pairsIn(reference.sentence));
  const index = new PairIndex(numberedParts(document), new Set(words));
  return references.flatMap(({ block, reference }) => wrongOne(index, block, reference));
}

function wrongOne(index: PairIndex, block: ProseBlock, reference: PartReference): readonly WrongPart[] {
  const { label, start, said, sentence, isDescribed } = reference;
  const own = index.ofKind(reference.kind);
  const [target, ...more] = own.filter(({ key }) => key === keyIn(index, block, reference));
  if (!target || more.length > 0 || own.length < FEWEST) return [];
  const others = own.filter((part) => part !== target && !isIn(part, block));
  const all = [target, ...others];
  const least = Math.floor(all.length / FEW);
  const rare = (words: string, most: number): readonly string[] =>
    pairsIn(words).filter((pair) => all.filter((part) => index.has(part, pair)).length <= most);
  const told: Said = { runs: runsOf(said), pairs: rare(said, Math.max(1, least)), isDescribed };
  if (told.runs.length === 0) return [];
  // What stands around the reference itself does not count.
  const text = isIn(target, block) ? target.text.replace(block.prose.text, '') : target.text;
  if (figuresOf(sentence).some((figure) => text.includes(figure))) return [];
  // What is told elsewhere is mostly told before.
  const before = isDescribed ? others.filter(({ from }) => from < block.index) : others;
  const shared = rare(isDescribed ? said : sentence, Math.max(2, least + 1));
  const meant = shared.some((pair) => text.includes(pair))
    ? wordForWord(index, before, told, text)
    : bestOf(index, before, told);
  if (!meant) return [];
  const { part, words } = meant;
  const range = sourceRange(block.prose, start, start + label.length);
  return [
    {
      label,
      actual: nameOf(part) + (part.kind === 'decimal' ? label.replace(/^[\d.]+/, '') : ''),
      words,
      range,
      named: target.range,
      meant: part.range,
    },
  ];
}

/** Of 本章第（二）节 the key with the chapter that it stands in. */
const keyIn = (index: PairIndex, block: ProseBlock, { key }: PartReference): string =>
  key.startsWith('*')
    ? key.replace('*', index.ofKind('part').find((part) => isIn(part, block))?.key ?? '')
    : key;

/** Which of the pairs that are asked for each part has; its text is gone through once. */
class PairIndex {
  private readonly held = new Map<NumberedPart, Set<string>>();
  private readonly parts: readonly NumberedPart[];

  constructor(parts: readonly NumberedPart[], wanted: ReadonlySet<string>) {
    this.parts = parts;
    for (const part of parts) {
      const found = new Set<string>();
      for (let at = 0; at + 2 <= part.text.length; at++) {
        const pair = part.text.slice(at, at + 2);
        if (wanted.has(pair)) found.add(pair);
      }
      this.held.set(part, found);
    }
  }

  ofKind(kind: PartKind): readonly NumberedPart[] {
    return this.parts.filter((part) => part.kind === kind);
  }

  has(part: NumberedPart, pair: string): boolean {
    return this.held.get(part)?.has(pair) ?? false;
  }
}

/** Pairs of characters of some words that tell something. */
const pairsIn = (words: string): readonly string[] => [...new Set(runsOf(words).flatMap(pairsOf))];

const runsOf = (words: string): readonly string[] => words.split(GENERIC).filter((run) => run.length > 1);

/** What a sentence says of the part that it names. */
interface Said {
  readonly runs: readonly string[];
  /** Pairs of characters that few parts have. */
  readonly pairs: readonly string[];
  readonly isDescribed: boolean;
}

interface Meant {
  readonly part: NumberedPart;
  readonly words: string;
}

/** The one part that has twice as much of it as any other: two pairs, or near its beginning the word that is said first. */
function bestOf(index: PairIndex, parts: readonly NumberedPart[], said: Said): Meant | null {
  const [head = ''] = said.runs;
  const headed = parts.filter((part) => pairsOf(head).every((pair) => index.has(part, pair)));
  const [best, second] = (headed.length > 0 ? headed : parts)
    .map((part) => ({ part, held: said.pairs.filter((pair) => index.has(part, pair)) }))
    .sort((a, b) => b.held.length - a.held.length);
  const [first] = best?.held ?? [];
  if (!best || first === undefined || best.held.length < 2 * (second?.held.length ?? 0)) return null;
  const isHead = said.pairs[0] === first && (said.pairs.length <= SHORT || said.runs[0] === first);
  const isEnough =
    best.held.length > 1 ||
    (said.isDescribed && isHead && best.part.text.slice(0, BEGINNING).includes(first));
  return isEnough ? { part: best.part, words: joined(best.held) } : null;
}

/** The one part that has four characters or more of it on end, of which the one that is named has no three. */
function wordForWord(
  index: PairIndex,
  parts: readonly NumberedPart[],
  said: Said,
  named: string,
): Meant | null {
  const [run = ''] = said.runs;
  if (!said.isDescribed || run.length < LONG) return null;
  if (
    Array.from({ length: run.length - 2 }, (_, at) => run.slice(at, at + 3)).some((some) =>
      named.includes(some),
    )
  )
    return null;
  const pairs = pairsOf(run);
  const [part, ...others] = parts.filter(
    (one) => pairs.every((pair) => index.has(one, pair)) && one.text.includes(run),
  );
  return part && others.length === 0 ? { part, words: run } : null;
}

function nameOf({ kind, key, written }: NumberedPart): string {
  const [above = ''] = key.split('/');
  if (kind !== 'below') return written;
  return `${above.startsWith('问题') ? above : `第${hanOf(above)}部分`}${/^[（(]/.test(written) ? `第${written}项` : written}`;
}

const hanOf = (number: string): string => '一二三四五六七八九十'.charAt(Number(number) - 1) || number;

const isIn = ({ from, to }: NumberedPart, { index }: ProseBlock): boolean => from <= index && index < to;

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

const figuresOf = (text: string): readonly string[] =>
  (text.match(FIGURE) ?? []).filter((figure) => figure.replace(/\D/g, '').length >= FIGURE_DIGITS);

/** 优惠, 惠活, 活动 → 优惠活动: the first pairs that overlap. */
function joined(pairs: readonly string[]): string {
  let words = '';
  for (const pair of pairs) {
    if (words === '') words = pair;
    else if (words.endsWith(pair.charAt(0))) words += pair.slice(1);
    else break;
  }
  return words;
}
