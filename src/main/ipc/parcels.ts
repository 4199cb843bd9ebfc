import type { Analysis } from '../../shared/model/analysis';
import {
  documentParts,
  type LongKey,
  type Parcel,
  type Piece,
  type PieceCursor,
  type PieceEntry,
  parcelParts,
} from '../../shared/model/parcel';
import { packSegment } from '../../shared/packed/pack';
import { SEGMENT } from '../../shared/packed/segment';

/** About how much JSON a piece holds: the window reads one in a few milliseconds. */
const PIECE_UNITS = 200_000;
/** Rows of a table that go together; a table of fewer goes whole. */
const ROWS = 200;
/** The window holds a longer list packed, and a longer list within an item. */
export const MANY_ITEMS = 20_000;
export const MANY_WITHIN = 2_000;
/** A list of more goes as one text: a text crosses at once, a list item by item. */
const MANY = 300;
/** Parts kept for the window, newest last; a part of a revision shown long ago is made again when it is opened. */
const KEPT_PARTS = 60;
/** Fewer are kept of very long texts, but all of the newest analysis. Characters of the texts that parts speak of. */
const KEPT_CHARACTERS = 60_000_000;
const PARTS = parcelParts.length + documentParts.length;

/** A part, and the working text that its places speak of. */
interface Part {
  readonly value: readonly unknown[] | string;
  readonly text: string;
}

/** Analyses on their way to the window, which fetches their parts piece by piece. One per running app. */
export class Parcels {
  private readonly numbers = new WeakMap<object, number>();
  private readonly texts = new Map<string, number>();
  private readonly parts = new Map<number, Part>();
  private last = 0;
  /** Of the texts of all parts. */
  private characters = 0;

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
    const known = this.parts.get(part);
    if (known === undefined) return null;
    const { value, text } = known;
    if (typeof value === 'string') {
      const end = item + this.units;
      const entry: PieceEntry = { text: value.slice(item, end) };
      return { json: JSON.stringify([entry]), next: end < value.length ? { item: end, row: 0 } : null };
    }
    return new ListPiece(value, text, this.units).from(item, row);
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
      ...parcelParts.map((name) => [name, this.numberOf(lists[name], document.text)] as const),
      ...documentParts.map((name) => [name, this.numberOf(document[name], document.text)] as const),
    ];
    return { parcel: Object.fromEntries(entries) as Parcel['parcel'], rest, title: document.title };
  }

  private numberOf(part: Part['value'], text: string): number {
    const known = typeof part === 'string' ? this.texts.get(part) : this.numbers.get(part);
    const number = known ?? ++this.last;
    if (typeof part === 'string') this.texts.set(part, number);
    else this.numbers.set(part, number);
    this.forget(number);
    this.parts.set(number, { value: part, text });
    this.characters += text.length;
    this.drop();
    return number;
  }

  private drop(): void {
    for (const oldest of this.parts.keys()) {
      const { size } = this.parts;
      if (size <= PARTS || (size <= KEPT_PARTS && this.characters <= KEPT_CHARACTERS)) return;
      const value = this.forget(oldest);
      if (typeof value === 'string') this.texts.delete(value);
    }
  }

  private forget(number: number): Part['value'] | null {
    const known = this.parts.get(number);
    if (!known) return null;
    this.parts.delete(number);
    this.characters -= known.text.length;
    return known.value;
  }
}

/** What a piece tells of a list. */
class ListPiece {
  private readonly entries: string[] = [];
  private size = 0;

  constructor(
    private readonly items: readonly unknown[],
    private readonly text: string,
    private readonly units: number,
  ) {}

  from(item: number, row: number): Piece {
    let at = item;
    let within = row;
    const { items } = this;
    const isPacked = items.length > MANY_ITEMS && isRecord(items[0]);
    while (at < items.length && this.size < this.units) {
      if (isPacked) {
        this.put({ packed: packSegment(items.slice(at, at + SEGMENT), this.text), within: null });
        at = Math.min(items.length, at + SEGMENT);
        continue;
      }
      within = this.putItem(items[at], within);
      if (within === 0) at++;
    }
    const next = at < items.length ? { item: at, row: within } : null;
    return { json: `[${this.entries.join(',')}]`, next };
  }

  /** Puts an item, or more of it from `row` on; where to go on in it, 0 when it is told. */
  private putItem(item: unknown, row: number): number {
    const key = longKey(item);
    if (key === null) {
      this.put({ item });
      return 0;
    }
    const list = (item as Readonly<Record<LongKey, readonly unknown[]>>)[key];
    if (row === 0) this.put({ item: { ...(item as object), [key]: [] } });
    const isPacked = list.length > MANY_WITHIN;
    const end = row + (isPacked ? SEGMENT : ROWS);
    const some = list.slice(row, end);
    this.put(isPacked ? { packed: packSegment(some, this.text), within: key } : { rows: some });
    return end < list.length ? end : 0;
  }

  private put(entry: PieceEntry): void {
    const json = JSON.stringify(entry);
    this.entries.push(json);
    this.size += json.length;
  }
}

/** Names the list that is too long for its item to go whole. */
function longKey(item: unknown): LongKey | null {
  if (!isRecord(item)) return null;
  const { rows, terms } = item;
  if (item['kind'] === 'table' && Array.isArray(rows) && rows.length > ROWS) return 'rows';
  return Array.isArray(terms) && terms.length > MANY_WITHIN ? 'terms' : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnalysis = (value: unknown): value is Analysis =>
  isRecord(value) && isRecord(value['document']) && Array.isArray(value['quantities']);
