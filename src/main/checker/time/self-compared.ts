import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';

/** A period that a sentence compares with itself. */
export interface SelfCompared {
  readonly period: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

const PERIOD = '(?:(?:19|20)\\d{2}年)?(?:第?[一二三四]季度|\\d{1,2}月|[上下]半年)';
/** Days, ends and beginnings within the period are other times than the period itself. */
const WHOLE = '(?![末底初中\\d]|[上中下]旬|份?(?:以来|之前|之后|起))';
const COMPARED = new RegExp(
  `(?<=^|[，。；：（])(?<period>${PERIOD})${WHOLE}(?<act>[^。；：（）]{2,60}?)，(?:同比)?(?:较|比|与)(?<base>\\k<period>)${WHOLE}(?=的|相比|增|减|下|上|多|少|提|降|\\p{Script=Han}{0,8}\\d)`,
  'gu',
);
/** Another period or year in between, and the sentence speaks of that. */
const OTHER = /(?:19|20)\d{2}年|[一二三四]季度|\d月|半年|上年|去年|同期/;

/** 第二季度受理128件，较第二季度的150件减少22件. */
export const selfCompared = (prose: Prose): readonly SelfCompared[] =>
  allMatches(prose.text, COMPARED).flatMap((match) => {
    const { period = '', act = '' } = match.groups ?? {};
    if (OTHER.test(act)) return [];
    const from = match.index;
    const to = match.index + match[0].length;
    return [
      {
        period,
        range: sourceRange(prose, from, from + period.length),
        elsewhere: sourceRange(prose, to - period.length, to),
      },
    ];
  });
