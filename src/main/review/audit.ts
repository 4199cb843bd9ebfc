import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import type { AuditProblem } from '../../shared/model/audit';

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

/** A row of the log as it is stored. */
export interface ChainedRecord {
  readonly record: AuditRecord;
  readonly previous: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the previous hash and the record as canonical JSON, hex. */
export function chainHash(previous: string, record: AuditRecord): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalJson(record)}`)
    .digest('hex');
}

/** The first entry that breaks the chain and what is wrong with it, or null for an unbroken one. */
export function chainFault(entries: Iterable<ChainedRecord>): AuditProblem | null {
  let previous = GENESIS;
  let expected = 1;
  for (const { record, previous: stated, hash } of entries) {
    const { sequence } = record;
    if (sequence !== expected) return placeFault(sequence, expected);
    if (stated !== previous) {
      const message = `日志第 ${sequence} 条接不上前一条：前一条被改写、删除或替换过`;
      return { code: 'previous', sequence, message };
    }
    if (chainHash(previous, record) !== hash) {
      return { code: 'hash', sequence, message: `日志第 ${sequence} 条的内容与它的哈希不符：这一条被改过` };
    }
    previous = hash;
    expected++;
  }
  return null;
}

function placeFault(sequence: number, expected: number): AuditProblem {
  if (sequence < expected) {
    return { code: 'order', sequence, message: `日志第 ${sequence} 条不在它的位置上，或者重复出现` };
  }
  const missing = sequence - 1 === expected ? `第 ${expected} 条` : `第 ${expected} 至 ${sequence - 1} 条`;
  return { code: 'gap', sequence, message: `日志第 ${sequence} 条之前缺少${missing}` };
}

/** The sequence of the first entry whose hash does not follow, or null for an unbroken chain. */
export const firstBroken = (entries: Iterable<ChainedRecord>): number | null =>
  chainFault(entries)?.sequence ?? null;
