import {
  add,
  compare,
  type Decimal,
  decimal,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  shift,
} from '../../../shared/decimal';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import { type CheckedReport, defineRule, type Problem } from '../rule';

type MessageId = 'apart';

/** An amount and a count of one thing with their changes on one basis. */
interface Changed {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly rate: Quantity;
}

/** How far apart the average may move before somebody should look: threefold. */
const FACTOR = decimalOf(3n, 0);
const ONE = decimalOf(1n, 0);
const COUNTS = new Set(['笔', '次', '人次', '单', '件']);
/** Facts of one sentence or two stand this close. */
const NEAR = 4;

/** An amount and its count that move so differently that the average per transaction jumps. */
export const ratioPlausible = defineRule<MessageId>({
  code: 'N209',
  name: 'ratio-plausible',
  severity: 'doubt',
  looks: 'near',
  messages: {
    apart: '金额{basis}变动{amount}，笔数变动{count}，平均每{unit}金额变为原来的{ratio}倍，请核实',
  },
  applies: ({ facts }) => facts.some((fact) => fact.comparison?.form === 'rate'),
  check(report) {
    const changed = changedFacts(report);
    return changed.flatMap((amount, at) => {
      if (amount.quantity.unit !== '元') return [];
      const near = changed.slice(Math.max(0, at - NEAR), at + NEAR + 1);
      const count = near.find((one) => COUNTS.has(one.quantity.unit) && belongTogether(one, amount));
      return count ? problemOf(amount, count) : [];
    });
  },
});

function changedFacts({ facts, quantities }: CheckedReport): readonly Changed[] {
  const changed: Changed[] = [];
  for (const fact of facts) {
    const { comparison } = fact;
    if (comparison?.form !== 'rate' || comparison.quantity === null) continue;
    const [quantity, rate] = [quantities[fact.quantity], quantities[comparison.quantity]];
    if (!quantity || rate?.unit !== '%') continue;
    const one = { fact, quantity, rate };
    // Only what has fallen may be gone.
    const fell = comparison.direction === 'down' || rate.value.startsWith('-');
    if (!fell || factorOf(one).units > 0n) changed.push(one);
  }
  return changed;
}

/** Value now ÷ value then. */
function factorOf({ fact, rate }: Changed): Decimal {
  const change = shift(decimal(rate.value), -2);
  const down = fact.comparison?.direction === 'down' && change.units > 0n;
  return add(ONE, down ? { units: -change.units, scale: change.scale } : change);
}

/** One sentence, one scope, one basis: 线上消费笔数 and 线上消费金额. */
const belongTogether = (a: Changed, b: Changed): boolean =>
  a.quantity.place.block === b.quantity.place.block &&
  a.quantity.place.row === b.quantity.place.row &&
  a.fact.scope === b.fact.scope &&
  a.fact.period === b.fact.period &&
  a.fact.comparison?.basis === b.fact.comparison?.basis &&
  subjectOf(a.fact.concept) === subjectOf(b.fact.concept);

/** 累计消费金额 and 消费交易笔数: often only one of the two says 累计. */
const subjectOf = (concept: string): string =>
  concept.replace(/(?:交易)?(?:笔数|金额|次数|件数|额|数)$/, '').replace(/^累计/, '');

function problemOf(amount: Changed, count: Changed): Problem<MessageId>[] {
  const [ofAmount, ofCount] = [factorOf(amount), factorOf(count)];
  const far =
    compare(ofAmount, multiply(ofCount, FACTOR)) >= 0 || compare(ofCount, multiply(ofAmount, FACTOR)) >= 0;
  if (!far) return [];
  return [
    {
      message: 'apart',
      data: {
        basis: amount.fact.comparison?.basis ?? '',
        amount: amount.rate.raw,
        count: count.rate.raw,
        unit: count.quantity.unit,
        ratio: formatDecimal(divide(ofAmount, ofCount, 2)),
      },
      range: amount.rate.range,
      related: [
        { range: count.rate.range, note: '笔数的变动' },
        { range: amount.quantity.range, note: '金额' },
      ],
    },
  ];
}
