import { leftOver } from '../../../figures/identity/grade';
import type { Claim } from '../prose/claims';

/** What is said beside a figure, each as far as the next mark or digit. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const REACH = 36;
const BEHIND = 18;
const LONGEST = 300;

export const aroundOf = (text: string, { spot: { from, to } }: Claim): Around => ({
  before:
    /[^，,。；;：:、（）()！？\n\d０-９]*$/.exec(text.slice(Math.max(0, from - REACH), from))?.[0] ?? '',
  after: /^[^，,。；;：:、（）()！？\n\d０-９]*/.exec(text.slice(to, to + BEHIND))?.[0] ?? '',
});

/** Where the sentence of a figure begins and ends in its text; a semicolon begins another. */
export function sentenceOf(
  text: string,
  { spot: { from, to } }: Claim,
): readonly [start: number, end: number] {
  const first = Math.max(0, from - LONGEST);
  let start = from;
  while (start > first && !ENDS.includes(text.charAt(start - 1))) start--;
  let end = to;
  while (end < Math.min(text.length, to + LONGEST) && !ENDS.includes(text.charAt(end))) end++;
  return [start, end];
}

const ENDS = '。；;\n';

/** Says nothing about which figure is meant, nor does what somebody is to do with it. */
const FILLER =
  /截[至止]|自查期|报告期|目前|现阶段|当前|全年|年度|上述|前述|以上|所[列述涉]|该|其中?|其余|对于|对(?![公私])|针对|加[快大]|推[动进]|继续|持续|督促|抓[好紧]|做好|落实|力争|争取|确保|完成|剩余|余下|[尚仍还]有|[尚仍]余|合计|总计|共计|共有?|累计|涉及|发现|问题|我[司行]|我?[本该]?(?<![分子母])公司|本[行单位]+|已经?|均|仍|也|并|逐[一项户笔]|按期|如期|一是|[二三四五六七八九]是|下一步|工作|[的了中为有就将把之内里]|[年月季期半][初末底]|\d+|[年月日]/g;

/** Of the words by which a whole is introduced, those that tell it from a larger one. */
const NARROWING =
  /[类型级档批轮次]|领域|方面|条线|环节|部|中心|风险|重[大点要]|一般|上[年月]|上半年|下半年|[一二三四]季度|[省市县区]|公司|[分支]行|渠道|[东南西北]|线[上下]|境[内外]|个人|对[公私]|单位|企业|机构|超期|逾期/;

/** Whether what introduces a whole (商户管理类问题23个) says more of it than another text does. */
export const isNarrower = (words: string, within: string): boolean =>
  words
    .replace(FILLER, ' ')
    .split(/[^\p{L}]+/u)
    .some((run) => run.length > 1 && NARROWING.test(leftOver(run, within)));

/** Whether all that a stretch of words says of a figure is said in another text too; a single character says nothing. */
export const isCovered = (words: string, within: string): boolean =>
  words
    .replace(FILLER, ' ')
    .split(/[^\p{L}]+/u)
    .every((run) => run.length < 2 || leftOver(run, within).length < 2);
