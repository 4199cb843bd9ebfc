import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/main/checker/edits';
import { prepareReport } from '../../../../src/main/checker/prepare';

const wrongIn = (text: string): number =>
  prepareReport(text).ties.filter(({ status }) => status === 'fail').length;

const table = (total: string): string =>
  `# 2025年业务报告\n\n表1 业务量\n\n| 渠道 | 笔数（万笔） | 占比（%） |\n| --- | --- | --- |\n| 线上 | 640 | 51.28 |\n| 线下 | 408 | 32.69 |\n| 自助 | 200 | 16.03 |\n| 合计 | ${total} | 100.00 |\n`;

describe('the figure that several wrong ties point to', () => {
  it('is found with the value that mends them', () => {
    const text = `${table('1,284')}\n2025年，全年笔数合计为1,248万笔，其中线上640万笔、线下408万笔。\n`;
    const { culprits, quantities } = prepareReport(text);
    expect(culprits).toHaveLength(1);
    const [culprit] = culprits;
    expect(quantities[culprit?.quantity ?? -1]?.raw).toBe('1,284');
    expect(culprit).toMatchObject({ text: '1,248', value: '12480000' });
    expect(culprit?.message).toContain('1,284 改为 1,248 可使');
    expect(culprit?.mends.length).toBeGreaterThan(1);
  });

  it('is not named where one tie alone fails', () => {
    const text = '# 报告\n\n| 项 | 数 |\n| --- | --- |\n| 甲 | 1,000 |\n| 乙 | 2,000 |\n| 合计 | 3,100 |\n';
    expect(wrongIn(text)).toBe(1);
    expect(prepareReport(text).culprits).toEqual([]);
  });

  it('is not named where all is well', () => expect(prepareReport(table('1,248')).culprits).toEqual([]));

  const FOLDER = join(import.meta.dirname, '../../../fixtures/tables');
  it.each(['listed-statements.md', 'budget-report.md', 'regional-statistics.md', 'payments.md'])(
    'mends what it says it mends when it is put right: %s',
    (name) => {
      const clean = readFileSync(join(FOLDER, name), 'utf8');
      const { ties } = prepareReport(clean);
      const totals = ties.flatMap(({ kind, status, terms }) =>
        kind === 'sum' && status === 'pass' && terms[0] ? [terms[0]] : [],
      );
      let named = 0;
      for (const { range, raw } of totals.filter((_, at) => at % 4 === 0)) {
        const at = raw.search(/[1-8]/);
        if (at < 0) continue;
        const wrong = `${raw.slice(0, at)}${Number(raw.charAt(at)) + 1}${raw.slice(at + 1)}`;
        const text = clean.slice(0, range.start) + wrong + clean.slice(range.end);
        const planted = prepareReport(text);
        for (const { range: place, text: mended, mends } of planted.culprits) {
          named++;
          const after = applyEdits(text, [{ range: place, text: mended }]);
          expect(wrongIn(text) - wrongIn(after)).toBeGreaterThanOrEqual(mends.length);
        }
      }
      expect(named).toBeGreaterThan(0);
    },
  );
});
