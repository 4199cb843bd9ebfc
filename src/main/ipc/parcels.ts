import type { Analysis } from '../../shared/model/analysis';
import type { Table } from '../../shared/model/document';
import {
  documentParts,
  type Parcel,
  type Piece,
  type PieceCursor,
  type PieceEntry,
  parcelParts,
} from '../../shared/model/parcel';

/** About how much JSON a piece holds: the window reads one in a few milliseconds. */
const PIECE_UNITS = 200_000;
/** Rows of a table that go together; a table of fewer goes whole. */
const ROWS = 200;
/** A list of more goes as one text: a text crosses at once, a list item by item. */
const MANY = 300;
/** Parts kept for the window, newest last; a part of a revision shown long ago is made again when it is opened. */
const KEPT_PARTS = 60;

/** Analyses on their way to the window, which fetches their parts piece by piece. One per running app. */
export class Parcels {
  private readonly numbers = new WeakMap<object, number>();
  private readonly texts = new Map<string, number>();
  private readonly parts = new Map<number, readonly unknown[] | string>();
  private last = 0;

  constructor(private readonly units = PIECE_UNITS) {}

  /** What a handler answers, with every analysis in it as a parcel. */
  wrap(value: unknown): unknown {
    if (Array.isArray(value) && value.length > MANY) return { json: JSON.stringify(value) };
    if (!isRecord(value)) return value;
    if (isAnalysis(value['analysis'])) return { ...value, analysis: this.parcelOf(value['analysis']) };
    const { snapshot } = value;
    return isRecord(snapshot) && isAnalysis(snapshot['analysis'])
      ? { ...value, snapshot: this.wrap(snapshot) }
      : value;
  }

  /** A piece of a part; null when it is not kept any more. */
  piece(part: number, { item, row }: PieceCursor): Piece | null {
    const value = this.parts.get(part);
    if (value === undefined) return null;
    if (typeof value === 'string') {
      const end = item + this.units;
      const entry: PieceEntry = { text: value.slice(item, end) };
      return { json: JSON.stringify([entry]), next: end < value.length ? { item: end, row: 0 } : null };
    }
    return listPiece(value, item, row, this.units);
  }

  private parcelOf(analysis: Analysis): Parcel {
    const {
      document,
      quantities,
      facts,
      ties,
      culprits,
      references,
      alignments,
      findings,
      rules,
      states,
      ...rest
    } = analysis;
    const lists = { quantities, facts, ties, culprits, references, alignments, findings, rules, states };
    const entries = [
      ...parcelParts.map((name) => [name, this.numberOf(lists[name])] as const),
      ...documentParts.map((name) => [name, this.numberOf(document[name])] as const),
    ];
    return { parcel: Object.fromEntries(entries) as Parcel['parcel'], rest, title: document.title };
  }

  private numberOf(part: readonly unknown[] | string): number {
    const known = typeof part === 'string' ? this.texts.get(part) : this.numbers.get(part);
    const number = known ?? ++this.last;
    if (typeof part === 'string') this.texts.set(part, number);
    else this.numbers.set(part, number);
    this.parts.delete(number);
    this.parts.set(number, part);
    for (const [oldest, value] of this.parts) {
      if (this.parts.size <= KEPT_PARTS) break;
      this.parts.delete(oldest);
      if (typeof value === 'string') this.texts.delete(value);
    }
    return number;
  }
}

function listPiece(items: readonly unknown[], item: number, row: number, units: number): Piece {
  const parts: string[] = [];
  let size = 0;
  const put = (entry: PieceEntry): void => {
    const json = JSON.stringify(entry);
    parts.push(json);
    size += json.length;
  };
  let [at, from] = [item, row];
  while (at < items.length && size < units) {
    const one = items[at];
    if (!isLongTable(one)) put({ item: one });
    else {
      if (from === 0) put({ item: { ...one, rows: [] } });
      put({ rows: one.rows.slice(from, from + ROWS) });
      from += ROWS;
      if (from < one.rows.length) continue;
    }
    at++;
    from = 0;
  }
  return { json: `[${parts.join(',')}]`, next: at < items.length ? { item: at, row: from } : null };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnalysis = (value: unknown): value is Analysis =>
  isRecord(value) && isRecord(value['document']) && Array.isArray(value['quantities']);

const isLongTable = (value: unknown): value is Table =>
  isRecord(value) && value['kind'] === 'table' && (value['rows'] as readonly unknown[]).length > ROWS;
