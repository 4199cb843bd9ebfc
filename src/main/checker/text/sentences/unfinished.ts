import type { Block, ListItem, Paragraph, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { type ListStyle, listStyles } from '../lists/list-style';
import { danglingWord } from './connectives';
import {
  hasInnerSentence,
  isDatedEntry,
  isEntryLine,
  isLabelLine,
  isNumbered,
  isSentenceLike,
  SELF,
} from './sentence-like';
import { contentEnd, type Ending, endingOf, hanCount, lastClause } from './sentences';

/** The place where a paragraph stops too early. */
export interface BrokenEnd extends Range {
  readonly word: string;
  /** The mark to add when the sentence looks complete but for it; null when words are missing too. */
  readonly mark: '。' | '：' | null;
  /** The next block goes on with the sentence. */
  readonly continues: boolean;
}

const BARE_SUBJECT_END = new RegExp(`(?:${SELF})$`);
/** Endings after which a noun or verb is still due, so that a full stop would not mend the sentence. */
const OPEN_END =
  /(?:各项|各类|相关|有关|多项|主要|进一步|持续|不断|逐步|有效|充分|以下|上述|这一|该|此|其|各|已|正在|将|尚|均|约|近|超|共|达|是|为|从|向|把|被|对|不|未|受|让|使|由|以|在|与|和|及|或|并|而|但|且|其中|以及|并且|尚未|未能|能够|可以|需要|应当)$/;
const LEAD_IN = /(?:如下|如下所示|如下表所示|包括|以下[^，。；]{0,10})$/;
const CONTINUES = /^(?:的|地|得|和|与|及|或|等|了|，|、|。|；|）|”)/;

type Prose = Paragraph | ListItem;

/** Broken ends by block index: body paragraphs and list items that stop without a final mark though they must have one. */
export function findBrokenEnds(document: ReportDocument): ReadonlyMap<number, BrokenEnd> {
  const { blocks } = document;
  const found = new Map<number, BrokenEnd>();
  const weak: number[] = [];
  let closed = 0;
  const styles = listStyles(blocks);
  for (const block of blocks) {
    if (!isCandidate(block)) continue;
    const ending = endingOf(block.prose.text);
    if (ending === 'final') {
      if (block.kind === 'paragraph') closed++;
      const semicolon = stopsAtSemicolon(block, blocks);
      if (semicolon) found.set(block.index, semicolon);
      continue;
    }
    const style = block.kind === 'list-item' ? styles.get(block.index) : undefined;
    if (!isUnfinished(block, ending, document, style)) continue;
    found.set(block.index, brokenEnd(block, ending, blocks[block.index + 1]));
    if (block.kind === 'paragraph' && !hasInnerSentence(block.prose.text)) weak.push(block.index);
  }
  // A report that never closes its one-sentence paragraphs does so by habit.
  if (weak.length >= 4 && weak.length > closed) for (const index of weak) found.delete(index);
  return found;
}

const isCandidate = (block: Block): block is Prose =>
  block.kind === 'list-item' || (block.kind === 'paragraph' && block.role === 'body');

function isUnfinished(
  block: Prose,
  ending: Ending,
  document: ReportDocument,
  style: ListStyle | undefined,
): boolean {
  const text = block.prose.text.slice(0, contentEnd(block.prose.text));
  if (hanCount(text) < 4 || endsInSideNote(text) || isEntry(block, text, document.blocks)) return false;
  if (isHead(text, document.blocks[block.index + 1])) return false;
  if (ending === 'pause') return hanCount(text) >= 8 && style !== 'open' && style !== 'pause';
  if (style === 'open') return false;
  if (style === 'closed') return ending === 'open' && !isLabelLine(text);
  const ordered = block.kind === 'list-item' && block.ordered;
  const context = { headingLike: ordered || isNumbered(text) || isEmphasised(block, document.text) };
  if (isNumbered(text) && followsSemicolon(block, document.blocks)) return true;
  if (!context.headingLike && hanCount(text) >= 12 && hasOpenBracket(text)) return true;
  if (!isSentenceLike(text, context)) return false;
  return ending === 'open' || hasInnerSentence(text) || /，/.test(text);
}

/** 5. 预警阈值, right above a table: its head, whatever the items before it end in. */
const isHead = (text: string, next: Block | undefined): boolean =>
  (next?.kind === 'table' || next?.kind === 'caption') &&
  hanCount(text) <= LONGEST_HEAD &&
  !/[，。；、：]/.test(text.replace(MARK, ''));
const LONGEST_HEAD = 14;
const MARK = /^(?:[一二三四五六七八九十]{1,3}|[（(]?\d{1,2})[、.．）)]/;

/** `（一）…；（二）…；（三）…`: the last of a run of numbered paragraphs whose others end in `；`. */
function followsSemicolon(block: Prose, blocks: readonly Block[]): boolean {
  const before = blocks[block.index - 1];
  return before?.kind === block.kind && isNumbered(before.prose.text) && /[；;]$/.test(before.prose.text);
}

/** A paragraph, no item of an enumeration, that ends in `；` with no further paragraph to go on in. */
function stopsAtSemicolon(block: Prose, blocks: readonly Block[]): BrokenEnd | null {
  const { text } = block.prose;
  const end = contentEnd(text);
  if (block.kind !== 'paragraph' || !/[；;]/.test(text[end - 1] ?? '') || hanCount(text) < 12) return null;
  if (isNumbered(text) || /^(?:[一二三四五六七八九十]是|其[一二三四]|第[一二三四])/.test(text)) return null;
  const next = blocks[block.index + 1];
  const before = blocks[block.index - 1];
  const isText = (other: Block | undefined) => other?.kind === 'list-item' || other?.kind === 'paragraph';
  if (isText(next) || (before?.kind === 'paragraph' && /[；;]$/.test(before.prose.text))) return null;
  return { ...lastClause(text), word: '；', mark: null, continues: false };
}

/** The last line of a paragraph with soft breaks is a signature, date or label under finished prose. */
function endsInSideNote(text: string): boolean {
  const line = text.lastIndexOf('\n');
  if (line < 0) return false;
  const last = text.slice(line + 1);
  if (isLabelLine(last)) return true;
  return endingOf(text.slice(0, line)) === 'final' && !/[，；]/.test(last) && hanCount(last) <= 24;
}

/** One of the lines of a cover or a form, in a paragraph of several or between paragraphs of its like. */
function isEntry({ index }: Prose, text: string, blocks: readonly Block[]): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  if (!lines.every(isEntryLine)) return false;
  const isLike = (other: Block | undefined): boolean =>
    other !== undefined && isCandidate(other) && isEntryLine(other.prose.text);
  return lines.length > 1 || isDatedEntry(text) || isLike(blocks[index - 1]) || isLike(blocks[index + 1]);
}

