import { negate } from '../../../../../shared/decimal';
import { termOf } from '../../build';
import type { TieInput } from '../../input';
import type { Claim, Paragraph } from '../../prose/claims';
import type { RowIndex, RowMention } from '../row-index';
import { rowsNamed } from './multiples';
import type { StatedFigures } from './stated-cells';
import type { RowReading } from './verdict';

const APART =
  /^[，,]?(?:且|并|分别)?[较比](?:最[高低大小多少]的|居末的|全[行市省国]的?)?(?<name>[^，。；、\d]{2,12})(?:(?<up>高|多)|(?<down>低|少))出?$/;

/** 四季度为98.92%，比最低的二季度高0.96个百分点: the same column in the row that is named. */
export function pointReadings(
  input: TieInput,
  index: RowIndex,
  { text, claims }: Paragraph,
  at: number,
  mentions: readonly RowMention[],
  stated: StatedFigures,
): readonly RowReading[] {
  const [own, claim] = [claims[at - 1], claims[at]];
  if (!own || !claim || own.quantity.unit !== '%' || own.spot.sentence !== claim.spot.sentence) return [];
  const { name, down } = APART.exec(text.slice(own.spot.to, claim.spot.from))?.groups ?? {};
  if (name === undefined) return [];
  const mention = mentions.find(
    ({ from, to }) => from >= own.spot.to && to <= claim.spot.from && name.endsWith(text.slice(from, to)),
  );
  return stated.cellsOf(own.quantity).flatMap((cell) =>
    rowsNamed(input, cell, name, mention).flatMap((row): readonly RowReading[] => {
      const base = index
        .figuresOf({ table: cell.table, row, label: '' })
        .find(({ column }) => column === cell.column);
      if (base?.quantity.unit !== '%' || row === cell.row) return [];
      return [{ isNamed: true, draft: draftOf(input, claim, cell.index, base.index, down !== undefined) }];
    }),
  );
}

const draftOf = (
  { quantities }: TieInput,
  claim: Claim,
  current: number,
  base: number,
  falls: boolean,
): RowReading['draft'] => ({
  kind: 'growth',
  form: 'points',
  stated: termOf(quantities, claim.fact.quantity, falls ? negate(claim.value) : claim.value),
  operands: [
    { role: 'current', term: termOf(quantities, current) },
    { role: 'base', term: termOf(quantities, base) },
  ],
});
