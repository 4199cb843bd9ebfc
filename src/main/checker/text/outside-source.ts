import type { OutsideTerm } from '../../../shared/model/tie';
import type { CheckedReport } from '../rule';

/** How a message names the source of a figure from elsewhere: `台账《…》`, and the place in it. */
export const sourceOf = (
  { references }: Pick<CheckedReport, 'references'>,
  { reference, source, place }: OutsideTerm,
) => ({
  source: `${source === 'ledger' ? '台账' : '上期报告'}《${references[reference]?.name ?? ''}》`,
  place,
});
