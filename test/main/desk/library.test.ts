import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/main/db/audit-log';
import { library } from '../../../src/main/db/migrations/0007-library';
import { openDatabase } from '../../../src/main/db/open';
import type { Desk } from '../../../src/main/desk/desk';
import { applyFix } from '../../../src/main/desk/fixes';
import { importDraft } from '../../../src/main/desk/import-report';
import { archiveReport, libraryOf, removeReport, tagReport } from '../../../src/main/desk/library';
import { searchLibrary } from '../../../src/main/desk/search';
import { openReport } from '../../../src/main/desk/snapshot';
import { undoAct } from '../../../src/main/desk/undo';
import type { ReviewSnapshot } from '../../../src/shared/model/review';
import { testDesk } from '../../helpers/desk';

const FIRST = `# 云岭支付公司2025年度报告

## 一、商户情况

全年拓展商户1,204户，其中**小微**商户占比较高。POS机具更新，手续费减免3,190.25万元。

## 二、交易情况

| 项目 | 金额（万元） |
| --- | --- |
| 线上 | 120 |
| 线下 | 3,190.25 |

`;
const SECOND = `# 星河支付公司2025年度报告

全年减免手续费31,902,500元。服务小微商户,覆盖县域。
`;

let desk: Desk;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function take(name: string, text: string): Promise<ReviewSnapshot> {
  const outcome = await importDraft(desk, name, bytes(text));
  if (!outcome.ok || outcome.value.kind !== 'opened') throw new Error('not imported');
  return outcome.value.snapshot;
}
const search = (query: string, archived = false) => searchLibrary(desk, { query, archived });
const found = (query: string): readonly string[] => search(query).hits.map((hit) => hit.title.slice(0, 2));

describe('search in the library', () => {
  beforeEach(async () => {
    desk = testDesk();
    await take('first.md', FIRST);
    await take('second.md', SECOND);
  });

  it.each([
    ['手续费减免', ['云岭']],
    ['减免手续费', ['星河']],
    ['小微商户', ['星河', '云岭']],
    ['商户', ['星河', '云岭']],
    ['县域', ['星河']],
    ['县', ['星河']],
    ['域。', ['星河']],
    ['pos机', ['云岭']],
    ['线下 机具', ['云岭']],
    ['线下 县域', []],
    ['second.md', ['星河']],
    ['没有的词', []],
    ['"', []],
    ['商户 OR', []],
    ['   ', []],
  ])('finds %s', (query, titles) => expect(found(query)).toEqual(titles));

  it('finds a number by its value, however it is written', () => {
    for (const query of ['3,190.25万元', '31,902,500', '31902500元', '0.319025亿元'])
      expect([query, found(query)]).toEqual([query, ['星河', '云岭']]);
    const [hit] = search('3,190.25万元').hits;
    expect(hit).toMatchObject({ kind: 'figure', before: '全年减免手续费', found: '31,902,500元' });
    expect(search('3,190.25万元').value).toBe('31902500 元');
    expect(found('3,190.25万户')).toEqual([]);
  });

  it('shows the place with what was found, and where it stands', async () => {
    const [hit] = search('机具更新').hits;
    expect(hit).toMatchObject({
      kind: 'text',
      found: '机具更新',
      before: '…展商户1,204户，其中小微商户占比较高。POS',
    });
    const opened = await openReport(desk, hit?.reportId ?? 0);
    if (!opened.ok || !hit?.range) throw new Error('no place');
    const { text } = opened.value.analysis.document;
    expect(text.slice(hit.range.start, hit.range.end)).toContain('机具更新');
  });

  it('follows an edit and its undoing', async () => {
    const [hit] = search('服务小微商户').hits;
    const opened = await openReport(desk, hit?.reportId ?? 0);
    if (!opened.ok) throw new Error('not opened');
    const { revisionId, analysis, report } = opened.value;
    const finding = analysis.findings.find(({ rule }) => rule === 'punctuation-width');
    const order = { reportId: report.id, revisionId, fingerprint: finding?.fingerprint ?? '', fix: 0 };
    const fixed = await applyFix(desk, order);
    if (!fixed.ok) throw new Error('not fixed');
    expect(found('商户，覆盖')).toEqual(['星河']);
    expect(found('商户,覆盖')).toEqual([]);
    await undoAct(desk, { reportId: report.id, revisionId: fixed.value.revisionId });
    expect(found('商户，覆盖')).toEqual([]);
    expect(found('商户,覆盖')).toEqual(['星河']);
  });

  it('leaves out what is archived unless it is asked for, and what is removed', () => {
    const [star, cloud] = libraryOf(desk).map(({ id }) => id);
    archiveReport(desk, { reportId: star ?? 0, archived: true });
    expect(found('小微商户')).toEqual(['云岭']);
    expect(search('小微商户', true).hits).toHaveLength(2);
    expect(search('31902500', true).hits).toHaveLength(2);
    removeReport(desk, { reportId: cloud ?? 0 });
    expect(search('小微商户', true).hits.map(({ reportId }) => reportId)).toEqual([star]);
  });
});

describe('keeping the library', () => {
  beforeEach(() => {
    desk = testDesk();
  });

  it('tags, archives and removes, with the log telling of it', async () => {
    const { report } = await take('first.md', FIRST);
    expect(libraryOf(desk)).toMatchObject([
      { tags: [], archived: false, openedAt: null, quantities: report.quantities },
    ]);
    tagReport(desk, { reportId: report.id, tags: ['年报', '云岭', '年报'] });
    archiveReport(desk, { reportId: report.id, archived: true });
    expect(libraryOf(desk)).toMatchObject([{ tags: ['云岭', '年报'], archived: true }]);
    archiveReport(desk, { reportId: report.id, archived: false });
    expect(removeReport(desk, { reportId: report.id })).toMatchObject({ ok: true, value: [] });
    const actions = listAudit(desk.connection, report.id).map(({ action }) => action);
    expect(actions).toEqual(['report.imported', 'report.archived', 'report.restored', 'report.removed']);
    expect(await openReport(desk, report.id)).toMatchObject({ ok: false, error: { code: 'no-report' } });
    expect(tagReport(desk, { reportId: report.id, tags: [] })).toMatchObject({ ok: false });
    const again = await take('first.md', FIRST);
    expect(again.report.id).not.toBe(report.id);
  });

  it('counts again after an act and its undoing', async () => {
    const { report, revisionId, analysis } = await take('second.md', SECOND);
    const finding = analysis.findings.find(({ rule }) => rule === 'punctuation-width');
    const order = { reportId: report.id, revisionId, fingerprint: finding?.fingerprint ?? '', fix: 0 };
    const fixed = await applyFix(desk, order);
    if (!fixed.ok) throw new Error('not fixed');
    const open = (): number => Object.values(libraryOf(desk)[0]?.open ?? {}).reduce((sum, n) => sum + n, 0);
    const before = open();
    await undoAct(desk, { reportId: report.id, revisionId: fixed.value.revisionId });
    expect(open()).toBe(before + 1);
  });
});

describe('the migration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-search-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('indexes the reports that there are', async () => {
    const file = join(folder, 'library.sqlite');
    desk = testDesk(file);
    await take('first.md', FIRST);
    desk.connection.close();
    const old = new Database(file);
    old.exec('DELETE FROM report_search; DELETE FROM search_chunk');
    const fill = library.slice(library.indexOf('INSERT INTO search_chunk'));
    old.exec(fill);
    old.close();
    desk = { ...desk, connection: openDatabase(file) };
    expect(found('手续费减免')).toEqual(['云岭']);
    expect(found('线下')).toEqual(['云岭']);
  });
});
