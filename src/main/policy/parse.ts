import type { Policy, RuleEntry } from '../../shared/model/policy';
import { policySchema } from '../../shared/policy/schema';
import { failure, type Result, success } from '../../shared/result';

/** Bytes of the largest policy file that is read. */
export const MAX_POLICY_BYTES = 2_000_000;

/**
 * A policy file's text → the policy. `catalogue`: the rules that it may speak of.
 * Errors: `not-json`, `bad-policy` with the first place that is wrong.
 */
export function parsePolicy(text: string, catalogue: readonly RuleEntry[]): Result<Policy> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failure('not-json', '政策文件不是 JSON');
  }
  return checkPolicy(value, catalogue);
}

/** A value of unknown origin → the policy. Errors: `bad-policy`. */
export function checkPolicy(value: unknown, catalogue: readonly RuleEntry[]): Result<Policy> {
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return bad(issue?.path.join('.') || '文件', reasonOf(issue?.code, issue?.message));
  }
  // The address of the schema is the file's, not a demand.
  const { $schema: _, ...policy } = parsed.data as Policy & { readonly $schema?: string };
  for (const [code, { limits = {} }] of Object.entries(policy.rules)) {
    const rule = catalogue.find((one) => one.code === code);
    if (!rule) return bad(`rules.${code}`, '没有这条规则');
    for (const [name, number] of Object.entries(limits)) {
      const limit = Object.hasOwn(rule.limits, name) ? rule.limits[name] : undefined;
      if (!limit) return bad(`rules.${code}.limits.${name}`, '这条规则没有这个阈值');
      if (number < limit.least || number > limit.most) {
        return bad(`rules.${code}.limits.${name}`, `应在 ${limit.least} 到 ${limit.most} 之间`);
      }
    }
  }
  return success(policy);
}

const bad = (place: string, reason: string) =>
  failure('bad-policy', `政策文件不合格式：${place} 处${reason}`);

const REASONS: Readonly<Record<string, string>> = {
  invalid_type: '缺少内容或类型不对',
  invalid_value: '不是允许的值',
  unrecognized_keys: '有不认识的项',
  too_big: '太长或太多',
  too_small: '不能为空',
  invalid_format: '写法不对',
  invalid_key: '规则编号写法不对',
};

/** The library speaks English; a reviewer reads Chinese. */
const reasonOf = (code = '', message = ''): string => REASONS[code] ?? message;
