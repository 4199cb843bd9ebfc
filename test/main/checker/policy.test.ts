import { describe, expect, it } from 'vitest';
import { allRules } from '../../../src/main/checker/rules/index';
import { checkText } from '../../../src/main/checker/run';
import { summaryOfPolicy } from '../../../src/main/policy/hash';
import { DEFAULT_POLICY, shippedPolicies } from '../../../src/main/policy/shipped';
import type { Policy } from '../../../src/shared/model/policy';

const TEXT = `# 关于业务情况的报告

中国人民银行某某分行：

截止2025年末，我司接入银行约1,234,567户，其它业务平稳。

## 一、业务情况

　　交易金额近12,345万元，第三方支付业务稳步发展。

某某支付有限公司

2026年1月10日
`;

const policyWith = (changes: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, name: '改过的', ...changes });
const found = (policy: Policy, code: string, text = TEXT) =>
  checkText(text, { policy }).findings.filter((finding) => finding.code === code);
const severities = (policy: Policy, code: string) => found(policy, code).map(({ severity }) => severity);
const outcome = (policy: Policy, code: string) =>
  checkText(TEXT, { policy }).rules.find((rule) => rule.code === code)?.status;

describe('a policy', () => {
  it('is named with its hash in what was checked by it', () => {
    const policy = policyWith({});
    expect(checkText(TEXT, { policy }).policy).toEqual(summaryOfPolicy(policy));
    expect(checkText(TEXT).policy).toEqual(summaryOfPolicy(DEFAULT_POLICY));
  });

  it('has a rule not run, which the outcome says', () => {
    const off = policyWith({ rules: { N212: { level: 'off' } } });
    expect(found(DEFAULT_POLICY, 'N212')).toHaveLength(2);
    expect(found(off, 'N212')).toEqual([]);
    expect(outcome(off, 'N212')).toBe('off');
    expect(outcome(DEFAULT_POLICY, 'N212')).toBe('found');
  });

  it.each(['notice', 'doubt', 'error'] as const)('ranks the findings of a rule as %s', (level) => {
    expect(severities(policyWith({ rules: { N212: { level } } }), 'N212')).toEqual([level, level]);
  });

  it('lets what a rule itself holds for less stay less, and caps what it holds for more', () => {
    // W306 is an error; 其它 a notice, 第三方支付 a doubt.
    expect(severities(DEFAULT_POLICY, 'W306')).toEqual(['error', 'notice', 'doubt']);
    expect(severities(policyWith({ rules: { W306: { level: 'error' } } }), 'W306')).toEqual([
      'error',
      'notice',
      'doubt',
    ]);
    expect(severities(policyWith({ rules: { W306: { level: 'doubt' } } }), 'W306')).toEqual([
      'doubt',
      'notice',
      'doubt',
    ]);
  });

  it('moves thresholds', () => {
    expect(found(policyWith({ rules: { N212: { limits: { digits: 6 } } } }), 'N212')).toHaveLength(1);
    const none = { N212: { limits: { digits: 8, countDigits: 8 } } };
    expect(found(policyWith({ rules: none }), 'N212')).toEqual([]);
  });

  it('keeps a threshold inside the bounds of its rule', () => {
    const wild = policyWith({ rules: { N212: { limits: { digits: -5, nothing: 3 } } } });
    expect(found(wild, 'N212').length).toBeGreaterThanOrEqual(2);
  });

  it('brings its own terms, with conditions and fixes', () => {
    const term = { avoid: '接入', use: '连接', level: 'doubt' as const, why: '本司用语' };
    const policy = policyWith({ terms: [{ ...term, followedBy: '银行' }] });
    expect(found(policy, 'W306').map(({ message, fixes }) => [message, fixes[0]?.title])).toEqual([
      ['“接入”应写作“连接”：本司用语', '改为“连接”'],
    ]);
    expect(found(policyWith({ terms: [{ ...term, followedBy: '商户' }] }), 'W306')).toEqual([]);
    expect(found(policyWith({ terms: [{ ...term, notPrecededBy: '我司' }] }), 'W306')).toEqual([]);
    expect(found(policyWith({ terms: [{ ...term, beside: '香港' }] }), 'W306')).toEqual([]);
    expect(outcome(policyWith({ terms: [] }), 'W306')).toBe('not-applicable');
  });

  it('requires the parts of the type of document that the title names', () => {
    const messages = (policy: Policy) => found(policy, 'S407').map(({ message }) => message);
    expect(messages(DEFAULT_POLICY)).toEqual(['正文末尾没有“特此报告”一类结语']);
    const documents = [{ name: '公报', titles: ['公报'], parts: ['closing' as const], always: true }];
    expect(messages(policyWith({ documents }))).toEqual([]);
  });

  it('requires parts of every document of a type where it says so', () => {
    const bare = '# 业务情况说明\n\n　　交易平稳。\n';
    const documents = [{ name: '说明', titles: ['说明'], parts: ['date' as const], always: true }];
    expect(found(DEFAULT_POLICY, 'S407', bare)).toEqual([]);
    expect(found(policyWith({ documents }), 'S407', bare).map(({ message }) => message)).toEqual([
      '署名之下没有成文日期',
    ]);
  });
});

describe('the shipped policies', () => {
  it('differ in what they demand', () => {
    const summaries = Object.values(shippedPolicies).map((policy) => ({
      name: policy.name,
      errors: checkText(TEXT, { policy }).findings.map(({ code }) => code),
    }));
    expect(summaries).toEqual([
      { name: '监管报告', errors: ['W306', 'N212', 'W306', 'N212', 'W306', 'S407'] },
      { name: '统计公报', errors: ['W306', 'N212', 'W306', 'N212', 'W306'] },
      { name: '通用', errors: ['W306', 'N212', 'N212'] },
    ]);
  });
});

describe('thresholds of rules', () => {
  it.each(
    allRules.flatMap(({ code, limits = {} }) =>
      Object.entries(limits).map(([name, limit]) => [code, name, limit] as const),
    ),
  )('%s %s lies inside its bounds', (_, __, { value, least, most }) => {
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  });
});
