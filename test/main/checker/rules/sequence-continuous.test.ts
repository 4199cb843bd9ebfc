import { sequenceContinuous } from '../../../../src/main/checker/rules/sequence-continuous';
import { testRule } from '../../../helpers/rule-tester';

const list = (...numbers: string[]): string =>
  [
    '| 序号 | 名称 |',
    '|---|---|',
    ...numbers.map((number, at) => `| ${number} | 商户${'甲乙丙丁戊己庚辛壬癸'[at] ?? at} |`),
  ].join('\n');

const rows = (...lines: string[]): string => ['| 序号 | 名称 | 金额 |', '|---|---|---|', ...lines].join('\n');

testRule(sequenceContinuous, {
  reject: [
    {
      name: 'a code of a column that counts up otherwise',
      text: '| 编号 | 差异 |\n| --- | --- |\n| CY-01 | 1.20 |\n| CY-02 | 3.40 |\n| CY-03 | 2.50 |\n| CY-03 | 7.10 |\n| CY-05 | 6.60 |\n',
      findings: [
        {
          message: 'wrong',
          excerpt: 'CY-03',
          fixed:
            '| 编号 | 差异 |\n| --- | --- |\n| CY-01 | 1.20 |\n| CY-02 | 3.40 |\n| CY-03 | 2.50 |\n| CY-04 | 7.10 |\n| CY-05 | 6.60 |\n',
        },
      ],
    },
    {
      name: 'a number skipped is told once',
      text: list('1', '2', '4', '5', '6'),
      findings: [{ message: 'skipped', excerpt: '4', line: 5, fixed: null }],
    },
    {
      name: 'two numbers skipped',
      text: list('1', '2', '5', '6', '7'),
      findings: [{ message: 'skipped', excerpt: '5', line: 5 }],
    },
    {
      name: 'one wrong number between right neighbours',
      text: list('1', '2', '8', '4', '5'),
      findings: [{ message: 'wrong', excerpt: '8', fixed: list('1', '2', '3', '4', '5') }],
    },
    {
      name: 'a repeat with the rest in place',
      text: list('1', '2', '2', '4', '5'),
      findings: [{ message: 'wrong', excerpt: '2', line: 5, fixed: list('1', '2', '3', '4', '5') }],
    },
    {
      name: 'a repeat that the rest follows',
      text: list('1', '2', '2', '3', '4'),
      findings: [{ message: 'repeated', line: 5, fixed: null }],
    },
    {
      name: 'two rows swapped',
      text: list('1', '2', '4', '3', '5'),
      findings: [{ message: 'swapped', excerpt: '4', fixed: null }],
    },
    {
      name: 'torn contents where a number belongs; the repair is another rule’s',
      text: list('1', '2', '308-202409', '4', '5'),
      findings: [{ message: 'notNumber', excerpt: '308-202409', fixed: null }],
    },
    {
      name: 'the first number',
      text: list('3', '2', '3', '4'),
      findings: [{ message: 'wrong', excerpt: '3', line: 3, fixed: list('1', '2', '3', '4') }],
    },
    {
      name: 'padded numbers stay padded',
      text: list('01', '02', '05', '04', '05'),
      findings: [{ message: 'wrong', excerpt: '05', line: 5, fixed: list('01', '02', '03', '04', '05') }],
    },
    {
      name: 'Han numerals',
      text: list('一', '二', '四', '五', '六'),
      findings: [{ message: 'skipped', excerpt: '四' }],
    },
    {
      name: 'two defects are two findings',
      text: list('1', '2', '4', '5', '6', '8', '9', '10'),
      findings: [
        { message: 'skipped', excerpt: '4' },
        { message: 'skipped', excerpt: '8' },
      ],
    },
    {
      name: 'the last row',
      text: list('1', '2', '3', '4', '6'),
      findings: [{ message: 'skipped', excerpt: '6' }],
    },
    {
      name: 'a note that names another number',
      text: `${list('1', '2', '4', '5', '6')}\n\n注：序号5已于次月撤销，不再使用。`,
      findings: [{ message: 'skipped', excerpt: '4' }],
    },
    {
      name: 'a note that explains one of two gaps',
      text: `${list('1', '2', '4', '5', '8', '9')}\n\n注：第3号系误登，已取消。`,
      findings: [{ message: 'skipped', excerpt: '8' }],
    },
    {
      name: 'a note that names the number and not its end',
      text: `${list('1', '2', '4', '5', '6')}\n\n注：第3季度数据为初步统计。`,
      findings: [{ message: 'skipped', excerpt: '4' }],
    },
  ],
  accept: [
    {
      name: 'codes that name some of many, or begin anew',
      text: '| 编号 | 差异 |\n| --- | --- |\n| CY-01 | 1.20 |\n| CY-02 | 3.40 |\n| CY-04 | 2.50 |\n| CY-05 | 7.10 |\n| CY-07 | 6.60 |\n\n| 编号 | 项目 |\n| --- | --- |\n| A-01 | 甲 |\n| A-02 | 乙 |\n| B-01 | 丙 |\n| B-02 | 丁 |\n| B-03 | 戊 |\n',
    },
    { name: 'in order', text: list('1', '2', '3', '4') },
    { name: 'a table continued from 11', text: list('11', '12', '13', '14') },
    { name: 'sub-numbers', text: list('1', '1.1', '1.2', '2', '2.1', '3') },
    { name: 'sub-numbers with a hyphen', text: list('1', '2', '2-1', '2-2', '3') },
    { name: 'empty cells of grouped rows', text: list('1', '', '', '2', '', '3') },
    {
      name: 'a gap that the note below explains',
      text: `${list('1', '2', '4', '5', '6')}\n\n注：序号3为误登，已撤销，序号不再使用。`,
    },
    {
      name: 'several numbers given up',
      text: `${list('1', '2', '5', '6', '9', '10')}\n\n注：序号3、4合并至序号2，序号7至8为预留。`,
    },
    {
      name: 'gaps of the register that the table is taken from',
      text: `下表序号沿用登记簿原编号，故序号不连续。\n\n${list('1', '2', '5', '6', '9')}`,
    },
    {
      name: 'a note in the last row',
      text: rows(
        '| 1 | 甲 | 3 |',
        '| 2 | 乙 | 4 |',
        '| 4 | 丙 | 4 |',
        '| 5 | 丁 | 4 |',
        '| 注：3号协议已终止，编号空置 | | |',
      ),
    },
    { name: 'Han numerals in order', text: list('一', '二', '三', '四') },
    {
      name: 'numbering begins anew under group rows',
      text: rows(
        '| 一、银行 | | |',
        '| 1 | 甲 | 3 |',
        '| 2 | 乙 | 4 |',
        '| 二、机构 | | |',
        '| 1 | 丙 | 5 |',
        '| 2 | 丁 | 6 |',
        '| 3 | 戊 | 6 |',
      ),
    },
    {
      name: 'numbering goes on across group rows',
      text: rows(
        '| 线上 | | |',
        '| 1 | 甲 | 3 |',
        '| 2 | 乙 | 4 |',
        '| 线下 | | |',
        '| 3 | 丙 | 5 |',
        '| 4 | 丁 | 6 |',
      ),
    },
    {
      name: 'a total and a note',
      text: rows(
        '| 1 | 甲 | 3 |',
        '| 2 | 乙 | 4 |',
        '| 3 | 丙 | 4 |',
        '| 合计 | | 11 |',
        '| 注：口径见正文 | | |',
      ),
    },
    {
      name: 'years',
      text: '| 年份 | 笔数 |\n|---|---|\n| 2019 | 1 |\n| 2021 | 2 |\n| 2022 | 3 |\n| 2023 | 4 |',
    },
    {
      name: 'ranks may tie',
      text: '| 排名 | 机构 |\n|---|---|\n| 1 | 甲 |\n| 2 | 乙 |\n| 2 | 丙 |\n| 4 | 丁 |\n| 5 | 戊 |',
    },
    {
      name: 'codes',
      text: '| 编号 | 机构 |\n|---|---|\n| 1003 | 甲 |\n| 1009 | 乙 |\n| 1010 | 丙 |\n| 1042 | 丁 |',
    },
    { name: 'marks of footnotes', text: list('1', '2*', '3（新增）', '4', '5') },
    {
      name: 'counts in the first column',
      text: '| 数量 | 说明 |\n|---|---|\n| 1 | 甲 |\n| 2 | 乙 |\n| 5 | 丙 |\n| 6 | 丁 |\n| 7 | 戊 |',
    },
  ],
});
