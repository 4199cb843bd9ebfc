import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ruleCatalogue } from '../../../src/main/checker/catalogue';
import { summaryOfPolicy } from '../../../src/main/policy/hash';
import { parsePolicy } from '../../../src/main/policy/parse';
import { shippedPolicies } from '../../../src/main/policy/shipped';
import type { Policy } from '../../../src/shared/model/policy';
import { policySchema } from '../../../src/shared/policy/schema';

const own: Policy = {
  format: 1,
  name: '本司',
  description: '',
  rules: { N212: { level: 'notice', limits: { digits: 6 } } },
  terms: [{ avoid: '大号', use: '主账户', level: 'doubt', why: '本司用语', followedBy: '转出|转入' }],
  documents: [],
};
const parse = (value: unknown) => parsePolicy(JSON.stringify(value), ruleCatalogue);
const refusal = (value: unknown): string => {
  const parsed = parse(value);
  return parsed.ok ? '' : parsed.error.message;
};

describe('parsePolicy', () => {
  it.each(Object.entries(shippedPolicies))('takes the shipped policy %s as it is', (_, policy) => {
    expect(parse(policy)).toEqual({ ok: true, value: policy });
  });

  it('takes a file with a byte order mark and the address of the schema', () => {
    const text = `\uFEFF${JSON.stringify({ $schema: './policy.schema.json', ...own })}`;
    expect(parsePolicy(text, ruleCatalogue)).toEqual({ ok: true, value: own });
  });

  it.each<[string, unknown, string]>([
    ['no object', 7, '政策文件不合格式：文件 处缺少内容或类型不对'],
    ['another format', { ...own, format: 2 }, '政策文件不合格式：format 处不是允许的值'],
    ['no name', { ...own, name: ' ' }, '政策文件不合格式：name 处不能为空'],
    ['a key too many', { ...own, colour: 'red' }, '政策文件不合格式：文件 处有不认识的项'],
    ['a rule that is none', { ...own, rules: { X999: {} } }, '政策文件不合格式：rules.X999 处没有这条规则'],
    [
      'a level that is none',
      { ...own, rules: { N212: { level: 'loud' } } },
      '政策文件不合格式：rules.N212.level 处不是允许的值',
    ],
    [
      'a threshold of another rule',
      { ...own, rules: { N212: { limits: { rows: 5 } } } },
      '政策文件不合格式：rules.N212.limits.rows 处这条规则没有这个阈值',
    ],
    [
      'a threshold named as something every object has',
      { ...own, rules: { N212: { limits: { toString: 5 } } } },
      '政策文件不合格式：rules.N212.limits.toString 处这条规则没有这个阈值',
    ],
    [
      'a threshold beyond its bounds',
      { ...own, rules: { N212: { limits: { digits: 99 } } } },
      '政策文件不合格式：rules.N212.limits.digits 处应在 3 到 9 之间',
    ],
    [
      'a phrase without its end',
      { ...own, terms: [{ ...own.terms[0], followedBy: '(甲|乙' }] },
      '政策文件不合格式：terms.0.followedBy 处括号不成对',
    ],
    [
      'a term of nothing',
      { ...own, terms: [{ ...own.terms[0], avoid: '' }] },
      '政策文件不合格式：terms.0.avoid 处不能为空',
    ],
  ])('refuses %s in one sentence', (_, value, message) => expect(refusal(value)).toBe(message));

  it('refuses what is no JSON', () => {
    expect(parsePolicy('名称：本司', ruleCatalogue)).toMatchObject({
      ok: false,
      error: { code: 'not-json' },
    });
  });
});

it('the schema file of the repository is the one that is checked', async () => {
  const schema = z.toJSONSchema(policySchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../../resources/policies/policy.schema.json',
  );
});

describe('summaryOfPolicy', () => {
  it('does not depend on the order of keys', () => {
    const { name, ...rest } = own;
    expect(summaryOfPolicy({ ...rest, name }).sha256).toBe(summaryOfPolicy(own).sha256);
  });

  it('changes with every demand', () => {
    expect(summaryOfPolicy({ ...own, terms: [] }).sha256).not.toBe(summaryOfPolicy(own).sha256);
  });
});
