import { describe, expect, it } from 'vitest';
import { type AuditRecord, chainHash, firstBroken, GENESIS } from '../../../src/main/review/audit';

function chain(length: number) {
  let previous = GENESIS;
  return Array.from({ length }, (_, index) => {
    const record: AuditRecord = {
      sequence: index + 1,
      reportId: 1,
      at: '2026-01-01T00:00:00.000Z',
      actor: '审核人',
      action: 'finding.waived',
      summary: `第 ${index + 1} 条`,
      detail: { n: index },
    };
    const hash = chainHash(previous, record);
    const entry = { record, previous, hash };
    previous = hash;
    return entry;
  });
}

describe('the audit chain', () => {
  it('holds when nobody touched it', () => expect(firstBroken(chain(20))).toBeNull());

  it.each([
    [
      'a changed summary',
      5,
      (entries: ReturnType<typeof chain>) =>
        entries.splice(4, 1, { ...at(entries, 4), record: { ...at(entries, 4).record, summary: '改过' } }),
    ],
    ['a deleted entry', 4, (entries: ReturnType<typeof chain>) => entries.splice(2, 1)],
    [
      'two entries swapped',
      4,
      (entries: ReturnType<typeof chain>) => entries.splice(2, 2, at(entries, 3), at(entries, 2)),
    ],
    ['a first entry cut off', 2, (entries: ReturnType<typeof chain>) => entries.splice(0, 1)],
  ])('breaks at %s', (_, sequence, tamper) => {
    const entries = chain(8);
    tamper(entries);
    expect(firstBroken(entries)).toBe(sequence);
  });

  const at = (entries: ReturnType<typeof chain>, index: number) => {
    const entry = entries[index];
    if (!entry) throw new Error('no such entry');
    return entry;
  };
});
