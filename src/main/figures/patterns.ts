import { MEASURE, SCALE, UNIT } from './units';

const D = '[0-9０-９]';
const NOT_DIGIT = `(?!${D})`;
const NUMBER = `(?:${D}{1,3}(?:[,，]${D}{3})+${NOT_DIGIT}|${D}+)(?:[.．]${D}+)?`;
const HAN = '[零〇一二两三四五六七八九十百千万亿]';

/** In order of precedence at one place: the first alternative that fits wins. */
const ALTERNATIVES: readonly string[] = [
  // Dates
  `(?<date>(?:(?:19|20)${D}{2}|${D}{2}(?=年[初末底中]))年(?:${D}{1,2}月(?:${D}{1,2}[日号])?)?` +
    `|(?:19|20)${D}{2}(?=[-—–~～至到](?:19|20)${D}{2}年)` +
    `|${D}{1,2}月(?:${D}{1,2}[日号])?|${D}{1,2}[日号](?![0-9楼线店])` +
    `|(?<!${D})(?:19|20)${D}{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]${D}|3[01])${NOT_DIGIT}` +
    `|(?<!${D})(?:19|20)${D}{2}-(?:0[1-9]|1[0-2])${NOT_DIGIT}` +
    `|(?<!${D})(?:19|20)${D}{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]${D}|3[01])${NOT_DIGIT}` +
    `|(?:19|20)${D}{2}\\s*[QＱHＨ][1-4]|第?[1-4]季度)`,
  `(?<time>(?<![0-9:：])${D}{1,2}[:：]${D}{2}(?:[:：]${D}{2})?(?![0-9:：])|${D}{1,2}时${D}{1,2}分)`,
  // References, ordinals, numbers of documents
  `(?<reference>(?:图|表|附件|附录|附表|附图|公式)\\s*${D}+(?:[-－.]${D}+)*(?!${D})(?!\\s*[万亿元笔%家户])` +
    `|第\\s*${D}+(?:[-－至]${D}+)?\\s*[条款章节号页])`,
  `(?<ordinal>第\\s*${D}+)`,
  `(?<code>[〔［\\[【（(](?:19|20)${D}{2}[〕］\\]】）)]\\s*第?${D}+号|(?<![0-9.])0${D}{2,3}-${D}{7,8}|400-?${D}{3}-?${D}{4}` +
    `|(?<!${D})${D}{11,}(?:[.．]${D}{1,2}%?)?[Xx]?|(?<![0-9.])${D}+\\.${D}+\\.${D}+(?:\\.${D}+)*|${D}+号(?=文|令|公告))`,
  // Digits in Latin names: B2B, SM4, ISO 27001, 4G
  `(?<name>[A-Za-z]+(?:[-_/+.]|\\s(?=${D}{3,}))?${D}+[A-Za-z0-9]*(?:[-:.]${D}+)*` +
    `|${D}+(?!(?:KB|MB|GB|TB|PB|TPS|QPS|ms|km|kg|bp|BP)(?![A-Za-z]))[A-Za-z]+[A-Za-z0-9]*)`,
  // Quantities
  `(?<percentHan>百分之(?<percentValue>${HAN}+(?:点${HAN}+)?|${NUMBER}))`,
  `(?<arabic>(?<sign>负|(?<=^|[\\s（(为至达是|，：:])[-−+](?!(?:19|20)${D}{6}))?(?<digits>${NUMBER})\\s?(?<more1>余|多|几)?(?<scale>${SCALE})?(?<more2>余|多)?\\s?(?<unit>${UNIT})?)`,
  `(?<some>[数几](?<someScale>十|百|千|万|十万|百万|千万|亿)(?<someMore>余|多)?(?<someUnit>${MEASURE}))`,
  `(?<han>(?<![第之其唯统同专单某每百千万亿十]|${HAN})(?<hanDigits>${HAN}+)(?<hanMore>余|多|几)?(?<hanUnit>${MEASURE}))`,
];

/** A fresh scanner: global, with one named group per kind of number. */
export const scanner = (): RegExp => new RegExp(ALTERNATIVES.join('|'), 'gu');
