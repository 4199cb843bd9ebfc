import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docx, p, run, tbl, tc } from '../helpers/docx.ts';
import { CLI, runGouji } from './gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const gouji = (...args: string[]) => runGouji(folder, ...args);
const write = (name: string, data: string | Uint8Array): string => {
  writeFileSync(join(folder, name), data);
  return name;
};

const MERGED = tbl([
  [tc('项目', '<w:vMerge w:val="restart"/>'), tc('2025年', '<w:gridSpan w:val="2"/>')],
  [tc('', '<w:vMerge/>'), '笔数（万笔）', '金额（万元）'],
  ['线上', '1,200', '35,000'],
  ['线下', '800', '22,000'],
  ['合计', '2,000', '57,100'],
]);

const WORD = docx({
  body:
    p(run('演示支付公司2025年业务报告', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
    p('一、业务情况', '<w:outlineLvl w:val="0"/>') +
    p(`${run('本年交易')}<w:ins w:id="1" w:author="王某">${run('2,000')}</w:ins>${run('万笔。')}`) +
    MERGED,
});

describe('the command line with Word files', () => {
  it('checks them, with places in the working text and in the source', async () => {
    const file = write('draft.docx', WORD);
    const { code, out, err } = await gouji('check', file, '--format', 'json');
    expect(err).toBe('');
    expect(code).toBe(1);
    const result = JSON.parse(out);
    expect(result.report).toMatchObject({ format: 'word', tables: 1 });
    expect(result.import.proof).toMatchObject({ differenceCount: 0, tables: 1 });
    expect(result.import.marks).toMatchObject([{ kind: 'inserted' }]);
    const text = (await gouji('text', file)).out;
    for (const finding of result.findings) {
      expect(text.slice(finding.offset, finding.offset + finding.length).startsWith(finding.excerpt)).toBe(
        true,
      );
    }
    const codes = result.findings.map((finding: { code: string }) => finding.code);
    expect(codes).toContain('C503');
    const total = result.findings.find((finding: { code: string }) => finding.code === 'T109');
    expect(total).toMatchObject({ source: expect.stringMatching(/^表1第5行/) });
  });

  it('gives every cell of a merged header its path', async () => {
    const { out } = await gouji('figures', write('draft.docx', WORD), '--format', 'json');
    const amount = JSON.parse(out).figures.find((figure: { raw: string }) => figure.raw === '35,000');
    expect(amount).toMatchObject({ value: '350000000', unit: '元', period: '2025' });
    expect(amount.headers).toEqual(['2025年', '金额']);
  });

  it('exports them', async () => {
    const { code, err } = await gouji('export', write('draft.docx', WORD), '--draft', '--out', 'draft.pdf');
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});

describe('the command line with other files', () => {
  it('reads HTML and text alike', async () => {
    const page = write('a.html', '<h1>报告</h1><p>全年交易1,284万笔。</p>');
    const plain = write('a.txt', '报告\n全年交易1,284万笔。\n');
    for (const file of [page, plain]) {
      expect((await gouji('text', file)).out).toBe('# 报告\n\n全年交易1,284万笔。\n');
    }
  });

  it('lists the facts of ledgers', async () => {
    const file = write('ledger.csv', '项目,2025年金额（万元）\n线上,1200.5\n线下,待定\n');
    const { code, out } = await gouji('figures', file, '--format', 'json');
    expect(code).toBe(0);
    const { ledger } = JSON.parse(out);
    expect(ledger.facts).toMatchObject([{ period: '2025', value: '12005000', unit: '元' }]);
    expect(ledger.gaps).toMatchObject([{ text: '待定' }]);
    const table = await gouji('figures', file);
    expect(table.out.trimEnd().split('\n')).toHaveLength(2);
    expect(table.err).toContain('待定');
  });

  it('ends in peace when its reader has read enough', async () => {
    const long = write('long.md', `# 报告\n\n${'全年交易1,284万笔，服务平稳。\n\n'.repeat(20_000)}`);
    const shell = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" text "${long}" | head -1`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(shell.stdout).toBe('# 报告\n');
    expect(shell.stderr).toBe('');
  });

  it('compares two drafts', async () => {
    const old = write('old.md', '# 报告\n\n全年交易笔数1,284万笔。\n\n服务平稳。\n');
    const now = write('new.md', '# 报告\n\n全年交易笔数1,248万笔。\n\n服务平稳。\n');
    const { code, out } = await gouji('compare', old, now, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      text: [{ kind: 'changed', before: { line: 3 }, after: { line: 3 } }],
      figures: [{ kind: 'changed', before: { raw: '1,284万笔' }, after: { raw: '1,248万笔' } }],
    });
    expect((await gouji('compare', old, now)).out).toContain('1,284万笔 → 1,248万笔');
  });

  it('compares the reports of two quarters', async () => {
    const quarter = (name: string, when: string, n: number) =>
      write(name, `# 演示支付公司${when}业务报告\n\n${when}受理投诉${n}件。\n`);
    const files = [quarter('q4.md', '2025年第四季度', 35), quarter('q1.md', '2026年第一季度', 28)];
    const { out } = await gouji('compare', ...files, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      years: 0,
      periods: { before: '2025Q4', after: '2026Q1', months: 3 },
      figures: [
        { kind: 'changed', periodBefore: '2025Q4', period: '2026Q1', difference: '-7', growth: '-20' },
      ],
    });
    expect((await gouji('compare', ...files)).out).toContain('2025Q4 → 2026Q1');
  });

  it.each([
    ['check', write('a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]))],
    ['check', write('wrong.docx', '这是纯文本')],
    ['figures', write('broken.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]))],
    ['compare', 'old.md'],
    ['text', 'missing.docx'],
  ])('%s refuses %s with one sentence and exit status 2', async (command, file) => {
    const { code, out, err } = await gouji(command, file);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^gouji: [^\n]+\n$/);
  });
});
