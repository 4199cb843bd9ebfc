import { compare } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { type RankedColumn, type RankedTable, rankedTables } from './entries';
import { columnsOf, entryNamed, isOtherTime, orderOf, sortedBy, type WrongRank } from './ranks';
import { groupsOf } from './superlatives';

const COUNTS = '两二三四五六七八九十';
const COUNT = `[${COUNTS}2-9]`;
const KEY = '(?<key>[\\p{Script=Han}]{0,14}?)';
const LIST = '(?<list>[^，。；！？\\n]{3,160})';
const SAID = '(?:分别|依次|依序)?(?:是|为|有)[：:]?';
const WHOLE = '(?:全[国省市行司部公])?';
/** 消费金额居前三位的是甲、乙、丙; 排名前两位的行业为; 前三大行业依次为; 余额排后三名的机构是. */
const PLACES = new RegExp(
  `${KEY}(?:排名|排序|排列|排在|位居|位列|居于|[居列排处])?${WHOLE}(?<end>[前后末])(?<count>${COUNT})(?:位|名|大)?的?[\\p{Script=Han}]{0,6}?${SAID}${LIST}`,
  'gu',
);
/** 消费金额最高的三个地区为甲、乙、丙. */
const MOST = new RegExp(
  `${KEY}最(?<end>[高大多低小少])的(?<count>${COUNT})[个家类项地省市户种款][\\p{Script=Han}]{0,6}?${SAID}${LIST}`,
  'gu',
);
const MAY = new RegExp(`[前后末]${COUNT}|最[高大多低小少]的${COUNT}`);
/** Of those only that are beyond a bound. */
const CONDITION = /超过|以上|以下|不足|低于|高于|大于|小于|不超|不低/;
/** What may stand before a column's name: 跨境交易金额 is not all 交易金额. */
const OF_ALL = /^(?:全年|本[年期季月]|当[年期季月]|[一二三四]季度|[上下]半年|年度|各|地区|全国|总|的)*$/;
const LOW = /[后末低小少]/;
/** 等三个地区, 三地: what sums the names up. */
const SUMMED = new RegExp(`(?:等?${COUNT}[个家类项地省市户种款大][\\p{Script=Han}]{0,6}|等)$`, 'u');
const KIND = /(?:地区|市|类|行业|分公司|商户)$/;

interface Item {
  readonly name: string;
  readonly at: number;
}

interface TopList {
  readonly key: string;
  readonly scope: string;
  readonly items: readonly Item[];
  readonly ascending: boolean;
}

/** Names said to be the first, or the last, few of a measure, of which one is not among them in the table that has it. */
export const wrongTopLists = (document: ReportDocument): readonly WrongRank[] =>
  document.blocks.flatMap((block) =>
    (block.kind === 'paragraph' || block.kind === 'list-item') && MAY.test(block.prose.text)
      ? listsIn(block.prose.text).flatMap((list) => wrongIn(block.prose, list, rankedTables(document)))
      : [],
  );

function listsIn(text: string): readonly TopList[] {
  const found = [PLACES, MOST].flatMap((pattern) => allMatches(text, pattern));
  return found.flatMap((match): TopList[] => {
    const { list = '', end = '', count = '' } = match.groups ?? {};
    const scope = text.slice(text.lastIndexOf('。', match.index) + 1, match.index + match[0].length);
    const said = (match.groups?.['key'] ?? '').replace(/^其中|的$/g, '');
    const key = said === '' ? sortedBy(scope) : said;
    const items = itemsOf(list, match.index + match[0].length - list.length);
    if (key === '' || isOtherTime(scope) || CONDITION.test(scope) || items.length !== numberOf(count))
      return [];
    return [{ key, scope, items, ascending: LOW.test(end) }];
  });
}

const numberOf = (count: string): number =>
  COUNTS.includes(count) ? ([2, 2, 3, 4, 5, 6, 7, 8, 9, 10][COUNTS.indexOf(count)] ?? 0) : Number(count);

/** The names of a list without what stands in brackets behind them. */
const itemsOf = (list: string, from: number): readonly Item[] =>
  allMatches(
    list.replace(SUMMED, ''),
    /[^、和及与（）()“”]+(?=[”]?(?:[（(][^）)]*[）)])?(?:[、和及与]|$))/g,
  ).map(({ 0: name, index }) => ({ name: name.trim(), at: from + index }));

function wrongIn(prose: Prose, list: TopList, tables: readonly RankedTable[]): readonly WrongRank[] {
  const verdicts = tables.flatMap((table) => {
    const entries = list.items.flatMap(({ name }) => {
      const entry = entryNamed(table, name) ?? entryNamed(table, name.replace(KIND, ''));
      return entry === null ? [] : [entry];
    });
    return entries.length < list.items.length
      ? []
      : columnsOf(table, list.key)
          .filter(({ name }) => !list.key.endsWith(name) || OF_ALL.test(list.key.slice(0, -name.length)))
          .flatMap((column) => verdictsOf(table, column, entries, list));
  });
  const [first] = verdicts;
  // One reading that bears the list out was meant.
  if (!first || verdicts.some(({ isRight }) => isRight)) return [];
  const { table, column, entries, order } = first;
  const top = order.slice(0, entries.length);
  const wrong = entries.flatMap((entry, at) => (top.includes(entry) ? [] : [at]));
  const rival = top.find((entry) => !entries.includes(entry));
  const [at, more] = wrong;
  const item = list.items[at ?? -1];
  // With two of them wrong something else was meant.
  if (at === undefined || more !== undefined || rival === undefined || !item) return [];
  return [
    {
      name: item.name,
      rank: order.indexOf(entries[at] ?? -1) + 1,
      rival: table.texts[rival]?.find((text) => text !== '') ?? '',
      range: sourceRange(prose, item.at, item.at + item.name.length),
      cells: [column.ranges[entries[at] ?? -1], column.ranges[rival]].flatMap((one) => one ?? []),
    },
  ];
}

interface Verdict {
  readonly table: RankedTable;
  readonly column: RankedColumn;
  readonly entries: readonly number[];
  readonly order: readonly number[];
  readonly isRight: boolean;
}

/** Of the whole table, and of the group that the sentence names; a value that ties with the last place has one. */
function verdictsOf(
  table: RankedTable,
  column: RankedColumn,
  entries: readonly number[],
  list: TopList,
): readonly Verdict[] {
  const all = orderOf(table, column, list.ascending);
  if (entries.some((entry) => !all.includes(entry))) return [];
  return groupsOf(table, list).flatMap((group): Verdict[] => {
    const order = all.filter((entry) => group.includes(entry));
    const last = column.values[order[entries.length - 1] ?? -1];
    if (!last) return [];
    const isIn = (entry: number): boolean => {
      const value = column.values[entry];
      const way = value ? compare(value, last) : 0;
      return group.includes(entry) && (list.ascending ? way <= 0 : way >= 0);
    };
    return [{ table, column, entries, order, isRight: entries.every(isIn) }];
  });
}
