import { allMatches } from '../../../../shared/matches';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { ordinalValue } from '../../../document/numerals';
import { sourceRange } from '../../../document/prose';

/** A part, chapter or section that the text names and the report does not have. */
export interface SectionDefect {
  readonly label: string;
  readonly range: Range;
}

const NUMBER = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
const OWN =
  '本(?:报告|通报|方案|办法|制度|意见|总结|公告|通知|说明|文件?|规范|标准|指引|规定|细则)(?:的|中的?)?';
/** Without 本 it may be another document's, where one is named in the sentence. */
const POINTED = '(?:详见|参见|(?<![意可不少])见|前述|上述)(?:上文|前文|下文|后文)?的?';
const REFERENCE = new RegExp(
  `(?<lead>${OWN}|${POINTED})(?<label>第(?<number>${NUMBER})(?<noun>部分|章|节)(?:第(?<below>${NUMBER})(?:节|小节|部分|点))?)`,
  'g',
);
const HEAD = new RegExp(
  `^\\s*(?:第\\s?(?<own>${NUMBER})\\s?(?<noun>部分|章|节)|(?<han>[一二三四五六七八九十]{1,3})、)`,
);
/** So many must there be before one of them can be missing. */
const LEAST = 2;

/** 本报告第六部分 in a report of five. */
export function sectionDefects(document: ReportDocument): readonly SectionDefect[] {
  const there = { sections: sectionsOf(document), below: numbersBelow(document) };
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'list-item' ? defectsIn(block.prose, there) : [],
  );
}

type Sections = ReadonlyMap<string, ReadonlySet<number>>;

interface There {
  readonly sections: Sections;
  /** Of each part the numbers of the headings below it. */
  readonly below: ReadonlyMap<number, ReadonlySet<number>>;
}

function defectsIn(prose: Prose, there: There): readonly SectionDefect[] {
  if (!prose.text.includes('第')) return [];
  return allMatches(prose.text, REFERENCE).flatMap((match) => {
    const { lead = '', label = '', number = '', noun = '', below } = match.groups ?? {};
    const numbers = there.sections.get(noun) ?? new Set();
    const value = ordinalValue(number);
    if (value === null || numbers.size < LEAST) return [];
    if (numbers.has(value) && !isMissing(there.below.get(value), below)) return [];
    const start = match.index + lead.length;
    const sentence = prose.text.slice(prose.text.lastIndexOf('。', match.index) + 1, match.index);
    if (!lead.startsWith('本') && /[》”]|办法|通知|规定|条例|协议|合同|手册/.test(sentence)) return [];
    return [{ label, range: sourceRange(prose, start, start + label.length) }];
  });
}

/** 第二部分第5节 where 二、 has headings 1 to 4. */
function isMissing(numbers: ReadonlySet<number> | undefined, below: string | undefined): boolean {
  const value = ordinalValue(below ?? '');
  return value !== null && numbers !== undefined && numbers.size >= LEAST && !numbers.has(value);
}

/** By the part's number, where parts are headings 一、, 第一部分 or 第一章, and the next level is numbered throughout. */
function numbersBelow({ blocks }: ReportDocument): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  let part: { readonly value: number; readonly level: number } | null = null;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const { number, level } = block;
    if (number && (number.scheme === 'han-comma' || number.scheme === 'chapter'))
      part = { value: number.value, level };
    else if (part && level <= part.level) part = null;
    else if (part && level === part.level + 1 && number)
      found.set(part.value, (found.get(part.value) ?? new Set()).add(number.value));
  }
  return found;
}

/** Numbers of parts, chapters and sections; where no part is called so, 一、 and 二、 are the parts. */
function sectionsOf({ blocks }: ReportDocument): Sections {
  const found = new Map<string, Set<number>>();
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const { own, noun, han } = HEAD.exec(block.prose.text)?.groups ?? {};
    const value = ordinalValue(own ?? han ?? '');
    if (value === null || (han !== undefined && block.kind === 'paragraph' && block.prose.text.length > 40))
      continue;
    const kind = noun ?? '、';
    found.set(kind, (found.get(kind) ?? new Set()).add(value));
  }
  const plain = found.get('、');
  if (plain && !found.has('部分')) found.set('部分', plain);
  return found;
}
