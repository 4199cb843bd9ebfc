import Big from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Operand } from '../../../../src/main/checker/ties/arithmetic';
import { type Figure, intervalOf, overlap } from '../../../../src/main/checker/ties/interval';
import { decimal, formatDecimal } from '../../../../src/shared/decimal';
import type { TermRole, TieForm } from '../../../../src/shared/model/tie';

Big.set({ precision: 120, rounding: Big.ROUND_HALF_UP });

/** A printed number: up to thirty digits, any scale, with its last digit's power of ten. */
const printed = (least = -(10n ** 30n)): fc.Arbitrary<{ text: string; precision: number }> =>
  fc
    .record({ units: fc.bigInt({ min: least, max: 10n ** 30n }), decimals: fc.integer({ min: 0, max: 8 }) })
    .map(({ units, decimals }) => ({
      text: formatDecimal({ units, scale: decimals }),
      precision: -decimals,
    }));
const small = fc
  .record({ units: fc.bigInt({ min: 1n, max: 10n ** 9n }), decimals: fc.integer({ min: 0, max: 4 }) })
  .map(({ units, decimals }) => ({ text: formatDecimal({ units, scale: decimals }), precision: -decimals }));

type Printed = { text: string; precision: number };
const figure = ({ text, precision }: Printed): Figure => ({
  value: decimal(text),
  precision,
  approximator: null,
});
const operand = (role: TermRole, one: Printed): Operand => ({ role, figure: figure(one) });
const status = (form: TieForm, stated: Printed, operands: readonly Operand[], exact = false): string =>
  judge(form, figure(stated), operands, { exact }).status;
const half = ({ precision }: Printed): Big => new Big(10).pow(precision).div(2);
const rounded = (value: Big, { precision }: Printed): Big =>
  value.toDecimalPlaces(-precision, Big.ROUND_HALF_UP);

describe('judge, against another library of decimals', () => {
  it('sums as it does, with half a unit of every last digit', () => {
    fc.assert(
      fc.property(fc.array(printed(), { minLength: 1, maxLength: 8 }), printed(), (items, stated) => {
        const sum = items.reduce((all, { text }) => all.add(text), new Big(0));
        const slack = [stated, ...items].reduce((all, one) => all.add(half(one)), new Big(0));
        const apart = sum.sub(stated.text).abs();
        const wanted = apart.isZero() ? 'pass' : apart.lte(slack) ? 'rounding' : 'fail';
        const operands = items.map((one) => operand('addend', one));
        expect(status('sum', stated, operands)).toBe(wanted);
        expect(status('sum', stated, operands, true)).toBe(apart.isZero() ? 'pass' : 'fail');
      }),
    );
  });

  it('finds the sum that it makes itself right, and one unit more than the tolerance wrong', () => {
    fc.assert(
      fc.property(fc.array(printed(), { minLength: 2, maxLength: 8 }), (items) => {
        const sum = items.reduce((all, { text }) => all.add(text), new Big(0));
        const decimals = Math.max(...items.map(({ precision }) => -precision));
        const stated = { text: sum.toFixed(decimals), precision: -decimals };
        const operands = items.map((one) => operand('addend', one));
        expect(status('sum', stated, operands)).toBe('pass');
        const slack = [stated, ...items].reduce((all, one) => all.add(half(one)), new Big(0));
        const beyond = sum.add(slack).add(new Big(10).pow(-decimals));
        expect(status('sum', { ...stated, text: beyond.toFixed(decimals + 1) }, operands)).toBe('fail');
      }),
    );
  });

  it('subtracts', () => {
    fc.assert(
      fc.property(printed(), printed(), printed(), (current, base, stated) => {
        const apart = new Big(current.text).sub(base.text).sub(stated.text).abs();
        const slack = half(current).add(half(base)).add(half(stated));
        const wanted = apart.isZero() ? 'pass' : apart.lte(slack) ? 'rounding' : 'fail';
        const operands = [operand('current', current), operand('base', base)];
        for (const form of ['difference', 'points'] as const)
          expect(status(form, stated, operands)).toBe(wanted);
      }),
    );
  });

  it.each<readonly [TieForm, readonly [TermRole, TermRole], (a: Big, b: Big) => Big]>([
    ['share', ['part', 'whole'], (a, b) => a.div(b).mul(100)],
    ['rate', ['current', 'base'], (a, b) => a.sub(b).div(b).mul(100)],
    ['increase', ['current', 'base'], (a, b) => a.sub(b).div(b)],
    ['multiple', ['current', 'base'], (a, b) => a.div(b)],
  ])('rounds a %s once, to the last printed digit', (form, [top, bottom], made) => {
    fc.assert(
      fc.property(small, small, fc.integer({ min: 0, max: 4 }), (a, b, decimals) => {
        fc.pre(new Big(b.text).gt(half(b)));
        const precision = -decimals;
        const exact = made(new Big(a.text), new Big(b.text));
        const right = rounded(exact, { text: '', precision });
        const stated = { text: right.toFixed(decimals), precision };
        const operands = [operand(top, a), operand(bottom, b)];
        expect(judge(form, figure(stated), operands)).toMatchObject({ status: 'pass' });
        expect(formatDecimal(judge(form, figure(stated), operands).expected)).toBe(right.toFixed());
        // Beyond every value that the rounded figures allow it is wrong.
        const highest = made(new Big(a.text).add(half(a)), new Big(b.text).sub(half(b)));
        const beyond = rounded(highest, stated).add(new Big(10).pow(precision).mul(2));
        expect(status(form, { text: beyond.toFixed(decimals), precision }, operands)).toBe('fail');
      }),
    );
  });

  it.each([
    ['sum', '0.3', ['0.1', '0.2']],
    ['sum', '9007199254740993', ['9007199254740992', '1']],
    ['sum', '100000000000000001', ['100000000000000000', '1']],
    ['sum', '1.10', ['0.70', '0.30', '0.10']],
  ] as const)('is exact where a binary float is not: %s %s', (form, stated, items) => {
    const of = (text: string): Printed => ({ text, precision: -(text.split('.')[1]?.length ?? 0) });
    expect(
      status(
        form,
        of(stated),
        items.map((one) => operand('addend', of(one))),
        true,
      ),
    ).toBe('pass');
  });

  it.each([
    ['0', '基数为零'],
    ['-5', '基数为负'],
  ])('says why a base of %s tells nothing', (base, reason) => {
    const operands = [
      operand('current', { text: '5', precision: 0 }),
      operand('base', { text: base, precision: 0 }),
    ];
    expect(judge('rate', figure({ text: '10', precision: 0 }), operands)).toMatchObject({
      status: 'unclear',
      reason: expect.stringContaining(reason),
    });
  });

  it('throws when an operand is missing', () => {
    const stated = figure({ text: '1', precision: 0 });
    expect(() => judge('share', stated, [])).toThrow('part');
  });
});

describe('what a printed figure can stand for', () => {
  const approximators = ['about', 'nearly', 'over', 'at-least', 'below', 'some', null] as const;
  it('holds the figure itself, and is the wider the vaguer it is', () => {
    fc.assert(
      fc.property(small, fc.constantFrom(...approximators), (one, approximator) => {
        const own = intervalOf({ ...figure(one), approximator });
        expect(overlap(own, intervalOf(figure(one), true))).toBe(true);
        expect(overlap(intervalOf(figure(one)), own)).toBe(true);
      }),
    );
  });
});
