import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../src/main/exporter/evidence';
import type { Analysis } from '../../../src/shared/model';
import { analysisOf } from './helpers';

const context = { version: '1.2.3', sha256: 'ab', createdAt: '2026-01-10T08:00:00.000Z', draft: true };

const checked: Analysis = analysisOf('# 报告\n\n余额3元。', {
  quantities: [
    {
      range: { start: 8, end: 10 },
      raw: '3元',
      value: '3',
      unit: '元',
      precision: 0,
      approximator: null,
      place: { block: 1 },
      exempt: null,
    },
  ],
  states: ['single'],
  findings: [
    {
      code: 'T109',
      rule: 'total-equals-sum',
      severity: 'error',
      message: '合计不符',
      range: { start: 8, end: 10 },
      excerpt: '3元',
      related: [],
      fixes: [],
      fingerprint: 'f1',
      merged: [],
    },
  ],
});

describe('evidenceOf', () => {
  it('carries findings with what was decided about them', () => {
    const waived = {
      fingerprint: 'f1',
      kind: 'waived' as const,
      reason: '口径不同',
      by: '张三',
      at: '2026-01-09T00:00:00Z',
      byId: null,
      bound: null,
      expiresOn: null,
      confirmed: null,
    };
    expect(evidenceOf(checked, context).findings[0]).toMatchObject({
      code: 'T109',
      offset: 8,
      length: 2,
      disposition: 'open',
    });
    const evidence = evidenceOf(checked, { ...context, dispositions: [waived], auditHead: 'cd' });
    expect(evidence.findings[0]?.disposition).toBe('waived');
    expect(evidence.dispositions).toEqual([waived]);
    expect(evidence.auditHead).toBe('cd');
  });

  it('accounts for every number', () => {
    expect(evidenceOf(checked, context).figures).toEqual([
      { offset: 8, length: 2, raw: '3元', value: '3', unit: '元', state: 'single' },
    ]);
  });

  it('is plain JSON, the same for the same analysis', () => {
    const evidence = evidenceOf(checked, context);
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
    expect(evidenceOf(checked, context)).toEqual(evidence);
    expect(evidence).toMatchObject({
      format: 1,
      tool: { name: 'gouji', version: '1.2.3' },
      draft: true,
      policy: { name: '', sha256: '', document: null },
    });
  });
});
