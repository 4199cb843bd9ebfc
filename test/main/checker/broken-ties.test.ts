import { describe, expect, it } from 'vitest';
import { allRules } from '../../../src/main/checker/rules/index';
import { checkText } from '../../../src/main/checker/run';
import { READERS } from '../../../src/main/checker/ties/families';
import { evaluateTies } from '../../../src/main/checker/ties/index';

const TEXT =
  '# 2025年报告\n\n共收到投诉100件，其中甲类60件、乙类30件，合计95件。\n\n| 项目 | 金额 |\n|---|---|\n| 甲 | 10 |\n| 乙 | 20 |\n| 合计 | 40 |\n';
const broken = () => {
  throw new Error('a figure that nobody thought of');
};

describe('a search for ties that throws', () => {
  const analysis = checkText(TEXT, { carried: { farTies: broken, problems: new Map() } });
  const statusOf = (code: string) => analysis.rules.find((rule) => rule.code === code)?.status;

  it('leaves the rules that read it failed, with why', () => {
    for (const code of READERS.far) expect(statusOf(code), code).toBe('failed');
    expect(analysis.rules.find(({ code }) => code === 'N204')?.error).toBe('a figure that nobody thought of');
  });

  it('leaves all others as they are', () => {
    const whole = checkText(TEXT);
    const others = allRules.filter(({ code }) => !(READERS.far as readonly string[]).includes(code));
    for (const { code } of others)
      expect(statusOf(code), code).toBe(whole.rules.find((rule) => rule.code === code)?.status);
    expect(statusOf('T109')).toBe('found');
  });

  it('is a bug where nobody says otherwise', () => {
    const input = { ...analysis, references: [] };
    expect(() => evaluateTies(input, broken)).toThrow('a figure that nobody thought of');
  });
});

it('every search names rules that there are', () => {
  const codes = new Set(allRules.map(({ code }) => code));
  expect(
    Object.values(READERS)
      .flat()
      .filter((code) => !codes.has(code)),
  ).toEqual([]);
});
