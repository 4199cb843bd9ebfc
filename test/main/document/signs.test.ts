import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meets, type Sign, signsOf } from '../../../src/main/document/signs';

const has = (text: string, ...signs: Sign[]): boolean => meets([signs])(signsOf(text));

describe('signsOf', () => {
  it.each<[string, Sign, boolean]>([
    ['东区', 'digit', false],
    ['第3区', 'digit', true],
    ['第３区', 'digit', true],
    ['App', 'latin', true],
    ['中心', 'office', true],
    ['2025年', 'date', true],
    ['12.5', 'date', true],
    ['12,5', 'date', false],
    ['甲、乙', 'list', true],
    ['Ａ', 'wide', true],
    ['合计', 'again', false],
    ['合计合', 'again', true],
    ['“', 'quote', true],
    ['”', 'quote', false],
    ['”', 'pair', true],
    ['', 'is', false],
  ])('of %j tells %s: %s', (text, sign, there) => {
    expect(has(text, sign)).toBe(there);
  });

  it('of two texts together are those of both, but for what stands in each of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const both = signsOf(a) | signsOf(b);
        expect(signsOf(a + b) & both).toBe(both);
      }),
    );
  });

  it('tell a character that stands twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸'), { maxLength: 14 }), (units) => {
        if (new Set(units).size < units.length) expect(has(units.join(''), 'again')).toBe(true);
      }),
    );
  });
});

describe('meets', () => {
  it('asks for all of one set', () => {
    const needs = meets([['digit', 'date'], ['at']]);
    expect([needs(signsOf('3')), needs(signsOf('3年')), needs(signsOf('@'))]).toEqual([false, true, true]);
    expect(meets([[]])(0)).toBe(true);
  });
});
