import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/main/document/parse';
import { gradeMeasures, leftOver } from '../../../../src/main/figures/identity/grade';
import {
  bodyOf,
  type Described,
  headingBody,
  measureOf,
} from '../../../../src/main/figures/identity/measure';
import { ownNames } from '../../../../src/main/figures/identity/own-names';

const of = (concept: string, scope = '', unit = '笔'): Described => ({ concept, scope, unit });
const grade = (a: Described, b: Described) => gradeMeasures(measureOf(a), measureOf(b));

describe('one measure in two wordings', () => {
  it.each<[Described, Described]>([
    [of('交易笔数', '银联渠道'), of('笔数', '银联')],
    [of('Ⅱ类账户', '', '户'), of('二类账户', '', '户')],
    [of('交易笔数', '银联渠道'), of('银联渠道', '交易笔数')],
    [of('日均交易笔数', '银联渠道'), of('日均笔数', '我司银联渠道')],
    [of('线上消费交易笔数'), of('交易笔数', '线上消费')],
    [of('交易金额', '跨境收单业务', '元'), of('交易额', '跨境收单', '元')],
    [of('特约商户数', '', '户'), of('特约商户', '报告期末', '户')],
    [of('营业收入', '本公司', '元'), of('公司营业收入', '', '元')],
    [of('2025年营业收入', '', '元'), of('营业收入', '', '元')],
    [of('同比增速', '营业收入', '%'), of('较上年同期增长', '营业收入', '%')],
    [of('交易金额（万元）', '银联', '元'), of('交易金额', '银联', '元')],
  ])('%o is %o', (a, b) => {
    expect(grade(a, b)).toBe('same');
    expect(grade(b, a)).toBe('same');
  });
});

describe('two measures', () => {
  it.each<[Described, Described]>([
    [of('日均交易笔数'), of('交易笔数')],
    [of('Ⅱ类账户', '', '户'), of('Ⅲ类账户', '', '户')],
    [of('交易笔数', '', '笔'), of('交易笔数', '', '元')],
    [of('交易笔数', '银联'), of('交易笔数', '网联')],
    [of('收入', '城镇居民', '元'), of('收入', '居民', '元')],
    [of('利润', '', '元'), of('净利润', '', '元')],
    [of('特约商户', '', '户'), of('新增特约商户', '', '户')],
    [of('存款余额', '本外币', '元'), of('存款余额', '人民币', '元')],
    [of('总资产', '期末', '元'), of('总资产', '期初', '元')],
    [of('收入', '年初预算数', '元'), of('收入', '决算数', '元')],
    [of('交易笔数', '第1分公司'), of('交易笔数', '第11分公司')],
    [of('营业收入', '集团', '元'), of('营业收入', '', '元')],
    [of('交易笔数同比增速', '', '%'), of('交易笔数环比增速', '', '%')],
  ])('%o is not %o', (a, b) => {
    expect(grade(a, b)).toBe('different');
    expect(grade(b, a)).toBe('different');
  });

  it('are probably one where only one side says more', () => {
    expect(grade(of('交易笔数', '条码支付'), of('交易笔数'))).toBe('likely');
    expect(grade(of('累计交易笔数', '条码支付'), of('交易笔数', '条码支付'))).toBe('likely');
  });
});

describe('what is left of words', () => {
  it('keeps what names a figure', () => {
    expect(bodyOf('归属于上市公司股东的净利润')).toContain('净利润');
    expect(bodyOf('境内')).toBe('境内');
    expect(bodyOf('特约商户数量')).toBe('特约商户');
    expect(headingBody('（三）商户拓展与管理情况')).toBe('商户');
    expect(headingBody('一、总体情况')).toBe('');
  });

  it('covers only stretches of two characters, and numbers only whole', () => {
    expect(leftOver('线上消费', '线下消费')).toBe('线上');
    expect(leftOver('银联渠道', '通过银联渠道转接')).toBe('');
    expect(leftOver('第11分公司', '第1分公司1分公司')).not.toBe('');
    expect(leftOver('', '任何')).toBe('');
  });

  it('leaves out what the author is called', () => {
    const names = ownNames(
      parseDocument(
        '# 华信支付有限公司2025年报告\n\n华信支付有限公司（以下简称“华信支付”）全市、全市、全省。\n',
      ),
    );
    expect(names).toEqual(expect.arrayContaining(['华信支付有限公司', '华信支付', '全市']));
    expect(names).not.toContain('全省');
    expect(bodyOf('华信支付营业收入', names)).toBe('营业收入');
  });
});

describe('a stock', () => {
  it.each([of('备付金余额', '', '元'), of('特约商户', '', '户'), of('资产总额', '', '元')])(
    '%o is told by the last day alone',
    (one) => expect(measureOf(one).stock).toBe(true),
  );
  it.each([of('日均备付金余额', '', '元'), of('月均在用终端', '', '台'), of('平均资产总额', '', '元')])(
    '%o is not: a mean is of its whole time',
    (one) => expect(measureOf(one).stock).toBe(false),
  );
});
