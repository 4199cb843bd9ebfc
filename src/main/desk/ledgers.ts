import { randomUUID } from 'node:crypto';
import type { LedgerFile } from '../../shared/ipc';
import type {
  ColumnMapping,
  LedgerFacts,
  LedgerSummary,
  LedgerTable,
  Sheet,
} from '../../shared/model/ledger';
import { failure, type Result, success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import {
  addLedger,
  findLedger,
  ledgerFacts,
  ledgerOfFile,
  listLedgers,
  rememberedMapping,
  rememberMapping,
  removeLedger,
} from '../db/ledgers';
import { applyMapping } from '../figures/ledger/facts';
import { factsOfReport } from '../figures/ledger/report';
import type { Tasks } from '../jobs/tasks';
import type { Desk } from './desk';
import { sha256 } from './import-report';
import { analysisOf, currentRevision } from './snapshot';

/** A workbook read but not stored: its columns wait to be mapped. */
export interface PendingLedger {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
  readonly tables: readonly LedgerTable[];
}

export interface MappedTable {
  readonly table: number;
  readonly mapping: readonly ColumnMapping[];
}

/** So many rows are enough to see whether a mapping is right. */
const PREVIEW_ROWS = 200;

const REPORT_NAME = /\.(?:md|markdown|html?|docx?|docm)$/i;

/**
 * Reads a workbook or CSV file and proposes what its columns mean: as the person mapped this layout before, else
 * by its headers. Errors: those of `readSheets`; `no-tables`. Rejects with `JobCancelled`.
 */
export async function openLedger(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<LedgerFile>> {
  if (REPORT_NAME.test(fileName)) {
    return failure('not-a-ledger', `“${fileName}”是报告，不是台账；报告请在资料库里导入`);
  }
  const known = ledgerOfFile(desk.connection, sha256(bytes));
  if (known) {
    return failure('known-ledger', `这个文件已经是台账《${known.name}》；要重新对应列，请先移除它再导入`);
  }
  const read = await desk.jobs.run('read-ledger', fileName, { bytes, fileName });
  if (!read.ok) return read;
  const { sheets, kind, notes } = read.value;
  const tables = read.value.tables.map((table) => withMemory(desk, table));
  if (tables.length === 0) return failure('no-tables', `“${fileName}”里没有找到带表头和数据的表格`);
  const token = randomUUID();
  desk.pendingLedgers.clear();
  desk.pendingLedgers.set(token, { fileName, bytes, kind, sheets, tables });
  return success({ token, fileName, tables, notes });
}

function withMemory(desk: Desk, table: LedgerTable): LedgerTable {
  const known = rememberedMapping(desk.connection, table.signature);
  if (!known || known.length !== table.mapping.length) return table;
  // Period and unit are this file's own, if it states them: 万元 last year and 元 now must not be taken for each other.
  const mapping = known.map((column, index) => {
    const own = table.mapping[index];
    return { ...column, period: own?.period ?? '', unit: own?.unit || column.unit };
  });
  return { ...table, mapping, remembered: true };
}

/** The facts of a table's first rows under a mapping. Errors: `expired`. */
export function previewLedger(
  desk: Desk,
  { token, table, mapping }: MappedTable & { readonly token: string },
): Result<LedgerFacts> {
  const found = tableOf(desk, token, table);
  if (!found.ok) return found;
  const { sheet } = found.value;
  const first = found.value.table;
  const dataTo = Math.min(first.dataTo, first.dataFrom + PREVIEW_ROWS);
  return success(applyMapping({ ...first, dataTo }, sheet, mapping));
}

function tableOf(
  desk: Desk,
  token: string,
  index: number,
): Result<{ readonly table: LedgerTable; readonly sheet: Sheet }> {
  const pending = desk.pendingLedgers.get(token);
  const table = pending?.tables[index];
  const sheet = pending?.sheets.find(({ name }) => name === table?.sheet);
  if (!table || !sheet) return failure('expired', '这份台账已经失效，请重新选择文件');
  return success({ table, sheet });
}

/** Stores the facts of the chosen tables and remembers how each layout was mapped. Errors: `expired`, `no-values`. */
export async function saveLedger(
  desk: Desk,
  { token, tables }: { readonly token: string; readonly tables: readonly MappedTable[] },
): Promise<Result<readonly LedgerSummary[]>> {
  const pending = desk.pendingLedgers.get(token);
  if (!pending) return failure('expired', '这份台账已经失效，请重新选择文件');
  const chosen: Tasks['ledger-facts']['input']['tables'][number][] = [];
  for (const { table, mapping } of tables) {
    const found = tableOf(desk, token, table);
    if (!found.ok) return found;
    chosen.push({ ...found.value, mapping });
  }
  const made = await desk.jobs.run('ledger-facts', pending.fileName, { tables: chosen });
  if (made.facts.length === 0) {
    return failure('no-values', '按这样的列对应没有得到任何数据，请至少指定一个数值列');
  }
  const { connection } = desk;
  connection.transaction(() => {
    const at = desk.now().toISOString();
    const actor = desk.reviewer();
    const { fileName: name, kind: origin, bytes } = pending;
    const ledger = { name, origin, sha256: sha256(bytes), bytes, reportId: null, at };
    const id = addLedger(connection, ledger, made);
    for (const { table, mapping } of chosen) {
      rememberMapping(connection, table.signature, mapping, actor, at);
    }
    logLedger(desk, 'ledger.imported', `导入台账《${name}》，得到数据 ${made.facts.length} 项`, at, {
      ledger: id,
      name,
      sha256: ledger.sha256,
      facts: made.facts.length,
      gaps: made.gaps.length,
    });
  })();
  desk.pendingLedgers.delete(token);
  return success(listLedgers(connection));
}

/** Takes the figures of a report's current revision as a ledger. Errors: `no-report`, `no-values`. */
export async function ledgerFromReport(
  desk: Desk,
  reportId: number,
): Promise<Result<readonly LedgerSummary[]>> {
  const current = currentRevision(desk, reportId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const facts = factsOfReport(await analysisOf(desk, report, revision));
  if (facts.length === 0) return failure('no-values', '这份报告里没有可作台账的数据');
  const { connection } = desk;
  connection.transaction(() => {
    const at = desk.now().toISOString();
    const name = `${report.title}（第 ${revision.number} 版）`;
    const made = { facts, gaps: [] };
    const origin = 'report' as const;
    const ledger = { name, origin, sha256: revision.sha256, bytes: null, reportId, at };
    const id = addLedger(connection, ledger, made);
    const detail = { ledger: id, report: reportId, revision: revision.id, facts: facts.length };
    logLedger(desk, 'ledger.taken', `以报告《${name}》为台账，得到数据 ${facts.length} 项`, at, detail);
  })();
  return success(listLedgers(connection));
}

export function factsOfLedger(desk: Desk, ledgerId: number): Result<LedgerFacts> {
  if (!findLedger(desk.connection, ledgerId)) return failure('no-ledger', '资料库里没有这份台账');
  return success(ledgerFacts(desk.connection, ledgerId));
}

/** Takes a ledger out of the list; its facts stay in the store. */
export function dropLedger(desk: Desk, ledgerId: number): Result<readonly LedgerSummary[]> {
  const { connection } = desk;
  const ledger = findLedger(connection, ledgerId);
  if (!ledger) return failure('no-ledger', '资料库里没有这份台账');
  connection.transaction(() => {
    const at = desk.now().toISOString();
    removeLedger(connection, ledgerId, at);
    logLedger(desk, 'ledger.removed', `移除台账《${ledger.name}》`, at, { ledger: ledgerId });
  })();
  return success(listLedgers(connection));
}

function logLedger(desk: Desk, action: string, summary: string, at: string, detail: unknown): void {
  appendAudit(desk.connection, { reportId: null, at, actor: desk.reviewer(), action, summary, detail });
}
