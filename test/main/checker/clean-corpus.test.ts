import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const CLEAN = ['clean', 'unseen/G', 'unseen/H'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).map((name) => join(folder, name)),
);

describe('clean reports of different kinds', () => {
  it.each(CLEAN)('%s raises no error and no doubt', (name) => {
    const { findings, rules } = checkText(readFileSync(join(FIXTURES, name), 'utf8'));
    expect(rules.filter((rule) => rule.status === 'failed')).toEqual([]);
    expect(findings.filter((finding) => finding.severity !== 'notice')).toEqual([]);
  });
});
