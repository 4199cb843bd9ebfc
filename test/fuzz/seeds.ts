import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { docx } from '../helpers/docx.ts';
import { xlsx } from '../helpers/xlsx.ts';
import { type ZipPart, zip } from '../helpers/zip.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';

const RESOURCES = resolve(import.meta.dirname, '../../resources');
const encode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(RESOURCES, name)));

export const words = (...list: readonly string[]): Uint8Array[] => list.map(encode);

export const MARKDOWN = encode(`# 一、业务情况

本季度共办理**12笔**，金额3,190.25万元，同比增长5.2%（见表1）。一是甲；二是乙。

| 序号 | 项目 | 金额（万元） | 占比 |
| --- | --- | ---: | --- |
| 1 | 线上 | 1,200.50 | 60% |
| 2 | 线下 | 800.25 | 40% |
| 合计 | << | 2,000.75 | ^^ |

表1 业务表

> 引用“内容”《文件》

- 项目A、项目B等2项
`);
/** Sentences whose figures follow from each other in many ways, for what reads them. */
export const CLAIMS = new Uint8Array([
  ...MARKDOWN,
  ...encode(`
2024年度，经营活动净额为5,412.30万元，投资活动净额为-1,763.25万元，筹资活动净额为5,118.40万元，三项合计增加现金8,767.45万元。

抽查录音3,000份，发现不规范41份，不规范率为13.67‰；处理时间由3小时20分钟缩短至45分钟。

年初服务机构14家，退出5家、新增2家，年末11家，比年初减少3家，下降21.43%；前三位依次为甲省120家、乙省96家、丙省80家，占比分别为40.5%、32.4%和27.1%。

线上投诉由上年的2,448件降至1,224件，下降一半，占全部投诉的六成以上，平均每月102件，约为线下的1.5倍。
`),
]);
export const MARKDOWN_WORDS = words(
  '|',
  '\n|',
  '| --- |',
  '\n\n',
  '# ',
  '**',
  '`',
  '```',
  '<br>',
  '<<',
  '^^',
  '&nbsp;',
  '\\',
  '[a](b',
  '<!--',
  '共3家',
  '、',
  '（',
  '”',
  '合计',
  '其中：',
  '2025年2月30日',
  '99999999999999999999',
  '0.0000001',
  '-',
  '%',
  '亿元',
  '，其中',
  '，占',
  '减少',
  '‰',
  '-1',
  '1.5倍',
  '3小时20分钟',
  '5:3',
  '见表9',
  '一是',
  '\u0000',
  '\ud83d',
  '\u202e',
);

const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
export const DOCX = docx({
  body: `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">正文 12.5% </w:t></w:r><w:ins w:id="1"><w:r><w:t>增加</w:t></w:r></w:ins></w:p><w:tbl><w:tr>${cell('甲')}${cell('1,200')}</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
  styles:
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
});
export const XLSX = xlsx(
  '<row r="1"><c r="A1" t="inlineStr"><is><t>项目</t></is></c><c r="B1" t="inlineStr"><is><t>2025年</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>金额</t></is></c><c r="B2"><v>35000.5</v></c></row>',
);
export const XML_WORDS = words(
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<w:tc>',
  'w:val="999999999"',
  '<w:gridSpan w:val="-1"/>',
  '<w:vMerge/>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  ']]>',
  '<![CDATA[',
  'r="XFD1048576"',
  't="s"',
  '<v>1e999</v>',
  '\u0000',
  '<',
  '>',
  '"',
  '&#x0;',
  '&#1114112;',
);
export const CSV = encode('项目,2024年,2025年\n线上支付,"1,200",35000.5\n线下,800,\n');
export const HTML = encode(
  '<!doctype html><meta charset="utf-8"><h1>标题</h1><p>共<b>3</b>项</p><table><tr><th rowspan=2>甲<th>乙<tr><td>1</table><ol start=4><li>一<li>二</ol>',
);
export const HTML_WORDS = words(
  '<table>',
  '<td rowspan=65535>',
  '<td colspan=1000>',
  '<li>',
  '<ol>',
  '<p>',
  '</p>',
  '<template>',
  '<svg>',
  '<math>',
  '<!--',
  '<frameset>',
  '&#0;',
  '<select>',
  '<b>',
);
export const POLICY = file('policies/general.json');
export const POLICY_WORDS = words(
  '{',
  '}',
  '[',
  ']',
  '"N212"',
  '"__proto__"',
  '1e400',
  '"level"',
  '"a|b"',
  '(((((',
  '…',
  '#',
  'null',
  '"terms"',
);
export const P12 = file('samples/TEST-ONLY-gouji.p12');
export const DER_WORDS = [
  '308280',
  '30840fffffff',
  '0480',
  '0203010001',
  'a003020100',
  '06092a864886f70d010706',
  '0500',
].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
export const PDF_WORDS = words(
  '/ByteRange [0 1 2 3]',
  '/Contents <',
  '>>',
  '<<',
  'endobj',
  'obj',
  'stream',
  'endstream',
  'startxref',
  '%%EOF',
  'xref',
  '/Prev 0',
  '/Size 999999999',
  '0 R',
  '/Length -1',
  '/Filter /FlateDecode',
  '/Type /ObjStm',
  '/Annots [',
  '/XRefStm 0',
);

/** A package taken apart, one of its parts changed, and put together again: what byte changes alone would never reach. */
export function mutatePackage(
  bytes: Uint8Array,
  random: Random,
  vocabulary: readonly Uint8Array[],
): Uint8Array {
  if (random.below(4) === 0) return mutate(bytes, random, vocabulary);
  const parts = unzip(bytes);
  const chosen = random.below(parts.length);
  return zip(
    parts.map((part, at) =>
      at === chosen ? { ...part, data: mutate(part.data, random, vocabulary) } : part,
    ),
  );
}

/** The parts of a package that `zip` wrote: every part deflated, its size in the local header. */
function unzip(bytes: Uint8Array): (ZipPart & { data: Uint8Array })[] {
  const view = Buffer.from(bytes);
  const parts: (ZipPart & { data: Uint8Array })[] = [];
  for (let at = 0; view.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name, extra] = [
      view.readUInt32LE(at + 18),
      view.readUInt16LE(at + 26),
      view.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    const data = new Uint8Array(inflateRawSync(view.subarray(start, start + size)));
    parts.push({ name: view.toString('utf8', at + 30, at + 30 + name), data });
    at = start + size;
  }
  return parts;
}
