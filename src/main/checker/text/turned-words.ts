import { allMatches } from '../../../shared/matches';

/** 同比上升，降幅为4.6%; 比上年的32个增加7个，降幅21.88%: a verb that is told against a base, then the noun of the other direction. */
const TURNED =
  /(?:同比|环比|[较比](?:上年|去年|上月|上季度?|上期|年初|期初|上年末|(?:19|20)\d{2}年)(?:末|同期|同月)?(?:的[\d,.]+[\p{Script=Han}]{0,3})?)(?:净)?(?:均|都|有所|略有|大幅|小幅|明显|持续|双双){0,2}(?<verb>上升|增长|增加|提高|下降|减少|降低|回落)(?:了?[\d,.]+[\p{Script=Han}]{0,3})?，(?:其中)?(?<noun>降幅|跌幅|减幅|增幅|升幅|涨幅)(?:分别)?(?:为|达到?|约)*(?=\d)/gu;
/** 增速同比下降，增幅为5.2%: what falls is the growth. */
const OF_GROWTH = /(?:增[速幅长]|降幅|跌幅|涨幅|升幅|减幅|增长率|速度)[^，。；]{0,8}$/;

export interface TurnedWords {
  readonly verb: string;
  readonly noun: string;
  /** Indices into the text, of the noun. */
  readonly from: number;
  readonly to: number;
}

/** Where a clause tells a rise and the next one names it a fall, or the other way round. */
export function turnedWords(text: string): readonly TurnedWords[] {
  if (!text.includes('幅')) return [];
  return allMatches(text, TURNED).flatMap(({ 0: match, index, groups }): TurnedWords[] => {
    const { verb = '', noun = '' } = groups ?? {};
    const falls = /下降|减少|降低|回落/.test(verb);
    if (falls === /[降跌减]幅/.test(noun)) return [];
    if (OF_GROWTH.test(text.slice(Math.max(0, index - 16), index))) return [];
    const from = index + match.lastIndexOf(noun);
    return [{ verb, noun, from, to: from + noun.length }];
  });
}
