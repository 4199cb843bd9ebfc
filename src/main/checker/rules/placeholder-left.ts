import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import type { SourceMark } from '../../../shared/model/source';
import { sourceRange } from '../../document/prose';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';

type MessageId = 'residue' | 'pending' | 'blank' | 'prompt' | 'highlighted' | 'struck';

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
/** 待补充 and a row of marks where a figure is due; XXX where a name or number is, to the end of its field. */
const UNFILLED =
  /(?:待(?:补充|补|填写?|定|更新|核实|确认)|_{2,}|＿{2,}|[?？]{2,})(?=\s*(?:万元|亿元|万笔|亿笔|笔|万户|户|家|件|项|人次|名(?!单)|份|台|个百分点|[%％])(?:[，。；、）]|$))|(?<=(?:人|电话|邮箱|地址|账号|编号|文号|单位|部门)[：:]\s?)[XxＸ×]{2,}(?=[，。；、）]|$)/gu;
/** 【此处待财务部确认】, （数据待更新）: a note in brackets that something is still to come. */
const NOTED =
  /[【[]\s*[^【】[\]]{1,16}待[^【】[\]]{0,10}(?:补充|填写|确认|更新|核实|核对|插入|提供|明确|统计|完善|修改|定稿|校对|汇总)[】\]]|[（(](?:数据|数字|数值|金额|内容|图表|附件|本段|此处)待(?:补充|填写|确认|更新|核实|核对|插入|提供|明确|统计|完善|定)[^（）()]{0,4}[）)]/g;
/** What a spreadsheet or Word shows where it cannot find what belongs there. */
const RESIDUE =
  /#(?:REF|DIV\/0|VALUE|NAME|NULL|NUM|N\/A)[!！?？]?|(?:错误|Error)\s?[!！]\s?(?:未找到引用源|未定义书签|书签未定义|文档中没有指定样式的文字|不能识别的开关参数|Reference source not found|Bookmark not defined)[。.]?|(?<![A-Za-z])(?:NaN|null|undefined)(?=\s?(?:万元|亿元|笔|户|家|件|[%％]|个百分点))/g;
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
    blank: '“{text}”处的内容没有填写',
    residue: '“{text}”是程序留下的出错标记，应补上原来的内容',
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
    ...found(NOTED, 'pending'),
    ...found(UNFILLED, 'blank'),
    ...found(RESIDUE, 'residue'),
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
