/** 单笔金额 is not 金额, 投诉占比 not 投诉: what narrows a measure must stand on both sides. */
const NARROW =
  /单笔|笔均|户均|人均|日均|月均|家均|场均|平均|均|最[高低大小]|累计|新增|净|占比|比重|比例|密度|同比|环比|率|每[\p{Script=Han}]{1,2}/gu;
const PERIOD = /[一二三四]季度|[上下]半年|\d{1,2}月|全年/g;
const COUNTER = /(?:数量|总数|个数|总量|[件笔户家次人份条台]数|数|量|情况)$/;
const HEAD = 2;

const wordsOf = (text: string, pattern: RegExp): string => [...(text.match(pattern) ?? [])].sort().join(' ');

/** Whether the words of a sentence mean a column of this name: 月末余额 and 余额, 发现问题 and 问题数. */
export function isMeasure(header: string, words: string): boolean {
  if (wordsOf(header, NARROW) !== wordsOf(words, NARROW)) return false;
  const [periods, own] = [wordsOf(words, PERIOD), wordsOf(header, PERIOD)];
  if (periods !== '' && periods !== own) return false;
  const [name, said] = [bare(header.replace(PERIOD, '')), bare(words.replace(PERIOD, ''))];
  if (name.length < HEAD || said.length < HEAD) return false;
  return name.endsWith(said) || said.endsWith(name) || header.endsWith(words.replace(/(?<=.{3})数$/, ''));
}

function bare(text: string): string {
  const short = text.replace(COUNTER, '');
  return short.length < HEAD ? text : short;
}
