import fc from 'fast-check';

/** Pieces of text as reports have them, and as they should not. */
const phrase = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '支付业务稳健运行，',
      '截至2025年末余额3,190.25万元（占比62.69%），',
      '较年初增长12.5%；',
      '商户“喆堃”反映：',
      '共1,054场、参加87,600人次。',
      '详见附件1。',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Payment Services Directive ',
      'App ',
      'Wi-Fi (2.4 GHz)',
      'https://example.invalid/a/b/c?d=e&f=g',
      'QR-code/BKM ',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '。。。',
      '！？”）》',
      '（（《“',
      '——',
      '……',
      'W'.repeat(70),
      '9'.repeat(60),
      '①②③',
      '㎡‰℃',
      '\t',
      '\u3000\u3000',
      '"引号"',
      '𠮷',
    ),
  },
);
const sentence = fc.array(phrase, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
const short = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('').trim() || '空');

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1,234.50', '98.7%', '3,190,251,234.55', '-12.5', '2025-01-31') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('甲', '云海市分行', '按期完成', '', '—', '条码支付<br>网关支付', 'Total'),
  },
  { weight: 1, arbitrary: sentence },
  { weight: 1, arbitrary: fc.constantFrom('^^', '<<') },
);
const table = fc
  .record({
    columns: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 34 })),
    rows: fc.integer({ min: 0, max: 45 }),
    cells: fc.infiniteStream(cell),
  })
  .map(({ columns, rows, cells }) => {
    const row = (): string =>
      `| ${Array.from({ length: columns }, () => cells.next().value.replaceAll('|', '')).join(' | ')} |`;
    return [row(), `|${'---|'.repeat(columns)}`, ...Array.from({ length: rows }, row)].join('\n');
  });

const block = fc.oneof(
  { weight: 8, arbitrary: sentence },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('## 一、', '## ', '### （一）', '#### 1. ', '##### （1）', '###### '), short)
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom('- ', '1. ', '  - ', '    - '), short).map((parts) => parts.join('')),
        { minLength: 1, maxLength: 6 },
      )
      .map((items) => items.join('\n')),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('', '表1 情况统计表\n\n'), table).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: short.map((text) => `图1 ${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '〔图片〕',
      '〔图片：清算流程〕\n\n图2 流程',
      '---',
      '附件：1. 名单\n2. 清单',
      '星河支付有限公司\n\n2026年1月10日',
      '## 附件1：名单',
      '云海市分行：',
    ),
  },
  {
    weight: 1,
    arbitrary: short.map((text) => `\`\`\`\n  ${text.replaceAll('`', '')}\n\n${'x'.repeat(90)}\n\`\`\``),
  },
);

/** Documents of random blocks, up to some twenty pages. */
export const randomReport: fc.Arbitrary<string> = fc
  .tuple(short, fc.array(block, { minLength: 1, maxLength: 14 }))
  .map(([title, blocks]) => `# ${title}\n\n${blocks.join('\n\n')}\n`);
