import { type Decimal, decimal, shift } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Figure } from '../ties/interval';

/** An amount of money in a sentence, in 元. */
export interface Money {
  readonly raw: string;
  readonly figure: Figure;
  /** Power of ten of its scale word: 4 for 万元. */
  readonly scale: number;
  /** What stands between the mark or figure before it and itself. */
  readonly lead: string;
  readonly from: number;
  readonly to: number;
}

const AMOUNT =
  /(?<![\d.,])(?<digits>\d[\d,]*(?:\.(?<part>\d+))?)(?<scale>亿|万|)元(?![/／]|左右|以[上下内])/g;
const SCALES: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 };
const LEAD = /[^，。；：、（）()\d]*$/;
/** Such a figure is not what was counted. */
const VAGUE = /[约近超逾达过]$|不足$|不到$|以上$/;

/** The amounts of a sentence that begins at `from`. */
export const moneyIn = (sentence: string, from: number): readonly Money[] =>
  allMatches(sentence, AMOUNT).flatMap(({ 0: raw, index, groups }): Money[] => {
    const { digits = '', part = '', scale: word = '' } = groups ?? {};
    const scale = SCALES[word] ?? 0;
    const lead = LEAD.exec(sentence.slice(0, index))?.[0] ?? '';
    const plain = lead.replace(VAGUE, '');
    const value: Decimal = shift(decimal(digits.replaceAll(',', '')), scale);
    const approximator = /[约近]$/.test(lead) ? ('about' as const) : null;
    const figure = { value, precision: scale - part.length, approximator };
    return [{ raw, figure, scale, lead: plain, from: from + index, to: from + index + raw.length }];
  });

/** The figure with so many powers of ten on. */
export const scaledBy = ({ value, precision, approximator }: Figure, power: number): Figure => ({
  value: shift(value, power),
  precision: precision + power,
  approximator,
});
