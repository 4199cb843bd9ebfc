import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../../src/main/db/audit-log';
import type { Desk } from '../../../../src/main/desk/desk';
import { renderReport } from '../../../../src/main/desk/export-report';
import { importDraft } from '../../../../src/main/desk/import-report';
import { libraryOf } from '../../../../src/main/desk/library';
import { changesSinceSignOff, moveCase } from '../../../../src/main/desk/sign-off';
import { openReport } from '../../../../src/main/desk/snapshot';
import { confirmWaiver, reopenFinding, waiveFinding } from '../../../../src/main/desk/waive';
import { verifySignature } from '../../../../src/main/identity/keys';
import type { ExportInput } from '../../../../src/main/jobs/tasks';
import { canonicalJson } from '../../../../src/shared/canonical-json';
import type { ImportOutcome, ReviewSnapshot } from '../../../../src/shared/model/review';
import type { AskedAction, SignOffRecord } from '../../../../src/shared/model/sign-off';
import type { Result } from '../../../../src/shared/result';
import { people, type SharedDesk, sharedDesk, type Who } from './people';

const TEXT = `# 演示支付公司2026年业务报告

## 一、业务情况

全年服务平稳运行。

## 二、商户情况

截至2026年2月30日，共有商户12户。
`;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const shown = (outcome: ImportOutcome): ReviewSnapshot => {
  if (outcome.kind === 'unproved') throw new Error('the import was stopped');
  return outcome.snapshot;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the way to the release', () => {
  let shared: SharedDesk;
  let now: ReviewSnapshot;
  beforeEach(async () => {
    shared = sharedDesk();
    now = shown(value(await importDraft(shared.as('preparer'), 'draft.md', bytes(TEXT))));
  });
  afterEach(() => shared.desk.connection.close());

  const target = () => ({ reportId: now.report.id, revisionId: now.revisionId });
  const take = (result: Result<ReviewSnapshot>): string => {
    if (result.ok) now = result.value;
    return code(result);
  };
  const move = async (who: Who, action: AskedAction, reason = '') =>
    take(await moveCase(shared.as(who), { ...target(), action, reason, sections: null }));
  const redraft = async (who: Who, text: string) => {
    now = shown(value(await importDraft(shared.as(who), 'next.md', bytes(text), target())));
  };
  const error = () => {
    const finding = now.analysis.findings.find(({ severity }) => severity === 'error');
    if (!finding) throw new Error('no error');
    return { ...target(), fingerprint: finding.fingerprint };
  };
  const waive = async (who: Who, expiresOn: string | null = null) =>
    take(await waiveFinding(shared.as(who), { ...error(), reason: '引自原文', expiresOn }));
  const confirm = async (who: Who) =>
    take(await confirmWaiver(shared.as(who), { ...error(), confirm: true }));
  const toRelease = async () => {
    expect(await waive('preparer')).toBe('ok');
    expect(await confirm('compliance')).toBe('ok');
    expect(await move('preparer', 'submit')).toBe('ok');
    expect(await move('compliance', 'sign')).toBe('ok');
    expect(await move('legal', 'sign')).toBe('ok');
  };

  it('goes from the draft over compliance and legal to the release, and the final version', async () => {
    expect(now.signOff).toMatchObject({ state: 'draft', sections: ['', '一、业务情况', '二、商户情况'] });
    expect(now.signOff.missing.map(({ kind }) => kind)).toEqual([
      'error-open',
      'not-submitted',
      'stage',
      'stage',
    ]);
    expect(now.signOff.missingCount).toBe(4);
    await toRelease();
    expect(now.signOff).toMatchObject({ state: 'legal-signed', missing: [], missingCount: 0 });
    expect(code(await renderReport(shared.desk, { ...target(), draft: false, seal: null }))).toBe(
      'not-released',
    );
    expect(await move('releaser', 'release')).toBe('ok');
    expect(now.signOff.state).toBe('released');
    expect(libraryOf(shared.desk)[0]?.state).toBe('released');
    expect(code(await renderReport(shared.desk, { ...target(), draft: false, seal: null }))).toBe('ok');
    expect(now.history.map(({ action }) => action).filter((action) => /stage|waiver/.test(action))).toEqual([
      'waiver.confirmed',
      'stage.submit',
      'stage.sign',
      'stage.sign',
      'stage.release',
    ]);
    expect(verifyAudit(shared.desk.connection)).toBeNull();
  });

  it('carries the signatures into the evidence, each to be verified by its signer’s key', async () => {
    await redraft('preparer', `${TEXT}\n## 三、投诉情况\n\n客户投诉均已办结。\n`);
    await toRelease();
    await move('releaser', 'release');
    let given: SignOffRecord | undefined;
    const run: Desk['jobs']['run'] = (task, name, input) => {
      if (task === 'export') given = (input as ExportInput).signOff;
      return shared.desk.jobs.run(task, name, input);
    };
    await renderReport({ ...shared.desk, jobs: { run } }, { ...target(), draft: false, seal: null });
    expect(given).toMatchObject({ state: 'released', waivers: [{ state: 'effective' }] });
    expect(given?.moves.map(({ action }) => action)).toEqual(['submit', 'sign', 'sign', 'release']);
    for (const { at, by, seenSha256, sections, signature, stage } of given?.signOffs ?? []) {
      const key = given?.signers.find(({ id }) => id === by.id)?.publicKey ?? '';
      const statement = { purpose: 'gouji sign-off', person: by.id, at, seen: seenSha256, stage, sections };
      const holds = (text: string) =>
        verifySignature(Buffer.from(key, 'base64'), bytes(text), Buffer.from(signature, 'base64'));
      expect(holds(canonicalJson(statement))).toBe(true);
      expect(holds(canonicalJson({ ...statement, stage: 'other' }))).toBe(false);
    }
    expect(given?.signOffs).toHaveLength(2);
  });

  it('is closed to who lacks the role, took part, or signed before', async () => {
    expect(await move('compliance', 'submit')).toBe('no-role');
    await waive('preparer');
    expect(await confirm('preparer')).toBe('not-second');
    expect(await confirm('releaser')).toBe('not-second');
    await confirm('compliance');
    await move('preparer', 'submit');
    expect(await move('preparer', 'sign')).toBe('four-eyes');
    expect(await move('legal', 'sign')).toBe('no-role');
    expect(await move('releaser', 'release')).toBe('no-move');
    await move('compliance', 'sign');
    expect(await move('compliance', 'sign')).toBe('two-stages');
    await move('legal', 'sign');
    expect(await move('legal', 'release')).toBe('two-stages');
    expect(await move('preparer', 'release')).toBe('no-role');
    expect(now.signOff.tookPart).toEqual([people.preparer.name]);
    expect(now.signOff.state).toBe('legal-signed');
  });

  it('waits while an error is open or its waiver is not confirmed', async () => {
    await move('preparer', 'submit');
    expect(await move('compliance', 'sign')).toBe('not-ready');
    await waive('preparer');
    expect(now.signOff.missing[0]).toMatchObject({ kind: 'waiver', state: 'unconfirmed' });
    expect(now.report.open.error).toBe(1);
    expect(await move('compliance', 'sign')).toBe('not-ready');
    await confirm('compliance');
    expect(now.report.open.error).toBe(0);
    expect(await move('compliance', 'sign')).toBe('ok');
  });

  it('loses every signature to an edit, and the next one sees what changed', async () => {
    await toRelease();
    const [first] = now.signOff.signOffs;
    await redraft('preparer', TEXT.replace('平稳', '稳定'));
    expect(now.signOff).toMatchObject({ state: 'review' });
    expect(now.signOff.signOffs.map(({ live }) => live)).toEqual([[], []]);
    const changes = value(
      await changesSinceSignOff(shared.as('legal'), { reportId: now.report.id, signOffId: first?.id ?? 0 }),
    );
    expect(changes.sections).toEqual([
      { key: '一、业务情况', kind: 'changed', text: true, ties: false, decisions: false },
    ]);
    expect(changes.comparison.text).toMatchObject([
      { kind: 'changed', after: { text: '全年服务稳定运行。' } },
    ]);
    expect(changes.decisions).toEqual([]);
    expect(changes.policy).toBeNull();
  });

  it('loses them to a decision too, and tells which', async () => {
    await toRelease();
    const [first] = now.signOff.signOffs;
    take(await reopenFinding(shared.as('preparer'), error()));
    expect(now.signOff.state).toBe('review');
    const reportId = now.report.id;
    const changes = value(await changesSinceSignOff(shared.desk, { reportId, signOffId: first?.id ?? 0 }));
    expect(changes.decisions).toMatchObject([
      { before: { decision: 'effective', confirmedBy: people.compliance.name }, after: { decision: 'open' } },
    ]);
  });

  it('goes back with a reason, by withdrawal, and by opening again', async () => {
    await toRelease();
    expect(await move('compliance', 'withdraw')).toBe('no-move');
    expect(await move('legal', 'withdraw')).toBe('ok');
    expect(now.signOff.state).toBe('compliance-signed');
    expect(await move('legal', 'return')).toBe('no-reason');
    expect(await move('legal', 'return', '口径要写明')).toBe('ok');
    expect(now.signOff.state).toBe('draft');
    expect(now.signOff.signOffs.every(({ live }) => live.length === 0)).toBe(true);
    await move('preparer', 'submit');
    expect(await move('compliance', 'sign')).toBe('ok');
    expect(await move('legal', 'sign')).toBe('ok');
    expect(await move('releaser', 'release')).toBe('ok');
    expect(await waive('preparer')).toBe('released');
    expect(await move('releaser', 'reopen', '监管要求补充')).toBe('ok');
    expect(now.signOff.state).toBe('draft');
  });

  it('has waivers that end with their day, and lists those that nothing needs', async () => {
    expect(await waive('preparer', '2026-01-10')).toBe('ok');
    await confirm('compliance');
    expect(now.waivers).toMatchObject([{ state: 'effective' }]);
    const later: Desk = { ...shared.desk, now: () => new Date('2026-01-11T08:00:00.000Z') };
    expect(value(await openReport(later, now.report.id)).waivers).toMatchObject([{ state: 'expired' }]);
    await redraft('preparer', TEXT.replace('2月30日', '2月28日'));
    expect(now.waivers).toMatchObject([{ state: 'unused' }]);
  });
});
