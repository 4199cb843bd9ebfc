import type { Range } from '../../../shared/model/range';
import type { Tie } from '../../../shared/model/tie';
import { factsByQuantity } from '../../figures/fact-of';
import { periodBefore, yearBefore } from '../../figures/shift-period';
import type { CheckedReport } from '../rule';

/** 同比 of a change from the month or quarter before, 环比 of one from the year before. */
export interface TurnedBasis {
  readonly tie: Tie;
  readonly word: string;
  readonly right: '同比' | '环比';
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
    const from = start - Math.min(REACH, start) + match.index;
    const range = { start: from, end: from + word.length };
    const told = toldOfAmount(report, tie);
    if (told) return told === word ? [] : [{ tie, word, right: told, with: WITH[told], range }];
    const [now, before] = ['current', 'base'].map((role) => {
      const quantity = others.find((one) => one.role === role)?.quantity ?? null;
      return quantity === null ? undefined : factsByQuantity(report.facts)[quantity]?.period;
    });
    if (!now || !before || now.includes('..') || yearBefore(now) === periodBefore(now, null)) return [];
    const isTurned = before === (word === '同比' ? periodBefore(now, null) : yearBefore(now));
    if (!isTurned) return [];
    const right = word === '同比' ? '环比' : '同比';
    return [{ tie, word, right, with: WITH[right], range }];
  });
}

const WITH = { 环比: '上一期', 同比: '上年同期' } as const;

const OF_STEP =
  /(?:(?<own>\d{1,2})月(?:份)?[较比](?<then>\d{1,2})月(?:份)?|[较比](?:上月|上季度?))[^，。；\d]{0,8}$/;
const OF_YEAR = /[较比](?:上年同期|去年同期|上年同月|去年同月)[^，。；\d]{0,8}$/;

/** 4月比3月减少23起，同比下降22.12%: what the amount, of which the rate is, was told against; null where its words do not tell. */
function toldOfAmount(
  { document, quantities }: CheckedReport,
  { terms: [stated, ...others] }: Tie,
): '环比' | '同比' | null {
  const base = others.find(({ role }) => role === 'base');
  const amount = base && quantities[base.quantity ?? -1];
  if (!stated || !amount || base.figure?.value === amount.value) return null;
  const words = document.text.slice(Math.max(0, amount.range.start - 20), amount.range.start);
  if (OF_YEAR.test(words)) return '同比';
  const found = OF_STEP.exec(words);
  const { own, then } = found?.groups ?? {};
  if (!found || (own !== undefined && Number(own) - Number(then) !== 1)) return null;
  return '环比';
}

const isInOneBlock = ({ quantities }: CheckedReport, { terms }: Tie): boolean => {
  const blocks = new Set(terms.map(({ quantity }) => quantities[quantity ?? -1]?.place.block));
  return blocks.size === 1 && !blocks.has(undefined);
};
