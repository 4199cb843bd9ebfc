import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { censusText } from '../../../../src/main/importer/census/text';
import { compose } from '../../../../src/main/importer/compose';
import { proveLossless } from '../../../../src/main/importer/proof';
import { readText } from '../../../../src/main/importer/text/read';

/** The working text of a plain text. */
const written = (lines: readonly string[]): string => compose(readText(lines.join('\n'))).text;

const ONE_LINE_EACH = [
  '云杉支付有限公司',
  '2025年度反洗钱工作情况报告',
  '',
  '海州市金融管理局：',
  '现将本公司2025年度反洗钱工作情况报告如下。',
  '一、总体情况',
  '全年监测交易1,204.5万笔，金额38.72亿元，比上年增长6.4%，其中线上交易占比91.3%，均已逐笔留存记录，未发现系统性风险。',
  '（一）组织建设',
  '设专岗12人。',
  '类别\t本年\t上年',
  '可疑交易报告\t318\t296',
  '大额交易报告\t1,044\t',
  '二、下一步安排',
  '1. 完善监测模型',
  '云杉支付有限公司',
  '2026年1月20日',
];

const WRAPPED = [
  '          云杉支付有限公司关于系统运行情况的报告',
  '',
  '海州市金融管理局：',
  '',
  '    2025年，本公司支付系统全年平稳运行，共处理交易1,204.5万',
  '笔，金额38.72亿元，同比分别增长5.1%和6.4%，系统可用率达到',
  '99.99%，未发生二级以上事件。',
  '    全年开展应急演练4次，覆盖机房切换、网络中断、数据库故障等',
  '场景，参演人员共86人次，发现问题7项，均已在当季完成整改，整改',
  '结果已报备。',
  '',
  '一、运行情况',
  '    核心系统全年计划内停机3次，累计2.5小时，较上年减少1.2小时，',
  '均安排在凌晨时段，未影响客户办理业务。',
  '',
  '                                云杉支付有限公司',
  '                                2026年1月20日',
];

