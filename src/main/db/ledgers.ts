import type {
  ColumnMapping,
  LedgerFact,
  LedgerFacts,
  LedgerGap,
  LedgerSummary,
} from '../../shared/model/ledger';
import type { Connection } from './open';

export interface NewLedger {
  readonly name: string;
  readonly origin: LedgerSummary['origin'];
  readonly sha256: string;
  readonly bytes: Uint8Array | null;
  readonly reportId: number | null;
  readonly at: string;
}

const FACT = `SELECT concept, scope, period, value, unit, printed_precision AS precision, raw, place
  FROM ledger_fact WHERE ledger_id = ? ORDER BY position`;

/** Stores a ledger with its facts; returns its id. Call inside a transaction. */
export function addLedger(connection: Connection, ledger: NewLedger, { facts, gaps }: LedgerFacts): number {
  const result = connection
    .prepare(
      `INSERT INTO ledger (name, origin, sha256, bytes, report_id, imported_at)
       VALUES (@name, @origin, @sha256, @bytes, @reportId, @at)`,
    )
    .run({ ...ledger, bytes: ledger.bytes ? Buffer.from(ledger.bytes) : null });
  const id = Number(result.lastInsertRowid);
  const fact = connection.prepare('INSERT INTO ledger_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  facts.forEach(({ concept, scope, period, value, unit, precision, raw, place }, index) => {
    fact.run(id, index, concept, scope, period, value, unit, precision, raw, place);
  });
  const gap = connection.prepare('INSERT INTO ledger_gap VALUES (?, ?, ?, ?, ?)');
  gaps.forEach(({ place, text, reason }, index) => {
    gap.run(id, index, place, text, reason);
  });
  return id;
}

/** Newest first; removed ones left out. */
export function listLedgers(connection: Connection): readonly LedgerSummary[] {
  const sql = `SELECT id, name, origin, sha256, imported_at AS importedAt,
      (SELECT count(*) FROM ledger_fact f WHERE f.ledger_id = ledger.id) AS facts
    FROM ledger WHERE removed_at IS NULL ORDER BY id DESC`;
  return connection.prepare(sql).all() as LedgerSummary[];
}

export function findLedger(connection: Connection, id: number): { readonly name: string } | null {
  const sql = 'SELECT name FROM ledger WHERE id = ? AND removed_at IS NULL';
  return (connection.prepare(sql).get(id) as { name: string } | undefined) ?? null;
}

/** The ledger that was imported from these bytes; null when there is none, or no more. */
export function ledgerOfFile(connection: Connection, sha256: string): { readonly name: string } | null {
  const sql = `SELECT name FROM ledger WHERE sha256 = ? AND origin <> 'report' AND removed_at IS NULL LIMIT 1`;
  return (connection.prepare(sql).get(sha256) as { name: string } | undefined) ?? null;
}

export function ledgerFacts(connection: Connection, id: number): LedgerFacts {
  const gaps = 'SELECT place, text, reason FROM ledger_gap WHERE ledger_id = ? ORDER BY position';
  return {
    facts: connection.prepare(FACT).all(id) as LedgerFact[],
    gaps: connection.prepare(gaps).all(id) as LedgerGap[],
  };
}

/** Takes a ledger out of the list. Its facts stay: what was checked against them must remain provable. */
export function removeLedger(connection: Connection, id: number, at: string): void {
  connection.prepare('UPDATE ledger SET removed_at = ? WHERE id = ?').run(at, id);
}

/** The mapping that a person gave this layout last, or null. */
export function rememberedMapping(
  connection: Connection,
  signature: string,
): readonly ColumnMapping[] | null {
  const stored = connection
    .prepare('SELECT mapping FROM ledger_layout WHERE signature = ?')
    .pluck()
    .get(signature);
  return stored === undefined ? null : (JSON.parse(String(stored)) as ColumnMapping[]);
}

export function rememberMapping(
  connection: Connection,
  signature: string,
  mapping: readonly ColumnMapping[],
  actor: string,
  at: string,
): void {
  connection
    .prepare(
      `INSERT INTO ledger_layout VALUES (?, ?, ?, ?)
       ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, actor = excluded.actor, used_at = excluded.used_at`,
    )
    .run(signature, JSON.stringify(mapping), actor, at);
}
