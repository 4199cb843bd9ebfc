import { formatDecimal } from '../../../../../shared/decimal';
import type { Quantity } from '../../../../../shared/model/quantity';
import type { Tie } from '../../../../../shared/model/tie';
import { judge } from '../../arithmetic';
import { buildTie, type TieDraft } from '../../build';
import { draftHolds, statedSlip } from '../../prose/derived/slips';
import { NEAREST } from '../../prose/nearest';
import type { StatedFigures } from './stated-cells';

/** A way in which a figure may follow from cells of a table. */
export interface RowReading {
  readonly draft: TieDraft;
  /** The words leave no other row, column or period: a slip shows. */
  readonly isNamed: boolean;
  /** Nothing else can be meant: any difference shows. */
  readonly isSure?: boolean;
}

/**
 * Of all readings one that holds; else the one result of those that are named, where the stated figure is it but for a slip. A
 * figure that the report states twice was not mistyped; its direction may have been.
 */
export function verdict(
  readings: readonly RowReading[],
  quantity: Quantity,
  stated: StatedFigures,
): Tie | null {
  const holding = readings.find(({ draft }) => draftHolds(draft));
  if (holding) return holding.isNamed && isTelling(holding.draft) ? buildTie(holding.draft) : null;
  const named = readings.filter(({ isNamed }) => isNamed);
  const results = new Map(named.map(({ draft }) => [expectedOf(draft), draft]));
  const slips = [...results.values()].flatMap((draft) => {
    const slip = statedSlip(draft);
    return slip === null ? [] : [{ draft, slip }];
  });
  const [found, ...others] = slips;
  if (!found) return sureTie(named, results.size, quantity, stated);
  if (others.length > 0) return null;
  if (found.slip === 'direction') return buildTie(found.draft);
  if (stated.countOf(quantity) > 1) return null;
  if (found.draft.form === 'equal') return buildTie(found.draft);
  return buildTie({ ...found.draft, doubt: NEAREST });
}

/** What can only be meant so, whatever is printed. */
function sureTie(
  named: readonly RowReading[],
  results: number,
  quantity: Quantity,
  stated: StatedFigures,
): Tie | null {
  const sure = named.find(({ isSure }) => isSure);
  return sure && results === 1 && stated.countOf(quantity) === 1
    ? buildTie({ ...sure.draft, doubt: NEAREST })
    : null;
}

const FEWEST = 3;

/** What a cell prints as well, and so short that a slip in it would not show, is not confirmed by it. */
const isTelling = ({ form, stated: { raw } }: TieDraft): boolean =>
  form !== 'equal' || raw.replace(/\D/g, '').replace(/^0+/, '').length >= FEWEST;

const expectedOf = ({ form, stated, operands }: TieDraft): string =>
  formatDecimal(
    judge(
      form,
      stated.figure,
      operands.map((one) => ({ role: one.role, figure: 'term' in one ? one.term.figure : one.figure })),
    ).expected,
  );
