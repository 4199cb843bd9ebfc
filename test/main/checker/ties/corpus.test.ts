import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareReport } from '../../../../src/main/checker/prepare';
import { sumTies } from '../../../../src/main/checker/ties/sums/index';
import { parseDocument } from '../../../../src/main/document/parse';
import type { Tie } from '../../../../src/shared/model/tie';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');
const textsIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(FIXTURES, folder, name), 'utf8')] as const);

const shown = ({ kind, status, expression }: Tie): string => `${kind} ${status}: ${expression}`;

describe('clean reports and tables', () => {
  it.each([...textsIn('clean'), ...textsIn('tables'), ...textsIn('rates')])(
    '%s has no failing tie',
    (_, text) => {
      const { ties } = prepareReport(text);
      expect(ties.filter(({ status }) => status === 'fail').map(shown)).toEqual([]);
    },
  );
});

/**
 * What no sum can show: a small error in one of twelve rounded figures, and 地区生产总值 over its three industries, where
 * no word says that they add up and one column alone proves nothing.
 */
const HIDDEN = /^payments.md: \| \d{1,2}月 \||^statistics.md: \| (?:地区生产总值|第[一二三]产业) \|/;

describe('an error in a table', () => {
  const planted = textsIn('tables').flatMap(([name, text]) => {
    const sums = sumTies(parseDocument(text), []).filter(
      ({ kind, status }) => kind === 'sum' && status === 'pass',
    );
    expect(sums.length, name).toBeGreaterThan(0);
    const starts = new Set(sums.flatMap(({ terms }) => terms.map(({ range }) => range.start)));
    return [...starts].flatMap((start) => plant(name, text, start));
  });

  it('is planted more than a thousand times', () => expect(planted.length).toBeGreaterThan(1_000));

  it('fails a sum that the figure takes part in', () => {
    const missed = planted.filter(({ text, start }) => {
      const ties = sumTies(parseDocument(text), []);
      return !ties.some(
        ({ status, terms }) => status === 'fail' && terms.some(({ range }) => range.start === start),
      );
    });
    const lines = missed.map(({ name, line }) => `${name.replace('tables/', '')}: ${line}`);
    expect(lines.filter((line) => !HIDDEN.test(line))).toEqual([]);
  }, 30_000);
});

/** The text with the middle digit of the figure at `start` raised by three. */
function plant(name: string, text: string, start: number) {
  const raw = /^[-\d.,]+/.exec(text.slice(start))?.[0] ?? '';
  const digits = [...raw].flatMap((char, at) => (/\d/.test(char) ? [at] : []));
  const at = digits[Math.floor(digits.length / 2)];
  if (at === undefined) return [];
  const digit = String((Number(raw.charAt(at)) + 3) % 10);
  if (at === digits[0] && digit === '0') return [];
  const made = `${text.slice(0, start + at)}${digit}${text.slice(start + at + 1)}`;
  const from = made.lastIndexOf('\n', start) + 1;
  return [{ name, text: made, start, line: made.slice(from, made.indexOf('\n', start)) }];
}
