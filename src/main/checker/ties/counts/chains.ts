import { allMatches } from '../../../../shared/matches';
import type { ListItem, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import type { Counted } from './counted';
import { type Enumerator, readChain } from './enumerations';
import type { CountCheck } from './index';

const BACK = /(?:上述|以上|前述|这)$/;

/** 一是…；二是…；三是…。上述3项措施: the enumerators before it in the paragraph. */
export function chainBefore(counted: Counted): CountCheck | null {
  const { block, from, value } = counted;
  const { text } = block.prose;
  if (!BACK.test(text.slice(0, from))) return null;
  const chain = readChain(text, 0).filter(({ end }) => end <= from);
  if (chain.length < 2) return null;
  const items = chain.map((one) => sourceRange(block.prose, one.at, one.end));
  return { ...base(counted, items), counted: items.length, status: items.length === value ? 'pass' : 'fail' };
}

const MAX_GAP = 60;
const ANNOUNCES = /^[^。；\n]{0,30}(?:[：:。，]|$)/;

/** `四个方面：一是…二是…`: enumerators behind the count, in its paragraph or at the heads of those that follow. */
export function chainAfter(document: ReportDocument, counted: Counted): CountCheck | null {
  const { block, to, value } = counted;
  const { text } = block.prose;
  if (!ANNOUNCES.test(text.slice(to))) return null;
  const inside = readChain(text, to);
  const first = inside[0];
  const items: Range[] = [];
  if (first) {
    const between = text.slice(to, first.at);
    if (between.length > MAX_GAP || /[一二两三四五六七八九十\d]+(?:个|项|方面|点|类)/.test(between))
      return null;
    items.push(...inside.map((one) => sourceRange(block.prose, one.at, one.end)));
  } else if (text.length - to > MAX_GAP || /。./.test(text.slice(to))) return null;
  items.push(...chainInFollowing(document, block.index, items.length));
  if (items.length === 0 && /以下(?![统简]?称)|如下|下列/.test(text.slice(Math.max(0, counted.from - 20)))) {
    items.push(...numberedHeads(document, block.index));
  }
  if (items.length < 2) return null;
  if (items.length !== value && (isOtherCount(text.slice(to), items.length) || areParts(inside, counted)))
    return null;
  return { ...base(counted, items), counted: items.length, status: items.length === value ? 'pass' : 'fail' };
}

/** 3家机构发生中断4次，其中：, over four items. */
const isOtherCount = (behind: string, count: number): boolean =>
  new RegExp(`^[^。；]*?(?<![\\d.,])${count}[次笔起宗件项个家户人名处条台种类]`).test(behind);

/** 16项：一是制度建设8项；二是系统改造6项；三是培训2项: each tells how many of them it has. */
function areParts(chain: readonly Enumerator[], { block: { prose }, unit }: Counted): boolean {
  const count = new RegExp(`[\\d一二两三四五六七八九十]${unit}`);
  return (
    chain.length > 1 &&
    chain.every(({ end }, nth) => {
      const next = chain[nth + 1]?.at ?? prose.text.length;
      return count.test(prose.text.slice(end, next).split('。')[0] ?? '');
    })
  );
}

/** Paragraphs that go on with 一是/二是 or with list items, up to the next heading or table. */
function chainInFollowing(document: ReportDocument, index: number, already: number): readonly Range[] {
  const own = document.blocks[index];
  // A count within a list item is of the items below it, never of its equals.
  const equal = (item: ListItem): boolean =>
    own?.kind === 'list-item' && item.depth <= own.depth && item.ordered === own.ordered;
  let depth = own?.kind === 'list-item' ? null : 0;
  const items: Range[] = [];
  for (let at = index + 1; at < document.blocks.length; at++) {
    const next = document.blocks[at];
    if (next?.kind === 'list-item' && already === 0) {
      if (equal(next)) break;
      // A list that goes on with 3. began before.
      if (items.length === 0 && /^\D{0,2}(?!1\D|1$)\d/.test(next.marker)) break;
      depth ??= next.depth;
      if (next.depth === depth) items.push(next.range);
      continue;
    }
    if (next?.kind === 'caption') continue;
    if (next?.kind !== 'paragraph') break;
    const chain = readHeads(next.prose.text);
    const opens = chain[0];
    if (!opens || opens.at > 0) {
      if (items.length > 0 || already > 0) break;
      return [];
    }
    if (opens.value === 1 && items.length + already > 0) break;
    if (opens.value !== 1 && items.length + already === 0) return [];
    items.push(...chain.map((one) => sourceRange(next.prose, one.at, one.end)));
  }
  return items;
}

const HEAD_NUMBER = /^\s*[（(]([一二三四五六七八九十]{1,2})[）)]/;

/** 以下四个方面： over headings or paragraphs （一）, （二） …, up to the next 一、 or a new （一）. */
function numberedHeads({ blocks }: ReportDocument, index: number): readonly Range[] {
  const items: Range[] = [];
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === 'heading' && block.number?.scheme !== 'han-paren' && block.level <= 2) break;
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const match = HEAD_NUMBER.exec(block.prose.text);
    const value = ORDER.indexOf(match?.[1] ?? '-') + 1;
    if (!match || value === 0) continue;
    if (value === 1 && items.length > 0) break;
    // A gap in the numbers is a defect of its own; the count is then anybody's guess.
    if (value !== items.length + 1) return [];
    items.push(sourceRange(block.prose, 0, match[0].length));
  }
  return items;
}

const HEADS = /(?:^|[。；])\s*([一二三四五六七八九十]{1,2})是/g;
const ORDER = '一二三四五六七八九十';

const readHeads = (text: string): readonly { at: number; end: number; value: number }[] =>
  allMatches(text, HEADS).map((match) => {
    const end = match.index + match[0].length;
    return { at: end - (match[1]?.length ?? 0) - 1, end, value: ORDER.indexOf(match[1] ?? '') + 1 };
  });

const base = (counted: Counted, items: readonly Range[]) => ({
  kind: 'list' as const,
  counted: 0,
  stated: counted,
  items,
});
