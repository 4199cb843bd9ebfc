import { compare, type Decimal } from '../../../shared/decimal';
import { addTo } from '../../../shared/group-by';
import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { columnsCalled } from './derived-columns';
import type { RankedColumn, RankedTable } from './entries';
import { nameAt, tablesNaming } from './names';

/** Something told to be the most or the least of its kind, where another entry of the table is. */
export interface WrongSuperlative {
  readonly words: string;
  readonly name: string;
  readonly rival: string;
  readonly range: Range;
  /** The cells of what is named, and of what is it. */
  readonly cells: readonly Range[];
}

/** 升幅最大的是, 余额最高为, 最晚的是. */
const SAID =
  /(?<key>[\p{Script=Han}]{0,14}?)最(?<way>[高大多低小少快慢长短早晚])的?(?<of>[\p{Script=Han}]{0,6}?)(?:是|为|系)“?/gu;
const MAY = /最[高大多低小少快慢长短早晚]的?[\p{Script=Han}]{0,6}?[是为系]/u;
const FEW = /^[两二三四五六七八九十][个家类项地省市户种款]/;
const LEAST = /[低小少快短早]/;
const DOWN = /降幅|跌幅|减幅|降速|下降|减少|回落/;
export const RISE = /升幅|增幅|增速|涨幅|降幅|跌幅|增长|下降/;
export const CHANGE = /环比|同比|增长|增减|变动|增幅|升幅|涨幅|[较比]上/;
const LENGTH = /用时|耗时|时长|历时|天数|时间|周期|分钟/;

/** Superlatives of a document's sentences that its tables contradict. */
export function wrongSuperlatives(document: ReportDocument): readonly WrongSuperlative[] {
  return document.blocks.flatMap((block): readonly WrongSuperlative[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    return text.includes('最') && MAY.test(text) ? wrongIn(document, block.prose) : [];
  });
}

function wrongIn(document: ReportDocument, prose: Prose): readonly WrongSuperlative[] {
  const { text } = prose;
  let key = '';
  let sentence = -1;
  return allMatches(text, SAID).flatMap((match): WrongSuperlative[] => {
    const from = match.index + match[0].length;
    const start = text.lastIndexOf('。', match.index) + 1;
    const { key: own = '', way = '', of = '' } = match.groups ?? {};
    // 最少的两类投诉: a few of them, in any order.
    if (FEW.test(of)) return [];
    // 整改期限最早的是…，最晚的是…: the same is meant.
    const said = own.replace(/^(?:其中|而)/, '') || of;
    if (said !== '' || start !== sentence) key = said;
    sentence = start;
    const claim: Claim = { key, way, scope: text.slice(start, from), behind: text.slice(from, from + 40) };
    if (LEFT_OUT.test(clauseOf(claim.scope))) return [];
    const found = tablesNaming(document, claim.behind).flatMap((table) => verdictsOf(table, claim));
    const [first] = found;
    if (!first || found.some(({ isRight }) => isRight)) return [];
    return [
      {
        words: text
          .slice(match.index + own.length - Math.min(own.length, key.length), from)
          .replace(/“$/, ''),
        name: first.name,
        rival: first.rival,
        range: sourceRange(prose, from, from + first.name.length),
        cells: first.cells,
      },
    ];
  });
}

/** Of the rest, or of another time than the table's. */
export const LEFT_OUT =
  /除|其余|其他|其它|剔除|扣除|不含|不计|仅次|次[之高低]|上年|去年|上[月季期]|历[年史]|计划|预计|目标/;
const clauseOf = (scope: string): string =>
  scope
    .split(/[，；]/)
    .slice(-2)
    .join('，');

export interface Claim {
  /** What is measured. */
  readonly key: string;
  readonly way: string;
  /** The sentence up to the name. */
  readonly scope: string;
  readonly behind: string;
}

interface Verdict {
  readonly isRight: boolean;
  readonly name: string;
  readonly rival: string;
  readonly cells: readonly Range[];
}

function verdictsOf(table: RankedTable, claim: Claim): readonly Verdict[] {
  const name = nameAt(table, claim.behind);
  if (!name) return [];
  const columns = columnsMeant(table, claim);
  return columns.flatMap((column): Verdict[] => {
    const own = name.entries.flatMap((entry) => column.values[entry] ?? []);
    if (own.length === 0) return [];
    const isRight = groupsOf(table, claim).some((group) => isAsked(column, group, own, claim));
    const best = askedOf(column, groupsOf(table, claim)[0] ?? [], claim);
    const rival =
      name.column === null
        ? `第${table.numbers[best]}${name.name.slice(-1)}`
        : (table.texts[best]?.[name.column] ?? '');
    const cells = [column.ranges[name.entries[0] ?? -1], column.ranges[best]].flatMap((one) => one ?? []);
    return [{ isRight, name: name.name, rival, cells }];
  });
}

