import { describe, expect, it } from 'vitest';
import { prepareReport } from '../../../../src/main/checker/prepare';
import type { Reference } from '../../../../src/shared/model/reference';
import type { Tie, TieKind } from '../../../../src/shared/model/tie';
import { ledgerFact, ledgerOf, previousOf } from '../../../helpers/references';

const ties = (kind: TieKind, text: string, ...references: readonly Reference[]): readonly Tie[] =>
  prepareReport(text, { references }).ties.filter((tie) => tie.kind === kind);

const TITLE = '# 2025年支付业务报告\n\n';
const november = (value: string): Reference =>
  previousOf(
    ledgerFact('银联渠道', '日均交易笔数', '2025-11', value, '笔', { precision: 2, raw: '106.89万笔' }),
  );
const MONTH = `${TITLE}2025年12月，银联渠道日均交易笔数为91.53万笔（较11月下降14.37%）。\n`;

describe('a change against the previous report', () => {
  it('holds when the base yields it', () => {
    const [tie, ...others] = ties('prior', MONTH, november('1068900'));
    expect(others).toEqual([]);
    expect(tie).toMatchObject({ status: 'pass', form: 'rate', actual: '14.37%' });
    expect(tie?.outside).toMatchObject([
      { source: 'previous', role: 'base', place: '第12行', period: '2025-11' },
    ]);
    expect(tie?.terms.map(({ role }) => role)).toEqual(['stated', 'current']);
  });

  it('fails when a digit of either is wrong', () => {
    expect(ties('prior', MONTH.replace('14.37', '13.47'), november('1068900'))[0]).toMatchObject({
      status: 'fail',
      expected: '14.37%',
    });
    expect(ties('prior', MONTH.replace('91.53', '95.13'), november('1068900'))[0]?.status).toBe('fail');
  });

  it('fails when it went the other way', () => {
    expect(ties('prior', MONTH.replace('下降', '上升'), november('1068900'))[0]?.status).toBe('fail');
  });

  it('is open without references, and leaves the figure it belongs to alone', () => {
    const report = prepareReport(MONTH);
    const [tie] = report.ties.filter(({ kind }) => kind === 'prior');
    expect(tie).toMatchObject({ status: 'unclear', reason: '没有上期数据，无法核对' });
    expect(tie?.terms.map(({ raw }) => raw)).toEqual(['14.37%']);
  });

  it('is open where the previous report does not have it', () => {
    const other = previousOf(ledgerFact('网联渠道', '日均交易笔数', '2025-11', '50000', '笔'));
    expect(ties('prior', MONTH, other)[0]).toMatchObject({
      status: 'unclear',
      reason: expect.stringContaining('没有找到'),
    });
  });

  it('is open where the previous report has it twice', () => {
    const twice = previousOf(
      ledgerFact('银联渠道', '日均交易笔数', '2025-11', '1068900', '笔'),
      ledgerFact('银联渠道', '日均交易笔数', '2025-11', '1069800', '笔'),
    );
    expect(ties('prior', MONTH, twice)[0]).toMatchObject({ status: 'unclear' });
  });

  it('is open at constant prices and after restatements', () => {
    const gdp = previousOf(ledgerFact('', '地区生产总值', '2024', '100', '元'));
    const text = `${TITLE}按不变价格计算，2025年，地区生产总值120元，同比增长5.0%。\n`;
    expect(ties('prior', text, gdp).map(({ status }) => status)).toEqual(['unclear']);
    const restated = `${TITLE}2025年，营业收入120元，同比增长5.0%。上年数据经追溯调整。\n`;
    const revenue = previousOf(ledgerFact('', '营业收入', '2024', '100', '元'));
    expect(ties('prior', restated, revenue).map(({ status }) => status)).toEqual(['unclear']);
  });

  it('takes the base from a ledger where there is no previous report', () => {
    const ledger = ledgerOf(ledgerFact('银联渠道', '日均交易笔数', '2025-11', '1068900', '笔'));
    expect(ties('prior', MONTH, ledger)[0]).toMatchObject({ status: 'pass' });
  });
});

describe('an earlier figure told again', () => {
  const TEXT = `${TITLE}2024年，银联渠道交易笔数为1,284.5万笔。2025年，银联渠道交易笔数为1,384.5万笔。\n`;
  const earlier = (value: string): Reference =>
    previousOf(ledgerFact('银联渠道', '交易笔数', '2024', value, '笔', { precision: 3 }));

  it('is what the previous report told', () => {
    expect(ties('prior', TEXT, earlier('12845000')).map(({ form, status }) => [form, status])).toEqual([
      ['equal', 'pass'],
    ]);
    expect(ties('prior', TEXT, earlier('12485000')).map(({ status }) => status)).toEqual(['fail']);
  });

  it('may differ where the report says so', () => {
    const text = `${TEXT}\n上年数据已作追溯调整。\n`;
    expect(ties('prior', text, earlier('12485000')).map(({ status }) => status)).toEqual(['unclear']);
  });

  it('stands in a column of a table too', () => {
    const table = `${TITLE}| 渠道 | 2024年交易笔数（万笔） | 2025年交易笔数（万笔） |\n|---|---|---|\n| 银联渠道 | 1,284.5 | 1,384.5 |\n`;
    expect(ties('prior', table, earlier('12485000')).map(({ status, actual }) => [status, actual])).toEqual([
      ['fail', '1,284.5'],
    ]);
  });
});

