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

/** 上年为21个, 较上年的1,024件: nothing but the earlier figure. */
const PLAINLY_EARLIER =
  /(?:[，,（(](?:而)?(?:上年|去年|上期|上月|上季度?)(?:同期|末)?[^，。；、\d]{0,4}|[较比与](?:上年|去年|上期|上月|上季度?)(?:同期|同日|末)?[^，。；、\d]{0,6})$/;

export const isPlainlyEarlier = (text: string, claim: Claim): boolean =>
  PLAINLY_EARLIER.test(wordsBefore(text, claim, 16));
