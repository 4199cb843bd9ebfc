import { VERBS } from './words';

const END = new RegExp(
  `[，。；：、！？（）()\\n“”"《》【】,;:]|(?:${VERBS})|的|等|以及|以|并|和(?!地区)|与(?!地区)|及(?!地区)|已|均|都|为|是|由|在(?!线)|对|被|将|可(?!再生)|达|共|分别|其|同比|环比|较|比|占|计划|拟|预计|力争|同步|推进|陆续|先后|逐步|全部|相继|合计|累计|共计|总|提[升高]|增[加长至]|下降|上升|降[至低]|扩大|缩[小短减]|减[少至]|回落|升至|因|采取|方便|用于|帮助|全(?=[\\p{Script=Han}])(?![国球省市区])|左右|以上|以下|以内|上下|多|余|后|前|时(?!间)|中(?=[，。]|$)|内(?!部)|结算|\\s`,
  'gu',
);
const BEGINS =
  /^(?:合作|服务|发展|培训|管理|保障|监测|参与|投放|检查|采购|处理|受理|整改|救助|托管|支持|举办|中|其)$/;
const WORDY = /^[省市县区国州]$|^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z\d]+$/u;
/** Units that are nouns themselves: 四个方面 counts 方面, 两步 steps. */
const NOUN_UNITS = /^(?:方面|维度|阶段|环节|步骤|步|要素|国家|轮|场|个月|年|天|小时|分钟|人次|人|户)$/;
const LONGEST = 16;

/** The noun that a measure word counts, from the text behind it: `款腾讯系App内支付场景` → 腾讯系App. Empty when there is none. */
export function countedNoun(after: string): string {
  const text = after.replace(
    /^(?:左右|以上|以下|余|多)?(?:的)?(?:不同[^，。的]{0,10}的|各类|各种|主要|重点)?(?:的)?/,
    '',
  );
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    // Some verbs begin a noun: 合作机构, 服务商户.
    if (match.index >= 2 || !BEGINS.test(match[0])) {
      return wordy(text.slice(0, match.index));
    }
    if (END.lastIndex === match.index) END.lastIndex++;
  }
  return wordy(text);
}

const wordy = (noun: string): string => {
  const compact = noun.trim();
  return WORDY.test(compact) ? compact.slice(0, LONGEST) : '';
};

export const unitNoun = (unit: string): string => {
  if (unit === '步') return '步骤';
  return NOUN_UNITS.test(unit) ? unit : '';
};
