import { allMatches } from '../../../../shared/matches';
import { ordinalValue } from '../../../document/numerals';
import type { PartKind } from './numbered-parts';

/** A part of the report that a sentence names, with what it says of it. Indices into the prose. */
export interface PartReference {
  readonly kind: PartKind;
  /** As `NumberedPart.key`; with a star for the part that the reference stands in (本章第（二）节). */
  readonly key: string;
  readonly label: string;
  readonly start: number;
  /** The words that tell what stands there: 故障重演 of 3.3所述故障重演. */
  readonly said: string;
  /** The sentence around it. */
  readonly sentence: string;
  /** False where it is only pointed at (见3.3), and the words before may be of something else. */
  readonly isDescribed: boolean;
}

const NUMBER = '[一二三四五六七八九十百]{1,4}|\\d{1,2}';
const LABEL = [
  `问题(?<question>${NUMBER})(?:第?[（(](?<item>${NUMBER})[）)](?:项|点)?)?`,
  `第(?<article>${NUMBER})条`,
  `(?:第(?<part>${NUMBER})(?:部分|章)|(?<own>本(?:部分|章)))(?:第?[（(]?(?<below>[一二三四五六七八九十]{1,3})[）)]?(?:项|节|点|条|小节|部分))?`,
  `(?<![\\d.])(?<decimal>\\d{1,2}(?:\\.\\d{1,2}){1,2})(?![\\d.%％‰万亿元])(?:节|条|项|款)?`,
].join('|');
const DESCRIBED = new RegExp(
  `(?<label>${LABEL})(?:所(?:述|列|称|指|说|提)的?|(?:中)?(?:采用|使用|提到|提及|披露|列示|说明|提出|介绍)的)(?<said>[^，。；：、（）()\\n“”]{2,24})`,
  'g',
);
const AS = new RegExp(
  `(?:如|正如|按照?)(?:本报告)?(?<label>${LABEL})所(?:述|列|示|说)，(?<said>[^。；\\n]{4,40})`,
  'g',
);
const SEEN = new RegExp(
  `(?<said>[^，。；：\\n（(]{4,30})(?:[（(，](?:详?见|参见)(?:本报告)?|(?:详见|参见)(?:本报告)?)(?<label>${LABEL})(?=[）)，。；])`,
  'g',
);
/** 第十七条所列数据已经审计: from here on it is told what became of it. */
const PREDICATE =
  /已|将|由|与|(?<!平)均|应(?![收付急用])|须|可(?![疑用])|未(?!决)|经(?![营济办])|不(?![良合符])|分别|按(?!揭)|有(?![效关])|为|是|在(?![线途])|至|于|一致|相同|对应/;
const MAY = /所[述列称指说提示]|见|第.*[用及到露示明出绍]的/;
/** Of another document, or of none that is known. */
const OTHER =
  /》[^，。；]{0,8}$|(?:办法|条例|规定|指引|规则|法|协议|合同|意见书?|通知|来函|函|方案|通报|手册|标准|规范|批复|细则|附件[一二三四五六七八九十\d]?|附录[A-Z\d]?)(?:的|中|之)?$/;

/** The references of a text to its own parts. */
export function partReferences(text: string): readonly PartReference[] {
  if (!MAY.test(text)) return [];
  const seen = new Set<number>();
  return [DESCRIBED, AS, SEEN].flatMap((pattern) =>
    allMatches(text, pattern).flatMap((match): PartReference[] => {
      const { label = '', said = '' } = match.groups ?? {};
      const start = match.index + match[0].indexOf(label, pattern === SEEN ? said.length : 0);
      if (seen.has(start) || OTHER.test(text.slice(Math.max(0, start - 40), start))) return [];
      const named = nameOf(match.groups ?? {});
      if (!named) return [];
      seen.add(start);
      const told = pattern === DESCRIBED ? (said.split(PREDICATE)[0] ?? '') : said;
      const from = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start))) + 1;
      const sentence = text.slice(from).split(/[。；\n]/)[0] ?? '';
      return [{ ...named, label, start, said: told, sentence, isDescribed: pattern !== SEEN }];
    }),
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function nameOf({
  article,
  part,
  own,
  below,
  decimal,
  question,
  item,
}: Groups): Pick<PartReference, 'kind' | 'key'> | null {
  if (decimal !== undefined) return { kind: 'decimal', key: decimal };
  const value = (text: string | undefined): string => String(ordinalValue(text ?? '') ?? '');
  if (question !== undefined)
    return item === undefined
      ? { kind: 'question', key: value(question) }
      : { kind: 'below', key: `问题${value(question)}/${value(item)}` };
  if (article !== undefined) return { kind: 'article', key: value(article) };
  if (own !== undefined) return below === undefined ? null : { kind: 'below', key: `*/${value(below)}` };
  return below === undefined
    ? { kind: 'part', key: value(part) }
    : { kind: 'below', key: `${value(part)}/${value(below)}` };
}
