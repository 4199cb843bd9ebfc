import { AHEAD, placeLeaf, RANGES, SEGMENT, type Segment, type Template } from './segment';

/** A longer list within a value is packed by itself. */
const LONGEST_INNER = 64;

/** Packs a list of plain values. `text` is the working text that their ranges speak of. */
export function packed(items: readonly unknown[], text: string): readonly Segment[] {
  const segments: Segment[] = [];
  for (let from = 0; from < items.length; from += SEGMENT)
    segments.push(packSegment(items.slice(from, from + SEGMENT), text));
  return segments;
}

export function packSegment(items: readonly unknown[], text: string): Segment {
  const packer = new Packer(text);
  const values: number[] = [];
  for (const item of items) {
    const first = packer.leaves.length;
    values.push(packer.put(item), first);
  }
  const { templates, leaves, texts, inner } = packer;
  return { count: items.length, templates, values, leaves, texts, inner };
}

/** Writes values as leaves, and finds or makes the template of each. */
class Packer {
  readonly templates: Template[] = [];
  readonly leaves: number[] = [];
  readonly texts: (string | number)[] = [];
  readonly inner: (readonly Segment[])[] = [];
  private readonly known = new Map<string, number>();
  private readonly textAt = new Map<string | number, number>();
  /** Starts and ends of the ranges of the value, in their order. */
  private ranges: number[] = [];
  private start = -1;

  constructor(private readonly text: string) {}

  /** Index of the value's template. */
  put(value: unknown): number {
    this.ranges.length = 0;
    this.start = -1;
    return this.describe(value, '');
  }

  private describe(value: unknown, key: string): number {
    if (typeof value === 'string') return this.describeText(value);
    if (typeof value === 'number') return this.describeNumber(value, key);
    if (value === null || typeof value === 'boolean')
      return this.template(String(value), () => ({ kind: 'same', value }));
    if (Array.isArray(value)) return this.describeArray(value);
    return this.describeObject(value as Readonly<Record<string, unknown>>);
  }

  private describeObject(value: Readonly<Record<string, unknown>>): number {
    let name = 'object';
    const keys: string[] = [];
    const parts: number[] = [];
    for (const key in value) {
      const one = value[key];
      if (one === undefined) continue;
      const part = this.describe(one, key);
      keys.push(key);
      parts.push(part);
      name += `\u0000${key}\u0000${part}`;
    }
    return this.template(name, () => ({ kind: 'object', keys, parts }));
  }

  private describeArray(value: readonly unknown[]): number {
    if (value.length > LONGEST_INNER) return this.leaf('list', this.inner.push(packed(value, this.text)) - 1);
    const parts = value.map((one) => this.describe(one, ''));
    return this.template(`array ${parts.join()}`, () => ({ kind: 'array', parts }));
  }

  private describeNumber(value: number, key: string): number {
    if ((value | 0) !== value || Object.is(value, -0)) return this.describeAny(value);
    if (key === 'start') {
      this.start = value;
      return this.leaf('start', value);
    }
    if (key !== 'end' || this.start < 0) return this.leaf('number', value);
    this.ranges.push(this.start, value);
    return this.leaf('end', value - this.start);
  }

  private describeText(value: string): number {
    for (let back = 0; back < RANGES; back++) {
      const at = this.ranges.length - 2 * (back + 1);
      const [start = 0, end = 0] = [this.ranges[at], this.ranges[at + 1]];
      for (let ahead = 0; at >= 0 && ahead < AHEAD && start + ahead + value.length <= end; ahead++)
        if (this.text.startsWith(value, start + ahead))
          return this.leaf('place', placeLeaf(value.length, back, ahead));
    }
    return this.describeAny(value);
  }

  private describeAny(value: string | number): number {
    let at = this.textAt.get(value);
    if (at === undefined) {
      at = this.texts.push(value) - 1;
      this.textAt.set(value, at);
    }
    return this.leaf('text', at);
  }

  private leaf(kind: 'number' | 'start' | 'end' | 'place' | 'text' | 'list', value: number): number {
    this.leaves.push(value);
    return this.template(kind, () => ({ kind }));
  }

  private template(name: string, make: () => Template): number {
    let at = this.known.get(name);
    if (at === undefined) {
      at = this.templates.push(make()) - 1;
      this.known.set(name, at);
    }
    return at;
  }
}
