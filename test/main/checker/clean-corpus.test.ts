import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const CLEAN = [
  'clean',
  'unseen/G',
  'unseen/H',
  'unseen/I',
  'unseen/J',
  'unseen/K',
  'unseen/L',
  'unseen/M',
  'unseen/N',
  'unseen/O',
  'unseen/P',
].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

describe('clean reports of different kinds', () => {
  it.each(CLEAN)('%s raises no error and no doubt', (name) => {
    const text = readFileSync(join(FIXTURES, name), 'utf8');
    const { findings, rules, ties } = checkText(text);
    expect(rules.filter((rule) => rule.status === 'failed')).toEqual([]);
    expect(findings.filter((finding) => finding.severity !== 'notice')).toEqual([]);
    // The contract of the command line: a term says what stands at its place.
    for (const { terms } of ties)
      for (const { range, raw, quantity } of terms)
        if (quantity !== null) expect(text.slice(range.start, range.end).replaceAll('*', '')).toBe(raw);
  });
});
