import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFonts } from '../../../src/main/exporter/fonts';
import { openKey } from '../../../src/main/seal/key';
import { sealPdf } from '../../../src/main/seal/sign';
import { pdfaBreaches } from '../../helpers/pdfa/pdfa';
import {
  exportText,
  FONTS_DIRECTORY,
  fixture,
  hasPdfTools,
  hasReference,
  inspect,
  REFERENCE_REPORT,
} from './helpers';

const SAMPLES = resolve(import.meta.dirname, '../../../resources/samples');

const rows = Array.from({ length: 70 }, (_, at) => `| ${at + 1} | 说明${at} | ${at},234.50 |`).join('\n');
const months = Array.from({ length: 14 }, (_, at) => `${at + 1}月`).join(' | ');
const amounts = Array.from({ length: 14 }, () => '1,234,567.50').join(' | ');

/** All kinds of blocks, all faces, a table over pages, merged cells, a turned page. */
const EVERYTHING = `# 关于A&B<c>的“报告”

云海市分行：

正文喆堃①㎡，Payment Services 12.5%。

## 一、列表

1. 甲
   - 乙
   - 丙
2. 丁

### （一）代码

\`\`\`
if (a) {
  b
}
\`\`\`

〔图片：清算流程〕

图1 清算流程图

图2 没有图

表1 明细

| 序号 | 说明 | 金额 |
|---|---|---|
${rows}

表2 合并

| 项目 | 2024年 | << |
|---|---|---|
| 甲 | 1 | |
| ^^ | 3 | 4 |

表3 各月

| 地区 | ${months} |
|${'---|'.repeat(15)}
| 云海 | ${amounts} |

附件：1. 名单

星河公司

2026年1月10日

## 附件1：名单

☐ 甲 ☑ 乙 Ⅳ
`;

/** Replaces bytes by as many others, so that nothing moves. */
const changed = (pdf: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1');
  expect(text, `${from} is there`).toContain(from);
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
};

describe.skipIf(!hasPdfTools)('PDF/A-3a, ISO 19005-3', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await exportText(EVERYTHING);
  });

  it('is met by a report with everything in it', () => {
    expect(pdfaBreaches(pdf)).toEqual([]);
    expect(inspect(pdf, 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors');
    const fonts = inspect(pdf, 'pdffonts', '{}');
    for (const face of ['TitleSong', 'FandolFang', 'HeiTi', 'KaiTi', 'Song', 'Mono', 'Signs'])
      expect(fonts).toContain(face);
  });

  it('is met by a draft, an empty report, and one without headings', async () => {
    for (const text of [EVERYTHING, '', '只有一段。'])
      expect(pdfaBreaches(await exportText(text, { draft: true }))).toEqual([]);
  });

  it('is met by one that names whose report it is', async () => {
    const made = await exportText(EVERYTHING, { organisation: ' 演示支付 <有限> & 公司 ' });
    expect(pdfaBreaches(made)).toEqual([]);
    expect(inspect(made, 'pdfinfo', '{}')).toMatch(/^Author:\s+演示支付 <有限> & 公司$/m);
  });

  it('is met by the sample and the longer fixture', async () => {
    const sample = readFileSync(join(SAMPLES, 'sample-report.md'), 'utf8');
    for (const text of [sample, fixture('self-check.md')])
      expect(pdfaBreaches(await exportText(text))).toEqual([]);
  });

  it.skipIf(!hasReference)('is met by the reference report', async () => {
    expect(pdfaBreaches(await exportText(readFileSync(REFERENCE_REPORT, 'utf8')))).toEqual([]);
  });

  it('is still met after two seals with stamps', async () => {
    const passphrase = readFileSync(join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt'), 'utf8').trim();
    const key = await openKey(readFileSync(join(SAMPLES, 'TEST-ONLY-gouji.p12')), passphrase);
    if (!key.ok) throw new Error(key.error.message);
    const signedAt = new Date('2026-01-11T08:00:00Z');
    const { HeiTi, Song } = loadFonts({ fontsDirectory: FONTS_DIRECTORY });
    const stampFonts = [HeiTi, Song].map(({ bytes, metrics }) => ({ bytes, glyph: metrics.glyph }));
    let sealed = pdf;
    for (const _ of [1, 2]) {
      sealed = await sealPdf(sealed, key.value, { signedAt, reason: '审核通过', stampFonts });
      expect(pdfaBreaches(sealed)).toEqual([]);
    }
  });

  // A checklist that passes whatever it is given would prove nothing.
  it.each([
    ['6.1.3', '%%EOF', '%%EOX'],
    ['6.1.3', '/ID [', '/IX ['],
    ['6.1.7.1', '/Type /EmbeddedFile', '/F (abcdefghijklmn)'],
    ['6.2.3', '/GTS_PDFA1', '/GTS_PDFX1'],
    ['6.2.3', '/N 3', '/N 4'],
    ['6.2.11.3.2', '/CIDToGIDMap', '/CIDToGIDMxp'],
    ['6.2.11.3.3', '/Identity-H', '/Identity-V'],
    ['6.2.11.4.1', '/FontFile3', '/FontFile9'],
    ['6.2.11.4.1', '/FontFile2', '/FontFile9'],
    ['6.2.11.5', '/W [0 [', '/W [1 ['],
    ['6.2.11.7.2', '/ToUnicode', '/ToUnixode'],
    ['6.6.2.1', '/Metadata', '/Metaxata'],
    ['6.6.3', '<xmp:CreateDate>2026', '<xmp:CreateDate>2025'],
    ['6.6.4', '<pdfaid:part>3', '<pdfaid:part>2'],
    ['6.6.4', '<pdfaid:conformance>A', '<pdfaid:conformance>B'],
    ['6.7.2.1', '/StructParents 1\n', '/StructParents 0\n'],
    ['6.7.2.2', '/Marked true', '/Marxed true'],
    ['6.7.3.3', '/StructTreeRoot', '/StructTreeRxxt'],
    ['6.7.3.4', '/S/TD', '/S/TX'],
    ['6.7.3.4', '/S/LBody', '/S/Table'],
    ['6.7.4', '/Lang (zh-CN)', '/Lang (zhxCN)'],
    ['6.7.5', '/Alt <', '/Alx <'],
    ['6.8', '/AFRelationship', '/AFRelationshix'],
    ['6.8', '/AF [', '/AX ['],
    ['6.8', '/UF (', '/UX ('],
    ['6.8', '/Subtype /application#2Fjson', '/Subtypx /application#2Fjson'],
  ])('clause %s is seen to be broken by %s → %s', (clause, from, to) => {
    expect(pdfaBreaches(changed(pdf, from, to)).map((breach) => breach.split(' ')[0])).toContain(clause);
  });
});
