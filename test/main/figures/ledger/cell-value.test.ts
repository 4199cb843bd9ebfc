import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../../../src/main/figures/ledger/cell-value';
import { statedUnit } from '../../../../src/main/figures/units';
import { cellOf } from './sheet-of';

const read = (text: string, unit: string, number?: string): string => {
  const cell = cellOf(text);
  const reading = readCell(
    number === undefined ? cell : { ...cell, number },
    statedUnit(unit) ?? { unit, power: 0 },
  );
  if (!reading) return '';
  if ('reason' in reading) return 'gap';
  const { value, unit: base, precision } = reading.figure;
  return `${value} ${base} ${precision}`;
};

describe('the figure of a cell', () => {
  it.each([
    ['1,284.50', '万元', undefined, '12845000 元 2'],
    ['3190.25', '万元', undefined, '31902500 元 2'],
    ['12', '笔', undefined, '12 笔 0'],
    ['-12', '', undefined, '-12  0'],
    ['(5.00)', '元', undefined, '-5 元 -2'],
    ['１２．５', '亿笔', undefined, '1250000000 笔 7'],
    ['7.35%', '', undefined, '7.35 % -2'],
    ['7.35%', '万元', undefined, '7.35 % -2'],
    ['7.35', '%', undefined, '7.35 % -2'],
    ['7.35%', '', '7.35', '7.35 % -2'],
    ['7.4%', '', '0.0735', '7.35 % -1'],
    ['1.5‰', '', '0.0015', '1.5 ‰ -1'],
    ['1,284.5', '万元', '1284.5037', '12845037 元 3'],
    ['12.3万', '元', '123456', '123456 元 3'],
    ['12.35百万', '元', '12345678', '12345678 元 4'],
    ['3,190万元', '', '3190', '31900000 元 4'],
    ['3,190万元', '亿元', undefined, '31900000 元 4'],
    ['1.2亿', '万笔', undefined, '120000000 笔 7'],
    ['1,285', '万元', '1284500', '12845000 元 4'],
    ['¥3.20', '', '3.2', '3.2 元 -2'],
    ['¥3.20', '万元', '3.2', '32000 元 2'],
    ['-¥3.20', '', '-3.2', '-3.2 元 -2'],
    ['$3.20', '', '3.2', '3.2 美元 -2'],
    ['1.23E+06', '元', '1234567', '1234567 元 4'],
    ['-', '万元', '0', '0 元 4'],
    ['0.00', '万元', '0', '0 元 2'],
    ['5', '从未见过', undefined, '5 从未见过 0'],
  ])('%s in %s (number %s) is %s', (text, unit, number, figure) => {
    expect(read(text, unit, number)).toBe(figure);
  });

  it.each([
    ['待定', undefined],
    ['约3亿', undefined],
    ['5（注1）', undefined],
    ['12-15', undefined],
    ['#DIV/0!', ''],
    ['2025-12-31', undefined],
    ['1.2E+11', ''],
    ['1 1/2', '1.5'],
    ['是', '1'],
    ['', '5'],
    ['99', '5'],
    ['001234', undefined],
    ['TRUE', ''],
  ])('%s (number %s) is none, with a reason', (text, number) => expect(read(text, '元', number)).toBe('gap'));

  it.each(['', ' ', '-', '—', '——', '/', '\\', '…', 'N/A', '无', '不适用', '*'])(
    '%s claims nothing',
    (text) => expect(read(text, '元')).toBe(''),
  );

  it('a hidden zero claims nothing', () => expect(read('', '元', '0')).toBe(''));

  it('is the number itself, moved by its unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4 }),
        (units, scale) => {
          const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
          const whole = digits.slice(0, digits.length - scale);
          const fraction = digits.slice(digits.length - scale);
          const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
          const text = `${units < 0n ? '-' : ''}${grouped}${scale > 0 ? `.${fraction}` : ''}`;
          expect(read(text, '万元')).toBe(`${units * 10n ** BigInt(4 - scale)} 元 ${4 - scale}`);
        },
      ),
    );
  });
});
