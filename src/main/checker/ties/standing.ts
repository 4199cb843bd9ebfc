import type { Quantity } from '../../../shared/model/quantity';
import type { Tie, TieKind, TieTerm } from '../../../shared/model/tie';
import { marked, marking } from '../../document/marks';
import type { CheckedReport } from '../rule';
import { NOT_SORTED } from './prose/rankings';

/* Where ties stand: which are stated by a sentence, which are rates that stand with their operands in one table, and which nothing but its rows tells. */

type Asked = Pick<CheckedReport, 'document' | 'ties' | 'quantities'>;

const IN_PROSE = 1;
const SHARE = 2;
const GROWTH = 4;
const OF_ROWS = 8;
const RELATION = 16;

const marksOf = marking(
  (tie: Tie, quantities: readonly Quantity[]): number =>
    (tie.relation === undefined ? 0 : RELATION) |
    (isInProse(tie, quantities) ? IN_PROSE : 0) |
    (isRateInTable(tie, quantities) ? (tie.kind === 'share' ? SHARE : GROWTH) : 0) |
    (isOfRows(tie, quantities) ? OF_ROWS : 0),
);

const those = ({ document, ties, quantities }: Asked, bits: number): Tie[] =>
  marked(ties, marksOf(document, ties, quantities), bits);

/** Ties of the kinds whose stated figure stands in prose, wherever the others stand. */
export const proseTiesOf = (report: Asked, kinds: readonly TieKind[]): readonly Tie[] =>
  those(report, IN_PROSE).filter(({ kind }) => kinds.includes(kind));

/** The ties of one kind between cells of a table. */
export const ratesInTables = (report: Asked, kind: 'share' | 'growth'): readonly Tie[] =>
  those(report, kind === 'share' ? SHARE : GROWTH);

/** What the rows of tables show of their columns. */
export const relationsIn = (report: Asked): readonly Tie[] => those(report, RELATION);

/** Whether the tie at a position holds a sentence against rows of a table. */
export function tiesOfRows({ document, ties, quantities }: Asked): (at: number) => boolean {
  const marks = marksOf(document, ties, quantities);
  return (at) => ((marks[at] ?? 0) & OF_ROWS) !== 0;
}

function isOfRows({ terms: [stated, ...others] }: Tie, quantities: readonly Quantity[]): boolean {
  const isCell = (one: TieTerm | undefined): boolean =>
    quantities[one?.quantity ?? -1]?.place.row !== undefined;
  return stated !== undefined && stated.quantity !== null && !isCell(stated) && others.some(isCell);
}

function isInProse({ kind, terms, outside, reason }: Tie, quantities: readonly Quantity[]): boolean {
  if (outside !== undefined && outside.length > 0) return false;
  // Names of rows in the wrong order have no figure of their own.
  if (reason === NOT_SORTED) return true;
  const isCell = ({ quantity }: TieTerm): boolean =>
    quantity !== null && quantities[quantity]?.place.row !== undefined;
  const [stated] = terms;
  if (!stated || terms.some(({ quantity }) => quantity === null) || isCell(stated)) return false;
  return kind !== 'part' || !terms.some(isCell);
}

function isRateInTable({ kind, outside, relation, terms }: Tie, quantities: readonly Quantity[]): boolean {
  if ((kind !== 'share' && kind !== 'growth') || outside || relation !== undefined) return false;
  const table = tableOf(terms[0]?.quantity ?? null, quantities);
  return table >= 0 && terms.every(({ quantity }) => tableOf(quantity, quantities) === table);
}

const tableOf = (quantity: number | null, quantities: readonly Quantity[]): number => {
  const place = quantity === null ? undefined : quantities[quantity]?.place;
  return place?.column === undefined ? -1 : place.block;
};
