import { formatPeriod, isOtherPeriod, joinPeriods, onlyPeriod, type PeriodParts, takePeriod } from './period';
import { splitUnit } from './units';
import { distinct } from './words';

/** What a column's header says of the figures below it. */
export interface HeaderMeaning {
  readonly concept: string;
  readonly period: PeriodParts | null;
  /** 上年同期, 年初: not the period that the title names. */
  readonly isOtherPeriod: boolean;
  /** As written, or empty. */
  readonly unit: string;
}

/** Words that only say that figures stand here. */
const EMPTY_WORDS = /^(?:数值|值|数额|数据|结果|本期数|数)$/;

/** Words of time and of balance: 期末余额 tells when, not what. */
const TIME_ONLY =
  /^(?:[期年月季][初末]|本[期年月季]|上[期年月季]|上?年?同期|去年|当[期年月])(?:同期|累计|实际)?(?:余额|金额|数额?|发生额|值)?$/;

/** True for a header that says what its figures measure. */
export const namesConcept = ({ concept }: HeaderMeaning): boolean =>
  concept !== '' && !TIME_ONLY.test(concept);

/** `['2024年', '金额（万元）']` → 金额 in 2024, in 万元. */
export function headerMeaning(path: readonly string[]): HeaderMeaning {
  let period: PeriodParts | null = null;
  let unit = '';
  let isOther = false;
  const words: string[] = [];
  for (const text of path) {
    const split = splitUnit(text);
    unit = split.unit || unit;
    if (isOtherPeriod(split.text)) {
      isOther = true;
      words.push(split.text);
      continue;
    }
    const found = takePeriod(split.text);
    // Two periods in one header say something of both: 2024年较2023年.
    const taken = found && !takePeriod(found.rest) ? found : null;
    if (taken) period = joinPeriods(taken.parts, period);
    const rest = (taken ? taken.rest : split.text).replace(/^[\s的()（）_-]+|[\s(（_-]+$|^份$/g, '');
    if (!EMPTY_WORDS.test(rest)) words.push(rest);
  }
  return { concept: distinct(words).join(' '), period, isOtherPeriod: isOther, unit };
}

/** The period of a value column: its header's, with what the title adds. */
export function columnPeriod(header: HeaderMeaning, title: string): string {
  if (header.isOtherPeriod) return header.period ? formatPeriod(header.period) : '';
  const period = joinPeriods(header.period, onlyPeriod(title));
  return period ? formatPeriod(period) : '';
}
