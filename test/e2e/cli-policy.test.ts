import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runGouji } from './gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const gouji = (...args: string[]): Promise<Ran> => runGouji(folder, ...args);
const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

const REPORT = put(
  '报告.md',
  '# 业务情况说明\n\n截止2025年末，接入银行约1,234,567户，第三方支付业务稳步发展。\n',
);
const OWN = {
  format: 1,
  name: '本司',
  description: '',
  rules: { N212: { level: 'off' } },
  terms: [{ avoid: '接入', use: '连接', level: 'error', why: '本司用语', followedBy: '银行' }],
  documents: [],
};
const POLICY = put('政策.json', JSON.stringify(OWN));
const codes = async (...args: string[]): Promise<string[]> => {
  const { out } = await gouji('check', REPORT, ...args, '--format', 'json');
  return JSON.parse(out).findings.map(({ code, severity }: Record<string, string>) => `${code} ${severity}`);
};

describe('gouji check --policy', () => {
  it('follows the shipped policy for reports to a regulator unless told otherwise', async () => {
    const all = ['W306 error', 'N212 doubt', 'W306 doubt'];
    expect(await codes()).toEqual(all);
    expect(await codes('--policy', 'regulatory-report')).toEqual(all);
    expect(await codes('--policy', '监管报告')).toEqual(all);
    expect(await codes('--policy', '通用')).toEqual(['W306 error', 'N212 doubt']);
  });

  it('follows a policy file, and says which rules were off', async () => {
    const { code, out } = await gouji('check', REPORT, '--policy', POLICY);
    expect(code).toBe(1);
    expect(out).toContain('错误 W306 “接入”应写作“连接”：本司用语');
    expect(out).toContain('政策：本司，停用规则 1 条：N212');
    const { out: json } = await gouji('check', REPORT, '--policy', POLICY, '--format', 'json');
    const { policy, rules } = JSON.parse(json);
    expect(policy).toEqual({ name: '本司', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(rules.find((rule: { code: string }) => rule.code === 'N212').status).toBe('off');
  });

  it('refuses a policy that is none in one line', async () => {
    const broken = put('坏.json', '{"format": 1');
    const unknown = put('未知.json', JSON.stringify({ ...OWN, rules: { X100: { level: 'off' } } }));
    for (const [file, words] of [
      ['没有.json', '政策 没有.json 读不了'],
      [broken, '坏.json：政策文件不是 JSON'],
      [unknown, '未知.json：政策文件不合格式：rules.X100 处没有这条规则'],
    ] as const) {
      const { code, err } = await gouji('check', REPORT, '--policy', file);
      expect(code).toBe(2);
      expect(err).toContain(words);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