function isEmphasised(block: Prose, source: string): boolean {
  const raw = source
    .slice(block.range.start, block.range.end)
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .trim();
  return /^(\*{1,3}|_{1,3})[^*_].*\1$/s.test(raw) && !raw.slice(2, -2).includes('**');
}

function brokenEnd(block: Prose, ending: Ending, next: Block | undefined): BrokenEnd {
  const { text } = block.prose;
  const at = lastClause(text);
  const body = text.slice(0, at.end);
  const follows = next?.kind === 'paragraph' && next.role === 'body' ? next.prose.text.trimStart() : '';
  const continues =
    follows !== '' && (CONTINUES.test(follows) || (ending === 'pause' && !isNumbered(follows)));
  if (ending === 'pause') return { ...at, word: body.at(-1) ?? '', mark: null, continues };
  const word = BARE_SUBJECT_END.exec(body)?.[0] ?? danglingWord(body) ?? OPEN_END.exec(body)?.[0];
  if (word && !continues && !LEAD_IN.test(body)) return { ...at, word, mark: null, continues: false };
  if (continues || hasOpenBracket(body))
    return { ...at, word: body.slice(Math.max(at.start, at.end - 6)), mark: null, continues };
  return { ...at, word: '', mark: LEAD_IN.test(body) ? '：' : '。', continues: false };
}

function hasOpenBracket(text: string): boolean {
  const tail = text.slice(-400);
  return [
    ['（', '）'],
    ['《', '》'],
    ['“', '”'],
  ].some(([open = '', close = '']) => tail.lastIndexOf(open) > tail.lastIndexOf(close));
}
