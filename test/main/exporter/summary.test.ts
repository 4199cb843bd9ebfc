import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../src/main/exporter/evidence';
import { summaryOf } from '../../../src/main/exporter/summary';
import { DEFAULT_POLICY } from '../../../src/main/policy/shipped';
import type { SignOff, SignOffRecord } from '../../../src/shared/model/sign-off';
import { pdfaBreaches } from '../../helpers/pdfa/pdfa';
import { analysisOf, exportText, hasPdfTools, pageTexts } from './helpers';

const signOff = (name: string) => ({
  id: 1,
  stage: 'legal' as const,
  by: { id: name, name, roles: ['legal' as const] },
  role: 'legal' as const,
  at: '2026-01-09T00:00:00Z',
  revisionId: 1,
  revision: 1,
  seenSha256: 'c'.repeat(64),
  sections: [''],
  live: [''],
  signature: 'AA==',
});

const record = (...signOffs: readonly SignOff[]): SignOffRecord => ({
  state: 'legal-signed',
  demands: { stages: [], release: ['releaser'], confirm: ['legal'], apart: false },
  signOffs,
  moves: [],
  waivers: [],
  signers: [],
});

const context = {
  version: '1.2.3',
  sha256: 'a'.repeat(64),
  createdAt: '2026-01-10T08:00:00.000Z',
  draft: false,
};

describe('summaryOf', () => {
  it('says what was counted, decided and signed', () => {
    const coverage = { tied: 5, conflicting: 0, waived: 1, single: 3, unclear: 0, exempt: 0 };
    const analysis = analysisOf('# 报告\n\n正文。', { coverage });
    const text = summaryOf(
      evidenceOf(analysis, {
        ...context,
        signOff: record(signOff('李四'), { ...signOff('王五'), live: [] }),
        auditHead: 'b'.repeat(64),
      }),
    );
    expect(text).toContain('| 数量 | 共9处：已勾稽5、已豁免1、仅出现一次3 |');
    expect(text).toContain('| 会签 | 法务：李四，2026-01-09 |');
    expect(text).toContain(`末条 SHA-256 ${Array.from({ length: 4 }, () => 'b'.repeat(16)).join(' ')}`);
    expect(text).toContain('| 问题 | 无 |');
  });

  it('reads no markup in names', () => {
    const analysis = analysisOf('# a|b<br>*c*\n\n正文。', {
      policy: { name: 'x|`y`', sha256: 'd'.repeat(64) },
    });
    const rows = summaryOf(evidenceOf(analysis, context))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.split('|')).toHaveLength(4);
  });
});

describe.skipIf(!hasPdfTools)('the page that says how a report was checked', () => {
  const policy = { ...DEFAULT_POLICY, summaryPage: true };

  it('is the last, and only there when the policy asks for it', async () => {
    const [plain, asked] = [
      await exportText('# 报告\n\n正文。'),
      await exportText('# 报告\n\n正文。', { policy }),
    ];
    expect(pageTexts(plain)).toHaveLength(1);
    const pages = pageTexts(asked);
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('审校情况说明');
    expect(pdfaBreaches(asked)).toEqual([]);
  });

  it('is one page, however long the names and many the signatures', async () => {
    const signOffs = Array.from({ length: 40 }, (_, at) => signOff(`${'长'.repeat(200)}${at}`));
    const long = await exportText(`# ${'很长的题目'.repeat(60)}\n\n正文。`, {
      policy,
      signOff: record(...signOffs),
      auditHead: 'b'.repeat(64),
    });
    const pages = pageTexts(long);
    expect(pages.at(-1)).toContain('审校情况说明');
    expect(pages.at(-1)).toContain('生成时间');
  });
});
