import type { Policy, PolicyEntry, PolicyShelf, RuleEntry } from '../../src/shared/model/policy';
import { failure, type Result, success } from '../../src/shared/result';

const RULES: readonly RuleEntry[] = [
  { code: 'E101', name: 'wrong-word', severity: 'error', limits: {} },
  { code: 'E102', name: 'odd-word', severity: 'doubt', limits: { length: { value: 5, least: 2, most: 9 } } },
];
const SHIPPED: Policy = {
  format: 1,
  name: '监管报告',
  description: '随软件提供',
  rules: {},
  terms: [{ avoid: '大陆', use: '内地', level: 'doubt', why: '并提' }],
  documents: [],
};

/** The policies of a library in memory. */
export class FakePolicies {
  private own: readonly { readonly id: string; readonly policy: Policy }[] = [];
  private standard = 'regulatory-report';
  private last = 0;

  shelf(): PolicyShelf {
    const all = [{ id: 'regulatory-report', policy: SHIPPED }, ...this.own];
    return { policies: all.map(entryOf), standard: this.standard, rules: RULES };
  }

  has(id: string): boolean {
    return this.shelf().policies.some((one) => one.id === id);
  }

  keep(id: string | null, policy: Policy): Result<PolicyShelf> {
    if (id === null) this.own = [...this.own, { id: `own-${++this.last}`, policy }];
    else if (!this.own.some((one) => one.id === id)) return failure('no-policy', '资料库里没有这份政策');
    else this.own = this.own.map((one) => (one.id === id ? { id, policy } : one));
    return success(this.shelf());
  }

  remove(id: string): Result<PolicyShelf> {
    if (this.standard === id) return failure('in-use', '这份政策是资料库的默认政策，请先改选默认');
    this.own = this.own.filter((one) => one.id !== id);
    return success(this.shelf());
  }

  makeStandard(id: string): Result<PolicyShelf> {
    this.standard = id;
    return success(this.shelf());
  }
}

const entryOf = ({ id, policy }: { readonly id: string; readonly policy: Policy }): PolicyEntry => {
  const shipped = !id.startsWith('own-');
  const changed = shipped
    ? { changedBy: null, changedAt: null }
    : { changedBy: '审核人', changedAt: '2026-01-10T09:00:00.000Z' };
  return { id, policy, sha256: 'a'.repeat(64), shipped, reports: 0, ...changed };
};
