/** Verbs and fillers between a metric noun and its number. */
const LINK =
  /(?:已|共|共计|合计|累计|总计|约|近|将近|接近|超过|超|逾|突破|不足|达到|达|增至|降至|升至|为|是|至|有|：|:|高达|仅|只|分别|拓展|覆盖|到|了|计|从|由|的)+$/;
/** What is measured; a qualifier such as 日均 or 累计 belongs to it. */
const NOUN =
  '(?:交易笔数|交易金额|笔数|金额|数量|户数|家数|人数|次数|余额|收入|支出|利润|成本|资产|负债|规模|比例|占比|比重|比率|率|峰值|增幅|数)';
const QUALIFIED = new RegExp(
  `(?:日均|月均|年均|季均|笔均|户均|累计|新增|期末|期初|年末)[\\u4e00-\\u9fff]{0,8}${NOUN}$`,
  'u',
);
const AFTER_OF = new RegExp(`(?<=的)[\\u4e00-\\u9fffA-Za-z（）]{0,12}${NOUN}$`, 'u');
const PLAIN = new RegExp(`[\\u4e00-\\u9fffA-Za-z（）]{0,8}${NOUN}$`, 'u');
const CLAUSE_END = /[，。；：、！？（）()\n“”"《》]/;
const MAX_CONCEPT = 16;

export interface Meaning {
  readonly concept: string;
  /** Empty when the clause names none. */
  readonly scope: string;
}

/**
 * What a number measures: the noun before it (`日均交易笔数达`), else the noun that its measure word counts
 * (`13款腾讯App`). `before` reaches back to the number before, `sentence` to the paragraph's start.
 */
export function conceptOf(before: string, after: string, sentence: string): Meaning {
  const clause = lastClause(before).replace(LINK, '');
  const metric = metricAtEnd(clause);
  if (metric) {
    const concept = metric[0].replace(/^(?:的|其中)+/, '');
    return { concept, scope: scopeOf(clause.slice(0, metric.index), sentence) };
  }
  const counted = firstPhrase(after);
  if (counted !== '') return { concept: counted, scope: '' };
  return { concept: clause.slice(-MAX_CONCEPT), scope: '' };
}

const metricAtEnd = (clause: string): RegExpExecArray | null =>
  QUALIFIED.exec(clause) ?? AFTER_OF.exec(clause) ?? PLAIN.exec(clause);

function lastClause(text: string): string {
  for (let index = text.length - 1; index >= 0; index--) {
    if (CLAUSE_END.test(text.charAt(index))) return text.slice(index + 1);
  }
  return text;
}

function firstPhrase(text: string): string {
  const end = text.search(/[，。；：、！？（()）\n“”"《》的和与及以]|支持|覆盖|开展|进行|已|使用|接入/);
  const phrase = end < 0 ? text : text.slice(0, end);
  return /^[\u4e00-\u9fffA-Za-z]{2,}/.test(phrase) ? phrase.slice(0, MAX_CONCEPT) : '';
}

const PERIOD_WORDS = /^(?:截至|截止|自)?(?:(?:19|20)\d{2}年)?(?:度)?(?:\d{1,2}月)?(?:末|底|期间|份)?[，,]?/;

/** The subject before the metric noun; an earlier clause's when this one starts with the metric itself. */
function scopeOf(subject: string, sentence: string): string {
  const own = subject.replace(PERIOD_WORDS, '').replace(/[的其中]+$/, '');
  if (own.length >= 2) return own;
  const start = sentence.lastIndexOf('。') + 1;
  const clauses = sentence
    .slice(start)
    .split(/[，；]/)
    .map((clause) => clause.replace(PERIOD_WORDS, ''));
  const named = clauses.find((clause) => metricAtEnd(clause.replace(/(?:为|达|达到|至).*$/, '')));
  const head = named?.replace(/(?:为|达|达到|至).*$/, '');
  const metric = head === undefined ? null : metricAtEnd(head);
  return head && metric ? head.slice(0, metric.index).replace(/的$/, '') : '';
}
