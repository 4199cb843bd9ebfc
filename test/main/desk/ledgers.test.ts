import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import type { Desk } from '../../../src/main/desk/desk';
import { importDraft } from '../../../src/main/desk/import-report';
import {
  dropLedger,
  factsOfLedger,
  ledgerFromReport,
  openLedger,
  previewLedger,
  saveLedger,
} from '../../../src/main/desk/ledgers';
import type { LedgerFile } from '../../../src/shared/ipc';
import type { Result } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const CSV = '业务台账\n单位：万元\n项目,2024年,2025年\n线上支付,1200.5,1300\n线下支付,800,待定\n';
const NEXT_YEAR = CSV.replace('2025年', '2026年').replace('2024年', '2025年');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const open = async (desk: Desk, text = CSV): Promise<LedgerFile> =>
  value(await openLedger(desk, 'ledger.csv', bytes(text)));

describe('ledgers', () => {
  it('are read, mapped, stored with their provenance, listed and removed', async () => {
    const desk = testDesk();
    const file = await open(desk);
    const [table] = file.tables;
    if (!table) throw new Error('no table');
    const { mapping } = table;
    const preview = value(previewLedger(desk, { token: file.token, table: 0, mapping }));
    expect(preview.facts).toHaveLength(3);
    expect(preview.gaps).toMatchObject([{ text: '待定' }]);
    const [saved] = value(await saveLedger(desk, { token: file.token, tables: [{ table: 0, mapping }] }));
    expect(saved).toMatchObject({ name: 'ledger.csv', origin: 'csv', facts: 3 });
    const { facts, gaps } = value(factsOfLedger(desk, saved?.id ?? 0));
    expect(facts[0]).toMatchObject({ period: '2024', value: '12005000', unit: '元', raw: '1200.5' });
    expect(facts[0]?.place).toContain('B4');
    expect(gaps).toHaveLength(1);
    expect(value(dropLedger(desk, saved?.id ?? 0))).toEqual([]);
    expect(factsOfLedger(desk, saved?.id ?? 0)).toMatchObject({ ok: false, error: { code: 'no-ledger' } });
    // What was checked against it stays provable.
    expect(desk.connection.prepare('SELECT count(*) FROM ledger_fact').pluck().get()).toBe(3);
    expect(verifyAudit(desk.connection)).toBeNull();
  });

  it('remember how a layout was mapped, whatever its year', async () => {
    const desk = testDesk();
    const file = await open(desk);
    expect(file.tables[0]?.remembered).toBe(false);
    const mapping = (file.tables[0]?.mapping ?? []).map((column) =>
      column.role === 'value' ? { ...column, scope: '全国' } : column,
    );
    await saveLedger(desk, { token: file.token, tables: [{ table: 0, mapping }] });
    const next = await open(desk, NEXT_YEAR);
    expect(next.tables[0]).toMatchObject({ remembered: true });
    const values = next.tables[0]?.mapping.filter((column) => column.role === 'value');
    expect(values?.map(({ scope, period }) => [scope, period])).toEqual([
      ['全国', '2025'],
      ['全国', '2026'],
    ]);
  });

  it('take unit and period from the new file, not from memory', async () => {
    const desk = testDesk();
    const file = await open(desk);
    const mapping = (file.tables[0]?.mapping ?? []).map((column) => ({ ...column, period: '2019' }));
    await saveLedger(desk, { token: file.token, tables: [{ table: 0, mapping }] });
    const undated = CSV.replace('单位：万元', '单位：元').replace('2024年', '2023年');
    const next = await open(desk, undated);
    const values = next.tables[0]?.mapping.filter((column) => column.role === 'value');
    expect(values?.map(({ unit, period }) => [unit, period])).toEqual([
      ['元', '2023'],
      ['元', '2025'],
    ]);
  });

  it('are imported once, and are no reports', async () => {
    const desk = testDesk();
    const file = await open(desk);
    const mapping = file.tables[0]?.mapping ?? [];
    const [saved] = value(await saveLedger(desk, { token: file.token, tables: [{ table: 0, mapping }] }));
    const again = await openLedger(desk, 'copy.csv', bytes(CSV));
    expect(again).toMatchObject({ ok: false, error: { code: 'known-ledger' } });
    dropLedger(desk, saved?.id ?? 0);
    expect((await open(desk)).tables).toHaveLength(1);
    const report = await openLedger(desk, 'report.docx', bytes(CSV));
    expect(report).toMatchObject({ ok: false, error: { code: 'not-a-ledger' } });
  });

  it('can be taken from a report of the library', async () => {
    const desk = testDesk();
    const text = '# 2025年业务报告\n\n2025年全年交易笔数为1,284万笔，交易金额为320亿元。\n';
    const outcome = value(await importDraft(desk, 'a.md', bytes(text)));
    if (outcome.kind !== 'opened') throw new Error(outcome.kind);
    const [ledger] = value(await ledgerFromReport(desk, outcome.snapshot.report.id));
    expect(ledger).toMatchObject({ origin: 'report', facts: 2 });
    const { facts } = value(factsOfLedger(desk, ledger?.id ?? 0));
    expect(facts).toMatchObject([
      { raw: '1,284万笔', value: '12840000', unit: '笔', place: '第3行' },
      { raw: '320亿元', value: '32000000000', unit: '元' },
    ]);
  });

  it.each([
    ['a file that is no workbook', 'a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]), 'broken-zip'],
    ['a file without a table', 'a.csv', bytes('没有表格\n'), 'no-tables'],
  ])('refuse %s', async (_, name, content, code) => {
    expect(await openLedger(testDesk(), name, content)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuse a mapping that makes no fact, and a token that is no longer good', async () => {
    const desk = testDesk();
    const file = await open(desk);
    const mapping = (file.tables[0]?.mapping ?? []).map((column) => ({ ...column, role: 'ignore' as const }));
    const order = { token: file.token, tables: [{ table: 0, mapping }] };
    expect(await saveLedger(desk, order)).toMatchObject({ ok: false, error: { code: 'no-values' } });
    await open(desk);
    expect(await saveLedger(desk, order)).toMatchObject({ ok: false, error: { code: 'expired' } });
  });
});
