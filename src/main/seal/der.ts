/**
 * The few pieces of DER (ITU-T X.690 §8, §10) that a CMS is made of. Certificates go in and come out as the bytes
 * they are: a certificate that some library would write otherwise must not change on its way.
 */
export interface DerNode {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag, length and content as they stand. */
  readonly raw: Uint8Array;
}

export class NotDer extends Error {}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** [0], constructed. */
  context0: 0xa0,
  /** [1], constructed. */
  context1: 0xa1,
} as const;

const CONSTRUCTED = 0x20;
const HIGH_TAG = 0x1f;

/** Reads one value that fills `bytes`. Throws `NotDer`, also for a length that is not the shortest. */
export function readDer(bytes: Uint8Array): DerNode {
  const { node, end } = nodeAt(bytes, 0);
  if (end !== bytes.length) throw new NotDer();
  return node;
}

/** The values inside a constructed one. */
export function children(node: DerNode): readonly DerNode[] {
  if ((node.tag & CONSTRUCTED) === 0) throw new NotDer();
  const found: DerNode[] = [];
  for (let at = 0; at < node.content.length; ) {
    const { node: next, end } = nodeAt(node.content, at);
    found.push(next);
    at = end;
  }
  return found;
}

/** The value at `index` inside `node`, which must have the tag. */
export function child(node: DerNode, index: number, tag?: number): DerNode {
  const found = children(node)[index];
  if (!found || (tag !== undefined && found.tag !== tag)) throw new NotDer();
  return found;
}

function nodeAt(bytes: Uint8Array, at: number): { node: DerNode; end: number } {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & HIGH_TAG) === HIGH_TAG) throw new NotDer();
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || size > 4) throw new NotDer();
  const length =
    size === 0 ? first : bytes.subarray(at + 2, at + 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  const from = at + 2 + size;
  const end = from + length;
  if (end > bytes.length || lengthBytes(length).length !== size + 1) throw new NotDer();
  return { node: { tag, content: bytes.subarray(from, end), raw: bytes.subarray(at, end) }, end };
}

/** Writes a value. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag), lengthBytes(content.length), content]));
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts);

/** SET OF: ascending by encoding (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  der(TAG.set, ...[...parts].sort(Buffer.compare));

export const octets = (bytes: Uint8Array): Uint8Array => der(TAG.octets, bytes);

/** A non-negative integer from its big-endian bytes. */
export function unsigned(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const rest = from < 0 ? Uint8Array.of(0) : bytes.subarray(from);
  return (rest[0] ?? 0) > 127 ? der(TAG.integer, Uint8Array.of(0), rest) : der(TAG.integer, rest);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) {
    digits.unshift((left & 0x7f) | 0x80);
  }
  return digits;
}

function lengthBytes(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) digits.unshift(left & 0xff);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}
