import { type Decimal, formatDecimal } from '../../../shared/decimal';
import { addTo } from '../../../shared/group-by';
import { allMatches } from '../../../shared/matches';
import { remembered } from '../../../shared/memo';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { type RankedColumn, type RankedTable, rankedTables, valueIn } from './entries';
import { groupsOf, isExtreme, LEFT_OUT } from './superlatives';

/** A figure called the least that is the greatest of its column, or the other way round. */
export interface TurnedExtreme {
  readonly name: string;
  readonly shown: string;
  readonly way: string;
  readonly right: string;
  /** Of the character that says which. */
  readonly range: Range;
  readonly cell: Range;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  高: '低',
  低: '高',
  大: '小',
  小: '大',
  多: '少',
  少: '多',
};
const LEAST = /[低小少]/;
const SAID = /最(?<way>[高低大小多少])(?=[，,（(；。])/gu;
const MAY = /最[高低大小多少][，,（(；。]/;
/** 最高，为142.58亿元, 最低（85.00分）. */
const BEHIND = /^[，,（(](?:为|达到?|仅为?|是)?(?<value>[-−]?\d[\d,]*(?:\.\d+)?)/;
/** 提高4.00分，升幅最大; not 虽只有18户，但风险最高, which is of something else. */
const BEFORE =
  /(?<value>[-−]?\d[\d,]*(?:\.\d+)?)[\p{Script=Han}%％‰]{0,4}[，,](?!但|却|而|不过|然而|风险|影响|危害|难度)[\p{Script=Han}]{0,6}$/u;
/** The first is the highest and bears the smallest number. */
const RANK = /排名|名次|位次|序号|等级/;
const FEWEST = 3;

/** Extremes whose figure the text tells, so that their cell is known: told where it is the opposite one. */
export function turnedExtremes(document: ReportDocument): readonly TurnedExtreme[] {
  return document.blocks.flatMap((block): readonly TurnedExtreme[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    return text.includes('最') && MAY.test(text) ? turnedIn(document, block.prose) : [];
  });
}

function turnedIn(document: ReportDocument, prose: Prose): readonly TurnedExtreme[] {
  const { text } = prose;
  return allMatches(text, SAID).flatMap(({ index, groups }): TurnedExtreme[] => {
    const way = groups?.['way'] ?? '';
    const start = Math.max(...['。', '；', '：'].map((mark) => text.lastIndexOf(mark, index))) + 1;
    const scope = text.slice(start, index);
    const behind = BEHIND.exec(text.slice(index + 2, index + 24))?.groups?.['value'];
    const shown = behind ?? BEFORE.exec(scope)?.groups?.['value'];
    const value = shown === undefined ? null : valueIn(shown);
    const clauses = scope.split(/[，,]/);
    const clause = clauses.slice(behind === undefined ? -2 : -1).join('，');
    // 下降最多（-4.42分）: the most of a fall.
    if (!value || value.units < 0n || shown === undefined || LEFT_OUT.test(clause)) return [];
    const cells = cellsOf(document, clause, value);
    const [first] = cells;
    const isLeast = LEAST.test(way);
    if (!first || !cells.every((cell) => isTurned(cell, value, scope, isLeast))) return [];
    const range = sourceRange(prose, index + 1, index + 2);
    return [{ name: first.name, shown, way, right: OPPOSITE[way] ?? '', range, cell: first.range }];
  });
}

interface ToldCell {
  readonly table: RankedTable;
  readonly column: RankedColumn;
  readonly name: string;
  readonly range: Range;
}

/** A cell with its row's texts. */
type NumberCell = Omit<ToldCell, 'name'> & { readonly texts: readonly string[] };

/** The cells of numbers that a sentence may tell, by what they read, in the order of the text. */
const cellsByValue = remembered((document: ReportDocument): ReadonlyMap<string, readonly NumberCell[]> => {
  const found = new Map<string, NumberCell[]>();
  for (const table of rankedTables(document)) {
    const columns = table.columns.filter(({ kind, name }) => kind === 'number' && !RANK.test(name));
    table.texts.forEach((texts, entry) => {
      for (const column of columns) {
        const [value, range] = [column.values[entry], column.ranges[entry]];
        if (value && range) addTo(found, formatDecimal(value), { table, column, range, texts });
      }
    });
  }
  return found;
});

/** Cells with the figure, in rows that the clause names. */
function cellsOf(document: ReportDocument, clause: string, value: Decimal): readonly ToldCell[] {
  const cells = cellsByValue(document).get(formatDecimal(value)) ?? [];
  return cells.flatMap(({ table, column, range, texts }): readonly ToldCell[] => {
    const name = texts.find((text) => text !== '' && clause.includes(text));
    return name === undefined ? [] : [{ table, column, name, range }];
  });
}

function isTurned({ table, column }: ToldCell, value: Decimal, scope: string, isLeast: boolean): boolean {
  const all = table.texts.map((_, at) => at);
  if (column.values.filter((one) => one !== null).length < FEWEST) return false;
  const own = [value];
  return (
    isExtreme(column, all, own, !isLeast) &&
    !groupsOf(table, { scope }).some((group) => isExtreme(column, group, own, isLeast))
  );
}
