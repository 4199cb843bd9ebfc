import type { Analysis } from '../../src/shared/model/analysis';
import type { Block, Prose } from '../../src/shared/model/document';
import type { Finding } from '../../src/shared/model/finding';
import type { Quantity, QuantityState } from '../../src/shared/model/quantity';
import { rangeOf } from '../../src/shared/model/range';

/**
 * A checker small enough to see through: one paragraph a line, `错字` is an error with the fix `正字`, `疑字` a
 * doubt without one, runs of digits are figures. The stores do not care which checker made their snapshot.
 */
export function fakeCheck(text: string): Analysis {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const blocks = lineStarts.map((start, index) => paragraph(text, start, index));
  const quantities = [...text.matchAll(/\d+/g)].map((match) => quantity(match[0], match.index));
  const states = quantities.map((): QuantityState => 'single');
  return {
    document: { text, blocks, lineStarts, title: text.split('\n')[0] ?? '' },
    quantities,
    facts: [],
    ties: [],
    culprits: [],
    references: [],
    alignments: [],
    policy: { name: '监管报告', sha256: 'f'.repeat(64) },
    findings: [...findingsOf(text, '错字', 'E101'), ...findingsOf(text, '疑字', 'E102')],
    rules: [
      { code: 'E101', rule: 'wrong-word', status: 'found', findings: 0 },
      { code: 'E102', rule: 'odd-word', status: 'passed', findings: 0 },
    ],
    states,
    coverage: { tied: 0, conflicting: 0, waived: 0, single: states.length, unclear: 0, exempt: 0 },
  };
}

export const plainProse = (text: string, start = 0): Prose => ({ text, start, gaps: [] });

function paragraph(text: string, start: number, index: number): Block {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const prose = plainProse(text.slice(start, end), start);
  return { kind: 'paragraph', index, range: rangeOf(start, end), section: -1, prose, role: 'body' };
}

const quantity = (raw: string, start: number): Quantity => ({
  range: rangeOf(start, start + raw.length),
  raw,
  value: raw,
  unit: '',
  precision: 0,
  approximator: null,
  place: { block: 0 },
  exempt: null,
});

/** The fingerprint comes from the word's number in its line, so it survives edits of other lines. */
function findingsOf(text: string, word: string, code: string): Finding[] {
  return text.split('\n').flatMap((line, number, lines) => {
    const lineStart = lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0);
    return [...line.matchAll(new RegExp(word, 'g'))].map((match, occurrence): Finding => {
      const start = lineStart + match.index;
      const range = rangeOf(start, start + word.length);
      return {
        code,
        rule: code === 'E101' ? 'wrong-word' : 'odd-word',
        severity: code === 'E101' ? 'error' : 'doubt',
        message: `“${word}”用错了`,
        range,
        excerpt: word,
        related: [],
        fixes: code === 'E101' ? [{ title: '改为“正字”', edits: [{ range, text: '正字' }] }] : [],
        fingerprint: `${code.slice(1)}${number}${occurrence}`.padStart(20, '0'),
        merged: [],
      };
    });
  });
}
