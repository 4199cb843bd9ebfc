import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { xlsx } from '../helpers/xlsx.ts';
import { type Ran, runGouji } from './gouji.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-references-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const gouji = (...args: string[]): Promise<Ran> => runGouji(folder, ...args);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

const report = (rate: string, amount: string): string =>
  `# 2025年支付业务报告\n\n2025年12月，银联渠道日均交易笔数为91.53万笔（较11月下降${rate}）。2025年，银联渠道交易金额为${amount}亿元。\n`;
const PREVIOUS = put('上期.md', '# 2024年支付业务报告\n\n2025年11月，银联渠道日均交易笔数为106.89万笔。\n');
const LEDGER = put('台账.csv', '渠道,期间,交易金额（元）\n银联渠道,2025年,1248123456.78\n');
const CLEAN = put('报告.md', report('14.37%', '12.48'));
const WRONG = put('错.md', report('13.47%', '12.84'));
const BOTH = ['--previous', PREVIOUS, '--ledger', LEDGER];

describe('gouji check against a previous report and ledgers', () => {
  it('confirms what agrees and says what it used', async () => {
    const { code, out } = await gouji('check', CLEAN, ...BOTH);
    expect(code).toBe(0);
    expect(out).toContain('对照：上期报告《2024年支付业务报告》有数据 1 个，用到 1 个');
    expect(out).toContain('对照：台账《台账.csv》有数据 1 个，用到 1 个');
    expect((await gouji('check', CLEAN)).out).not.toContain('对照：');
  });

  it('tells what differs, with the place in the other file', async () => {
    const { code, out } = await gouji('check', WRONG, ...BOTH);
    expect(code).toBe(1);
    expect(out).toMatch(/N207 .*13\.47%.*第3行.*14\.37%/);
    expect(out).toMatch(/N208 .*12\.84亿元.*C2.*1248123456\.78/);
  });

  it('prints the terms from outside in the JSON', async () => {
    const { out } = await gouji('check', WRONG, ...BOTH, '--format', 'json');
    const result = JSON.parse(out);
    expect(result.references).toEqual([
      { kind: 'previous', name: '2024年支付业务报告', facts: 1, used: 1 },
      { kind: 'ledger', name: '台账.csv', facts: 1, used: 1 },
    ]);
    expect(result.culprits).toEqual(expect.any(Array));
    const prior = result.ties.find((tie: { kind: string }) => tie.kind === 'prior');
    expect(prior).toMatchObject({ form: 'rate', status: 'fail', expected: '14.37%', actual: '13.47%' });
    expect(prior.terms).toMatchObject([
      { role: 'stated', raw: '13.47%' },
      { role: 'current', raw: '91.53万笔' },
    ]);
    expect(prior.outside).toMatchObject([
      { source: 'previous', role: 'base', raw: '106.89万笔', place: '第3行' },
    ]);
    const ledger = result.ties.find((tie: { kind: string }) => tie.kind === 'ledger');
    expect(ledger).toMatchObject({ form: 'equal', status: 'fail', expected: '12.48亿元' });
  });

  it('leaves changes open without a previous report, with the reason', async () => {
    const { code, out } = await gouji('check', WRONG, '--format', 'json');
    expect(code).toBe(0);
    const prior = JSON.parse(out).ties.find((tie: { kind: string }) => tie.kind === 'prior');
    expect(prior).toMatchObject({ status: 'unclear', reason: '没有上期数据，无法核对' });
  });

  it('takes several ledgers, workbooks too', async () => {
    const cell = (at: string, text: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', '渠道')}${cell('B1', '月份')}${cell('C1', '日均交易笔数（笔）')}</row><row r="2">${cell('A2', '银联渠道')}${cell('B2', '2025年12月')}<c r="C2"><v>915312</v></c></row>`;
    const book = put('月.xlsx', xlsx(rows));
    const { out } = await gouji('check', CLEAN, '--ledger', LEDGER, '--ledger', book, '--format', 'json');
    const ties = JSON.parse(out).ties.filter((tie: { kind: string }) => tie.kind === 'ledger');
    expect(ties.map((tie: { status: string }) => tie.status)).toEqual(['pass', 'pass']);
  });
});

describe('gouji figures against references', () => {
  it('puts the other figures beside the report’s', async () => {
    const { out } = await gouji('figures', WRONG, ...BOTH, '--format', 'json');
    const { figures } = JSON.parse(out);
    const find = (raw: string) => figures.find((figure: { raw: string }) => figure.raw === raw);
    expect(find('91.53万笔').previous).toMatchObject({
      value: '1068900',
      difference: '-153600',
      rate: '-14.37',
    });
    expect(find('91.53万笔').comparison).toMatchObject({ basis: '较11月', form: 'rate', direction: 'down' });
    expect(find('12.84亿元').ledger).toMatchObject({ source: '台账.csv', value: '1248123456.78' });
    expect(find('12.84亿元').ties).toEqual([{ kind: 'ledger', status: 'fail' }]);
    expect(find('12.84亿元').state).toBe('conflicting');
  });
});

describe('gouji export against references', () => {
  it('refuses while one of them contradicts', async () => {
    const refused = await gouji('export', WRONG, '--out', 'a.pdf', ...BOTH);
    expect(refused.code).toBe(1);
    expect(refused.err).not.toBe('');
  });
});

describe('references that cannot be read', () => {
  it.each([
    [['--previous', '没有.md'], '没有.md'],
    [['--ledger', '没有.csv'], '没有.csv'],
    [['--previous', LEDGER], '--ledger'],
    [['--ledger', PREVIOUS], '.xlsx 或 .csv'],
    [['--ledger', put('空.csv', '')], '空.csv'],
  ])('%o: exit 2 with a sentence', async (args, words) => {
    for (const command of ['check', 'figures']) {
      const { code, out, err } = await gouji(command, CLEAN, ...args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(words);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('prints SARIF, refuses other formats', async () => {
    const sarif = await gouji('check', CLEAN, '--format', 'sarif');
    expect(JSON.parse(sarif.out).version).toBe('2.1.0');
    expect((await gouji('check', CLEAN, '--format', 'xml')).code).toBe(2);
  });
});
