import { describe, expect, it } from 'vitest';
import { allRules } from '../../../src/main/checker/rules/index';
import { plantedDefects, tryPlanted } from '../../helpers/planted';

/** Rules that a text alone cannot break (a previous report, a ledger, an editor's marks), or that go by the habit of a whole report. */
const ELSEWHERE = new Set(['N207', 'N208', 'C503', 'W312']);

describe('defects planted into the clean reports', () => {
  const defects = plantedDefects();

  it('are of every rule that a text alone can break', () => {
    const planted = new Set(defects.map(({ codes }) => codes[0]));
    const missing = allRules.filter(({ code }) => !planted.has(code) && !ELSEWHERE.has(code));
    expect(missing.map(({ code }) => code)).toEqual([]);
    expect(defects.length).toBeGreaterThanOrEqual(200);
  });

  it('are found, and mended by the fixes offered', () => {
    const outcomes = defects.map(tryPlanted);
    const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
    const found = defects.length - count('missed');
    const fixes = count('restored') + count('otherwise');
    // Figures of the day: node test/bench/planted.ts.
    expect(found / defects.length).toBeGreaterThanOrEqual(0.92);
    expect(count('restored') / fixes).toBeGreaterThanOrEqual(0.97);
  }, 120_000);
});
