import { compare, negate } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { type RankedColumn, type RankedTable, rankedTables } from './entries';
import { isMeasure } from './measures';

/** An entry said to have a rank that another has. */
export interface WrongRank {
  readonly name: string;
  readonly rank: number;
  readonly rival: string;
  readonly range: Range;
  readonly cells: readonly Range[];
}

const NAME = '[\\p{Script=Han}A-Za-z0-9“”]{1,14}?';
const END = '(?=[，。；、：]|$)';
/** 户均金额居首位的是甲，其次是乙，再次是丙. */
const FIRST_IS = new RegExp(
  `(?<key>[\\p{Script=Han}]{2,14}?)(?:居首位?|居第一位?|排名?第一|排首位|位居首位|最[高多大])的?(?:是|为)(?<n1>${NAME})(?:（[^）]*）)?，(?:其次|次之)(?:是|为)(?<n2>${NAME})(?:（[^）]*）)?(?:，(?:再次|第三)(?:是|为)(?<n3>${NAME}))?${END}`,
  'gu',
);
/** 甲、乙分列第二、第三位. */
const RANKED = new RegExp(
  `(?:^|[，。；：])(?<n1>${NAME})[、和与](?<n2>${NAME})(?:[、和与](?<n3>${NAME}))?(?:分列|分居|分别(?:居|列|位列|位居|排名?))第?(?<r1>[一二三四五六])(?:位|名)?[、和至]第?(?<r2>[二三四五六])(?:[、和]第?(?<r3>[三四五六]))?(?:位|名)`,
  'gu',
);
/** 由高到低依次为A、F、E: names of one letter; those of words are `rowOrderTies`' to compare. */
const LETTERS =
  /(?<key>[\p{Script=Han}]{2,12})[由从](?<way>高到低|大到小|多到少|低到高|小到大|少到多)(?:的?顺序|排[列序名])?[，,]?依次(?:为|是)[：:]?(?<list>[A-Z](?:[、和][A-Z]){2,})(?![A-Za-z\d])/gu;
const MAY = /其次|次之|分列|分居|分别[居列位排]|依次/;
const HAN = '一二三四五六';
/** What a sentence sorts by: 从交易金额看，; 按笔数排序，. */
const SORTED_BY =
  /(?:从|按照?|以)(?<key>[\p{Script=Han}]{2,10}?)(?:来看|看|排序|排名|排列|计|计算|高低|大小)，/gu;
const OTHER_TIME = /上年|去年|上[月季期]|历年|计划|预计|目标|除|剔除|不含|其余/;

/** What the sentence says it sorts by; nothing where it does not. */
export const sortedBy = (sentence: string): string =>
  allMatches(sentence, SORTED_BY).at(-1)?.groups?.['key'] ?? '';

/** Of another time, or of a part. */
export const isOtherTime = (sentence: string): boolean => OTHER_TIME.test(sentence);

interface Claim {
  readonly key: string;
  readonly names: readonly { readonly name: string; readonly at: number }[];
  /** Of each name, from 1. */
  readonly ranks: readonly number[];
  readonly ascending: boolean;
  /** All of the entries are named. */
  readonly all: boolean;
}

/** Ranks told in words that the table which has the names and the measure contradicts. */
export const wrongRanks = (document: ReportDocument): readonly WrongRank[] =>
  document.blocks.flatMap((block) =>
    (block.kind === 'paragraph' || block.kind === 'list-item') && MAY.test(block.prose.text)
      ? claimsIn(block.prose.text).flatMap((claim) => wrongIn(block.prose, claim, rankedTables(document)))
      : [],
  );

