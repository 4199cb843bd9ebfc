import { defineRule } from '../rule';
import { countChecks } from '../ties/count';
import { writtenLike } from '../ties/counted';

const SHOWN = 12;

/** A stated count equals the items listed beside it: 「A、B、C共6家」, 「三个方面：一是…」. */
export const countEqualsList = defineRule({
  code: 'N201',
  name: 'count-equals-list',
  severity: 'error',
  looks: 'across',
  messages: { mismatch: '写作“{stated}”，实际列出 {counted} 项：{items}' },
  applies: ({ ties }) => ties.some((tie) => tie.kind === 'count'),
  check({ document, quantities }) {
    return countChecks(document, quantities).flatMap(({ kind, status, stated, counted, items }) => {
      const quantity = quantities[stated.quantity];
      if (kind !== 'list' || status !== 'fail' || !quantity) return [];
      const { range, raw } = quantity;
      const shown = items.slice(0, SHOWN);
      const names = shown.map((item) =>
        document.text.slice(item.start, Math.min(item.end, item.start + 20)).trim(),
      );
      const written = writtenLike(counted, stated.digits);
      const digits = { start: range.start, end: range.start + stated.digits.length };
      return {
        message: 'mismatch' as const,
        data: { stated: raw, counted, items: names.join('、') + (items.length > SHOWN ? '……' : '') },
        range,
        related: shown.map((item, index) => ({ range: item, note: `第${index + 1}项` })),
        fixes: [
          {
            title: `“${stated.digits}”改为“${written}”（按实际列出的项数）`,
            edits: [{ range: digits, text: written }],
          },
        ],
      };
    });
  },
});
