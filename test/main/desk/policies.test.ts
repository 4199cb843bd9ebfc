import { describe, expect, it } from 'vitest';
import { auditHead, listAudit, verifyAudit } from '../../../src/main/db/audit-log';
import type { Desk } from '../../../src/main/desk/desk';
import { renderReport } from '../../../src/main/desk/export-report';
import { importDraft } from '../../../src/main/desk/import-report';
import {
  dropPolicy,
  keepPolicy,
  policyShelf,
  setPolicy,
  setStandard,
  takePolicy,
} from '../../../src/main/desk/policies';
import { openReport } from '../../../src/main/desk/snapshot';
import { DEFAULT_POLICY } from '../../../src/main/policy/shipped';
import type { Policy } from '../../../src/shared/model/policy';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const codeOf = (result: Result<unknown>): string => (result.ok ? '' : result.error.code);
const TEXT = '# 业务情况说明\n\n2025年末，接入银行约1,234,567户。\n';
async function take(desk: Desk): Promise<ReviewSnapshot> {
  const outcome = value(await importDraft(desk, 'draft.md', new TextEncoder().encode(TEXT)));
  if (outcome.kind !== 'opened') throw new Error('not taken');
  return outcome.snapshot;
}
const targetOf = ({ report, revisionId }: ReviewSnapshot) => ({ reportId: report.id, revisionId });
const severities = ({ analysis }: ReviewSnapshot) =>
  analysis.findings.map(({ code, severity }) => `${code} ${severity}`);
const lenient: Policy = { ...DEFAULT_POLICY, name: '本司', rules: { N212: { level: 'notice' } } };

