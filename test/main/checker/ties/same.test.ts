import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareReport } from '../../../../src/main/checker/prepare';
import type { Tie } from '../../../../src/shared/model/tie';
import { CONFUSABLE, REPEATED } from './same-cases';

const sameTies = (text: string): readonly Tie[] =>
  prepareReport(text).ties.filter(({ kind }) => kind === 'same');

const shown = (ties: readonly Tie[]): string[] => ties.map(({ expression }) => expression);

function withWrong(text: string, figure: string, wrong: string): string {
  const at = text.lastIndexOf(figure);
  return `${text.slice(0, at)}${wrong}${text.slice(at + figure.length)}`;
}

describe('figures that look alike and are not the same', () => {
  it.each(CONFUSABLE.map((text) => [text.split('\n\n').slice(1).join(' ').slice(0, 60), text]))(
    '%s',
    (_, text) => {
      expect(shown(sameTies(text).filter(({ status }) => status === 'fail'))).toEqual([]);
    },
  );
});

describe('one fact stated twice', () => {
  it.each(REPEATED.map((one) => [`${one.figure} ${one.wrong} ${one.text.slice(0, 50)}`, one] as const))(
    '%s',
    (_, { text, figure, wrong }) => {
      const clean = sameTies(text);
      expect(shown(clean.filter(({ status }) => status === 'fail'))).toEqual([]);
      expect(clean.some(({ status }) => status === 'pass' || status === 'rounding')).toBe(true);
      const failing = sameTies(withWrong(text, figure, wrong)).filter(({ status }) => status === 'fail');
      expect(failing).toHaveLength(1);
    },
  );
});

const CLEAN = resolve(import.meta.dirname, '../../../fixtures/clean');

/** Facts of whose two places a slip in either is not seen: with the slip, one fact passes for two. To be emptied, never added to. */
const KNOWN_MISSES = [
  'department-accounts.md 5.18万元',
  'it-risk-self-assessment.md 19个',
  'log-retention-standard.md 64',
  'log-retention-standard.md 12个月',
];

describe('clean reports', () => {
  it.each(readdirSync(CLEAN).filter((name) => name.endsWith('.md')))('%s has no conflict', (name) => {
    const found = sameTies(readFileSync(join(CLEAN, name), 'utf8'));
    expect(shown(found.filter(({ status }) => status === 'fail'))).toEqual([]);
  });

  it('show a slip in any figure that they state twice, but for those known', () => {
    let planted = 0;
    const missed: string[] = [];
    for (const name of readdirSync(CLEAN)) {
      const text = readFileSync(join(CLEAN, name), 'utf8');
      for (const { status, terms } of sameTies(text)) {
        if (status !== 'pass') continue;
        for (const { range, raw } of terms) {
          const wrong = raw.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
          const copy = `${text.slice(0, range.start)}${wrong}${text.slice(range.end)}`;
          const told = sameTies(copy).some((tie) => tie.status === 'fail' || tie.status === 'unclear');
          if (!told) missed.push(`${name} ${raw}`);
          planted++;
        }
      }
    }
    expect(planted).toBeGreaterThan(50);
    expect(missed).toEqual(KNOWN_MISSES.flatMap((miss) => [miss, miss]));
  }, 60_000);

  const reference = resolve(CLEAN, '../../../../shared/reports/tenpay-2025.md');
  it.skipIf(!existsSync(reference))('the reference report has no conflict that is none', () => {
    const found = sameTies(readFileSync(reference, 'utf8'));
    expect(shown(found.filter(({ status }) => status === 'fail'))).toEqual([]);
  });
});
