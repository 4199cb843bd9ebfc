import { allMatches } from '../../../shared/matches';
import type { ProseBlock, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import type { RankedColumn, RankedTable } from './entries';
import { entriesStarting, type NamedEntry } from './names';
import { CHANGE, LEFT_OUT } from './superlatives';

/** Something called the only one that rose, or fell, which it did not, or not alone. */
export interface WrongOnly {
  readonly name: string;
  readonly words: string;
  /** What else did, or itself where it did not. */
  readonly rival: string;
  readonly isAlone: boolean;
  readonly range: Range;
  readonly cells: readonly Range[];
}

const SAID =
  /唯一(?<basis>同比|环比)?(?<what>[\p{Script=Han}]{0,6}?)(?<way>负增长|正增长|下降|减少|下滑|回落|上升|增长|增加|提高|降低)的/gu;
const FALLS = /负增长|下降|减少|下滑|回落|降低/;

/** 欧洲…，是唯一环比下降的地区: held against the columns of changes of the tables that have the name. */
export function wrongOnlyOnes(document: ReportDocument): readonly WrongOnly[] {
  return document.blocks.flatMap((block): readonly WrongOnly[] =>
    (block.kind === 'paragraph' || block.kind === 'list-item') && block.prose.text.includes('唯一')
      ? wrongIn(document, block)
      : [],
  );
}

function wrongIn(document: ReportDocument, { prose, section }: ProseBlock): readonly WrongOnly[] {
  const { text } = prose;
  return allMatches(text, SAID).flatMap((match): WrongOnly[] => {
    const { basis = '', what = '', way = '' } = match.groups ?? {};
    const from = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, match.index))) + 1;
    const scope = text.slice(from, match.index);
    if (LEFT_OUT.test(scope) || /[和及与均都]/.test(what)) return [];
    const claim: Claim = { basis, what, falls: FALLS.test(way) };
    const readings = subjectsIn(document, scope, section).flatMap((subject) => readingsOf(subject, claim));
    const [first] = readings;
    if (!first || readings.some(({ others }) => others.length === 0)) return [];
    const { table, column, name, entry, others } = first;
    const [other = entry] = others;
    const position = table.texts[entry]?.indexOf(name) ?? -1;
    return [
      {
        name,
        words: match[0],
        rival: table.texts[other]?.[position] ?? '',
        isAlone: other === entry,
        range: sourceRange(prose, match.index, match.index + match[0].length),
        cells: [column.ranges[entry], column.ranges[other]].flatMap((one) => one ?? []),
      },
    ];
  });
}

interface Claim {
  readonly basis: string;
  readonly what: string;
  readonly falls: boolean;
}

interface Reading {
  readonly table: RankedTable;
  readonly column: RankedColumn;
  readonly name: string;
  readonly entry: number;
  /** Entries that contradict: itself where it did not move so, others where they did. */
  readonly others: readonly number[];
}

function readingsOf({ table, name, entry }: NamedEntry, { basis, what, falls }: Claim): readonly Reading[] {
  const columns = table.columns.filter(
    (column) =>
      column.kind === 'number' &&
      CHANGE.test(column.name) &&
      (basis === '' || column.name.includes(basis)) &&
      (what === '' || column.name.includes(what)),
  );
  return columns.flatMap((column): Reading[] => {
    // A column without a single fall may tell falls without signs.
    if (!column.values.some((value) => value && value.units < 0n)) return [];
    const isSo = (at: number): boolean => {
      const units = column.values[at]?.units;
      return units !== undefined && (falls ? units < 0n : units > 0n);
    };
    if (!column.values[entry]) return [];
    const others = column.values.flatMap((_, at) => (at !== entry && isSo(at) ? [at] : []));
    return [{ table, column, name, entry, others: isSo(entry) ? others : [entry] }];
  });
}

/** The last name that a clause of the sentence begins with, in each table that has it once. */
function subjectsIn(document: ReportDocument, scope: string, section: number): readonly NamedEntry[] {
  const clauses = scope.split(/[，,：]/).map((clause) => clause.replace(/^(?:其中|而|但|且|只有|仅)+/, ''));
  for (const clause of clauses.reverse()) {
    const found = entriesStarting(document, clause, section);
    const longest = Math.max(0, ...found.map(({ name }) => name.length));
    const own = found.filter(({ name }) => name.length === longest);
    if (own.length > 0)
      return own.filter(({ table }) => own.filter((other) => other.table === table).length === 1);
  }
  return [];
}
