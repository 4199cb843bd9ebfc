import { allMatches } from '../../../../shared/matches';
import type { ProseBlock, ReportDocument } from '../../../../shared/model/document';
import { parseHanNumeral } from '../../../figures/numerals';

/** 二是, with its place in the block's prose. */
export interface Ordinal {
  readonly block: ProseBlock;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

export interface ChainDefect {
  readonly kind: 'gap' | 'repeated' | 'headless' | 'alone';
  readonly ordinal: Ordinal;
  /** What should stand there; 0 where nothing should. */
  readonly expected: number;
  /** The ordinal before it in its chain. */
  readonly previous: Ordinal | null;
  /** The next of the chain has the very number: this one is wrong, nothing is missing. */
  miswritten?: boolean;
}

const ORDINAL =
  /(?:^|[。；：:，,;！？\n”）)])\s*([一二三四五六七八九十]{1,3})是(?![一二三四五六七八九十]{1,3}(?:[是，。；、]|$))/g;

interface Chain {
  last: Ordinal;
  count: number;
}

/**
 * 一是, 二是 … as they go on through the paragraphs of a section, chains within chains included; what breaks them.
 * A heading ends every chain.
 */
export function chainDefects(document: ReportDocument): readonly ChainDefect[] {
  const found: ChainDefect[] = [];
  let open: Chain[] = [];
  const close = (chains: readonly Chain[]): void => {
    for (const { last, count } of chains) {
      if (count === 1 && last.value === 1)
        found.push({ kind: 'alone', ordinal: last, expected: 0, previous: null });
    }
  };
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      close(open);
      open = [];
    } else if (block.kind === 'paragraph' || block.kind === 'list-item') {
      for (const ordinal of ordinalsOf(block)) {
        const kept = step(open, ordinal, found);
        close(open.slice(kept));
        open = open.slice(0, kept);
        // A chain that begins with 二是 is told once, and goes on.
        if (ordinal.value === 1 || kept === 0)
          open.push({ last: ordinal, count: ordinal.value === 1 ? 1 : 2 });
      }
    }
  }
  close(open);
  return found.sort(
    (a, b) => a.ordinal.block.index - b.ordinal.block.index || a.ordinal.start - b.ordinal.start,
  );
}

/** How many of the open chains stay open. */
function step(open: readonly Chain[], ordinal: Ordinal, found: ChainDefect[]): number {
  if (ordinal.value === 1) return open.length;
  const going = open.findLastIndex(({ last }) => last.value === ordinal.value - 1);
  const at = going >= 0 ? going : open.length - 1;
  const chain = open[at];
  if (!chain) {
    found.push({ kind: 'headless', ordinal, expected: 1, previous: null });
    return 0;
  }
  if (going < 0 && !isWrittenOtherwise(chain.last, ordinal)) {
    const kind = ordinal.value <= chain.last.value ? 'repeated' : 'gap';
    const before = found.findLast((one) => one.ordinal === chain.last);
    if (before?.kind === 'gap' && ordinal.value === before.expected + 1) before.miswritten = true;
    else found.push({ kind, ordinal, expected: chain.last.value + 1, previous: chain.last });
  }
  chain.last = ordinal;
  chain.count++;
  return at + 1;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 一是…；其二，…；三是: the one between stands there in another form, or in the middle of a clause. */
function isWrittenOtherwise(last: Ordinal, { block, value, start }: Ordinal): boolean {
  const missing = DIGITS[last.value + 1];
  if (missing === undefined || value !== last.value + 2) return false;
  const between = block.prose.text.slice(last.block === block ? last.end : 0, start);
  const another = `(?:${missing}[则来要、]|其${missing}|第${missing}[，,、是]|[（(]${missing}[）)]${value === 3 ? '|其次' : ''})`;
  return new RegExp(`${missing}是|(?:^|[，。；：\\n])\\s*${another}`).test(between);
}

const ordinalsOf = (block: ProseBlock): readonly Ordinal[] =>
  allMatches(block.prose.text, ORDINAL).flatMap((match) => {
    const numeral = parseHanNumeral(match[1] ?? '');
    if (!numeral) return [];
    const end = match.index + match[0].length;
    return [{ block, value: Number(numeral.units), start: end - (match[1]?.length ?? 0) - 1, end }];
  });
