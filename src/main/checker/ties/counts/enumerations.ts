import { allMatches } from '../../../../shared/matches';
/** Items of a list in prose, as indices into the text. */
export interface Item {
  readonly from: number;
  readonly to: number;
}

export interface Listing {
  readonly items: readonly Item[];
  /** Counts that another reading of the same words would give (研究与开发 is one item or two). */
  readonly least: number;
  readonly most: number;
  /** Ends in 等: it does not claim to be whole. */
  readonly open: boolean;
  /** Nothing but short items with 、 between them: a count that differs is a contradiction. */
  readonly plain: boolean;
}

/** 涉及, 参与, 和解 join nothing. */
const JOINTS = '以及|(?<![涉普波提顾触遍])及(?![时格])|和(?![解谐])|(?<![参授给赋])与|或(?![有许])';
const JOINT = new RegExp(JOINTS, 'g');
const FIRST_JOINT = new RegExp(JOINTS);
const MAX_ITEM = 16;
const OPEN = /等(?:等)?$/;
const BETWEEN = /[、；;]/;

/** Reads `text.slice(from, to)` as a list; brackets, quotes and titles are not looked into. */
export function readListing(text: string, from: number, to: number): Listing {
  // A mark at the end closes the list (- 部门8个：…、综合部；) and begins no further item.
  const body = text.slice(from, to).replace(/[、；;\s]+$/, '');
  const open = OPEN.test(body);
  const end = from + body.length - (OPEN.exec(body)?.[0].length ?? 0);
  const pieces = splitOutside(text, from, end, BETWEEN);
  const hasDeeper = splitOutside(text, from, end, /[，,；;]/).length > 1;
  const last = pieces.at(-1);
  const lastJoints = last ? jointsIn(text, last) : 0;
  const items =
    last && lastJoints === 1 && pieces.length > 1
      ? [...pieces.slice(0, -1), ...splitJoint(text, last)]
      : pieces;
  // The first piece may drag its sentence along (我司已与甲、乙…): a joint there counts only between like words.
  const allJoints = pieces.reduce(
    (sum, piece, index) => sum + (index > 0 || joinsAlike(text, piece) ? jointsIn(text, piece) : 0),
    0,
  );
  const tooLong = items.slice(1).some((item) => item.to - item.from > MAX_ITEM && !isTitle(text, item));
  const plain = items.length > 1 && !hasDeeper && !tooLong && items.every((item) => item.to > item.from);
  return { items, least: pieces.length, most: pieces.length + allJoints, open, plain };
}

/** A title or a quotation and nothing else may be long. */
export const isTitle = (text: string, { from, to }: Item): boolean =>
  /[《“]/.test(text.charAt(from)) && /[》”]/.test(text.charAt(to - 1));

function splitOutside(text: string, from: number, to: number, separator: RegExp): Item[] {
  const items: Item[] = [];
  let depth = 0;
  let start = from;
  for (let index = from; index < to; index++) {
    const char = text.charAt(index);
    if ('（(《“「['.includes(char)) depth++;
    else if ('）)》”」]'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separator.test(char)) {
      items.push({ from: start, to: index });
      start = index + 1;
    }
    // 《甲》《乙》: titles and quotations side by side.
    if (
      depth === 0 &&
      separator === BETWEEN &&
      '》”'.includes(char) &&
      '《“'.includes(text.charAt(index + 1) || '.')
    ) {
      items.push({ from: start, to: index + 1 });
      start = index + 1;
    }
  }
  items.push({ from: start, to });
  return items;
}

const jointsIn = (text: string, item: Item): number =>
  allMatches(text.slice(item.from, item.to).replace(/[（(《“「[].*?[）)》”」\]]/g, ''), JOINT).length;

/** 经营码与个人码: both sides end alike and are about as long. */
function joinsAlike(text: string, item: Item): boolean {
  const [left, right] = splitJoint(text, item);
  if (!left || !right) return false;
  const [a, b] = [text.slice(left.from, left.to), text.slice(right.from, right.to)];
  return (
    a.slice(-1) === b.slice(-1) ||
    (a.length <= 6 && Math.abs(a.length - b.length) <= 1 && !/[已将司行]$/.test(a))
  );
}

function splitJoint(text: string, item: Item): Item[] {
  const match = FIRST_JOINT.exec(text.slice(item.from, item.to));
  if (!match || match.index === 0) return [item];
  const at = item.from + match.index;
  return [
    { from: item.from, to: at },
    { from: at + match[0].length, to: item.to },
  ];
}

const CHAINS: readonly RegExp[] = [
  /(?:^|[。；：，！？\n])\s*(?:其)?([一二三四五六七八九十]{1,2})(?:是|为|要)(?!否|了|此)/g,
  /(?:^|[。；：！？\n])\s*第([一二三四五六七八九十]{1,2})[，,、]/g,
  /(?:^|[。；：！？\n，])\s*[（(]([一二三四五六七八九十]{1,2}|\d{1,2})[）)]/g,
];

const FIRST_THEN = /(?:^|[。；：，！？\n])\s*(首先|其次|再次|然后|最后)[，,：]/g;

/** Enumerators 一是, 二是 … / 第一，… / （1）…: where each stands and what it counts. */
export interface Enumerator {
  readonly at: number;
  readonly end: number;
  readonly value: number;
}

/** The chain that starts nearest behind `from`: up to where the numbering starts anew. */
export function readChain(text: string, from: number): readonly Enumerator[] {
  for (const pattern of CHAINS) {
    const found = allMatches(text, pattern).flatMap((match): Enumerator[] => {
      const end = match.index + match[0].length;
      const value = numeral(match[1] ?? '');
      const at = end - match[0].replace(/^[。；：，！？\n\s]+/, '').length;
      return at >= from && value !== null ? [{ at, end, value }] : [];
    });
    const first = found.findIndex((one) => one.value === 1);
    if (first < 0) continue;
    const again = found.findIndex((one, index) => index > first && one.value === 1);
    return found.slice(first, again < 0 ? undefined : again);
  }
  return firstThen(text, from);
}

/** 首先，… 其次，… 最后，…: a chain without numbers. */
function firstThen(text: string, from: number): readonly Enumerator[] {
  const found = allMatches(text, FIRST_THEN).filter((match) => match.index >= from);
  const start = found.findIndex((match) => match[1] === '首先');
  if (start < 0) return [];
  const last = found.findIndex((match, index) => index > start && match[1] === '最后');
  return found.slice(start, last < 0 ? undefined : last + 1).map((match, index) => {
    const end = match.index + match[0].length;
    return { at: end - (match[1]?.length ?? 0) - 1, end, value: index + 1 };
  });
}

const DIGITS = '零一二三四五六七八九';

function numeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 1) return text === '十' ? 10 : DIGITS.indexOf(text);
  if (text.startsWith('十')) return 10 + DIGITS.indexOf(text.charAt(1));
  return text.endsWith('十') ? DIGITS.indexOf(text.charAt(0)) * 10 : null;
}
