import { describe, expect, it } from 'vitest';
import { boundTo, closedBy, waiverState } from '../../../src/main/review/waivers';
import type { Finding } from '../../../src/shared/model/finding';
import type { Disposition } from '../../../src/shared/model/review';

const TEXT = '前言总额10万元，附表合计12万元。';
const finding: Finding = {
  code: 'N204',
  rule: 'fact-conflict',
  severity: 'error',
  message: '两处不一致',
  range: { start: 4, end: 8 },
  excerpt: '10万元',
  related: [{ range: { start: 13, end: 17 }, note: '附表' }],
  fixes: [],
  fingerprint: 'f'.repeat(20),
  merged: [],
};
const waiver: Disposition = {
  fingerprint: finding.fingerprint,
  kind: 'waived',
  reason: '口径不同',
  by: '甲',
  byId: 'a',
  at: '2026-01-01T00:00:00Z',
  bound: boundTo(TEXT, finding),
  expiresOn: null,
  confirmed: { by: '乙', byId: 'b', at: '2026-01-02T00:00:00Z' },
};
const facts = { text: TEXT, today: '2026-01-31' };
const inText = (text: string) => ({ ...facts, text });

describe('a waiver', () => {
  it('holds while both sides read as they did', () => {
    expect(waiverState(waiver, finding, facts)).toBe('effective');
    expect(waiverState(waiver, finding, inText(TEXT.replace('10', '11')))).toBe('changed');
    expect(waiverState(waiver, finding, inText(TEXT.replace('12', '13')))).toBe('changed');
    expect(waiverState(waiver, finding, inText(TEXT.replace('前言', '序言')))).toBe('effective');
    expect(waiverState(waiver, { ...finding, related: [] }, facts)).toBe('changed');
  });

  it('of an error needs the second person; of a doubt it does not', () => {
    const alone = { ...waiver, confirmed: null };
    expect(waiverState(alone, finding, facts)).toBe('unconfirmed');
    expect(waiverState(alone, { ...finding, severity: 'doubt' }, facts)).toBe('effective');
  });

  it('ends after its last day', () => {
    expect(waiverState({ ...waiver, expiresOn: '2026-01-31' }, finding, facts)).toBe('effective');
    expect(waiverState({ ...waiver, expiresOn: '2026-01-30' }, finding, facts)).toBe('expired');
  });

  it('is unused without its finding, and closes only its own', () => {
    expect(waiverState(waiver, undefined, facts)).toBe('unused');
    const other = { ...finding, fingerprint: '0'.repeat(20) };
    expect([...closedBy([waiver], [finding, other], facts)]).toEqual([finding.fingerprint]);
    expect([...closedBy([{ ...waiver, kind: 'fixed' }], [finding], facts)]).toEqual([]);
  });

  it('from before sides were kept follows its finding', () => {
    expect(waiverState({ ...waiver, bound: null }, finding, inText(TEXT.replace('12', '13')))).toBe(
      'effective',
    );
  });
});
