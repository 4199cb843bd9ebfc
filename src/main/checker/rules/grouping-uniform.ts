import type { Quantity } from '../../../shared/model/quantity';
import { defineRule, type Problem } from '../rule';
import { printedDigits } from '../text/printed-digits';

type MessageId = 'ungrouped' | 'grouped';

/** GB/T 15835-2011 §5.1.3 leaves four digits alone where a house groups only longer numbers. */
const SHORT = 4;
const MAJORITY = 3;
const RELATED = 3;

interface Written {
  readonly quantity: Quantity;
  readonly grouped: boolean;
  readonly digits: number;
}

/** 1,234.56 beside 1234.56: the form that most figures of the report have is proposed. Prose and tables apart. */
export const groupingUniform = defineRule<MessageId, 'digits'>({
  code: 'N213',
  name: 'grouping-uniform',
  severity: 'notice',
  looks: 'across',
  messages: {
    ungrouped: '“{figure}”没有千分撇，报告其他数字有，共{others}处不一致',
    grouped: '“{figure}”有千分撇，报告其他数字没有，共{others}处不一致',
  },
  // Below so many digits nobody groups.
  limits: { digits: { value: 4, least: 4, most: 9 } },
  applies: ({ quantities }, { digits }) => quantities.some((one) => written(one, digits)?.grouped),
  check({ quantities }, { digits }) {
    const all = quantities.flatMap((one) => written(one, digits) ?? []);
    const inTable = (one: Written) => one.quantity.place.row !== undefined;
    return [all.filter(inTable), all.filter((one) => !inTable(one))].flatMap(minorityOf);
  },
});

function written(quantity: Quantity, least: number): Written | null {
  if (quantity.exempt !== null) return null;
  const digits = printedDigits(quantity.raw);
  if (!digits || digits.whole.length < least) return null;
  return { quantity, grouped: digits.grouped, digits: digits.whole.length };
}

/** One finding for the whole family, at its first member: a click mends all. */
function minorityOf(all: readonly Written[]): Problem<MessageId>[] {
  const grouped = all.filter((one) => one.grouped);
  // Where only long numbers are grouped, the short ones are no exception to it.
  const shortGrouped = grouped.some((one) => one.digits <= SHORT);
  const plain = all.filter((one) => !one.grouped && (shortGrouped || one.digits > SHORT));
  const [few, many] = grouped.length < plain.length ? [grouped, plain] : [plain, grouped];
  const first = few[0]?.quantity;
  if (!first || many.length < MAJORITY || few.length * 2 > many.length) return [];
  const message = few === plain ? 'ungrouped' : 'grouped';
  const edits = few.map(({ quantity: { raw, range } }) => ({
    range,
    text: message === 'ungrouped' ? grouping(raw) : raw.replace(/(?<=\d)[,，](?=\d)/g, ''),
  }));
  return [
    {
      message,
      data: { figure: first.raw, others: few.length },
      range: first.range,
      related: few.slice(1, RELATED + 1).map(({ quantity }) => ({ range: quantity.range, note: '同样写法' })),
      fixes: [{ title: few.length === 1 ? `改为“${edits[0]?.text}”` : `统一${few.length}处`, edits }],
    },
  ];
}

const grouping = (raw: string): string =>
  raw.replace(/\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
