import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachNumber, lengthReader, numberReader, textReader } from '../../../src/shared/packed/leaves';
import { packedList } from '../../../src/shared/packed/list';
import { packed } from '../../../src/shared/packed/pack';
import { receivedSegment } from '../../../src/shared/packed/segment';

const TEXT = '| 1 | 商户甲 | 1,200 | 商户乙 |\n| 2 | 商户丙 | 3,400 | 商户丁 |\n'.repeat(3);

/** As a list arrives in the window. */
const sent = (items: readonly unknown[], text = TEXT): readonly unknown[] =>
  packedList(
    (JSON.parse(JSON.stringify(packed(items, text))) as ReturnType<typeof packed>).map(receivedSegment),
    text,
  );

const range = fc
  .tuple(fc.nat(TEXT.length), fc.nat(12))
  .map(([start, length]) => ({ start, end: start + length }));
const placed = range.chain((own) =>
  fc.record(
    {
      range: fc.constant(own),
      raw: fc.oneof(
        fc.constant(TEXT.slice(own.start, own.end)),
        fc.constant(TEXT.slice(own.start + 2, own.end)),
        fc.string(),
      ),
      precision: fc.integer(),
      odd: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null), fc.boolean()),
      unit: fc.constantFrom('元', '', '笔'),
      place: fc.record({ block: fc.nat(), row: fc.nat() }, { requiredKeys: ['block'] }),
      terms: fc.array(fc.record({ range, quantity: fc.option(fc.nat()) }), { maxLength: 80 }),
    },
    { requiredKeys: ['range', 'raw'] },
  ),
);

describe('a packed list', () => {
  it('holds what was put into it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(placed, fc.jsonValue()), { maxLength: 40 }), (items) => {
        const plain = JSON.parse(JSON.stringify(items)) as unknown[];
        const list = sent(plain);
        expect([...list]).toEqual(plain);
        expect(JSON.parse(JSON.stringify(list))).toEqual(plain);
      }),
    );
  });

  it('tells numbers without making its elements', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), (items) => {
        const list = sent(items);
        for (const path of [
          'range.start',
          'range.end',
          'place.block',
          'place.row',
          'precision',
          'no.where',
        ]) {
          const [own, plain] = [numberReader(list, path), numberReader(items, path)];
          expect(items.map((_, at) => own(at))).toEqual(items.map((_, at) => plain(at)));
        }
        for (const key of ['raw', 'unit', 'odd', 'nothing']) {
          const [own, plain] = [textReader(list, key), textReader(items, key)];
          expect(items.map((_, at) => own(at))).toEqual(items.map((_, at) => plain(at)));
        }
        const counts = lengthReader(list, 'terms');
        expect(items.map((_, at) => counts(at))).toEqual(items.map(({ terms = [] }) => terms.length));
        const visited = (of: readonly unknown[]): unknown[] => {
          const seen: unknown[] = [];
          eachNumber(of, 'terms.*.quantity', (index, number) => seen.push([index, number]));
          eachNumber(of, 'terms.*.range.end', (index, number) => seen.push([index, number]));
          return seen;
        };
        expect(visited(list)).toEqual(visited(items));
        // A list that is an array, of elements that hold packed ones.
        const mixed = items.map((item) => (item.terms ? { ...item, terms: sent(item.terms) } : item));
        expect(visited(mixed)).toEqual(visited(items));
        const [first, plainFirst] = [mixed, items].map((of) => numberReader(of, 'terms.*.range.start'));
        expect(items.map((_, at) => first?.(at))).toEqual(items.map((_, at) => plainFirst?.(at)));
      }),
    );
  });

  it('reads like an array', () => {
    const items = Array.from({ length: 5_200 }, (_, at) => ({ at, name: `第${at}项` }));
    const list = sent(items) as typeof items;
    expect(list).toHaveLength(5_200);
    expect(Array.isArray(list)).toBe(true);
    expect(list.slice(4_998, 5_001)).toEqual(items.slice(4_998, 5_001));
    expect(list.at(-1)).toEqual(items.at(-1));
    expect(list.findIndex(({ at }) => at === 4_321)).toBe(4_321);
    expect([list[5_200], list[-1]]).toEqual([undefined, undefined]);
    expect(list[7]).toBe(list[7]);
    expect(() => (list as unknown[]).push(1)).toThrow(TypeError);
  });

  it('takes a fraction of the room', () => {
    const items = Array.from({ length: 3_000 }, (_, at) => ({
      range: { start: at * 20, end: at * 20 + 5 },
      raw: 'x'.repeat(5),
      place: { block: 1, row: at, column: 2 },
      approximator: null,
    }));
    const text = 'x'.repeat(60_000);
    const leaves = packed(items, text).reduce((sum, one) => sum + one.leaves.length + one.values.length, 0);
    expect(leaves).toBe(3_000 * 8);
    expect(packed(items, text).flatMap(({ texts }) => texts)).toEqual([]);
  });
});
