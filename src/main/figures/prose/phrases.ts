import { rememberedText } from '../../../shared/memo';
import { withoutPeriods } from '../period-flow';
import { CORE, METRIC, QUALIFIER, SELF, TERMS, VERBS } from './words';

/** What is measured, and of what. */
export interface Meaning {
  readonly concept: string;
  readonly scope: string;
}

const LINK =
  /(?:已经?|现已|现|仅|只|共有|共计|共|合计|总计|总共|一共|总量|(?<![节签契预履制违邀条公特集解毁爽失])约为?|大约|近|将近|接近|超过?|超出|逾|突破|不足|不到|至少|达成|达到?|高达|多达|[增升降减]至|(?:增加|增长|减少|下降|降低|提高|提升|上升|上涨|扩大|拓展|扩展|扩充|缩短|缩减|缩小|回落|回升|压降|压缩|发展|上调|下调|调整|延长|下调|下滑)[至到为]?(?<=[至到为])|拓展|为|是|至|到|有|：|:|由|从|在|的|了|计|实现|完成|分别|各|均|都|就|又|也|还|再|另有|需|合|即|占|免费|分批|陆续|集中|统一|共同|保持|维持|稳定)$/;
/** What each of them ends in: most heads end in none, and are not searched. */
const LINK_LAST = oneOf(
  '已经现仅只有计共量为约近过超出逾破足到少成达至展是：:由从在的了各均都就又也还再需合即占费批续中一同持定别',
);
const AVERAGED_LAST = oneOf('计积均增');

function oneOf(characters: string): (text: string) => boolean {
  const table = new Uint8Array(0x10000);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return (text) => table[text.charCodeAt(text.length - 1)] === 1;
}

const AVERAGED = /(?:累计|累积|日均|月均|年均|季均|平均|新增|净增)$/;
const LEADING =
  /^(?:[、，,；;的\s]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|和(?![解谐])|与(?!会)|以及|及(?![时格])|其中|此外|另外|另(?!类)|同时|同步|并且|并(?![表购发网案户])|且|而|但|还(?![款贷本息])|也|又|现(?![场金行代货状券房值价有存])|即(?![时期付将])|如(?![实期数])|按照|据统计|据初步核算|初步核算|经统计|统计显示|数据显示|总体看|整体看|总体上|整体上|一是|[二三四五六七八九]是|共计|合计|期间|以来|时点|约(?![定谈])|近|自(?![营有动助愿查评由建行主身律然用费设研贸融提选])|截至|截止|到(?![账期位岗场店付])|将|把(?![关控握])|共(?![同享建有和计]))/;
const selves = new RegExp(
  `^(?:${SELF}|(?:以上|上述|前述|该|此|这|其|各(?![项类种地个])|全部|所有)(?=[\\p{Script=Han}A-Za-z]{2}))`,
  'u',
);
const VERB_END = new RegExp(`(?:${VERBS}|${TERMS})(?:了|过|有|的是)?$`);
const VERB = new RegExp(`(?:已经?|现已|共同|持续|累计)?(?:${VERBS})|已(?!有)|(?<=.{2})(?:将|均|共有)`);
const METRIC_END = new RegExp(`${METRIC}$`);
const HAN = '\\p{Script=Han}A-Za-z0-9';
const QUALIFIED = new RegExp(`(?:${QUALIFIER})+(?:(?!${QUALIFIER}|的)[${HAN}（）()、]){0,14}${METRIC}$`, 'u');
const CORE_END = new RegExp(`${CORE}$`);

/** The words before a figure without what links them to it: `已累计拓展商户数量超过` → 累计拓展商户数量. */
export interface Phrase {
  readonly noun: string;
  /** 累计 or 日均 behind the noun: 交易笔数累计. */
  readonly qualifier: string;
  /** The verb whose object is counted: 覆盖, 新增. */
  readonly verb: string;
}

export function phraseOf(head: string): Phrase {
  let noun = stripLeading(head);
  let qualifier = '';
  let verb = '';
  for (let turn = 0; turn < 12; turn++) {
    const tail = AVERAGED_LAST(noun) ? AVERAGED.exec(noun)?.[0] : undefined;
    if (tail) {
      qualifier = tail + qualifier;
      noun = noun.slice(0, -tail.length);
      continue;
    }
    if (/(?:分为|分成)$/.test(noun)) break;
    const link = (LINK_LAST(noun) ? LINK.exec(noun)?.[0] : undefined) ?? /[\s，、]$/.exec(noun)?.[0];
    if (!link) break;
    noun = noun.slice(0, -link.length);
  }
  verb = VERB_END.exec(noun)?.[0] ?? '';
  if (verb !== '') noun = noun.slice(0, -verb.length);
  if (verb !== '') noun = noun.replace(/(?:免费|集中|统一|分批|陆续|共同|主动|先后|逐步|累计)$/, '');
  if (/[已经]$/.test(noun)) noun = noun.replace(/已经?$/, '');
  return { noun: stripLeading(noun), qualifier, verb };
}

/** Without conjunctions, periods and the author's own names at the start. */
export const stripLeading = rememberedText((text): string => {
  let rest = withoutPeriods(text).trim();
  for (let turn = 0; turn < 8; turn++) {
    const next = rest.replace(LEADING, '').replace(selves, '');
    if (next === rest) return rest;
    rest = next;
  }
  return rest;
});

export const isMetric = (noun: string): boolean => METRIC_END.test(noun) && noun.length >= 2;

