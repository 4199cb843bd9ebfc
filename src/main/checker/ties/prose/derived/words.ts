import type { Claim } from '../claims';

/** The words before a figure. */
export const wordsBefore = (text: string, { spot }: Claim, length: number): string =>
  text.slice(Math.max(0, spot.from - length), spot.from);

/** Between the two no sentence ends. */
export const isInOneSentence = (text: string, a: Claim, b: Claim): boolean =>
  !/[。\n]/.test(text.slice(Math.min(a.spot.to, b.spot.to), Math.max(a.spot.from, b.spot.from)));

/** Side by side, so that neither holds the other. */
export const isListedWith = (text: string, first: Claim, second: Claim): boolean =>
  /^(?:[）)])?(?:、|和|及|与|以及)[^，。；\d]{0,16}$/.test(text.slice(first.spot.to, second.spot.from));

/** 较上年的53户, 由12家, 上年为8户: of an earlier time. */
const EARLIER =
  /(?:上年|去年|上期|上月|上季|(?<![今本当]年)上半年|上次|同期|前年|年初|期初|季初|月初|[较比由从]|(?<![今本当]年)第?一季度|\d{4}年|\d月)[^，。；、]*$/;

export const isEarlier = (text: string, claim: Claim): boolean => EARLIER.test(wordsBefore(text, claim, 18));

/** 上年为21个, 较上年的1,024件, 比2023年（22,684份: nothing but the earlier figure. */
const PLAINLY_EARLIER =
  /(?:[，,（(](?:而)?(?:上年|去年|上期|上月|上季度?)(?:同期|末)?[^，。；、\d]{0,4}|[较比与](?:(?:上年|去年|上期|上月|上季度?)(?:同期|同日|末)?|\d{4}年(?:\d{1,2}月)?末?|年初|期初)[^，。；、\d]{0,6})$/;

export const isPlainlyEarlier = (text: string, claim: Claim): boolean =>
  PLAINLY_EARLIER.test(wordsBefore(text, claim, 16));

/** 较上年的1,024件下降…, 比去年同期（215件）减少…: what a change is told from, right before it. */
const COMPARED = /[较比](?!例|率|重)[^，。；、]{1,16}(?:的|[（(])$/;
const ONLY_CHANGE = /^[）)]?(?:净)?(?:增|减|上升|下降|提高|降低|多|少|升|降|涨|跌|回落|下滑|缩短|延长)/;

/** The figure that a change is told from by its words, where there is one: no other can be its base. */
export function comparedWith(text: string, claims: readonly Claim[], at: number): Claim | null {
  const [base, change] = [claims[at - 1], claims[at]];
  if (!base || !change || base.spot.sentence !== change.spot.sentence) return null;
  const isTold =
    COMPARED.test(wordsBefore(text, base, 18)) &&
    ONLY_CHANGE.test(text.slice(base.spot.to, change.spot.from));
  return isTold && !/[，。；]/.test(text.slice(base.spot.to, change.spot.from)) ? base : null;
}
