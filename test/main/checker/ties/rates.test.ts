import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareReport } from '../../../../src/main/checker/prepare';
import type { Tie } from '../../../../src/shared/model/tie';

const FOLDER = join(import.meta.dirname, '../../../fixtures/rates');
const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);
const ratesOf = (text: string): readonly Tie[] =>
  prepareReport(text).ties.filter(({ kind }) => kind === 'share' || kind === 'growth');

/** Tables whose rates are of something outside them, or follow from nothing in them. */
const WITHOUT = new Set([
  'listed-assets.md',
  'listed-by-industry.md',
  'movements.md',
  'statistics-constant-prices.md',
]);

describe('rates in clean tables', () => {
  it.each(texts)('%s: confirmed where they can be', (name, text) => {
    const rates = ratesOf(text);
    expect(rates.filter(({ status }) => status === 'fail').map(({ expression }) => expression)).toEqual([]);
    const named = rates.filter(({ relation }) => relation === undefined);
    const passing = named.filter(({ status }) => status === 'pass' || status === 'rounding').length;
    if (WITHOUT.has(name)) expect(passing).toBe(0);
    else expect(passing).toBeGreaterThan(0);
  });
});

describe('a wrong rate', () => {
  const planted = texts.flatMap(([name, text]) => {
    const stated = ratesOf(text).flatMap(({ status, terms }) =>
      status === 'pass' && terms[0] ? [terms[0].range.start] : [],
    );
    return [...new Set(stated)].flatMap((start) => plant(name, text, start));
  });

  it('is planted often enough', () => expect(planted.length).toBeGreaterThan(180));

  it('fails the tie that states it', () => {
    const missed = planted.filter(({ text, start }) => {
      const rates = ratesOf(text);
      return !rates.some(
        ({ status, terms }) => status === 'fail' && terms.some(({ range }) => range.start === start),
      );
    });
    expect(missed.map(({ name, line }) => `${name}: ${line}`)).toEqual([]);
  }, 30_000);
});

/** The first digit of the rate at `start` raised by three. */
function plant(name: string, text: string, start: number) {
  const at = start + (/\d/.exec(text.slice(start, start + 12))?.index ?? 0);
  const digit = (Number(text.charAt(at)) + 3) % 10;
  const made = `${text.slice(0, at)}${digit === 0 ? 4 : digit}${text.slice(at + 1)}`;
  const from = made.lastIndexOf('\n', start) + 1;
  return [{ name, text: made, start, line: made.slice(from, made.indexOf('\n', start)) }];
}
