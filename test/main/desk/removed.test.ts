import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/main/db/audit-log';
import { verifyLibrary } from '../../../src/main/db/verify';
import { commentOn } from '../../../src/main/desk/comments';
import { archiveReport, libraryOf, removeReport, tagReport } from '../../../src/main/desk/library';
import { factElsewhere, setReferences } from '../../../src/main/desk/references';
import { bringBack, purgeReport, removedReports } from '../../../src/main/desk/removed';
import { searchLibrary } from '../../../src/main/desk/search';
import { institutionOf } from '../../../src/main/desk/title-facts';
import { DRAFT, Laptop, value } from '../../helpers/laptops';

const folder = mkdtempSync(join(tmpdir(), 'gouji-removed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RARE = '缙云驿站代收款';
const OWN = DRAFT.replace('其中餐饮类最多', `其中${RARE}类最多`);
const EARLIER = DRAFT.replace('2026', '2025');
const found = ({ desk }: Laptop, query: string) =>
  searchLibrary(desk, { query, archived: true }).hits.map(({ reportId }) => reportId);
const sound = ({ desk }: Laptop) => verifyLibrary(desk.connection, 'library').problems;
const count = ({ desk }: Laptop, table: string): number =>
  Number(desk.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

describe('removed reports', () => {
  it('come back as they were, found again, with the log telling of it', async () => {
    const a = new Laptop(1, '甲');
    const reportId = await a.import(OWN);
    tagReport(a.desk, { reportId, tags: ['季报'] });
    await a.fix('W304');
    const before = await a.shown();
    value(removeReport(a.desk, { reportId }));
    expect(removedReports(a.desk)).toMatchObject([
      { id: reportId, title: '演示支付公司2026年业务报告', revision: 2, removedBy: '甲', state: 'draft' },
    ]);
    expect(found(a, RARE)).toEqual([]);
    const { reports, removed } = value(bringBack(a.desk, { reportId }));
    expect([reports.map(({ id, tags }) => [id, tags]), removed]).toEqual([[[reportId, ['季报']]], []]);
    expect(found(a, RARE)).toEqual([reportId]);
    const after = await a.shown();
    expect(after.sha256).toBe(before.sha256);
    expect(after.undo).toBe(before.undo);
    expect(listAudit(a.desk.connection, reportId).at(-1)?.action).toBe('report.brought-back');
    expect(bringBack(a.desk, { reportId })).toMatchObject({ ok: false, error: { code: 'no-report' } });
    expect(sound(a)).toEqual([]);
  });

  it('say nothing to other reports', async () => {
    const a = new Laptop(1, '甲');
    const reportId = await a.import(EARLIER);
    const other = await a.import();
    const { analysis } = await a.shown(reportId);
    const { concept = '', scope = '' } = analysis.facts.find((one) => one.concept !== '') ?? {};
    const elsewhere = () => value(factElsewhere(a.desk, { reportId: other, concept, scope }));
    expect(elsewhere()).not.toEqual([]);
    value(removeReport(a.desk, { reportId }));
    expect(elsewhere()).toEqual([]);
  });
});

describe('deleting for good', () => {
  it('leaves nothing of the text, in no table and nowhere in the file; the log stays', async () => {
    const file = join(folder, 'library.sqlite');
    const a = new Laptop(1, '甲', file);
    const reportId = await a.import(OWN);
    const kept = await a.import(EARLIER);
    await a.fix('W304');
    await a.waive('T103', '原表如此');
    const { revisionId } = await a.shown();
    const said = { range: { start: 2, end: 6 }, fingerprint: null, body: '请核对' };
    value(await commentOn(a.desk, { reportId, revisionId, ...said }));
    const entries = listAudit(a.desk.connection, reportId).length;
    a.desk.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(file).includes(RARE)).toBe(true);
    value(removeReport(a.desk, { reportId }));
    expect(value(await purgeReport(a.desk, { reportId }))).toEqual([]);
    for (const table of ['revision', 'source']) expect([table, count(a, table)]).toEqual([table, 1]);
    for (const table of ['disposition', 'act', 'comment', 'comment_thread', 'report_tag'])
      expect([table, count(a, table)]).toEqual([table, 0]);
    const terms = a.desk.connection
      .prepare('SELECT count(*) FROM report_search_terms WHERE term = ?')
      .pluck();
    expect([terms.get(RARE.slice(0, 3)), terms.get('餐饮类')]).toEqual([0, 1]);
    expect(readFileSync(file).includes(RARE)).toBe(false);
    expect(listAudit(a.desk.connection, reportId)).toHaveLength(entries + 2);
    expect(libraryOf(a.desk).map(({ id }) => id)).toEqual([kept]);
    expect(found(a, '演示支付')).toEqual([kept]);
    expect(sound(a)).toEqual([]);
    a.desk.connection.close();
  });

  it('keeps a file that another report came from, and refuses what is not removed', async () => {
    const a = new Laptop(1, '甲');
    const first = await a.import();
    expect(await purgeReport(a.desk, { reportId: first })).toMatchObject({ error: { code: 'no-report' } });
    removeReport(a.desk, { reportId: first });
    const second = await a.import();
    value(await purgeReport(a.desk, { reportId: first }));
    expect([count(a, 'source'), (await a.shown(second)).source.fileName]).toEqual([1, '报告.md']);
    expect(await purgeReport(a.desk, { reportId: first })).toMatchObject({ error: { code: 'no-report' } });
    expect(sound(a)).toEqual([]);
  });

  it('waits while a person compares another report with it', async () => {
    const a = new Laptop(1, '甲');
    const previous = await a.import(EARLIER);
    const reportId = await a.import();
    const { revisionId } = await a.shown(reportId);
    const choose = async (previousReportId: number | null, revision = revisionId) =>
      value(
        await setReferences(a.desk, {
          ...{ reportId, revisionId: revision, automatic: false, previousReportId, ledgerIds: [] },
        }),
      );
    await choose(previous);
    removeReport(a.desk, { reportId: previous });
    expect(removedReports(a.desk)[0]?.usedBy).toEqual(['演示支付公司2026年业务报告']);
    expect(await purgeReport(a.desk, { reportId: previous })).toMatchObject({
      error: { code: 'compared-with' },
    });
    await choose(null);
    expect(value(await purgeReport(a.desk, { reportId: previous }))).toEqual([]);
    expect(sound(a)).toEqual([]);
  });

  it('is undone by its case file alone: the report comes back with its log, and can be handed on', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    const reportId = await a.import(OWN);
    await a.waive('T103', '原表如此');
    const file = a.handOver();
    expect(await b.take(file)).toBe('opened');
    removeReport(a.desk, { reportId });
    expect(await a.take(file)).toBe('older-case');
    value(await purgeReport(a.desk, { reportId }));
    expect(await a.take(file)).toBe('opened');
    expect((await a.shown()).dispositions).toMatchObject([{ kind: 'waived', reason: '原表如此' }]);
    expect(found(a, RARE)).toEqual([reportId]);
    expect(listAudit(a.desk.connection, reportId).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.removed', 'report.purged', 'case.returned']),
    );
    expect(sound(a)).toEqual([]);
    expect(await b.take(a.handOver())).toBe('updated');
    await b.fix('W307');
    expect(await a.take(b.handOver())).toBe('updated');
    expect([...sound(a), ...sound(b)]).toEqual([]);
  });

  it('takes in what was done elsewhere since, when the case comes back', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    const reportId = await a.import(OWN);
    expect(await b.take(a.handOver())).toBe('opened');
    removeReport(a.desk, { reportId });
    value(await purgeReport(a.desk, { reportId }));
    await b.fix('W304');
    expect(await a.take(b.handOver())).toBe('opened');
    expect((await a.shown()).sha256).toBe((await b.shown()).sha256);
    expect(await b.take(a.handOver())).toBe('updated');
    expect([...sound(a), ...sound(b)]).toEqual([]);
  });
});

