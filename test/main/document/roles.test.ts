import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';

/** `role text` of each paragraph that is not body. */
const rolesIn = (text: string): readonly string[] =>
  parseDocument(text).blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.role !== 'body' ? [`${block.role} ${block.prose.text}`] : [],
  );

describe('paragraph roles', () => {
  it.each([
    [
      'a whole report',
      '# 题\n\n**某某省分行：**\n\n甲。\n\n特此报告。\n\n附件：1. 名单\n\n---\n\n**云杉支付有限公司**\n\n**2026年1月10日**\n\n## 附件1：名单\n\n某某公司\n\n2025年1月1日',
      [
        'addressee 某某省分行：',
        'annex-list 附件：1. 名单',
        'signatory 云杉支付有限公司',
        'date 2026年1月10日',
      ],
    ],
    [
      'two addressees',
      '# 题\n\n省分行：\n\n市金融局：\n\n甲。',
      ['addressee 省分行：', 'addressee 市金融局：'],
    ],
    ['title as plain text', '关于某事的报告\n\n某某管理部:\n\n甲。', ['addressee 某某管理部:']],
    [
      'addressee behind a document number',
      '# 题\n\n云杉〔2026〕1号\n\n某某分行：\n\n甲。',
      ['addressee 某某分行：'],
    ],
    ['readers', '# 关于修订协议的公告\n\n尊敬的用户：\n\n甲。', ['addressee 尊敬的用户：']],
    ['a lead-in is no addressee', '# 题\n\n现将有关情况报告如下：\n\n甲。', []],
    ['addressee only above the first section', '# 题\n\n## 一、甲\n\n某某分行：\n\n乙。', []],
    ['date in Chinese numerals', '# 题\n\n甲。\n\n二〇二六年一月十日', ['date 二〇二六年一月十日']],
    [
      'a date with its day of the week',
      '# 题\n\n甲。\n\n云杉支付有限公司\n2026年1月10日（星期六）',
      ['signatory 云杉支付有限公司', 'date 2026年1月10日（星期六）'],
    ],
    [
      'several signatories',
      '# 题\n\n甲。\n\n云杉支付有限公司\n\n青禾银行\n\n2026年1月10日',
      ['signatory 云杉支付有限公司', 'signatory 青禾银行', 'date 2026年1月10日'],
    ],
    [
      'signatory with seal',
      '# 题\n\n甲。\n\n云杉支付有限公司（盖章）\n\n2026年1月10日',
      ['signatory 云杉支付有限公司（盖章）', 'date 2026年1月10日'],
    ],
    [
      'name and date on one line',
      '# 题\n\n甲。\n\n云杉支付有限公司　2026年1月10日',
      ['date 云杉支付有限公司　2026年1月10日'],
    ],
    ['signatory without a date', '# 题\n\n特此报告。\n\n云杉支付有限公司', ['signatory 云杉支付有限公司']],
    [
      'signature at the end, behind the annexes',
      '# 题\n\n甲。\n\n## 附件1：名单\n\n乙\n\n云杉支付有限公司\n\n2026年1月10日',
      ['signatory 云杉支付有限公司', 'date 2026年1月10日'],
    ],
    [
      'contact line below the date',
      '# 题\n\n甲。\n\n云杉支付有限公司\n\n2026年1月10日\n\n联系人：某某',
      ['signatory 云杉支付有限公司', 'date 2026年1月10日'],
    ],
    [
      'annex list over paragraphs',
      '# 题\n\n附件：1. 名单\n\n2．统计表\n\n云杉支付有限公司\n\n2026年1月10日',
      [
        'annex-list 附件：1. 名单',
        'annex-list 2．统计表',
        'signatory 云杉支付有限公司',
        'date 2026年1月10日',
      ],
    ],
    [
      'plain annex behind the date is no list',
      '# 题\n\n云杉支付有限公司\n\n2026年1月10日\n\n附件1：名单\n\n| a |\n|---|\n| 1 |',
      ['signatory 云杉支付有限公司', 'date 2026年1月10日'],
    ],
    ['a date in a sentence', '# 题\n\n截至2026年1月10日\n\n交易额增长。', []],
  ])('%s', (_name, text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });
});
