import type { Quantity } from '../../../shared/model/quantity';

const BY_UNIT: Readonly<Record<string, string>> = {
  元: '金额',
  笔: '笔数',
  户: '户数',
  件: '件数',
  人: '人数',
  家: '家数',
  台: '台数',
};
const NAMED = /(?<measure>金额|笔数|户数|件数|人数|家数|台数)(?:的)?(?:占比|比重)/;
const NEAR = 12;

/** What the share in a column is a share of, by its header: 金额 of 金额占比. Empty where the header does not say. */
export const shareMeasureNamed = (header: string): string => NAMED.exec(header)?.groups?.['measure'] ?? '';

/** What a share told in a sentence is a share of, by the figure before it: 5,120笔，占40.0% is of 笔数. Empty where none tells. */
export function shareMeasureBefore(quantities: readonly Quantity[], index: number): string {
  const own = quantities[index];
  if (own?.unit !== '%' || own.place.row !== undefined) return '';
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    const before = quantities[at];
    if (!before || before.place.block !== own.place.block) return '';
    if (before.exempt === null && before.unit !== '%') return BY_UNIT[before.unit] ?? '';
  }
  return '';
}
