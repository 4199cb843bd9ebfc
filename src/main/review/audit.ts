import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';

/** What an audit entry says, before it is chained. */
export interface AuditRecord {
  readonly sequence: number;
  readonly reportId: number | null;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly summary: string;
  readonly detail: unknown;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the previous hash and the record as canonical JSON, hex. */
export function chainHash(previous: string, record: AuditRecord): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalJson(record)}`)
    .digest('hex');
}

/** The sequence of the first entry whose hash does not follow, or null for an unbroken chain. */
export function firstBroken(
  entries: readonly { readonly record: AuditRecord; readonly previous: string; readonly hash: string }[],
): number | null {
  let previous = GENESIS;
  let sequence = 1;
  for (const entry of entries) {
    const follows = entry.previous === previous && entry.record.sequence === sequence;
    if (!follows || chainHash(previous, entry.record) !== entry.hash) return entry.record.sequence;
    previous = entry.hash;
    sequence++;
  }
  return null;
}