const STARTS_WITH_VERB = new RegExp(`^(?:${VERBS})`);

/** A noun that others may be said of, not a verb with its object. */
export const isName = (noun: string): boolean => !STARTS_WITH_VERB.test(noun);

/** 微信小程序场景累计交易笔数 → 累计交易笔数 of 微信小程序场景. */
export function splitMetric(noun: string): Meaning {
  const at = conceptStart(noun);
  return { concept: tidy(noun.slice(at)), scope: scopeText(noun.slice(0, at)) };
}

/** 拦截交易笔数 are not the 交易笔数. */
const ACTING =
  /(?:拦截|识别|冻结|止付|劝阻|查处|监测|退还|挽回|减免|拨付|发放|补贴|带动|拉动|撬动|引导|涉及)$/;

function conceptStart(noun: string): number {
  const qualified = QUALIFIED.exec(noun);
  if (qualified) return qualified.index;
  const core = CORE_END.exec(noun);
  if (core) return core.index - (ACTING.exec(noun.slice(0, core.index))?.[0].length ?? 0);
  const done = Math.max(noun.lastIndexOf('实现'), noun.lastIndexOf('完成')) + 2;
  if (done >= 4 && noun.length - done >= 2) return done;
  const of = WHOLE_NAME.test(noun) ? 0 : noun.lastIndexOf('的') + 1;
  if (of > 0 && noun.length - of >= 2) return of;
  const bracket = Math.max(noun.lastIndexOf('）'), noun.lastIndexOf(')')) + 1;
  if (bracket > 0 && noun.length - bracket >= 3) return bracket;
  const place =
    /^在?[\p{Script=Han}A-Za-z]{2,16}?(?:场景|渠道|方面|领域|地区|范围)?(?:内|中|里|上|，)(?=[\p{Script=Han}]{3})/u.exec(
      noun,
    );
  return place && /^在|(?:场景|渠道|方面|领域|地区|范围)[内中里上]$/.test(place[0]) ? place[0].length : 0;
}

/** Names with 的 of the accounting standards. */
const WHOLE_NAME = /归属于|归属|(?:经营|投资|筹资)活动|扣除非经常性|以公允价值/;

export const tidy = (concept: string): string =>
  concept
    .replace(/^(?:的|其中|实现|完成|拥有|共有|取得|已|共)+(?=..)/, '')
    .replace(/^(?:共|已)?(?:处理|发生)(?=..)/, '')
    .replace(/\s+/g, '');

const TRAILING =
  /(?:的|已经?|均|共|也|还|其|之|内|里|(?<!线)[上下]|中|方面|重点|以下|主要|处理|实现|完成|达到?|拓展|办理|合计|共计|总|、|，|\s)$/;
const EMPTY =
  /^(?:围绕|聚焦|坚持|采取|连续|平均每?|其中|此外|前期|近期|此前|后续|随后|整体|总体|全部|目前|累计|当前|所有|各项|有关|相关|主要|业务|合计|[一二三四五六七八九]是|.)$/;
const ONLY_VERB = new RegExp(`^(?:累计|共|已)?(?:${VERBS})+$`);
const LONGEST = 36;

/** Words that may say of what: no verb at the end, no period, no list; empty when nothing is left. */
export function scopeText(text: string): string {
  let rest = stripLeading(text)
    .replace(/^(?:通过|在|对|从|按|就|由|于|向|为)(?=..)/, '')
    .replace(/^(?:共|累计)?(?:处理|发生|完成|实现)(?=..)/, '');
  for (let turn = 0; turn < 8; turn++) {
    const next = rest.replace(TRAILING, '');
    if (next === rest) break;
    rest = next;
  }
  if (/^(?:共|将|因|使|让|把|被|对|给|可|能|即|如)/.test(rest)) return '';
  return EMPTY.test(rest) || ONLY_VERB.test(rest) || rest.length > LONGEST ? '' : rest;
}

const CIRCUMSTANCE =
  /^(?:为|根据|依据|随着|围绕|结合|由于|针对|基于|通过|经|对|按|在|面对|受|除|以|聚焦|坚持|认真|积极|继续|持续|不断|进一步|全面|深入|始终|着力|大力|加强|推进|推动|落实|做好)/;

/** 云杉渠道：交易笔数…. */
const LABEL =
  /^\s*(?:[（(]?\d{1,2}[）).、．]\s*)?([^，。；、：:\d]{2,16})(?<!包括|如下|其中|分别|情况|为|是|有|即|下|看|明|示|出)[：:]/;

/** Who a sentence is about: the subject of its first clause that has a verb. */
export function sentenceSubject(text: string): string {
  const label = LABEL.exec(text)?.[1];
  if (label !== undefined) return scopeText(label);
  for (const clause of text.split(/[，；：,;:]/, 4)) {
    const noun = stripLeading(clause);
    if (noun.length < 2) continue;
    const verb = VERB.exec(noun);
    if (!verb || CIRCUMSTANCE.test(noun)) return '';
    const subject = subjectOf(noun.replace(/[由从].*$/, ''));
    if (/\d/.test(subject)) return '';
    return !isMetric(subject) && subject.length >= 2 && subject.length <= 16 ? subject : '';
  }
  return '';
}

/** Who or what does it, before the first verb: 云闪付已接入…等 → 云闪付. */
export function subjectOf(noun: string): string {
  const verb = VERB.exec(noun);
  const subject = verb ? noun.slice(0, verb.index) : noun;
  return /等$|如|、.*、|或/.test(subject) ? '' : scopeText(subject);
}
