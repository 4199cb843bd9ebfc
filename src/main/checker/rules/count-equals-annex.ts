import { defineRule } from '../rule';
import { writtenLike } from '../ties/counts/counted';
import { countChecks } from '../ties/counts/index';

/** A count equals the rows of the annex or table that its sentence points to: 「13款（名单见表2）」. */
export const countEqualsAnnex = defineRule({
  code: 'N202',
  name: 'count-equals-annex',
  severity: 'error',
  looks: 'across',
  messages: { mismatch: '写作“{stated}”，所指的{annex}列有 {counted} 行' },
  applies: ({ ties }) => ties.some((tie) => tie.kind === 'count'),
  check({ document, quantities }) {
    return countChecks(document, quantities).flatMap(({ kind, status, stated, counted, annex }) => {
      const quantity = quantities[stated.quantity];
      if (kind !== 'annex' || status !== 'fail' || !quantity || !annex) return [];
      const { range, raw } = quantity;
      const written = writtenLike(counted, stated.digits);
      const digits = { start: range.start, end: range.start + stated.digits.length };
      const fix = {
        title: `“${stated.digits}”改为“${written}”（按${annex.label}的行数）`,
        edits: [{ range: digits, text: written }],
      };
      return {
        message: 'mismatch' as const,
        data: { stated: raw, annex: annex.label, counted },
        range,
        related: [
          {
            range: annex.range,
            note: `${annex.label}：${counted} 行，自 ${document.text.slice(annex.range.start, annex.range.end)} 起`,
          },
        ],
        // A gap in the table's own numbering leaves open which of the two is wrong.
        fixes: annex.sound ? [fix] : [],
      };
    });
  },
});