describe('readText', () => {
  it('takes each line for a paragraph where lines are not broken', () => {
    expect(written(ONE_LINE_EACH)).toBe(
      [
        '# 云杉支付有限公司<br>2025年度反洗钱工作情况报告',
        '海州市金融管理局：',
        '现将本公司2025年度反洗钱工作情况报告如下。',
        '## 一、总体情况',
        ONE_LINE_EACH[6],
        '### （一）组织建设',
        '设专岗12人。',
        '| 类别 | 本年 | 上年 |\n| --- | --- | --- |\n| 可疑交易报告 | 318 | 296 |\n| 大额交易报告 | 1,044 |  |',
        '## 二、下一步安排',
        '#### 1. 完善监测模型',
        '云杉支付有限公司',
        '2026年1月20日\n',
      ].join('\n\n'),
    );
  });

  it('joins lines that a program broke', () => {
    expect(written(WRAPPED)).toBe(
      [
        '# 云杉支付有限公司关于系统运行情况的报告',
        '海州市金融管理局：',
        WRAPPED.slice(4, 7)
          .map((line) => line.trim())
          .join('\n'),
        WRAPPED.slice(7, 10)
          .map((line) => line.trim())
          .join('\n'),
        '## 一、运行情况',
        WRAPPED.slice(12, 14)
          .map((line) => line.trim())
          .join('\n'),
        '云杉支付有限公司',
        '2026年1月20日\n',
      ].join('\n\n'),
    );
  });

  it.each([
    [
      'entries of a list stay apart',
      Array.from({ length: 8 }, (_, at) => `云杉支付有限公司第${at}分公司，海州市北城区`),
    ],
    ['short lines stay apart', ['甲方', '乙方', '丙方', '丁方。']],
  ])('%s', (_, lines) => expect(written(lines)).toBe(`${lines.join('\n\n')}\n`));

  it.each([
    ['before an addressee', ['关于系统升级的报告', '海州市金融管理局：', '甲。'], '# 关于系统升级的报告'],
    ['before a heading', ['系统升级', '一、情况', '甲。'], '# 系统升级'],
    ['set apart', ['系统升级', '', '甲。'], '# 系统升级'],
    ['by its last word', ['系统升级情况报告', '甲。'], '# 系统升级情况报告'],
    ['no sentence', ['系统已经升级。', '一、情况', '甲。'], '系统已经升级。'],
    ['no document number', ['云杉发〔2025〕3号', '海州市金融管理局：', '甲。'], '云杉发〔2025〕3号'],
    ['no heading', ['一、情况', '甲。'], '## 一、情况'],
    ['no line of data', ['全年交易', '12.5万元'], '全年交易'],
  ])('finds the title: %s', (_, lines, expected) => expect(written(lines).split('\n')[0]).toBe(expected));

  it.each([
    [
      'tabs',
      ['项目\t本年\t上年', '收入\t1\t2'],
      '| 项目 | 本年 | 上年 |\n| --- | --- | --- |\n| 收入 | 1 | 2 |\n',
    ],
    ['an empty corner', ['\t本年', '收入\t1'], '|  | 本年 |\n| --- | --- |\n| 收入 | 1 |\n'],
    ['indents, which are no table', ['\t甲。', '\t乙。'], '甲。\n\n乙。\n'],
    ['one line, which is no table', ['甲\t1。'], '甲\t1。\n'],
    [
      'other tabs, which end a table',
      ['甲\t1', '乙\t2', '丙\t3\t。'],
      '| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |\n\n丙\t3\t。\n',
    ],
    ['pipes', ['|甲|乙|', '|-|:-:|', '|1|a\\|b|'], '| 甲 | 乙 |\n| --- | --- |\n| 1 | a\\|b |\n'],
    ['pipes with merged cells', ['甲|<<', '-|-', '^^|2'], '| 甲 | << |\n| --- | --- |\n| ^^ | 2 |\n'],
    ['pipes without a delimiter', ['甲|乙。', '1|2。'], '甲|乙。\n\n1|2。\n'],
  ])('reads tables: %s', (_, lines, expected) => expect(written(lines)).toBe(expected));

  it('fills short rows and says so', () => {
    const { blocks, notes } = readText('甲|乙\n-|-\n1');
    expect(blocks).toHaveLength(2);
    expect(notes).toEqual([]);
    const ragged = readText('|甲|乙|\n|-|-|\n|1|');
    expect(ragged.blocks).toMatchObject([{ rows: [{ length: 2 }, { length: 2 }] }]);
    expect(ragged.notes).toMatchObject([{ code: 'ragged-row', places: ['第3行'] }]);
  });

  it('keeps page breaks', () => expect(written(['甲。', '\f乙。'])).toBe('甲。\n\n\\newpage\n\n乙。\n'));

  it('names places by line', () => {
    const { blocks } = readText('甲。\n\n乙\t1\n丙\t2');
    expect(blocks).toMatchObject([
      { label: '第1行' },
      {
        label: '第3行',
        rows: [
          [{}, { label: '第3行第2格' }],
          [{ label: '第4行第1格' }, {}],
        ],
      },
    ]);
  });

  it.each([
    ['indents', '\ta\n'.repeat(100_000)],
    ['tabs', `${'\t'.repeat(100_000)}\n`.repeat(2)],
    ['pipes', '|'.repeat(300_000)],
    ['rules', '|-|\n'.repeat(50_000)],
    ['form feeds', 'a\f'.repeat(100_000)],
    ['white space', `${' '.repeat(300_000)}\n`.repeat(2)],
    ['lines of one width', `${'一'.repeat(30)}\n`.repeat(10_000)],
  ])('survives hostile text: %s', (_, text) => {
    const started = performance.now();
    compose(readText(text));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('loses, adds and moves nothing that the census counts', () => {
    const parts = [
      '甲',
      '乙。',
      '12',
      '\t',
      '\t',
      '\n',
      '\n',
      '|',
      '|',
      '|---|---|\n',
      '| a | b |\n',
      '\f',
      '一、',
      '1. ',
    ];
    const more = [
      '- ',
      '　',
      '**',
      '`',
      '\\',
      '<<',
      '^^',
      '<br>',
      '#',
      '>',
      '某局：',
      `${'长'.repeat(30)}\n`,
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, ...more), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { text: working, generated } = compose(readText(text));
        expect(proveLossless(censusText(text), working, generated).differences).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