describe('policies of the library', () => {
  it('are the shipped ones first, of which one is the standard', () => {
    const { policies, standard, rules } = policyShelf(testDesk());
    expect(policies.map(({ id, shipped }) => [id, shipped])).toEqual([
      ['regulatory-report', true],
      ['statistical-bulletin', true],
      ['general', true],
    ]);
    expect(standard).toBe('regulatory-report');
    expect(rules.length).toBeGreaterThan(40);
  });

  it('are added, changed and removed, each in the log', () => {
    const desk = testDesk();
    const added = value(keepPolicy(desk, null, lenient)).policies.at(-1);
    expect(added).toMatchObject({ id: 'own-1', shipped: false, changedBy: '审核人甲', policy: lenient });
    const changed = value(keepPolicy(desk, 'own-1', { ...lenient, description: '改过' })).policies.at(-1);
    expect(changed?.policy.description).toBe('改过');
    expect(changed?.sha256).not.toBe(added?.sha256);
    expect(value(dropPolicy(desk, 'own-1')).policies).toHaveLength(3);
    const rows = desk.connection.prepare('SELECT action FROM audit_log ORDER BY sequence').pluck().all();
    expect(rows).toEqual(['policy.added', 'policy.changed', 'policy.removed']);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('are refused with one reason', () => {
    const desk = testDesk();
    value(keepPolicy(desk, null, lenient));
    expect(codeOf(keepPolicy(desk, 'general', { ...lenient, name: '别的' }))).toBe('shipped');
    expect(codeOf(keepPolicy(desk, 'own-9', { ...lenient, name: '别的' }))).toBe('no-policy');
    expect(codeOf(keepPolicy(desk, null, lenient))).toBe('same-name');
    expect(codeOf(keepPolicy(desk, null, { ...lenient, name: '监管报告' }))).toBe('same-name');
    expect(codeOf(keepPolicy(desk, null, { ...lenient, rules: { X100: {} } }))).toBe('bad-policy');
    expect(codeOf(dropPolicy(desk, 'general'))).toBe('shipped');
    expect(codeOf(dropPolicy(desk, 'own-9'))).toBe('no-policy');
    expect(codeOf(dropPolicy(desk, 'toString'))).toBe('no-policy');
    expect(codeOf(setStandard(desk, 'own-9'))).toBe('no-policy');
    expect(policyShelf(desk).policies).toHaveLength(4);
  });

  it('come from files, under a name that is free', () => {
    const desk = testDesk();
    const text = JSON.stringify(DEFAULT_POLICY);
    expect(value(takePolicy(desk, text)).policies.at(-1)?.policy.name).toBe('监管报告（2）');
    expect(value(takePolicy(desk, text)).policies.at(-1)?.policy.name).toBe('监管报告（3）');
    expect(codeOf(takePolicy(desk, '{'))).toBe('not-json');
  });
});

describe('a report', () => {
  it('follows the standard, and another as soon as that is the standard', async () => {
    const desk = testDesk();
    const draft = await take(desk);
    expect(draft.policy).toEqual({ id: 'regulatory-report', chosen: false });
    expect(severities(draft)).toEqual(['N212 doubt']);
    value(keepPolicy(desk, null, lenient));
    value(setStandard(desk, 'own-1'));
    const again = value(await openReport(desk, draft.report.id));
    expect(again.policy).toEqual({ id: 'own-1', chosen: false });
    expect(severities(again)).toEqual(['N212 notice']);
    expect(codeOf(dropPolicy(desk, 'own-1'))).toBe('in-use');
  });

  it('follows the one that a person chose, which the log says', async () => {
    const desk = testDesk();
    const draft = await take(desk);
    value(keepPolicy(desk, null, lenient));
    const chosen = value(await setPolicy(desk, { ...targetOf(draft), policy: 'own-1' }));
    expect(chosen.policy).toEqual({ id: 'own-1', chosen: true });
    expect(chosen.analysis.policy.name).toBe('本司');
    expect(severities(chosen)).toEqual(['N212 notice']);
    expect(chosen.report.open).toEqual({ error: 0, doubt: 0, notice: 1 });
    expect(listAudit(desk.connection, draft.report.id).at(-1)?.summary).toBe('检查政策改为“本司”');
    expect(codeOf(dropPolicy(desk, 'own-1'))).toBe('in-use');
    const back = value(await setPolicy(desk, { ...targetOf(draft), policy: null }));
    expect(severities(back)).toEqual(['N212 doubt']);
    expect(value(dropPolicy(desk, 'own-1')).policies).toHaveLength(3);
  });

  it('is checked again when its policy is changed', async () => {
    const desk = testDesk();
    const draft = await take(desk);
    value(keepPolicy(desk, null, lenient));
    value(await setPolicy(desk, { ...targetOf(draft), policy: 'own-1' }));
    value(keepPolicy(desk, 'own-1', { ...lenient, rules: { N212: { level: 'error' } } }));
    expect(severities(value(await openReport(desk, draft.report.id)))).toEqual(['N212 error']);
  });

  it('is not given a policy that is not there, nor on a stale revision', async () => {
    const desk = testDesk();
    const draft = await take(desk);
    const head = auditHead(desk.connection);
    expect(codeOf(await setPolicy(desk, { ...targetOf(draft), policy: 'own-3' }))).toBe('no-policy');
    expect(codeOf(await setPolicy(desk, { ...targetOf(draft), revisionId: 99, policy: 'general' }))).toBe(
      'stale',
    );
    expect(auditHead(desk.connection)).toBe(head);
  });

  it('takes its policy into the evidence of the PDF', async () => {
    const desk = testDesk();
    const draft = await take(desk);
    value(keepPolicy(desk, null, lenient));
    value(await setPolicy(desk, { ...targetOf(draft), policy: 'own-1' }));
    let given: unknown = null;
    const watched: Desk = {
      ...desk,
      jobs: {
        run: (task, name, input) => {
          if (task === 'export') given = (input as { policy: unknown }).policy;
          return desk.jobs.run(task, name, input);
        },
      },
    };
    value(await renderReport(watched, { ...targetOf(draft), draft: true, seal: null }));
    expect(given).toEqual(lenient);
  });
});
