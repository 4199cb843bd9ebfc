import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import type { SourceMark } from '../../../shared/model/source';
import { sourceRange } from '../../document/prose';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';

type MessageId = 'pending' | 'blank' | 'prompt' | 'highlighted' | 'struck';

/** Notes of authors to themselves, bracketed or not. */
const PENDING =
  /[【[［（(〔]\s*(?:待[补填定核确更修完加商查][\p{Script=Han}]{0,10}|请(?:补充|填写|核实|确认|更新)[\p{Script=Han}]{0,10}|此处(?:补充|填写|插入|略)[\p{Script=Han}]{0,10})\s*[】\]］）)〕]|(?<![A-Za-z])(?:TODO|TBD|TBC|FIXME)(?![A-Za-z])/gu;
/**
 * X where a figure is to come: `XX万元`, `20XX年`, `X月X日`, `增长X.X%`. A lone X before a unit may be a name (X类),
 * so one X counts only beside another or before a date's or amount's unit.
 */
const BLANK =
  /(?<![A-Za-z×+＋-])(?:\d{0,3}[XxＸ×]{2,4}|[XxＸ×]+[.．][XxＸ×]+|[XxＸ×])(?=\s*(?:年|月|日|万元|亿元|元(?!素)|万笔|亿笔|笔|万户|户|家|个(?!人)|件|项|人次|名|天|小时|分钟|份|台|次(?!方)|[%％]|个百分点|倍(?!率)))(?![A-Za-z])/gu;
/** X where the number of a document or article is to come: 第XX号, 〔20XX〕X号; 〔2025〕号 lacks it. */
const UNNUMBERED =
  /(?<=第\s?)[XxＸ×]{1,4}(?=\s?(?:号(?![楼机线门仓])|[条款期批章届]))|(?<=[〔[［（(])20[XxＸ×]{2}(?=[〕\]］）)])|(?<=[〔[［（(]\s?(?:20\d\d|20[XxＸ×]{2})\s?[〕\]］）)]\s?)(?:第\s?)?[XxＸ×]{1,4}(?=\s?号)|〔20\d\d〕(?=号)/gu;
/** 【】 that waits for its words. */
const EMPTY = /【\s*】/g;

/** Placeholders that nobody filled in, and what Word shows as highlighted or struck out. */
export const placeholderLeft = defineRule<MessageId>({
  code: 'C502',
  name: 'placeholder-left',
  severity: 'error',
  looks: 'near',
  messages: {
    pending: '“{text}”是待补内容，报送前应补齐或删去',
    blank: '“{text}”处的数字没有填写',
    prompt: '表单提示“{text}”没有填写',
    highlighted: '原件里“{text}”加了突出显示，请确认内容已定稿',
    struck: '原件里“{text}”带删除线，请删去或恢复',
  },
  check: (report) => [...textProblems(report.document, undefined), ...markProblems(report)],
});

const textProblems = proseSearch([['pair'], ['latin'], ['blank']], inProse);

function inProse(prose: Prose): Problem<MessageId>[] {
  const found = (pattern: RegExp, message: MessageId): Problem<MessageId>[] =>
    allMatches(prose.text, pattern).map((match) => ({
      message,
      data: { text: match[0].trim() },
      range: sourceRange(prose, match.index, match.index + match[0].length),
    }));
  return [
    ...found(PENDING, 'pending'),
    ...found(EMPTY, 'pending'),
    ...found(BLANK, 'blank'),
    ...found(UNNUMBERED, 'blank'),
  ];
}

const MARKED = { prompt: 'prompt', highlighted: 'highlighted', struck: 'struck' } as const;

const isMarked = (kind: SourceMark['kind']): kind is keyof typeof MARKED => kind in MARKED;

function markProblems({ document, marks }: CheckedReport): Problem<MessageId>[] {
  return marks.flatMap(({ kind, range }) => {
    if (!isMarked(kind) || range.end <= range.start) return [];
    const text = shown(document.text, range);
    if (text === '') return [];
    const severity = kind === 'highlighted' ? 'doubt' : 'error';
    return [{ message: MARKED[kind], data: { text }, range, severity }];
  });
}

const shown = (text: string, { start, end }: Range): string => {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
};
