import { allMatches } from '../../../shared/matches';
import type { Block, ListItem, Paragraph, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { parseHanNumeral } from '../../figures/numerals';

/** （三） or 3. at the head of a paragraph or list item, or inside a sentence, that does not follow the one before. */
export interface NumberDefect {
  /** The next of the list has the very number: this one is wrong, nothing is missing. */
  miswritten?: boolean;
  readonly kind: 'gap' | 'repeated';
  /** The number due after the one that is expected here. */
  readonly next: number;
  readonly own: string;
  readonly previous: string;
  readonly expected: string;
  readonly range: Range;
  readonly previousRange: Range;
}

interface Numbered {
  readonly scheme: string;
  readonly value: number;
  readonly raw: string;
  readonly range: Range;
}

const HEAD =
  /^\s*(?:(?<comma>(?<d>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]))|(?<han>[（(](?<a>[一二三四五六七八九十]{1,3})[）)])|(?<paren>[（(](?<b>\d{1,2})[）)])|(?<dot>(?:附件[：:]\s*)?(?<c>\d{1,2})[.．、](?!\d)))/u;
const INLINE =
  /(?<=[。；：，、\s]|^)[（(](?<value>\d{1,2}|[一二三四五六七八九十]{1,3})[）)](?=[\p{Script=Han}《“])/gu;

/** Numbers skipped or repeated among items of one list; a heading ends every list, 1 begins a new one. */
export function numberDefects({ blocks }: ReportDocument): readonly NumberDefect[] {
  const found: NumberDefect[] = [];
  let last = new Map<string, Numbered>();
  for (const block of blocks) {
    if (block.kind === 'heading' || endsLists(block)) last = new Map();
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const head = block.kind === 'list-item' ? markerOf(block) : headOf(block);
    if (head) {
      step(last, head, found);
      // What was numbered below the item before does not go on below this one.
      for (const scheme of last.keys())
        if (scheme !== head.scheme && isBelow(scheme, head.scheme)) last.delete(scheme);
    }
    const inside = new Map<string, Numbered>();
    for (const one of inlineOf(block)) step(inside, one, found);
  }
  return found;
}

/** Addressee, signatory and date end the lists before them; the list of annexes begins its own, behind 附件：1. */
const endsLists = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  block.role !== 'body' &&
  (block.role !== 'annex-list' || block.prose.text.startsWith('附件'));

const ORDER = ['comma', 'han-paren', 'dot', 'list', 'paren'];
const isBelow = (scheme: string, above: string): boolean =>
  ORDER.indexOf(schemeName(scheme)) > ORDER.indexOf(schemeName(above));
const schemeName = (scheme: string): string => scheme.split(' ')[0] ?? '';

/** A list that does not begin with 1 goes on from elsewhere. */
function step(last: Map<string, Numbered>, one: Numbered, found: NumberDefect[]): void {
  const previous = last.get(one.scheme);
  last.set(one.scheme, one);
  if (!previous || one.value === 1 || one.value === previous.value + 1) return;
  const before = found.at(-1);
  if (before?.kind === 'gap' && before.range === previous.range && one.value === before.next) {
    before.miswritten = true;
    return;
  }
  const expected = one.raw.replace(/[\d一二三四五六七八九十]+/, written(previous.value + 1, one.raw));
  found.push({
    kind: one.value > previous.value ? 'gap' : 'repeated',
    next: previous.value + 2,
    own: one.raw,
    previous: previous.raw,
    expected,
    range: one.range,
    previousRange: previous.range,
  });
}

function headOf(block: Paragraph): Numbered | null {
  const match = HEAD.exec(block.prose.text);
  const { comma, han, paren, a = '', b = '', c = '', d = '' } = match?.groups ?? {};
  if (!match) return null;
  if (comma !== undefined) return numbered('comma', d, match[0].trim(), block, 0, match[0].length);
  const scheme = han !== undefined ? 'han-paren' : paren !== undefined ? 'paren' : 'dot';
  return numbered(
    scheme,
    han !== undefined ? a : b || c,
    match[0].trim(),
    block,
    match[0].length - match[0].trimStart().length,
    match[0].length,
  );
}

function markerOf(block: ListItem): Numbered | null {
  const digits = /^\d{1,3}/.exec(block.marker)?.[0];
  if (!block.ordered || digits === undefined) return null;
  const { start } = block.range;
  return {
    scheme: `list ${block.depth}`,
    value: Number(digits),
    raw: block.marker,
    range: { start, end: start + block.marker.length },
  };
}

const inlineOf = (block: Paragraph | ListItem): readonly Numbered[] =>
  allMatches(block.prose.text, INLINE).flatMap((match) => {
    const value = match.groups?.['value'] ?? '';
    const scheme = /\d/.test(value) ? 'paren' : 'han-paren';
    return match.index === 0
      ? []
      : (numbered(scheme, value, match[0], block, match.index, match.index + match[0].length) ?? []);
  });

function numbered(
  scheme: string,
  digits: string,
  raw: string,
  { prose }: Paragraph | ListItem,
  start: number,
  end: number,
): Numbered | null {
  const value = /\d/.test(digits) ? Number(digits) : Number(parseHanNumeral(digits)?.units ?? 0);
  return value > 0 ? { scheme, value, raw, range: sourceRange(prose, start, end) } : null;
}

const DIGITS = '零一二三四五六七八九';

function written(value: number, like: string): string {
  if (/\d/.test(like)) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${ones === 0 ? '' : DIGITS[ones]}`;
}