/** The columns that the words may mean. */
function columnsMeant({ columns }: RankedTable, { key, way, behind }: Claim): readonly RankedColumn[] {
  const kind = /[早晚]/.test(way) ? 'moment' : 'number';
  const own = columns.filter((column) => column.kind === kind);
  if (RISE.test(key)) return own.filter(({ name }) => CHANGE.test(name));
  const words = key === '' ? (BEHIND_WORDS.exec(behind)?.groups?.['said'] ?? '') : key;
  const named = columnsCalled(own, words);
  if (named.length > 0) return named;
  const lasting = /[快慢长短]/.test(way) ? own.filter(({ name }) => LENGTH.test(name)) : [];
  return lasting.length === 1 ? lasting : [];
}

/** 最短的是第9项，用时16天. */
const BEHIND_WORDS = /，(?<said>[\p{Script=Han}]{2,6})\d/u;

const OTHERS = /^(?:其[他它余])/;

/** All entries, and those that share a word which the sentence names: 高风险, 已完成. */
export function groupsOf(
  { texts }: RankedTable,
  { scope }: Pick<Claim, 'scope'>,
): readonly (readonly number[])[] {
  const byText = new Map<string, number[]>();
  texts.forEach((own, at) => {
    for (const text of new Set(own)) if (text !== '') addTo(byText, text, at);
  });
  const named = [...byText].filter(([text, at]) => at.length > 1 && scope.includes(text.replace(/类$/, '')));
  const all = texts.map((_, at) => at);
  // 其他 is no entry of its own, and mostly the least.
  const own = all.filter((at) => !texts[at]?.some((text) => OTHERS.test(text)));
  return own.length < all.length
    ? [own, all, ...named.map(([, at]) => at)]
    : [all, ...named.map(([, at]) => at)];
}

/** Whether one of `own` is the least, or the greatest, of a group's values. */
export function isExtreme(
  column: RankedColumn,
  group: readonly number[],
  own: readonly Decimal[],
  isLeast: boolean,
): boolean {
  const best = column.values[extremeOf(column, group, isLeast)];
  return best !== undefined && best !== null && own.some((value) => compare(value, best) === 0);
}

/** What is measured, and which end of it is meant. */
export type Asked = Pick<Claim, 'key' | 'way'>;

/** The fastest growth is the greatest, the fastest handling the shortest; the greatest fall is the least change. */
function isLow({ values }: RankedColumn, { key, way }: Asked): boolean {
  const isSlow = /[快慢]/.test(way) && RISE.test(key) ? way === '慢' : LEAST.test(way);
  const isSigned = values.some((value) => value && value.units < 0n);
  return DOWN.test(key) && isSigned ? !isSlow : isSlow;
}

/** The smallest fall is one of those that fell, the smallest rise of those that rose. */
const within = ({ values }: RankedColumn, group: readonly number[], { key }: Asked): readonly number[] => {
  if (!RISE.test(key)) return group;
  const isFall = DOWN.test(key) && values.some((value) => value && value.units < 0n);
  return group.filter((at) => isFall === (values[at]?.units ?? 0n) < 0n);
};

/** Whether one of `own` is what the words ask for: of all, or of those that moved the same way. */
export const isAsked = (
  column: RankedColumn,
  group: readonly number[],
  own: readonly Decimal[],
  asked: Asked,
): boolean =>
  [within(column, group, asked), ...(DOWN.test(asked.key) ? [] : [group])].some((some) =>
    isExtreme(column, some, own, isLow(column, asked)),
  );

/** The entry of a group that is; -1 where none has a value. */
export const askedOf = (column: RankedColumn, group: readonly number[], asked: Asked): number =>
  extremeOf(column, within(column, group, asked), isLow(column, asked));

/** The entry of a group that has the most, or the least; -1 where none has a value. */
const extremeOf = ({ values }: RankedColumn, group: readonly number[], isLeast: boolean): number =>
  group.reduce((best, at) => {
    const [value, other] = [values[at], values[best]];
    if (!value) return best;
    if (!other) return at;
    const order = compare(value, other);
    return (isLeast ? order < 0 : order > 0) ? at : best;
  }, -1);
