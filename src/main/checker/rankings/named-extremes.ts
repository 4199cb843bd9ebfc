import { compare } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { ProseBlock, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { columnsCalled } from './derived-columns';
import { type RankedColumn, type RankedTable, valueIn } from './entries';
import { entriesEnding, entriesStarting, type NamedEntry } from './names';
import { type Asked, askedOf, CHANGE, groupsOf, isAsked, LEFT_OUT, RISE } from './superlatives';

/** An entry said to have the most or the least of something (营销活动类件数最少), where another has in the table. */
export interface WrongExtreme {
  readonly name: string;
  readonly words: string;
  readonly rival: string;
  readonly range: Range;
  /** The cells of what is named, and of what is it. */
  readonly cells: readonly Range[];
}

const SAID = /最(?<way>[高低大小多少快慢长短])(?=[，,、（(；。]|$|但|且|，)/gu;
const MAY = /最[高低大小多少快慢长短](?:[，,、（(；。但且]|$)/;
const LEAD = /^(?:其中|而|但|且|也|同时|另外|仍|此外)+/;
/** What a name may be followed by before what is measured: 收费调整类件数, 北湾片区问题发现率. */
const KIND = /^(?:类|的|地区|片区|大区|网点|支行|分行|分公司|机构|门店|渠道|时段|领域|维度|情景|行业)+/;
const TOLD = /^[，,（(](?:为|达到?|仅为?|是)?(?<value>[-−]?\d[\d,]*(?:\.\d+)?)/;
/** 三类业务中, 在农村地区中. */
const AMONG =
  /(?:(?<count>[二两三四五六七八九十]|\d{1,2})[个类家项大种][^，。；\d]{0,12}?中(?!心|间|国|型|等)|(?<!其)[^，。；]{1,12}中[，,])/;
const HAN = '零一二三四五六七八九十';
const SHARE = /(?:占比|比重)$/;

/** Extremes told as name, measure and 最高, which the tables that have the name and the measure contradict. */
export function wrongExtremes(document: ReportDocument): readonly WrongExtreme[] {
  return document.blocks.flatMap((block): readonly WrongExtreme[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    return text.includes('最') && MAY.test(text) ? wrongIn(document, block) : [];
  });
}

interface Told {
  /** The clause up to 最. */
  readonly clause: string;
  /** What stands before it, up to a semicolon and up to the full stop. */
  readonly scope: string;
  readonly sentence: string;
  readonly way: string;
  readonly value: string | null;
  /** Where the clause begins in the prose. */
  readonly at: number;
}

function wrongIn(document: ReportDocument, { prose, section }: ProseBlock): readonly WrongExtreme[] {
  const { text } = prose;
  let before: Told | null = null;
  let isWrong = false;
  return allMatches(text, SAID).flatMap((match): WrongExtreme[] => {
    const told = toldAt(text, match.index, match.groups?.['way'] ?? '');
    // 收费调整类件数最少，但修改率最高: of the same.
    const carried: string = before && told.scope.startsWith(before.scope) ? before.clause : '';
    const isFollowing = isWrong;
    before = told;
    isWrong = false;
    if (LEFT_OUT.test(told.scope.split(/[，,]/).slice(-2).join('，')) || /[为达是]$/.test(told.clause))
      return [];
    const own = namesIn(document, told.clause, section);
    const names =
      own.length > 0
        ? own
        : namesIn(document, carried, section).map((one) => ({ ...one, rest: told.clause, at: -1 }));
    const readings = names.flatMap((one) => readingsOf(one, told));
    const [first] = readings;
    if (!first || readings.some(({ isRight }) => isRight)) return [];
    const { name, column, entry, best, at } = first;
    isWrong = true;
    // What follows of the same name is wrong with it.
    if (at < 0 && isFollowing) return [];
    const start = at < 0 ? match.index : told.at + at;
    const end = at < 0 ? match.index + match[0].length : start + name.length;
    return [
      {
        name,
        words: `${first.measure}最${told.way}`,
        rival: rivalOf(first),
        range: sourceRange(prose, start, end),
        cells: [column.ranges[entry], column.ranges[best]].flatMap((one) => one ?? []),
      },
    ];
  });
}

function toldAt(text: string, index: number, way: string): Told {
  const from = Math.max(...['。', '；', '：', '\n'].map((mark) => text.lastIndexOf(mark, index))) + 1;
  const scope = text.slice(from, index);
  const sentence = text.slice(
    Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1,
    index,
  );
  const comma = Math.max(scope.lastIndexOf('，'), scope.lastIndexOf(','), scope.lastIndexOf('、'));
  const whole = scope.slice(comma + 1);
  const clause = whole.replace(LEAD, '');
  const value = TOLD.exec(text.slice(index + 2, index + 26))?.groups?.['value'] ?? null;
  return { clause, scope, sentence, way, value, at: from + comma + 1 + whole.length - clause.length };
}

interface Reading {
  readonly table: RankedTable;
  readonly column: RankedColumn;
  readonly name: string;
  readonly measure: string;
  readonly entry: number;
  readonly best: number;
  readonly isRight: boolean;
  /** Where the name stands in the clause; -1 where it stands in the one before. */
  readonly at: number;
}

function readingsOf({ table, name, entry, rest, at }: Named, told: Told): readonly Reading[] {
  if (!isWhole(table, told.sentence)) return [];
  return columnsOf(table, rest).flatMap((column): Reading[] => {
    const value = column.values[entry];
    if (!value || (told.value !== null && !isValue(told.value, value))) return [];
    const asked: Asked = { key: rest, way: told.way };
    const groups = groupsOf(table, told);
    const best = askedOf(column, groups[0] ?? [], asked);
    const isRight = groups.some((group) => isAsked(column, group, [value], asked));
    return best < 0 ? [] : [{ table, column, name, measure: rest, entry, best, isRight, at }];
  });
}

function isValue(told: string, value: NonNullable<RankedColumn['values'][number]>): boolean {
  const own = valueIn(told);
  return (
    own !== null &&
    (compare(own, value) === 0 || (value.units < 0n && compare(own, { ...value, units: -value.units }) === 0))
  );
}

/** Whether a claim of so many kinds is of all that the table has; of a kind without a number it cannot be told. */
function isWhole({ texts }: RankedTable, sentence: string): boolean {
  const among = AMONG.exec(sentence);
  if (!among) return true;
  const count = among.groups?.['count'];
  if (count === undefined) return false;
  const stated = HAN.indexOf(count) >= 0 ? HAN.indexOf(count) : count === '两' ? 2 : Number(count);
  const others = texts.filter((own) => own.some((text) => /^其[他它余]/.test(text))).length;
  return stated === texts.length || stated === texts.length - others;
}

interface Named extends NamedEntry {
  /** What is measured. */
  readonly rest: string;
  readonly at: number;
}

/** Entries that a clause begins, or ends, with; what is left of it is what is measured. */
function namesIn(document: ReportDocument, clause: string, section: number): readonly Named[] {
  const plain = clause.replace(/^[“"]/, '');
  const found = [
    ...entriesStarting(document, plain, section).map((one): Named => {
      const rest = plain.slice(one.name.length).replace(/^”/, '').replace(KIND, '');
      return { ...one, rest, at: clause.length - plain.length };
    }),
    ...entriesEnding(document, plain, section).map(
      (one): Named => ({
        ...one,
        rest: plain.slice(0, -one.name.length),
        at: clause.length - one.name.length,
      }),
    ),
  ];
  const longest = Math.max(0, ...found.map(({ name }) => name.length));
  return found.filter(
    ({ table, name, rest }) =>
      name.length === longest &&
      rest.length > 1 &&
      table.texts.filter((other) => other.includes(name)).length === 1,
  );
}

function columnsOf(table: RankedTable, measure: string): readonly RankedColumn[] {
  const own = table.columns.filter(
    ({ kind, name }) => kind === 'number' && !/排名|名次|位次|序号/.test(name),
  );
  if (RISE.test(measure)) {
    const changes = own.filter(({ name }) => CHANGE.test(name));
    const basis = /同比|环比/.exec(measure)?.[0];
    const based = basis ? changes.filter(({ name }) => name.includes(basis)) : changes;
    return measure.replace(RISE, '').replace(/同比|环比/, '').length > 0
      ? based.filter(({ name }) => isAbout(name, measure))
      : based;
  }
  const named = columnsCalled(own, measure);
  return named.length > 0 || !SHARE.test(measure) ? named : columnsCalled(own, measure.replace(SHARE, ''));
}

/** 投诉量降幅 is of the column 投诉量同比, or of one 同比 that names no measure. */
function isAbout(name: string, measure: string): boolean {
  const said = measure.replace(RISE, '').replace(/同比|环比|的/g, '');
  const own = name.replace(CHANGE, '').replace(/率|幅|[%％]/g, '');
  return own === '' || own.includes(said) || said.includes(own);
}

const rivalOf = ({ table, name, entry, best }: Reading): string =>
  table.texts[best]?.[table.texts[entry]?.indexOf(name) ?? -1] ?? '';
