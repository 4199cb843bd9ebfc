import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfSerial, plainDate } from '../../../../src/main/importer/sheets/dates';
import { shownDecimal } from '../../../../src/main/importer/sheets/decimals';
import { plainNumber } from '../../../../src/main/importer/sheets/plain-number';

describe('the number behind a double printed with 17 digits', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['3190.2500000000005', '3190.25'],
    ['1.5E-3', '0.0015'],
    ['1.5e+03', '1500'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['+7', '7'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.10', '1.1'],
    ['99999999999999.995', '100000000000000'],
    ['0.9999999999999995', '1'],
    ['0.99999999999999949', '0.999999999999999'],
    ['1234567890123456789', '1234567890123460000'],
    ['4.9406564584124654E-324', `0.${'0'.repeat(323)}494065645841247`],
    ['1.7976931348623157E+308', `179769313486232${'0'.repeat(294)}`],
  ])('%s is %s', (printed, shown) => expect(shownDecimal(printed)).toBe(shown));

  it.each(['', '-', '.', 'NaN', 'INF', '1,5', '0x10', '1e', '1e99999', '１２', '9'.repeat(500)])(
    '%s is none',
    (text) => expect(shownDecimal(text)).toBeNull(),
  );

  it('is the decimal of at most 15 digits that was typed in', () => {
    const typed = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }),
      fc.integer({ min: 0, max: 20 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(typed, ([units, scale, isNegative]) => {
        const digits = units.toString().padStart(scale + 1, '0');
        const point = digits.length - scale;
        const plain = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0*$/, '');
        const written = isNegative ? `-${plain}` : plain;
        expect(shownDecimal(Number(written).toPrecision(17))).toBe(written);
        expect(shownDecimal(Number(written).toExponential(16))).toBe(written);
        expect(shownDecimal(String(Number(written)))).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a plain number in a text', () => {
  it.each([
    ['1,284.50', '1284.5'],
    ['１，２８４．５０', '1284.5'],
    ['(1,234.50)', '-1234.5'],
    ['（3）', '-3'],
    ['-7', '-7'],
    ['−7', '-7'],
    ['+7', '7'],
    ['7.35%', '0.0735'],
    ['7.35 %', '0.0735'],
    ['(7.35%)', '-0.0735'],
    ['(7.35)%', '-0.0735'],
    [' 12\u00a0', '12'],
    ['0', '0'],
    ['0.50', '0.5'],
  ])('%s is %s', (text, number) => expect(plainNumber(text)).toBe(number));

  it.each([
    '',
    '-',
    '1,23',
    '1,2345',
    '12,34,567',
    '001234',
    '1.2.3',
    '1 284',
    '8\n0',
    '1e5',
    '7%%',
    '(7',
    '-(7)',
    '12万',
    '¥5',
    '2025-12-31',
    '一百',
    '1'.repeat(61),
  ])('%s is none', (text) => expect(plainNumber(text)).toBe(''));
});

describe('a day', () => {
  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['45992', false, '2025-12-01'],
    ['46022.75', false, '2025-12-31'],
    ['45351', false, '2024-02-29'],
    ['2958465', false, '9999-12-31'],
    ['0', true, '1904-01-01'],
    ['44560', true, '2025-12-31'],
    ['0', false, ''],
    ['60', false, ''],
    ['60.5', false, ''],
    ['2958466', false, ''],
    ['99999999999', false, ''],
    ['-1', false, ''],
  ])('of serial %s (1904: %s) is %s', (serial, is1904, date) => {
    expect(dateOfSerial(serial, is1904)).toBe(date);
  });

  it('of any serial is the day that the calendar counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfSerial(String(serial), false)).toBe(day);
        if (serial > 1462) expect(dateOfSerial(String(serial - 1462), true)).toBe(day);
      }),
    );
  });

  it.each([
    ['2025-12-31', '2025-12-31'],
    ['2025/1/5', '2025-01-05'],
    ['2025.1.5', '2025-01-05'],
    ['2025年1月5日', '2025-01-05'],
    ['2025-02-29', ''],
    ['2025-13-01', ''],
    ['2025-1/5', ''],
    ['2025年12月', ''],
    ['1.5', ''],
    ['于2025-12-31', ''],
  ])('written %s is %s', (text, date) => expect(plainDate(text)).toBe(date));
});
