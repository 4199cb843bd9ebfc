import type { Range } from '../../../shared/model/range';
import type { Tie } from '../../../shared/model/tie';
import { factsByQuantity } from '../../figures/fact-of';
import { periodBefore, yearBefore } from '../../figures/shift-period';
import type { CheckedReport } from '../rule';

/** 同比 of a change from the month or quarter before, 环比 of one from the year before. */
export interface TurnedBasis {
  readonly tie: Tie;
  readonly word: string;
  readonly right: string;
  /** What it was compared with: 上一期, 上年同期. */
  readonly with: string;
  /** Of the word. */
  readonly range: Range;
}

const WORD = /(?<word>同比|环比)[^，。；\d]{0,8}$/;
const REACH = 14;

/** Rates that hold between two figures of one sentence's block, whose periods are not as far apart as the word says. */
export function turnedBasis(report: CheckedReport, ties: readonly Tie[]): readonly TurnedBasis[] {
  const { text } = report.document;
  return ties.flatMap((tie): TurnedBasis[] => {
    const [stated, ...others] = tie.terms;
    if (tie.form !== 'rate' || (tie.status !== 'pass' && tie.status !== 'rounding') || !stated) return [];
    const { start } = stated.range;
    const match = WORD.exec(text.slice(Math.max(0, start - REACH), start));
    const word = match?.groups?.['word'];
    if (!match || word === undefined || !isInOneBlock(report, tie)) return [];
    const [now, before] = ['current', 'base'].map((role) => {
      const quantity = others.find((one) => one.role === role)?.quantity ?? null;
      return quantity === null ? undefined : factsByQuantity(report.facts)[quantity]?.period;
    });
    if (!now || !before || now.includes('..') || yearBefore(now) === periodBefore(now, null)) return [];
    const isTurned = before === (word === '同比' ? periodBefore(now, null) : yearBefore(now));
    if (!isTurned) return [];
    const from = start - Math.min(REACH, start) + match.index;
    const range = { start: from, end: from + word.length };
    return word === '同比'
      ? [{ tie, word, right: '环比', with: '上一期', range }]
      : [{ tie, word, right: '同比', with: '上年同期', range }];
  });
}

const isInOneBlock = ({ quantities }: CheckedReport, { terms }: Tie): boolean => {
  const blocks = new Set(terms.map(({ quantity }) => quantities[quantity ?? -1]?.place.block));
  return blocks.size === 1 && !blocks.has(undefined);
};
