import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonParts, lazy } from '../../../src/main/cli/json';

const written = (fields: Readonly<Record<string, unknown>>): string => [...jsonParts(fields)].join('');

describe('jsonParts', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        expect(written(fields)).toBe(`${JSON.stringify(fields, null, 2)}\n`);
      }),
    );
  });

  it('writes lists whose entries are made on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (items, other) => {
        const made = (item: unknown) => ({ item });
        const fields = { before: other, items: items.map(made), behind: other };
        expect(written({ ...fields, items: lazy(items, made) })).toBe(`${JSON.stringify(fields, null, 2)}\n`);
      }),
    );
  });

  it('hands a long list on in parts, and leaves out what is undefined', () => {
    const items = Array.from({ length: 20_000 }, (_, at) => `项目${at}`);
    const fields = { items: lazy(items, (item) => ({ item })), behind: 1 };
    expect([...jsonParts(fields)].length).toBeGreaterThan(1);
    const whole = JSON.stringify({ items: items.map((item) => ({ item })), behind: 1 }, null, 2);
    expect(written(fields)).toBe(`${whole}\n`);
    expect(written({ none: undefined, empty: lazy([], () => 0) })).toBe('{\n  "empty": []\n}\n');
  });
});
