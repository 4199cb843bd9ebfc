import { describe, expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../../../src/main/db/audit-log';
import type { Desk } from '../../../src/main/desk/desk';
import { importDraft } from '../../../src/main/desk/import-report';
import { openLedger, saveLedger } from '../../../src/main/desk/ledgers';
import { factElsewhere, referenceChoice, setReferences } from '../../../src/main/desk/references';
import { openReport } from '../../../src/main/desk/snapshot';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const report = (year: number, merchants: string, change = ''): string =>
  `# 演示支付公司${year}年业务情况报告\n\n## 一、总体情况\n\n${year}年末，特约商户${merchants}户${change}。\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
async function take(desk: Desk, text: string): Promise<ReviewSnapshot> {
  const outcome = value(await importDraft(desk, 'draft.md', bytes(text)));
  if (outcome.kind !== 'opened') throw new Error('not taken');
  return outcome.snapshot;
}
async function takeLedger(desk: Desk, csv: string): Promise<number> {
  const file = value(await openLedger(desk, '台账.csv', bytes(csv)));
  const tables = file.tables.map(({ mapping }, table) => ({ table, mapping }));
  return value(await saveLedger(desk, { token: file.token, tables }))[0]?.id ?? 0;
}
const priors = ({ analysis }: ReviewSnapshot): string[] =>
  analysis.ties.filter(({ kind }) => kind === 'prior').map(({ status }) => status);

describe('what a report is checked against', () => {
  it('is the earlier report of its kind, found by the library', async () => {
    const desk = testDesk();
    await take(desk, '# 另一公司2024年反洗钱工作报告\n\n2024年末，特约商户999户。\n');
    const before = await take(desk, report(2024, '1,200'));
    await take(desk, report(2026, '9,999'));
    const draft = await take(desk, report(2025, '1,284', '，比上年末增加84户'));
    const choice = value(referenceChoice(desk, draft.report.id));
    expect(choice).toMatchObject({ automatic: true, previousReportId: before.report.id, ledgerIds: [] });
    expect(choice.reports.map(({ id }) => id)).not.toContain(draft.report.id);
    expect(choice.reports.map(({ title, alike }) => [title.slice(0, 10), alike])).toEqual([
      ['演示支付公司2024', true],
      ['演示支付公司2026', true],
      ['另一公司2024年反', false],
    ]);
    expect(draft.analysis.references).toMatchObject([
      { kind: 'previous', name: '演示支付公司2024年业务情况报告' },
    ]);
    expect(priors(draft)).toContain('pass');
  });

  it('answers a claim wrongly made of it', async () => {
    const desk = testDesk();
    await take(desk, report(2024, '1,200'));
    const draft = await take(desk, report(2025, '1,284', '，比上年末增加48户'));
    expect(priors(draft)).toContain('fail');
    expect(draft.analysis.findings.map(({ code }) => code)).toContain('N207');
  });

  it('is chosen by a person, checked anew, and written into the log', async () => {
    const desk = testDesk();
    await take(desk, report(2024, '1,200'));
    const draft = await take(desk, report(2025, '1,284', '，比上年末增加48户'));
    const target = { reportId: draft.report.id, revisionId: draft.revisionId };
    const none = { automatic: false, previousReportId: null, ledgerIds: [] };
    const without = value(await setReferences(desk, { ...target, ...none }));
    expect(without.analysis.references).toEqual([]);
    expect(priors(without).filter((status) => status === 'fail')).toEqual([]);
    expect(value(referenceChoice(desk, draft.report.id)).automatic).toBe(false);
    const again = value(await setReferences(desk, { ...target, ...none, automatic: true }));
    expect(priors(again)).toContain('fail');
    const acts = listAudit(desk.connection, draft.report.id).map(({ action }) => action);
    expect(acts.filter((action) => action === 'report.references')).toHaveLength(2);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('changes with the library: a ledger that comes later is used on opening', async () => {
    const desk = testDesk();
    const draft = await take(desk, report(2025, '1,284'));
    expect(draft.analysis.references).toEqual([]);
    await takeLedger(desk, '2025年业务台账\n项目,2025年末\n特约商户（户）,1248\n');
    const opened = value(await openReport(desk, draft.report.id));
    expect(opened.analysis.references).toMatchObject([{ kind: 'ledger', name: '台账.csv' }]);
  });

  it('is refused where it cannot be', async () => {
    const desk = testDesk();
    const draft = await take(desk, report(2025, '1,284'));
    const { id } = draft.report;
    const order = { reportId: id, revisionId: draft.revisionId, automatic: false, ledgerIds: [] };
    const code = async (more: object): Promise<string> => {
      const answer = await setReferences(desk, { ...order, previousReportId: null, ...more });
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await code({ previousReportId: id })).toBe('same-report');
    expect(await code({ previousReportId: 99 })).toBe('no-report');
    expect(await code({ ledgerIds: [99] })).toBe('no-ledger');
    expect(await code({ revisionId: 99 })).toBe('stale');
    expect(referenceChoice(desk, 99)).toMatchObject({ ok: false, error: { code: 'no-report' } });
    expect(desk.connection.prepare('SELECT count(*) FROM report_reference').pluck().get()).toBe(0);
  });
});

describe('a fact in the other reports of the library', () => {
  it('is found with its place, the own report left out', async () => {
    const desk = testDesk();
    const before = await take(desk, report(2024, '1,200'));
    const draft = await take(desk, report(2025, '1,284'));
    const fact = draft.analysis.facts.find(
      ({ quantity }) => draft.analysis.quantities[quantity]?.raw === '1,284户',
    );
    const asked = { reportId: draft.report.id, concept: fact?.concept ?? '', scope: fact?.scope ?? '' };
    expect(value(factElsewhere(desk, asked))).toMatchObject([
      { reportId: before.report.id, raw: '1,200户', value: '1200', place: '第5行' },
    ]);
    expect(value(factElsewhere(desk, { ...asked, concept: '没有的指标' }))).toEqual([]);
  });
});

describe('the store', () => {
  it('keeps every tie with its terms, and doubles none on a second check', async () => {
    const desk = testDesk();
    const text = `${report(2025, '30')}\n| 渠道 | 商户（户） |\n| --- | --- |\n| 线上 | 10 |\n| 线下 | 20 |\n| 合计 | 30 |\n`;
    const draft = await take(desk, text);
    const count = (table: string): unknown =>
      desk.connection
        .prepare(`SELECT count(*) FROM ${table} WHERE revision_id = ?`)
        .pluck()
        .get(draft.revisionId);
    const { ties } = draft.analysis;
    const terms = ties.flatMap((tie) => tie.terms.filter(({ quantity }) => quantity !== null));
    expect([count('tie'), count('tie_term')]).toEqual([ties.length, terms.length]);
    desk.analyses.clear();
    desk.connection.prepare("UPDATE revision SET checked_with = '0.0.0-older'").run();
    await openReport(desk, draft.report.id);
    expect([count('tie'), count('tie_term')]).toEqual([ties.length, terms.length]);
    const stored = desk.connection
      .prepare(
        `SELECT q.raw FROM tie_term t JOIN tie ON tie.revision_id = t.revision_id AND tie.position = t.tie
         JOIN quantity q ON q.revision_id = t.revision_id AND q.position = t.quantity
         WHERE tie.kind = 'sum' AND t.role = 'addend' ORDER BY t.position`,
      )
      .pluck()
      .all();
    expect(stored).toEqual(['10', '20']);
  });
});
