import { AHEAD, placeLeaf, RANGES, SEGMENT, type Segment, type Template } from './segment';
import { Way } from './ways';

/** A longer list within a value is packed by itself. */
const LONGEST_INNER = 64;

type Bag = Readonly<Record<string, unknown>>;
type LeafKind = Exclude<Template['kind'], 'same' | 'object' | 'array'>;

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
  private readonly objects = new Way();
  private readonly arrays = new Way();
  private readonly plain = new Map<LeafKind | null | boolean, number>();
  private readonly textAt = new Map<string | number, number>();
  /** Starts and ends of the ranges of the value, in their order. */
  private readonly ranges: number[] = [];
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
      return this.plain.get(value) ?? this.made(value, { kind: 'same', value });
    if (Array.isArray(value)) return this.describeArray(value);
    return this.describeObject(value as Bag);
  }

  private describeObject(value: Bag): number {
    let way = this.objects;
    for (const key in value) {
      const one = value[key];
      if (one !== undefined) way = way.step(key, this.describe(one, key));
    }
    return way.templateIn(this.templates, 'object');
  }

  private describeArray(value: readonly unknown[]): number {
    if (value.length > LONGEST_INNER) return this.leaf('list', this.inner.push(packed(value, this.text)) - 1);
    let way = this.arrays;
    for (const one of value) way = way.step('', this.describe(one, ''));
    return way.templateIn(this.templates, 'array');
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

  private leaf(kind: LeafKind, value: number): number {
    this.leaves.push(value);
    return this.plain.get(kind) ?? this.made(kind, { kind });
  }

  private made(name: LeafKind | null | boolean, template: Template): number {
    const at = this.templates.push(template) - 1;
    this.plain.set(name, at);
    return at;
  }
}