function claimsIn(text: string): readonly Claim[] {
  const found = [FIRST_IS, RANKED, LETTERS].flatMap((pattern) => allMatches(text, pattern));
  return found.flatMap((match): Claim[] => {
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index + match[0].length);
    const { list, way = '', n1 = '', n2 = '', n3, r1 = '一', r2 = '二', r3 = '三' } = match.groups ?? {};
    const key = match.groups?.['key'] ?? sortedBy(sentence);
    if (key === '' || OTHER_TIME.test(sentence)) return [];
    const names = list?.split(/[、和]/) ?? [n1, n2, ...(n3 === undefined ? [] : [n3])];
    const ranks = list ? names.map((_, at) => at + 1) : [r1, r2, r3].map((one) => HAN.indexOf(one) + 1);
    let from = match.index + key.length * Number(match.groups?.['key'] !== undefined);
    const placed = names.map((name) => {
      const at = text.indexOf(name, from);
      from = at + name.length;
      return { name: name.replace(/[“”]/g, ''), at };
    });
    return [{ key, names: placed, ranks, ascending: /^[低小少]/.test(way), all: list !== undefined }];
  });
}

function wrongIn(prose: Prose, claim: Claim, tables: readonly RankedTable[]): readonly WrongRank[] {
  const readings = tables.flatMap((table) => {
    const entries = claim.names.map(({ name }) => entryNamed(table, name));
    return entries.some((one) => one === null)
      ? []
      : columnsOf(table, claim.key).map((column) => ({ table, column, entries: entries.map(Number) }));
  });
  const verdicts = readings.map(({ table, column, entries }) => ({
    table,
    column,
    entries,
    order: orderOf(table, column, claim.ascending),
  }));
  const wrong = verdicts.map(({ column, entries, order }) =>
    entries.findIndex((entry, at) => !isSame(column, order[(claim.ranks[at] ?? 0) - 1], entry)),
  );
  const [first] = verdicts;
  const [at] = wrong;
  if (!first || at === undefined || wrong.includes(-1)) return [];
  const { column, entries, order, table } = first;
  const [named, rank] = [claim.names[at], claim.ranks[at] ?? 0];
  const rival = order[rank - 1];
  const isNear = entries.every((entry) => order.indexOf(entry) < entries.length + (claim.ranks[0] ?? 1));
  if (!named || rival === undefined || !isNear || (claim.all && order.length !== entries.length)) return [];
  return [
    {
      name: named.name,
      rank,
      rival: claim.all
        ? (claim.names[entries.indexOf(rival)]?.name ?? '')
        : (table.texts[rival]?.find((text) => text !== '') ?? ''),
      range: sourceRange(prose, named.at, named.at + named.name.length),
      cells: [column.ranges[entries[at] ?? -1], column.ranges[rival]].flatMap((one) => one ?? []),
    },
  ];
}

/** The one entry of this name; of a name of one letter, that which begins with it. */
export function entryNamed({ texts }: RankedTable, name: string): number | null {
  const isLetter = /^[A-Z]$/.test(name);
  const found = texts.flatMap((own, at) =>
    own.some(
      (text) =>
        text === name || (isLetter && text.startsWith(name) && /^\p{Script=Han}/u.test(text.slice(1))),
    )
      ? [at]
      : [],
  );
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

export const columnsOf = ({ columns }: RankedTable, key: string): readonly RankedColumn[] =>
  columns.filter(({ kind, name }) => kind === 'number' && isMeasure(name, key));

/** The entries with a value, the greatest first (or the least); what is summed up as 其他 has no rank. */
export function orderOf(
  { texts }: RankedTable,
  { values }: RankedColumn,
  ascending: boolean,
): readonly number[] {
  const own = values.flatMap((value, at) =>
    value && !texts[at]?.some((text) => /^其[他它余]/.test(text))
      ? [{ at, key: ascending ? value : negate(value) }]
      : [],
  );
  return own.sort((a, b) => compare(a.key, b.key)).map(({ at }) => at);
}

/** The same entry, or one of the same value. */
function isSame({ values }: RankedColumn, a: number | undefined, b: number): boolean {
  const [one, other] = [values[a ?? -1], values[b]];
  return a === b || (!!one && !!other && compare(one, other) === 0);
}
