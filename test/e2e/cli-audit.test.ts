import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHead } from '../../src/main/db/audit-log.ts';
import { recordExport, renderReport } from '../../src/main/desk/export-report.ts';
import { importDraft } from '../../src/main/desk/import-report.ts';
import { testDesk } from '../helpers/desk.ts';
import { runGouji } from './gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-audit-e2e-'));
const file = join(folder, 'library.sqlite');
let head = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const desk = testDesk(file);
  const text = '# 年度报告\n\n本年共办理业务120万笔,其中网上支付80万笔。\n';
  const imported = await importDraft(desk, '报告.md', new TextEncoder().encode(text));
  if (!imported.ok || imported.value.kind !== 'opened') throw new Error('not imported');
  const { report, revisionId } = imported.value.snapshot;
  const order = { reportId: report.id, revisionId, draft: true, seal: null };
  const pdf = await renderReport(desk, order);
  if (!pdf.ok) throw new Error(pdf.error.message);
  writeFileSync(join(folder, 'draft.pdf'), pdf.value);
  recordExport(desk, order, 'draft.pdf', pdf.value);
  head = auditHead(desk.connection);
  desk.connection.close();
});

describe('gouji audit', () => {
  it('finds a library intact against the PDF that left it, and leaves nothing beside it', async () => {
    const before = readdirSync(folder).sort();
    const { code, out } = await runGouji(folder, 'audit', file, '--anchor', 'draft.pdf', '--anchor', head);
    expect(out).toContain('审计日志完整');
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('says as JSON what was changed, and exits 1', async () => {
    const db = new Database(file);
    db.exec(`DROP TRIGGER audit_log_no_update; UPDATE audit_log SET actor = '乙' WHERE sequence = 1`);
    db.close();
    const { code, out } = await runGouji(folder, 'audit', file, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      intact: false,
      problems: [{ code: 'hash', sequence: 1 }, {}, {}],
    });
  });

  it('exits 2 for what has no log', async () => {
    for (const args of [['draft.pdf'], ['nothing.sqlite'], [file, '--anchor', 'nothing.pdf']]) {
      const { code, err } = await runGouji(folder, 'audit', ...args);
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});
