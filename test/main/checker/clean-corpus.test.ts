import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';

const CLEAN = resolve(import.meta.dirname, '../../fixtures/clean');

describe('clean reports of different kinds', () => {
  it.each(readdirSync(CLEAN))('%s raises no error and no doubt', (name) => {
    const { findings, rules } = checkText(readFileSync(join(CLEAN, name), 'utf8'));
    expect(rules.filter((rule) => rule.status === 'failed')).toEqual([]);
    expect(findings.filter((finding) => finding.severity !== 'notice')).toEqual([]);
  });
});
