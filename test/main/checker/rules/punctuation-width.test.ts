import { punctuationWidth } from '../../../../src/main/checker/rules/punctuation-width';
import { testRule } from '../../../helpers/rule-tester';

testRule(punctuationWidth, {
  reject: [
    {
      name: 'half-width forms of marks that only East Asian text has',
      text: '负责材料印制､会场布置。\n',
      findings: [{ message: 'half', fixed: '负责材料印制、会场布置。\n' }],
    },
    {
      name: 'half-width comma behind a full-width bracket',
      text: '名单已更新（见附件）,覆盖全部商户。\n',
      findings: [
        { message: 'half', excerpt: ',', severity: 'error', fixed: '名单已更新（见附件），覆盖全部商户。\n' },
      ],
    },
    {
      name: 'a pair is one finding',
      text: '交易金额177.5亿元(人民币)，增长平稳。\n',
      findings: [
        { message: 'halfPair', excerpt: '(人民币)', fixed: '交易金额177.5亿元（人民币），增长平稳。\n' },
      ],
    },
    {
      name: 'each mark is a finding',
      text: '本行加强管理,完善制度;同时:提升服务!\n',
      findings: [{ message: 'half' }, { message: 'half' }, { message: 'half' }, { message: 'half' }],
    },
    {
      name: 'a mixed pair changes one side',
      text: '交易金额5亿元（人民币)，增长平稳。\n',
      findings: [{ message: 'halfPair', fixed: '交易金额5亿元（人民币），增长平稳。\n' }],
    },
    {
      name: 'Han number in brackets of a heading',
      text: '## (一)总体情况\n\n本行完成改造。\n',
      findings: [{ message: 'halfPair', excerpt: '(一)', fixed: '## （一）总体情况\n\n本行完成改造。\n' }],
    },
    {
      name: 'Latin between Chinese and comma',
      text: '已支持App,覆盖全部机型。接入PayNet,正在测试。\n',
      findings: [{ message: 'half' }, { message: 'half' }],
    },
    {
      name: 'bracketed Latin behind Chinese',
      text: '本行与国家支付公司(NAPAS)签约。\n',
      findings: [{ message: 'halfPair' }],
    },
    {
      name: 'table header and cells',
      text: '| 项目 | 金额(万元) |\n|:---|---:|\n| 甲,乙 | 1,234.5 |\n',
      findings: [
        { message: 'halfPair', excerpt: '(万元)' },
        { message: 'half', line: 3 },
      ],
    },
    {
      name: 'full-width digits',
      text: '新增商户１２３户，覆盖Ａ类机构。\n',
      findings: [
        { message: 'full', excerpt: '１２３', fixed: '新增商户123户，覆盖Ａ类机构。\n' },
        { message: 'full', excerpt: 'Ａ' },
      ],
    },
    {
      name: 'full-width comma inside a number',
      text: '累计交易1，234.56万元，增长３．５%。\n',
      findings: [
        { message: 'full', excerpt: '1，234' },
        { message: 'full', excerpt: '３．５' },
      ],
    },
    {
      name: 'full stop as a point',
      text: '本行完成了改造.系统运行平稳.\n',
      findings: [
        { message: 'half', fixed: '本行完成了改造。系统运行平稳.\n' },
        { message: 'half', fixed: '本行完成了改造.系统运行平稳。\n' },
      ],
    },
    {
      name: 'the odd (2) among （1）',
      text: '（1）加强管理。\n\n(2)完善制度。\n\n（3）提升服务。\n',
      findings: [{ message: 'halfPair', line: 3, excerpt: '(2)' }],
    },
    {
      name: 'full-width comma in an English sentence',
      text: 'The merchant accepts payments，refunds and transfers in one place.\n',
      findings: [{ message: 'full', excerpt: '，' }],
    },
    {
      name: 'colon of a label',
      text: '单位:万元\n\n附件1:商户名单\n',
      findings: [{ message: 'half' }, { message: 'half' }],
    },
  ],
  accept: [
    {
      name: 'the number of an item before a year',
      text: '1．2025年上半年余额平稳。\n\n2．3月起逐月上升。\n',
    },
    { name: 'numbers', text: '累计交易160,813.68万笔，金额1,783.76亿元。\n' },
    { name: 'times and ratios', text: '服务时间为9:30至17:00，配比3:1。\n' },
    {
      name: 'Latin phrases',
      text: '支持BoC Pay、Tap & Go拍住赏、Boost, Maya等。Hello, world (beta); done: yes!\n',
    },
    { name: 'addresses', text: '详见https://example.com/a,b?c=1:2(3)，或写信至a.b@example.com。\n' },
    { name: 'code', text: '接口为`pay(商户,金额)`，返回成功。\n\n```\n支付(商户,金额);\n```\n' },
    { name: 'list markers', text: '1) 加强管理\n2) 完善制度\n\n(1) 甲\n\n(2) 乙\n' },
    {
      name: 'markup and entities',
      text: '![图1 示意](a.png)\n\n[办法](https://example.com/x)已发布。&nbsp;完成。\n',
    },
    { name: 'table delimiter', text: '| 项目 | 数 |\n|:--|--:|\n| 甲 | 1,000 |\n' },
    { name: 'full-width text', text: '本行（总部）完成：一、改造；二、验收！是否合格？合格。“好”。\n' },
    {
      name: 'enumerated figures in Chinese',
      text: '分别为2，300和4，500两档；时点为3月，6月，9月，12月。\n',
    },
    { name: 'formula in brackets', text: '增长率=(本期-上期)/上期×100%。\n' },
    {
      name: 'numbering of a heading, suffix of a file',
      text: '一.概述\n\n见“附表.xlsx”文件，版本为v2.1。\n',
    },
    { name: 'English paragraph', text: 'The bank (TenPay) is open: Monday, Tuesday; call us!\n' },
    { name: 'Latin name with brackets', text: '已接入GrabPay (SG)钱包，适配iPhone 15 (Pro)机型。\n' },
    { name: 'brand with exclamation mark', text: 'Yahoo!财经刊发了报道。\n' },
    { name: 'footnote', text: '本行完成改造[^1]。\n\n[^1]: TenPay, 2025.\n' },
  ],
});
