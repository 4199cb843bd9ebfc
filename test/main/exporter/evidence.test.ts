import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkText } from '../../../src/main/checker/run';
import { evidenceOf } from '../../../src/main/exporter/evidence';
import { evidenceSchema } from '../../../src/shared/evidence/schema';
import type { Analysis } from '../../../src/shared/model';
import type { SignOffRecord } from '../../../src/shared/model/sign-off';
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

const signOff = {
  id: 1,
  stage: 'compliance' as const,
  by: { id: 'p1', name: '张三', roles: ['compliance' as const] },
  role: 'compliance' as const,
  at: '2026-01-09T00:00:00Z',
  revisionId: 1,
  revision: 1,
  seenSha256: 'c'.repeat(64),
  sections: [],
  live: [],
  signature: 'AA==',
};
const record: SignOffRecord = {
  state: 'compliance-signed',
  demands: { stages: [], release: ['releaser'], confirm: ['legal'], apart: false },
  signOffs: [signOff],
  moves: [],
  waivers: [],
  signers: [],
};

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

describe('the schema of the evidence', () => {
  const file = resolve(import.meta.dirname, '../../../resources/evidence.schema.json');

  it('is the file of the repository', async () => {
    const schema = z.toJSONSchema(evidenceSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('holds for the evidence of the sample, and not for a changed one', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
    const sample = readFileSync(
      resolve(import.meta.dirname, '../../../resources/samples/sample-report.md'),
      'utf8',
    );
    const full = { ...context, sha256: 'a'.repeat(64), auditHead: 'b'.repeat(64), signOff: record };
    const evidence = JSON.parse(JSON.stringify(evidenceOf(checkText(sample, {}), full)));
    expect(validate(evidence), JSON.stringify(validate.errors)).toBe(true);
    expect(evidence.ties.length).toBeGreaterThan(5);
    expect(evidence.facts.length).toBeGreaterThan(5);
    for (const key of Object.keys(evidence)) {
      const { [key]: _, ...rest } = evidence;
      expect(validate(rest), `without ${key}`).toBe(false);
    }
    expect(validate({ ...evidence, coverage: { ...evidence.coverage, tied: -1 } })).toBe(false);
  });
});