describe('a fact against a ledger', () => {
  const TEXT = `${TITLE}2025年12月，银联渠道日均交易金额为3,190.25万元。\n`;
  const amount = (value: string, more = {}): Reference =>
    ledgerOf(ledgerFact('银联渠道', '日均交易金额', '2025-12', value, '元', more));
  const statuses = (text: string, ...references: readonly Reference[]) =>
    ties('ledger', text, ...references).map(({ status }) => status);

  it('holds once the ledger is rounded to the printed digits', () => {
    expect(statuses(TEXT, amount('31902513.20'))).toEqual(['pass']);
    expect(statuses(TEXT, amount('31902500'))).toEqual(['pass']);
    expect(statuses(TEXT, amount('31902450.00'))).toEqual(['pass']);
    expect(statuses(TEXT, amount('31902449.99'))).toEqual(['fail']);
  });

  it('fails otherwise', () => {
    expect(statuses(TEXT, amount('31902613.20'))).toEqual(['fail']);
    expect(statuses(TEXT.replace('3,190.25', '3,109.25'), amount('31902513.20'))).toEqual(['fail']);
  });

  it('gives nothing for rows that it does not have', () => {
    expect(statuses(TEXT, ledgerOf(ledgerFact('网联渠道', '日均交易金额', '2025-12', '352', '元')))).toEqual(
      [],
    );
    expect(statuses(TEXT, ledgerOf(ledgerFact('银联渠道', '日均交易金额', '2025-11', '352', '元')))).toEqual(
      [],
    );
    expect(statuses(TEXT)).toEqual([]);
  });

  it('understands the concept and the scope the other way round, and months without a year', () => {
    const swapped = ledgerFact('日均交易金额', '银联', '12月', '31902500', '元');
    expect(statuses(TEXT, ledgerOf(swapped))).toEqual(['pass']);
  });

  it('is open where the ledger has several figures for it', () => {
    const [one, two] = [amount('31902613.20'), amount('31902713.20')];
    expect(statuses(TEXT, ledgerOf(...one.facts, ...two.facts))).toEqual(['unclear']);
    expect(statuses(TEXT, ledgerOf(...one.facts, ...amount('31902500').facts))).toEqual(['pass']);
  });

  it('is open where the ledger names no unit', () => {
    const bare = ledgerFact('银联渠道', '交易笔数', '2025', '1284.5', '');
    const text = `${TITLE}2025年，银联渠道交易笔数为1,284.5万笔。\n`;
    expect(statuses(text, ledgerOf(bare))).toEqual(['unclear']);
  });

  it('is confirmed, never denied, by a row that is only probably meant', () => {
    const row = (value: string) =>
      ledgerOf(ledgerFact('银联条码支付', '日均交易金额', '2025-12', value, '元'));
    expect(statuses(TEXT, row('31902500'))).toEqual(['pass']);
    expect(statuses(TEXT, row('31092500'))).toEqual(['unclear']);
    expect(statuses(TEXT, row('77000000'))).toEqual([]);
  });

  it('takes a row without a period for the report’s own', () => {
    const text = `${TITLE}截至2025年末，特约商户1,284家。\n`;
    const row = (value: string) => ledgerOf(ledgerFact('', '特约商户', '', value, '家'));
    expect(statuses(text, row('1284'))).toEqual(['pass']);
    expect(statuses(text, row('1248'))).toEqual(['fail']);
  });
});

describe('many facts against many reference facts', () => {
  it('takes time in proportion', () => {
    const count = 5_000;
    const lines = Array.from({ length: count }, (_, at) => `2025年，第${at}支行交易笔数为${1000 + at}笔。`);
    const facts = Array.from({ length: count }, (_, at) =>
      ledgerFact(`第${at}支行`, '交易笔数', '2025', String(1000 + at), '笔'),
    );
    const start = performance.now();
    const found = ties('ledger', `${TITLE}${lines.join('\n\n')}\n`, ledgerOf(...facts));
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(found.length).toBeGreaterThan(count * 0.9);
    expect(found.every(({ status }) => status === 'pass')).toBe(true);
  });
});