describe('what search looked into', () => {
  it('is told with what was left out', async () => {
    const a = new Laptop(1, '甲');
    const first = await a.import(OWN);
    const second = await a.import(EARLIER);
    await a.import(DRAFT.replace('2026', '2024'));
    archiveReport(a.desk, { reportId: first, archived: true });
    removeReport(a.desk, { reportId: second });
    const shelves = (archived: boolean) => searchLibrary(a.desk, { query: '服务', archived }).shelves;
    expect(shelves(false)).toEqual({ listed: 1, archived: 1, removed: 1, archivedToo: false });
    expect(shelves(true)).toMatchObject({ archivedToo: true });
  });
});

describe('whose report it is', () => {
  it.each([
    ['演示支付科技有限公司2025年度业务报告', '演示支付科技有限公司'],
    ['演示支付有限公司上海分公司2025年报告', '演示支付有限公司上海分公司'],
    ['关于演示银行股份有限公司2025年上半年情况的报告', '演示银行股份有限公司'],
    ['演示银行滨海支行2025年三季度报告', '演示银行滨海支行'],
    ['演示市统计局2025年统计公报', '演示市统计局'],
    ['北京市演示支付有限公司2025年报告', '北京市演示支付有限公司'],
    ['2025年度工作报告', ''],
    ['', ''],
  ])('%s', (title, institution) => expect(institutionOf(title)).toBe(institution));

  it('stands in the rows, with the year', async () => {
    const a = new Laptop(1, '甲');
    await a.import();
    expect(libraryOf(a.desk)).toMatchObject([{ institution: '演示支付公司', year: 2026 }]);
  });
});
