import { allMatches } from '../../../../shared/matches';
import type { Label } from '../../../../shared/model/document';
import { ordinalValue } from '../../../document/numerals';
import { isHan } from '../sentences/sentences';

/** A place in prose that names a caption or annex: `见表3`, `附件2`, `如图5所示`. Indices into the prose. */
export interface Reference {
  readonly noun: Label['noun'];
  /** Normalised by `labelNumber`; empty for `见附件`. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** False where it may speak of something else (附件2的表1): good enough to count as a mention, not to be wrong. */
  readonly certain: boolean;
}

const ARABIC = '[\\d０-９]{1,3}(?:[-－–.．][\\d]{1,3})?';
/** 附录A: annexes of standards are lettered. */
const LETTER = '(?<=附[件录表图][ ]?)[A-Z](?![A-Za-z])';
const HAN = '[一二三四五六七八九十]{1,3}';
const REFERENCE = new RegExp(
  `(附件|附录|附表|附图|图|表)[ ]?(?:(${ARABIC}|${LETTER})(?![\\d.．０-９])|(${HAN}))`,
  'g',
);
const BARE =
  /(?:见|如|附于|列于|载于|参阅|参照)(?:本报告|文后|后附|所附)?(附件|附录|附表|附图)(?![ ]?[\dA-Z０-９一二三四五六七八九十])/g;
/** A further number without its noun: 表1、2; 图1和3; 附件1至3. */
const NEXT = new RegExp(`^[ ]?([、和及与]|至|到|[-–—~～])[ ]?(${ARABIC})(?![\\d.．０-９%％])`);
/** Behind a number these make it an amount or a date: 报表1月, 附件3份. */
const UNIT = /^\s?(?:[,，]\d{3}(?!\d)|[年月日个家次张页份项条种套期人季款万亿元笔户倍届岁号%％件台部]|余)/;
/** `表1 …`, `图2：…` at the start of a line is a label itself, not a reference to one. */
const LABEL_END = /^(?:[ \u3000：:\n]|$)/;
/** What may follow a Han numeral in a label; 表一致, 图一般 are words. */
const AFTER_HAN = /^(?:$|[^㐀-鿿]|[所中的和及与至显列可为是内])/;
/** Characters before 图 and 表 that leave them words of their own; 报表, 地图, 示意图 do not. */
const BEFORE_NOUN = '见如据由从在和与及或至到以按照查阅参示对将于入是为即下上后前该本';
/** Verbs of standards in front of a table that they prescribe: 应符合表2的规定. */
const VERB_BEFORE = /(?:符合|满足|遵守|采用|执行|包括|包含|填写|使用|参考|依照)$/;
const UNSURE_BEFORE = '的中内之';
const OTHER_DOCUMENT =
  /(?:》(?:（[^（）]{0,30}）|\([^()]{0,30}\))?|(?<!本)(?:办法|通知|规定|指引|规则|方案|协议|合同|意见|公告|标准|规范|制度|批复|来函|复函|文件|条例|细则|说明书|白皮书))(?:的|之|中的?|所附|后附|及其|规定的?|要求的?|项下|第[^，。]{1,8}[条章款])?\s?(?:(?:附件|附录|附表|附图|图|表)[\d一二三四五六七八九十]{1,3}[、和及至与或])*$/;
const IN_ANNEX = /(?:附件|附录|附表)[\d一二三四五六七八九十]{0,3}(?:的|中的?|内的?|之)?$/;

/** `２－１` → `2-1`, `十二` → `12`: one spelling for comparing labels. */
export function labelNumber(written: string): string {
  // As most are written.
  if (written === '' || /^[1-9]\d{0,2}$/.test(written)) return written;
  const plain = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return plain
    .split(/[-－–—.．]/)
    .map((part) => String(ordinalValue(part.trim()) ?? part.trim()))
    .join('-');
}

