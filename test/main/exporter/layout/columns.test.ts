import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../../src/main/exporter/layout/columns';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('columnWidths', () => {
  it('fills the width', () => {
    const widths = columnWidths(
      [
        { least: 10, most: 20, total: 100 },
        { least: 30, most: 60, total: 300 },
      ],
      400,
    );
    expect(sum(widths)).toBeCloseTo(400);
  });

  it('gives more text more room', () => {
    const [short = 0, long = 0] = columnWidths(
      [
        { least: 12, most: 60, total: 600 },
        { least: 12, most: 900, total: 9000 },
      ],
      400,
    );
    expect(long).toBeGreaterThan(short);
    expect(short).toBeGreaterThanOrEqual(60);
  });

  it('never goes below the widest piece while there is room', () => {
    const columns = [
      { least: 90, most: 90, total: 90 },
      { least: 12, most: 4000, total: 40_000 },
    ];
    expect(columnWidths(columns, 300)[0]).toBeGreaterThanOrEqual(90);
  });

  it('shrinks all alike when even the pieces do not fit', () => {
    const widths = columnWidths(
      Array.from({ length: 10 }, () => ({ least: 80, most: 100, total: 500 })),
      400,
    );
    expect(sum(widths)).toBeCloseTo(400);
    for (const width of widths) expect(width).toBeCloseTo(40);
  });

  it('copes with empty columns', () => {
    const widths = columnWidths(
      [
        { least: 0.1, most: 0.1, total: 0 },
        { least: 0.1, most: 0.1, total: 0 },
      ],
      100,
    );
    expect(sum(widths)).toBeCloseTo(100);
  });
});
