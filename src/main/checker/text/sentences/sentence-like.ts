import { hanCount } from './sentences';

/** What a report calls itself; a clause that opens with it is a sentence, not a heading. */
export const SELF = '我司|我行|我公司|我单位|我部|我们|本公司|本行|本单位|本机构|本集团';

const SUBJECT = new RegExp(`(?:${SELF})`);
const SUBJECT_FIRST = new RegExp(`^(?:${SELF}|目前，|此外|同时，|下一步，|截至|因此，|后续，)`);
/** Signs of a statement: aspect, tense, comparison, a measured value. */
const STATEMENT =
  /已|正在|将|截至|目前|同比|环比|累计|达到|共计|[现成得立了]了|较上|\d(?:万|亿|余)*(?:元|笔|个|家|户|人|次|件|项|款|份|%|％|个百分点)/;
/** Verbs of work done; after a subject they make a sentence. */
const ACT = /持续|积极|推进|开展|加强|完善|优化|建立|组织|采取|上线|制定|落实|配合|支持|承担|负责/;
/** Nouns that end headings, captions and labels. */
const NOUN_HEAD =
  /(?:情况|成果|问题|措施|建议|计划|安排|概况|背景|目标|思路|分析|总结|说明|明细|统计|介绍|图|表|报告|方案|办法|规则|规定|指引|清单|名单|名录|目录|纪要|通知|函|公司|分行|支行|部门|委员会|部|处|局)$/;
const LABEL =
  /^(?:单位|金额单位|注|备注|附注|说明|来源|数据来源|资料来源|数据口径|联系人|联系方式|联系电话|电话|传真|邮箱|地址|附件|附录|附|抄送|抄报|主送|印发|填报单位|填报人|编制单位|编制人|复核人|审核人|审批人|负责人|经办人|制表人|制表|审核|签发|签发人|日期|报告日期|时间|地点|编号|报告编号|文号|密级|版本|关键词|主题词)\d?[：:]/;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:\.\d{1,2})*[.、．)）]|第[一二三四五六七八九十\d]{1,3}[章节条部])/;
const CLOSING =
  /^(?:以上)?(?:特此|专此)(?:报告|说明|函复|函告|通知|请示|汇报|公告|承诺|回复)$|^以上(?:报告|汇报|意见|请示|情况)?，?(?:妥否，|当否，)?请[^，。]{0,6}(?:审阅|批示|指示|审议|审示)$/;

export const isLabelLine = (text: string): boolean => LABEL.test(text);

/** 现场审计：2025年2月17日—3月14日，共20个工作日; what stands before the colon is short and no clause. */
const ENTRY = /^(?:\d{1,2}[.、．]\s*)?[\p{Script=Han}A-Za-z（）()]{2,10}(?:[：:]\s*|[ \t\u3000]+)(?=\S)/u;
const NO_KEY =
  /(?:如下|包括|分别|其中|认为|指出|要求|表示|发现|显示|表明|强调|说明|下列|以下|问题|是|为|即)[：:]/;

/** A line of a cover or a form: a key, a colon, and a value that no full stop ends. */
export const isEntryLine = (text: string): boolean =>
  ENTRY.test(text) && !NO_KEY.test(text) && !/[。！？；]/.test(text);

/** An entry by itself, with no others around it: what follows the colon is a date or a figure. */
export const isDatedEntry = (text: string): boolean =>
  isEntryLine(text) &&
  /[：:]/.test(text) &&
  /^\d/.test(text.replace(ENTRY, '')) &&
  !SUBJECT.test(text) &&
  text.length <= 60;

export const isNumbered = (text: string): boolean => NUMBERED.test(text);

/** True when a sentence ends inside the text, outside brackets and quotes. */
export const hasInnerSentence = (text: string): boolean => {
  const bare = text.replace(/（[^（）]*）|“[^“”]*”|"[^"]*"|《[^《》]*》/g, '');
  return /[。！？](?=.)/su.test(bare);
};

/** How much a paragraph without a final mark must show before it counts as a sentence. */
export interface SentenceContext {
  /** Numbered or wholly emphasised: it may be a heading. */
  readonly headingLike: boolean;
}

/** Whether text without a final mark is an unfinished sentence rather than a heading, label or noun phrase. */
export function isSentenceLike(text: string, context: SentenceContext): boolean {
  if (isLabelLine(text)) return false;
  if (hasInnerSentence(text)) return !isLabelLine(text.slice(lastSentenceStart(text)));
  const han = hanCount(text);
  const pauses = text.match(/[，；,;]/g)?.length ?? 0;
  const subject = SUBJECT.test(text);
  const statement = STATEMENT.test(text);
  if (context.headingLike) return han >= 20 && pauses > 0 && subject && statement;
  if (CLOSING.test(text)) return true;
  if (NOUN_HEAD.test(text) && han < 30 && !(subject && statement && pauses > 0)) return false;
  if (pauses > 0 && han >= 10 && (subject || statement)) return true;
  if (pauses > 0) return pauses >= 2 ? han >= 25 : han >= 28;
  if (han >= 10 && SUBJECT_FIRST.test(text) && (statement || ACT.test(text))) return true;
  return han >= 25 && statement;
}

function lastSentenceStart(text: string): number {
  const body = text.slice(0, -1);
  return Math.max(body.lastIndexOf('。'), body.lastIndexOf('！'), body.lastIndexOf('？')) + 1;
}
