import { compare, decimal } from '../../../../shared/decimal';
import { allMatches } from '../../../../shared/matches';
import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { sourceRange } from '../../../document/prose';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from '../prose/claims';
import { NOT_SORTED } from '../prose/rankings';
import type { NamedRow, RowCell, RowIndex, RowMention } from './row-index';
import { sizeOf } from './tops';

/** 按消费金额排名，前三位依次为; 笔数排名前五的参与者依次为. */
const TOPS =
  /(?:排名前[两二三四五六七八九十\d]+(?:位|名)?|前[两二三四五六七八九十\d]+(?:位|名|大)|[由从](?:高到低|多到少|大到小))的?[^，。；：\d]{0,12}?(?:依次|分别)(?:为|是)[：:]?/g;
const NEXT = /^(?:、|和|与|及|以及)$/;
const LEAST = 3;

/** 前三位依次为商超、餐饮、加油: the rows of these names are the greatest of the column that the sentence names, in this order. */
export function rowOrderTies(
  input: TieInput,
  index: RowIndex,
  block: ProseBlock,
  mentions: readonly RowMention[],
): readonly Tie[] {
  const { text } = block.prose;
  if (!text.includes('次为') && !text.includes('次是')) return [];
  return allMatches(text, TOPS).flatMap((match): readonly Tie[] => {
    const from = match.index + match[0].length;
    const list = listFrom(text, mentions, from);
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, from);
    const cells = list.length < LEAST ? [] : topCells(index, list, sentence);
    const back = cells.findIndex((cell, at) => at > 0 && isLess(cells[at - 1], cell));
    const [before, wrong, mention] = [cells[back - 1], cells[back], list[back]];
    if (!before || !wrong || !mention || !isNearlySorted(cells)) return [];
    const range = sourceRange(block.prose, mention.from, mention.to);
    return [orderTie(input, range, text.slice(mention.from, mention.to), wrong, before)];
  });
}

/** The cells of the one column that the sentence names, of these rows, where no other row has more; else none. */
function topCells(index: RowIndex, list: readonly RowMention[], sentence: string): readonly RowCell[] {
  const [first, ...rest] = list;
  const head = first?.rows.find(({ table }) =>
    rest.every(({ rows }) => rows.some((row) => row.table === table)),
  );
  if (!head) return [];
  const rows = list.flatMap((mention) => mention.rows.find(({ table }) => table === head.table) ?? []);
  const [column, ...others] = index.figuresOf(head).filter(({ header }) => isNamed(header, sentence));
  if (!column || others.length > 0) return [];
  const cellOf = (row: NamedRow): readonly RowCell[] =>
    index.figuresOf(row).filter((cell) => cell.column === column.column);
  const cells = rows.flatMap(cellOf);
  const beside = index.rowsBeside(head).filter(({ row }) => rows.every((own) => own.row !== row));
  const isTop = beside.flatMap(cellOf).every((other) => cells.every((cell) => !isLess(cell, other)));
  return cells.length === list.length && isTop ? cells : [];
}

const isLess = (a: RowCell | undefined, b: RowCell): boolean =>
  a !== undefined && compare(sizeOf(a.quantity.value), sizeOf(b.quantity.value)) < 0;

/** Names of rows side by side, from a place on. */
function listFrom(text: string, mentions: readonly RowMention[], from: number): readonly RowMention[] {
  const first = mentions.findIndex((one) => one.from === from);
  if (first < 0) return [];
  const list: RowMention[] = [];
  for (const mention of mentions.slice(first)) {
    const last = list.at(-1);
    if (last && !NEXT.test(text.slice(last.to, mention.from))) break;
    list.push(mention);
  }
  return list;
}

const isNamed = (header: string, sentence: string): boolean => {
  const name = header.replace(/[（(].*$/, '').replace(/^(?:19|20)\d{2}年/, '');
  return (
    name.length > 1 && !/占|比|率/.test(name) && (sentence.includes(name) || sentence.includes(`${name}笔数`))
  );
};

const falls = (cells: readonly RowCell[]): boolean =>
  cells.every((cell, at) => at === 0 || !isLess(cells[at - 1], cell));

const isNearlySorted = (cells: readonly RowCell[]): boolean =>
  cells.some((_, at) => falls(cells.filter((__, other) => other !== at)));

const orderTie = (
  { quantities }: TieInput,
  range: Tie['terms'][number]['range'],
  raw: string,
  wrong: RowCell,
  before: RowCell,
): Tie => {
  const own = termOf(quantities, wrong.index);
  return buildTie({
    kind: 'part',
    form: 'part',
    stated: { ...own, range, raw, shown: `${raw}（${own.raw}）`, quantity: null },
    operands: [{ role: 'whole', term: termOf(quantities, before.index) }],
    doubt: NOT_SORTED,
  });
};

/** Not 但风险最高: something else than the figure before. */
export const SUPERLATIVE =
  /^[，,](?!但|却|而|不过|然而|风险|影响|危害|难度)(?:在|为|是)?[^，。；\d]{0,14}最(?<way>[高低大小多少])(?=[，。；]|$)(?![，,](?:为|是|达到?|约)*\d)/;
const FEWEST_ROWS = 3;

/** 恒悦支付办结率为97.09%，在五家中最高 where it is the least of all. */
export function superlativeTie(
  { quantities }: TieInput,
  index: RowIndex,
  claim: Claim,
  after: string,
  row: NamedRow,
  cell: RowCell,
): Tie | null {
  const [said = '', way] = SUPERLATIVE.exec(after) ?? [];
  // 省外分行最高，为6.36件，云棠市最低: another row is the least.
  if (way === undefined || index.mentionsIn(said).length > 0) return null;
  const others = index
    .rowsBeside(row)
    .filter((one) => one.row !== row.row)
    .flatMap((one) => index.figuresOf(one).find((other) => other.column === cell.column) ?? []);
  const isHigh = /[高大多]/.test(way);
  const own = decimal(cell.quantity.value);
  const orders = others.map(({ quantity }) => compare(decimal(quantity.value), own));
  const isOpposite =
    orders.length + 1 >= FEWEST_ROWS && orders.every((order) => (isHigh ? order > 0 : order < 0));
  const [other] = others;
  if (!isOpposite || !other) return null;
  const stated = termOf(quantities, claim.fact.quantity);
  const rival = termOf(quantities, other.index);
  // Told as the least while the others are less: the other is what ought not to exceed it.
  const terms = isHigh ? [rival, stated] : [stated, rival];
  return buildTie({
    kind: 'part',
    form: 'part',
    stated: { ...stated, figure: (terms[0] ?? stated).figure },
    operands: [{ role: 'whole', term: { ...rival, figure: (terms[1] ?? rival).figure } }],
    doubt: NOT_SORTED,
  });
}
