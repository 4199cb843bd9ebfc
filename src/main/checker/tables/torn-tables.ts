import type { ReportDocument, Table } from '../../../shared/model/document';
import { descentOf } from '../../document/descent';
import { pairsOf } from './joins';
import { type Joins, REPORT_BUDGET, ROW_BUDGET, type TornRow, tornRows } from './torn-rows';

/** What the search found in a table, and what of the rest of the report it depended on. */
interface Searched {
  readonly torn: readonly TornRow[];
  /** What it asked about pairs of units, both in one number, and the answers. */
  readonly asked: ReadonlyMap<number, boolean>;
  /** States queued for each row that was searched. */
  readonly spent: readonly number[];
}

export interface TornTable {
  readonly table: Table;
  readonly torn: readonly TornRow[];
}

/** Of a document: what is known of its tables by what they read, and what each of them reads. */
interface Known {
  readonly searched: Map<string, Searched>;
  /** By the index of the table's block. */
  readonly read: Map<number, string>;
}

const known = new WeakMap<ReportDocument, Known>();

/**
 * The torn rows of all tables. The search is dear: tables that read alike are searched once, and those that an edit
 * left alone not again, as long as the report's pairs of units answer as before and the budget is not what bounds them.
 */
export function tornTables(document: ReportDocument): readonly TornTable[] {
  const earlier = earlierOf(document);
  const searched = new Map<string, Searched>();
  const read = new Map<number, string>();
  known.set(document, { searched, read });
  let pairs: Joins | null = null;
  const joins = (): Joins => {
    pairs ??= pairsOf(document.text);
    return pairs;
  };
  const budget = { left: REPORT_BUDGET };
  return document.blocks.flatMap((table): TornTable[] => {
    if (table.kind !== 'table') return [];
    const key = earlier?.read(table.index) ?? keyOf(document, table);
    read.set(table.index, key);
    const found = searched.get(key) ?? earlier?.searched.get(key);
    if (found && stillHolds(found, joins, budget.left)) {
      searched.set(key, found);
      for (const spent of found.spent) budget.left -= spent;
      return found.torn.length > 0 ? [{ table, torn: found.torn }] : [];
    }
    const asked = new Map<number, boolean>();
    const spent: number[] = [];
    const isFree = budget.left;
    const torn = tornRows(table, () => recording(joins(), asked), budget, spent);
    if (unbounded(isFree, spent)) searched.set(key, { torn, asked, spent });
    return torn.length > 0 ? [{ table, torn }] : [];
  });
}

const keyOf = ({ text }: ReportDocument, { headerRows, range }: Table): string =>
  `${headerRows} ${text.slice(range.start, range.end)}`;

/** What is known of the document before the last edit; `read`: what a table reads that the edit left alone. */
function earlierOf(document: ReportDocument) {
  const descent = descentOf(document);
  const before = descent && known.get(descent.before);
  if (!descent || !before) return null;
  const { own } = descent;
  const read = (block: number): string | undefined => {
    if (block >= own.from && block < own.to) return undefined;
    return before.read.get(block < own.from ? block : block - own.to + own.oldTo);
  };
  return { searched: before.searched, read };
}

const stillHolds = ({ asked, spent }: Searched, joins: () => Joins, left: number): boolean =>
  unbounded(left, spent) &&
  (asked.size === 0 || [...asked].every(([pair, answer]) => ask(joins(), pair) === answer));

/** Whether every row had its whole budget. */
function unbounded(left: number, spent: readonly number[]): boolean {
  let rest = left;
  return spent.every((one) => {
    const isWhole = rest >= ROW_BUDGET;
    rest -= one;
    return isWhole;
  });
}

const ask = (joins: Joins, pair: number): boolean =>
  joins(String.fromCharCode(pair >>> 16), String.fromCharCode(pair & 0xffff));

function recording(joins: Joins, asked: Map<number, boolean>): Joins {
  return (left, right) => {
    const pair = ((left.charCodeAt(left.length - 1) << 16) | right.charCodeAt(0)) >>> 0;
    const told = asked.get(pair);
    if (told !== undefined) return told;
    const answer = joins(left, right);
    asked.set(pair, answer);
    return answer;
  };
}
