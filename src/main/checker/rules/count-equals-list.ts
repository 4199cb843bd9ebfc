import type { Quantity } from '../../../shared/model/quantity';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { writtenLike } from '../ties/counts/counted';
import { type CountCheck, countChecks } from '../ties/counts/index';

type MessageId = 'mismatch' | 'nearly';

const SHOWN = 12;
const LONGEST = 20;

/** A stated count equals the items listed beside it: 「A、B、C共6家」, 「三个方面：一是…」. */
export const countEqualsList = defineRule<MessageId>({
  code: 'N201',
  name: 'count-equals-list',
  severity: 'error',
  looks: 'across',
  messages: {
    mismatch: '写作“{stated}”，实际列出 {counted} 项：{items}',
    nearly: '写作“等{stated}”，已列出 {counted} 项，只差一项，请核对数目：{items}',
  },
  applies: ({ ties }) => ties.some((tie) => tie.kind === 'count'),
  check(report) {
    return countChecks(report.document, report.quantities).flatMap((check) => {
      const quantity = report.quantities[check.stated.quantity];
      const isTold = check.kind === 'list' && (check.status === 'fail' || check.nearly === true);
      return isTold && quantity ? [problemOf(report, check, quantity)] : [];
    });
  },
});

function problemOf(
  { document }: CheckedReport,
  { stated, counted, items, nearly }: CountCheck,
  { range, raw }: Quantity,
): Problem<MessageId> {
  const shown = items.slice(0, SHOWN);
  const names = shown.map(({ start, end }) =>
    document.text.slice(start, Math.min(end, start + LONGEST)).trim(),
  );
  const found = {
    data: { stated: raw, counted, items: names.join('、') + (items.length > SHOWN ? '……' : '') },
    range,
    related: shown.map((item, index) => ({ range: item, note: `第${index + 1}项` })),
  };
  if (nearly) return { ...found, message: 'nearly', severity: 'doubt' };
  const written = writtenLike(counted, stated.digits);
  const digits = { start: range.start, end: range.start + stated.digits.length };
  return {
    ...found,
    message: 'mismatch',
    fixes: [
      {
        title: `“${stated.digits}”改为“${written}”（按实际列出的项数）`,
        edits: [{ range: digits, text: written }],
      },
    ],
  };
}
