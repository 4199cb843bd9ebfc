import { countedNoun, unitNoun } from './counted';
import {
  isMetric,
  type Meaning,
  type Phrase,
  phraseOf,
  scopeText,
  splitMetric,
  subjectOf,
  tidy,
} from './phrases';
import type { Spot } from './spots';
import { CORE, UNIT_NOUN } from './words';

/** What a figure means by the words around it alone; `concept` is empty where these tell none. */
export interface Level extends Meaning {
  /** The noun is a thing or a place, not a measure: it may as well be a part of what was measured before. */
  readonly isThing: boolean;
  /** A counted noun, which what was spoken of before does not own. */
  readonly isCounted?: boolean;
  /** 净增 of 临江市净增14,875户; the concept begins with it. */
  readonly verb?: string;
}

const HAPPENS = /(?:业务|交易|消费|转账|充值|提现|支付|退款|缴费|收单|结算|清算|代发)$/;
const KEPT_VERB =
  /^(?:新增|净增|发放|派发|办理|处理|受理|开立|举办|召开|组织|培训|查处|拦截|新建|关闭|注销|清退|退还|减免|发行|拨付|采购|接待|整改|走访)/;
const LASTS = /^(?:历时|耗时|用时)$/;
/** 满10元立减2元: terms of an offer. */
const PROMISED: readonly (readonly [RegExp, string])[] = [
  [/^满$/, '活动门槛'],
  [/^(?:立减|减)$/, '优惠金额'],
];
/** Verbs that are nouns as well: 研发投入2.34亿元. */
const NOUN_VERB =
  /^(?:投入|处罚|安排|采购|减免|让利|合作|培训|保障|服务|使用|准备|救助|资助|支持|发行|托管)$/;
const TIME = /^(?:年|天|日|周|个月|个工作日|个交易日|个自然日|个星期|个季度|小时|分钟|秒|毫秒)$/;
const BARE_CORE = new RegExp(`^(?:${CORE})$`);
const BELONGS = /(?:金额|笔数|户数|家数|人数|台数|件数|人次|次数)$/;
/** Units that measure and do not count: no noun behind them says what is measured. */
const MEASURING = /元$|^[%‰]$|^笔$|^倍$|^个百分点$|^基点$|^$/;

/** `日均交易笔数为`, `覆盖…13款腾讯App`, `已累计交易约1.4亿笔`. */
export function levelOf({ head, after, quantity }: Spot): Level {
  const phrase = phraseOf(head);
  const { unit } = quantity;
  const isMeasuring = MEASURING.test(unit);
  const promised = PROMISED.find(([verb]) => verb.test(phrase.verb));
  if (promised && unit.endsWith('元')) return { concept: promised[1], scope: '', isThing: false };
  if (LASTS.test(phrase.verb)) return { concept: phrase.verb, scope: scopeText(phrase.noun), isThing: false };
  if (HAPPENS.test(phrase.noun) && UNIT_NOUN[unit] && isMeasuring) {
    return metricOf({ ...phrase, noun: `${phrase.noun}${UNIT_NOUN[unit]}` });
  }
  if (phrase.verb === '' && isMetric(phrase.noun) && (isMeasuring || !/等$/.test(phrase.noun))) {
    return metricOf(phrase);
  }
  const counted = isMeasuring && unit !== '笔' ? '' : countedNoun(after);
  if (counted !== '') return countedOf(phrase, counted);
  return elidedOf(phrase, unit, after);
}

function metricOf(phrase: Phrase): Level {
  const { concept, scope } = splitMetric(phrase.noun);
  const lead = concept.includes(phrase.qualifier) ? '' : phrase.qualifier;
  return { concept: `${lead}${concept}`, scope, isThing: false };
}

function countedOf({ noun, verb, qualifier }: Phrase, counted: string): Level {
  const kept = KEPT_VERB.exec(verb)?.[0] ?? /新增|净增/.exec(qualifier)?.[0] ?? '';
  return { concept: `${kept}${tidy(counted)}`, scope: subjectOf(noun), isThing: false, isCounted: true };
}

/** Nothing is counted behind the figure: the subject before it is (境外钱包App已拓展到29个), or the verb's object is left out. */
function elidedOf({ noun, verb, qualifier }: Phrase, unit: string, after: string): Level {
  const kept = KEPT_VERB.exec(verb)?.[0] ?? /新增|净增/.exec(qualifier)?.[0] ?? '';
  if (noun === '' || /等$/.test(noun)) {
    const counted = MEASURING.test(unit) ? countedNoun(after) : '';
    if (counted === '' && verb === '' && TIME.test(unit))
      return { concept: '时长', scope: '', isThing: false, isCounted: true };
    return {
      concept: counted === '' ? kept || unitNoun(unit) || verb : `${kept}${counted}`,
      scope: '',
      isThing: false,
    };
  }
  if (kept === '' && NOUN_VERB.test(verb) && noun.length >= 2 && MEASURING.test(unit)) {
    return metricOf({ noun: `${noun}${verb}`, verb: '', qualifier });
  }
  const { concept, scope } = splitThing(noun);
  if (TIME.test(unit)) return { concept: '时长', scope: '', isThing: false, isCounted: true };
  if (concept === '') return { concept: verb || unitNoun(unit), scope: '', isThing: false };
  return { concept: `${kept || qualifier}${concept}`, scope, isThing: true, verb: kept || qualifier };
}

const PLACE = /^在([^，。、的]{2,12}?(?:内|中|范围内))(?=.{2})/;

/** 我司合作的境外钱包 → 境外钱包 of 合作. A clause is no name. */
function splitThing(noun: string): Meaning {
  const place = PLACE.exec(noun);
  if (place)
    return { concept: tidy(scopeText(noun.slice(place[0].length))), scope: scopeText(place[1] ?? '') };
  const at = noun.lastIndexOf('的') + 1;
  const concept = tidy(scopeText(noun.length - at >= 2 ? noun.slice(at) : noun));
  const scope = at > 0 && noun.length - at >= 2 ? scopeText(noun.slice(0, at - 1)) : '';
  return { concept: concept.length > 20 ? '' : concept, scope: /、.*、|等/.test(scope) ? '' : scope };
}

/** The figure before, as far as one without a noun of its own goes on with it. */
export interface Before {
  readonly concept: string;
  readonly unit: string;
}

/** 交易30.5万笔、金额2.1亿元: a bare noun, or none, goes on with the one before. */
export function completed(concept: string, unit: string, previous: Before | null): string {
  if (previous === null || previous.concept === '') return concept;
  const noun = UNIT_NOUN[unit];
  if (concept === '') {
    if (previous.unit === unit) return previous.concept;
    return noun && BELONGS.test(previous.concept) ? previous.concept.replace(BELONGS, noun) : '';
  }
  const isBare = concept.length === 2 && BARE_CORE.test(concept) && BELONGS.test(previous.concept);
  return isBare ? `${previous.concept.replace(BELONGS, '')}${concept}` : concept;
}
