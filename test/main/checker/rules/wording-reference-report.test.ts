import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyRule } from '../../../../src/main/checker/apply-rule';
import { prepareReport } from '../../../../src/main/checker/prepare';
import type { Rule } from '../../../../src/main/checker/rule';
import { phraseRepeated } from '../../../../src/main/checker/rules/phrase-repeated';
import { punctuationWidth } from '../../../../src/main/checker/rules/punctuation-width';
import { referenceResolves } from '../../../../src/main/checker/rules/reference-resolves';
import { sentenceTruncated } from '../../../../src/main/checker/rules/sentence-truncated';
import { lineColumn } from '../../../../src/main/document/lines';

const REPORT = resolve('../shared/reports/tenpay-2025.md');

/** Lines with severity of what a rule finds in the reference report, as its expert's list has them. */
describe.skipIf(!existsSync(REPORT))('wording rules on the reference report', () => {
  const lines = (rule: Rule): string[] => {
    const report = prepareReport(readFileSync(REPORT, 'utf8'));
    return (applyRule(rule, report) ?? [])
      .map((problem) => ({
        line: lineColumn(report.document.lineStarts, problem.range.start).line,
        severity: problem.severity ?? rule.severity,
      }))
      .sort((a, b) => a.line - b.line)
      .map(({ line, severity }) => `${line} ${severity}`);
  };

  it('finds the broken sentences', () => {
    expect(lines(sentenceTruncated)).toEqual(['5 error', '99 error', '99 error']);
  });

  it('finds the repeats, parallel figures left alone', () => {
    expect(lines(phraseRepeated)).toEqual(['41 notice', '61 notice']);
  });

  it('finds the half-width marks', () => {
    expect(lines(punctuationWidth)).toEqual(['39 error', '79 error', '83 error']);
  });

  it('finds the table that is an annex, and what nothing mentions', () => {
    // One notice at the first of them for all that nothing mentions.
    expect(lines(referenceResolves).filter((line) => line.endsWith('notice'))).toEqual(['23 notice']);
    expect(lines(referenceResolves).filter((line) => line.endsWith('error'))).toEqual(['39 error']);
  });
});
