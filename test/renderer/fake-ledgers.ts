import type { LedgerFile } from '../../src/shared/ipc';
import type { Analysis } from '../../src/shared/model/analysis';
import type {
  ColumnMapping,
  ColumnRole,
  LedgerFact,
  LedgerFacts,
  LedgerGap,
  LedgerSummary,
  LedgerTable,
} from '../../src/shared/model/ledger';
import { failure, type Result, success } from '../../src/shared/result';

export interface FakeFile {
  readonly name: string;
  readonly text: string;
}

interface Kept extends LedgerFacts {
  readonly summary: LedgerSummary;
}

interface Pending {
  readonly token: string;
  readonly name: string;
  readonly tables: readonly { readonly table: LedgerTable; readonly rows: readonly (readonly string[])[] }[];
}

type Chosen = readonly { readonly table: number; readonly mapping: readonly ColumnMapping[] }[];

const ROLES: Readonly<Record<string, ColumnRole>> = { 指标: 'concept', 期间: 'period', 数值: 'value' };
const EXPIRED = failure('expired', '这份台账已经失效，请重新选择文件');

/** Ledgers in memory. Its files are CSV without quotes; an empty line parts two tables. */
export class FakeLedgers {
  private kept: Kept[] = [];
  private pending: Pending | null = null;
  private readonly remembered = new Map<string, readonly ColumnMapping[]>();
  private lastId = 0;

  list(): readonly LedgerSummary[] {
    return this.kept.map(({ summary }) => summary);
  }

  open({ name, text }: FakeFile): Result<LedgerFile> {
    if (!name.endsWith('.csv')) return failure('not-a-ledger', '这不是台账');
    const tables = text
      .split('\n\n')
      .map((part) => part.split('\n').map((line) => line.split(',')))
      .filter((rows) => rows.length > 1)
      .map(([header = [], ...rows], index) => ({ table: this.table(header, rows, index), rows }));
    if (tables.length === 0) return failure('no-tables', '没有找到表格');
    this.pending = { token: `token-${++this.lastId}`, name, tables };
    return success({
      token: this.pending.token,
      fileName: name,
      tables: tables.map(({ table }) => table),
      notes: [],
    });
  }

  preview(token: string, chosen: Chosen[number]): Result<LedgerFacts> {
    const found = this.pending?.token === token ? this.pending.tables[chosen.table] : undefined;
    return found ? success(factsOf(found.rows, chosen.mapping)) : EXPIRED;
  }

  save(token: string, chosen: Chosen): Result<readonly LedgerSummary[]> {
    const { pending } = this;
    if (pending?.token !== token) return EXPIRED;
    const made = chosen.map((one) => factsOf(pending.tables[one.table]?.rows ?? [], one.mapping));
    const facts = made.flatMap((one) => one.facts);
    if (facts.length === 0) return failure('no-values', '没有得到任何数据');
    for (const one of chosen) {
      this.remembered.set(pending.tables[one.table]?.table.signature ?? '', one.mapping);
    }
    this.keep(
      pending.name,
      'csv',
      facts,
      made.flatMap((one) => one.gaps),
    );
    this.pending = null;
    return success(this.list());
  }

  takeReport(title: string, { quantities }: Analysis): Result<readonly LedgerSummary[]> {
    if (quantities.length === 0) return failure('no-values', '这份报告里没有可作台账的数据');
    const facts = quantities.map(({ raw, value, unit }) =>
      fact({ concept: title, raw, value, unit }, '正文'),
    );
    this.keep(title, 'report', facts, []);
    return success(this.list());
  }

  facts(id: number): Result<LedgerFacts> {
    const found = this.kept.find(({ summary }) => summary.id === id);
    return found ? success(found) : failure('no-ledger', '资料库里没有这份台账');
  }

  remove(id: number): Result<readonly LedgerSummary[]> {
    const found = this.facts(id);
    if (!found.ok) return found;
    this.kept = this.kept.filter(({ summary }) => summary.id !== id);
    return success(this.list());
  }

  private keep(
    name: string,
    origin: LedgerSummary['origin'],
    facts: readonly LedgerFact[],
    gaps: readonly LedgerGap[],
  ): void {
    const id = ++this.lastId;
    const importedAt = '2026-01-05T08:30:00.000Z';
    const summary = { id, name, origin, facts: facts.length, importedAt, sha256: `${id}`.padStart(64, '0') };
    this.kept = [{ summary, facts, gaps }, ...this.kept];
  }

  private table(header: readonly string[], rows: readonly (readonly string[])[], index: number): LedgerTable {
    const signature = header.join('|');
    const known = this.remembered.get(signature);
    return {
      sheet: `表${index + 1}`,
      title: '',
      unit: '',
      headerFrom: 0,
      dataFrom: 1,
      dataTo: rows.length + 1,
      columnFrom: 0,
      headers: header.map((name) => [name]),
      signature,
      mapping: known ?? header.map((name) => column(ROLES[name] ?? 'ignore')),
      remembered: known !== undefined,
      sample: rows.slice(0, 5),
    };
  }
}

const column = (role: ColumnRole): ColumnMapping => ({ role, concept: '', scope: '', period: '', unit: '' });

function factsOf(rows: readonly (readonly string[])[], mapping: readonly ColumnMapping[]): LedgerFacts {
  const facts: LedgerFact[] = [];
  const gaps: LedgerGap[] = [];
  rows.forEach((row, at) => {
    const told = (role: ColumnRole): string => row[mapping.findIndex((own) => own.role === role)] ?? '';
    mapping.forEach((own, index) => {
      if (own.role !== 'value') return;
      const raw = row[index] ?? '';
      const place = `第${at + 2}行第${index + 1}列`;
      if (!/^\d+$/.test(raw)) {
        gaps.push({ place, text: raw, reason: '不是数字' });
        return;
      }
      const concept = told('concept') || own.concept;
      const period = told('period') || own.period;
      facts.push(fact({ concept, period, scope: own.scope, unit: own.unit, raw, value: raw }, place));
    });
  });
  return { facts, gaps };
}

const fact = (part: Partial<LedgerFact>, place: string): LedgerFact => ({
  concept: '',
  scope: '',
  period: '',
  value: '0',
  unit: '',
  precision: 0,
  raw: '',
  ...part,
  place,
});
