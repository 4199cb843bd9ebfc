import type { Claim } from './claims';

/** 增加20亿元, 多增3亿元: what a figure changed by is no part. */
export const isChange = ({ fact, spot }: Claim, text: string): boolean =>
  /变动$|增速$/.test(fact.concept) ||
  // 比上年实际完成数少1个, 比规定的20个工作日少11.7个.
  /[较比][^，。；\d]{0,6}(?:\d[\d,.]*\p{Script=Han}{1,4})?[^，。；\d]{0,10}[多少]$/u.test(
    text.slice(Math.max(0, spot.from - 26), spot.from),
  ) ||
  /(?:增加|减少|增长|下降|多增|少增|新增|上升|提高)(?:了|约|近|超)?$/.test(
    text.slice(Math.max(0, spot.from - 6), spot.from),
  );

/** 完成预算数60,999万元的40.4%, 较上年同期的3,142件: what another figure is measured against is not broken down. */
/** 同比上年（13,796件）, 较上月（2,126件）. */
const BRACKETED_BASE = /(?:上年|去年|上期|上月|上季度?|同期|年初)[^，。；、\d]{0,4}[（(](?:为)?$/;

export const isMeasuredAgainst = ({ spot }: Claim, text: string): boolean =>
  BRACKETED_BASE.test(text.slice(Math.max(0, spot.from - 12), spot.from)) ||
  /^的?\d[\d.]*[%％]/.test(text.slice(spot.to, spot.to + 10)) ||
  /(?:[较比]|相较于?)[^，。；、\d]{1,12}(?:\d{4}年)?[^，。；、\d]{0,8}的$/.test(
    text.slice(Math.max(0, spot.from - 26), spot.from),
  );

const FROM = /[，、；（](?:[^，。；\d]{0,8})(?:由|从)[^，。；\d]{0,6}$/;
const TO =
  /(?:由|从)[^，。；\d]{0,6}\d[\d,.]*[万亿]?\p{Script=Han}{1,3}(?:变|增加?|减少?|调整?|扩大?|缩[小减短]|上升|下降|升|降|压[缩降])(?:为|至|到)$/u;

/** 新增4条、修改11条、删除2条，修订后由38条变为40条: from where to where, and no parts. */
export const isLevelOfChange = ({ spot }: Claim, text: string): boolean => {
  const before = text.slice(Math.max(0, spot.from - 30), spot.from);
  return (
    (FROM.test(before) && /^\p{Script=Han}{1,4}(?:为|至|到)/u.test(text.slice(spot.to, spot.to + 6))) ||
    TO.test(before)
  );
};
