import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { extractQuantities } from '../../../src/main/figures/quantities';

const REPORT = resolve('../shared/reports/tenpay-2025.md');
const FACTS = resolve('../shared/reports/tenpay-2025.facts.tsv');

/** Lines of the expert's list that state a figure: not the dates, not lists without a number. */
function statedFigures(): { line: number; raw: string; value: string; unit: string }[] {
  return readFileSync(FACTS, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(
      ([, , , , raw = '', unit = '']) =>
        /[\d一-九两三七千百]/.test(raw) && !/日期|期间|季度|^[年月]$/.test(unit),
    )
    .map(([line, , , , raw = '', unit = '', value = '']) => {
      // 915300 笔 states the base unit itself.
      const own = /^[>=≥≈]*[\d,]+ ([元笔户家个])/.exec(value)?.[1];
      return { line: Number(line), raw, value, unit: own ?? unit.replace(/^[万亿]/, '') };
    });
}

describe('the reference report', () => {
  it.skipIf(!existsSync(REPORT) || !existsSync(FACTS))('yields every listed figure with its value', () => {
    const document = parseDocument(readFileSync(REPORT, 'utf8'));
    const claims = extractQuantities(document).filter((quantity) => quantity.exempt === null);
    const lineOf = (offset: number): number => document.text.slice(0, offset).split('\n').length;
    const listed = statedFigures().filter(({ value }) => /^[>=≥≈]*\d/.test(value));
    const missed = listed.filter(({ line, value, unit }) => {
      const plain = /\d+/.exec(value.replaceAll(',', ''))?.[0];
      return !claims.some(
        (claim) => lineOf(claim.range.start) === line && claim.value === plain && claim.unit === unit,
      );
    });
    // `多家` and two enumerations state no number; all that do must be found.
    expect(listed.length).toBeGreaterThan(40);
    expect(missed.filter(({ raw }) => !/多家|^（/.test(raw))).toEqual([]);
  });
});
