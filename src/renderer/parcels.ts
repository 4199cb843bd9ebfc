import type { Outputs } from '../shared/ipc';
import type { Analysis } from '../shared/model/analysis';
import type { ReportDocument } from '../shared/model/document';
import {
  documentParts,
  type LongKey,
  type Parcel,
  type PieceCursor,
  type PieceEntry,
  parcelParts,
} from '../shared/model/parcel';
import { packedList } from '../shared/packed/list';
import { receivedSegment, type Segment } from '../shared/packed/segment';
import { failure, type Result, success } from '../shared/result';

type Fetch = (input: {
  readonly part: number;
  readonly cursor: PieceCursor;
}) => Promise<Result<Outputs['report:piece']>>;

const LOST = failure('unexpected', '报告没有完整地读出，请重试');

/** Puts analyses together again that came as parcels. What came with the one before is not fetched again. */
export class Unpacker {
  private parts = new Map<number, unknown>();

  constructor(private readonly fetchPiece: Fetch) {}

  /** An answer of the main process with whole analyses in it. */
  async answer(result: Result<unknown>): Promise<Result<unknown>> {
    if (!result.ok || !isRecord(result.value)) return result;
    const { value } = result;
    if (typeof value['json'] === 'string' && Object.keys(value).length === 1)
      return success(JSON.parse(value['json']));
    if (isParcel(value['analysis'])) {
      const analysis = await this.unpack(value['analysis']);
      return analysis ? success({ ...value, analysis }) : LOST;
    }
    if (!isRecord(value['snapshot'])) return result;
    const snapshot = await this.answer(success(value['snapshot']));
    return snapshot.ok ? success({ ...value, snapshot: snapshot.value }) : snapshot;
  }

  private async unpack({ parcel, rest, title }: Parcel): Promise<Analysis | null> {
    const parts = new Map<number, unknown>();
    let text = '';
    // The text first: what stays packed speaks of it.
    for (const number of new Set([parcel.text, ...Object.values(parcel)])) {
      const part = this.parts.get(number) ?? (await this.fetchPart(number, text));
      if (part === null) return null;
      if (number === parcel.text) text = String(part);
      parts.set(number, part);
    }
    this.parts = parts;
    // What is done with the whole of it gets a task of its own.
    await nextTask();
    const pick = (names: readonly (keyof Parcel['parcel'])[]) =>
      Object.fromEntries(names.map((name) => [name, parts.get(parcel[name])]));
    const document = { ...pick(documentParts), title } as unknown as ReportDocument;
    return { ...rest, ...pick(parcelParts), document } as unknown as Analysis;
  }

  /** Each piece is read in a task of its own, so that the window never stands still. */
  private async fetchPart(part: number, text: string): Promise<readonly unknown[] | string | null> {
    const read = new ReadPart(text);
    let asked = this.fetchPiece({ part, cursor: { item: 0, row: 0 } });
    for (;;) {
      const piece = await asked;
      if (!piece.ok || piece.value === null) return null;
      const { json, next } = piece.value;
      // The next one is on its way while this one is read.
      if (next) asked = this.fetchPiece({ part, cursor: next });
      for (const entry of JSON.parse(json) as PieceEntry[]) read.take(entry);
      if (!next) return read.whole();
    }
  }
}

/** A part as it comes, entry by entry. */
class ReadPart {
  private readonly items: unknown[] = [];
  private text: string | null = null;
  private packed: Segment[] | null = null;
  /** What is packed within the item that came last. */
  private inner: { readonly key: LongKey; readonly segments: Segment[] } | null = null;

  constructor(private readonly workingText: string) {}

  take(entry: PieceEntry): void {
    if ('text' in entry) this.text = (this.text ?? '') + entry.text;
    else if ('rows' in entry) rowsOf(this.items.at(-1)).push(...entry.rows);
    else if ('item' in entry) {
      this.close();
      this.items.push(entry.item);
    } else this.takePacked(receivedSegment(entry.packed), entry.within);
  }

  whole(): readonly unknown[] | string {
    this.close();
    if (this.packed) return packedList(this.packed, this.workingText);
    return this.text ?? this.items;
  }

  private takePacked(segment: Segment, within: LongKey | null): void {
    if (within === null) {
      this.packed ??= [];
      this.packed.push(segment);
      return;
    }
    this.inner ??= { key: within, segments: [] };
    this.inner.segments.push(segment);
  }

  /** The item that came last is whole. */
  private close(): void {
    const { inner, items } = this;
    if (!inner) return;
    items.push({
      ...(items.pop() as object),
      [inner.key]: packedList(inner.segments, this.workingText),
    });
    this.inner = null;
  }
}

const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

const rowsOf = (table: unknown): unknown[] => (table as { rows: unknown[] }).rows;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isParcel = (value: unknown): value is Parcel => isRecord(value) && isRecord(value['parcel']);
