import { compare, type Decimal, negate } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { type RankedColumn, type RankedTable, rankedTables } from './entries';
import { isMeasure } from './measures';
import { nameAt } from './names';

/** An entry named behind another that the table has after it. */
export interface WrongOrder {
  readonly name: string;
  readonly before: string;
  readonly range: Range;
  readonly cells: readonly Range[];
}

/** 按金额从大到小依次为第5项、第3项: entries by their numbers. Those named by words are `rowOrderTies`' to compare. */
const ORDER =
  /(?<key>[\p{Script=Han}]{0,10})[由从自](?<way>高到低|大到小|多到少|长到短|低到高|小到大|少到多|短到长)(?:的?顺序|排[列序名])?[，,]?依次(?:为|是)[：:]?/gu;
const NUMBERED = /(?:第\d{1,2}[项个份号条类][、和与及]?){3,}/y;
const ONE = /第\d{1,2}[项个份号条类]/g;
const ASCENDING = /低到高|小到大|少到多|短到长/;
const FEWEST = 3;

/** Lists of numbered entries that say they are sorted, and are not. */
export const wrongOrders = (document: ReportDocument): readonly WrongOrder[] =>
  document.blocks.flatMap((block) =>
    (block.kind === 'paragraph' || block.kind === 'list-item') && block.prose.text.includes('依次')
      ? wrongIn(block.prose, rankedTables(document))
      : [],
  );

function wrongIn(prose: Prose, tables: readonly RankedTable[]): readonly WrongOrder[] {
  const { text } = prose;
  return allMatches(text, ORDER).flatMap((match): WrongOrder[] => {
    NUMBERED.lastIndex = match.index + match[0].length;
    const from = NUMBERED.lastIndex;
    const list = NUMBERED.exec(text)?.[0] ?? '';
    const names = allMatches(list, ONE).map(({ 0: name, index }) => ({ name, at: from + index }));
    const { key = '', way = '' } = match.groups ?? {};
    const readings = tables.flatMap((table) => {
      const entries = names.flatMap(({ name }) => nameAt(table, name)?.entries[0] ?? []);
      return names.length < FEWEST || entries.length < names.length
        ? []
        : columnsOf(table, key).map((column) => ({ column, entries }));
    });
    const backs = readings.map(({ column, entries }) => backAt(column, entries, ASCENDING.test(way)));
    const [reading] = readings;
    const [back] = backs;
    // One reading that bears the order out was meant.
    if (!reading || typeof back !== 'number' || backs.includes(null)) return [];
    const [before, one] = [names[back - 1], names[back]];
    if (!before || !one) return [];
    const cells = [reading.entries[back], reading.entries[back - 1]].flatMap(
      (entry) => reading.column.ranges[entry ?? -1] ?? [],
    );
    const range = sourceRange(prose, one.at, one.at + one.name.length);
    return [{ name: one.name, before: before.name, range, cells }];
  });
}

const columnsOf = ({ columns }: RankedTable, key: string): readonly RankedColumn[] =>
  columns.filter(({ kind, name }) => kind === 'number' && isMeasure(name, key.replace(/^[按以]/, '')));

/** Which of the entries goes back; null where none does, or where more than one is out of place. */
function backAt({ values }: RankedColumn, entries: readonly number[], ascending: boolean): number | null {
  const own = entries.flatMap((entry) => values[entry] ?? []);
  if (own.length < entries.length) return null;
  const told = ascending ? own : own.map(negate);
  const isSorted = (list: readonly Decimal[]): boolean =>
    list.every((value, at) => at === 0 || compare(value, list[at - 1] ?? value) >= 0);
  if (isSorted(told) || !told.some((_, at) => isSorted(told.filter((__, other) => other !== at))))
    return null;
  return told.findIndex((value, at) => at > 0 && compare(value, told[at - 1] ?? value) < 0);
}