/** All references in `text`, in order. Those to another document's annexes are left out. */
export function findReferences(text: string): Reference[] {
  if (!/[图表附]/.test(text)) return [];
  const found: Reference[] = [];
  for (const match of allMatches(text, REFERENCE)) {
    const noun = match[1] as Label['noun'];
    const end = match.index + match[0].length;
    const certain = certainty(text, match.index, end, noun, match[3] !== undefined);
    if (certain === null) continue;
    found.push({ noun, number: labelNumber(match[2] ?? match[3] ?? ''), start: match.index, end, certain });
    found.push(...furtherNumbers(text, end, noun, labelNumber(match[2] ?? match[3] ?? '')));
  }
  for (const match of allMatches(text, BARE)) {
    const noun = match[1] as Label['noun'];
    const start = match.index + match[0].length - noun.length;
    found.push({ noun, number: '', start, end: start + noun.length, certain: !insideTitle(text, start) });
  }
  return found;
}

/** Whether the words at `start` are a reference for sure, perhaps, or (null) not at all. */
function certainty(text: string, start: number, end: number, noun: string, han: boolean): boolean | null {
  const rest = text.slice(end, end + 5);
  if (opensLine(text, start) && LABEL_END.test(rest)) return null;
  if (UNIT.test(rest) || (han && !AFTER_HAN.test(rest)) || insideTitle(text, start)) return null;
  const before = text.slice(Math.max(0, start - 60), start);
  if (OTHER_DOCUMENT.test(before)) return null;
  const last = before.trimEnd().at(-1);
  if (noun.length === 1 && isHan(last)) {
    if (UNSURE_BEFORE.includes(last ?? '')) return false;
    if (!BEFORE_NOUN.includes(last ?? '') && !VERB_BEFORE.test(before.trimEnd())) return null;
  }
  return !(noun.length === 1 && (IN_ANNEX.test(before) || /[A-Za-z]$/.test(before)));
}

/** Behind the number of an item, too: （一）附件一：评分明细. */
const ITEM_HEAD = /(?:^|\n)(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s?$/;
const opensLine = (text: string, start: number): boolean =>
  start === 0 ||
  text[start - 1] === '\n' ||
  (start < ITEM_HEAD_LENGTH && ITEM_HEAD.test(text.slice(0, start)));
const ITEM_HEAD_LENGTH = 8;

/** Inside 《…》: a title's own words. */
function insideTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  const open = before.lastIndexOf('《');
  return open >= 0 && before.lastIndexOf('》') < open && text.slice(at, at + 100).includes('》');
}

function furtherNumbers(text: string, from: number, noun: Label['noun'], first: string): Reference[] {
  const found: Reference[] = [];
  let at = from;
  let previous = first;
  for (let match = NEXT.exec(text.slice(at, at + 12)); match; match = NEXT.exec(text.slice(at, at + 12))) {
    const end = at + match[0].length;
    if (UNIT.test(text.slice(end, end + 2))) break;
    const number = labelNumber(match[2] ?? '');
    const start = end - (match[2]?.length ?? 0);
    if (/[至到~～–—-]/.test(match[1] ?? '')) found.push(...between(noun, previous, number, start, end));
    found.push({ noun, number, start, end, certain: true });
    previous = number;
    at = end;
  }
  const range = new RegExp(`^[ ]?[至到~～–—-][ ]?${noun}[ ]?(${ARABIC}|${HAN})`).exec(
    text.slice(at, at + 12),
  );
  if (range) found.push(...between(noun, previous, labelNumber(range[1] ?? ''), from, at + range[0].length));
  return found;
}

/** 表1至表4 also names 表2 and 表3. */
function between(noun: Label['noun'], low: string, high: string, start: number, end: number): Reference[] {
  const from = Number(low);
  const to = Number(high);
  if (!(to > from && to - from < 60)) return [];
  return Array.from({ length: to - from - 1 }, (_, step) => ({
    noun,
    number: String(from + 1 + step),
    start,
    end,
    certain: false,
  }));
}
