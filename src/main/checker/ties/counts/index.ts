import type { ReportDocument } from '../../../../shared/model/document';
import type { Quantity } from '../../../../shared/model/quantity';
import type { Range } from '../../../../shared/model/range';
import type { Tie } from '../../../../shared/model/tie';
import { labelTargets } from '../../text/references/label-targets';
import { annexOf } from './annex';
import { categoryOf } from './category';
import { chainAfter, chainBefore } from './chains';
import { type Counted, countedQuantities } from './counted';
import { listAfter, listBefore } from './list';

/** A stated count held against what there is. */
export interface CountCheck {
  readonly kind: 'list' | 'annex';
  readonly stated: Counted;
  readonly counted: number;
  readonly items: readonly Range[];
  readonly status: 'pass' | 'fail' | 'unclear';
  readonly reason?: string;
  /** Ends in 等, and names all but one of many: worth a look. */
  readonly nearly?: true;
  /** Only for `annex`; `sound`: its own numbering is in order, so that the count can be trusted; `ofKind`: some of its rows only. */
  readonly annex?: {
    readonly label: string;
    readonly range: Range;
    readonly sound: boolean;
    readonly ofKind?: true;
  };
}

const known = new WeakMap<readonly Quantity[], readonly CountCheck[]>();

/** Every count that a list or an annex bears out or contradicts. Several rules ask; the quantities are the document's. */
export function countChecks(
  document: ReportDocument,
  quantities: readonly Quantity[],
): readonly CountCheck[] {
  const found = known.get(quantities) ?? findChecks(document, quantities);
  known.set(quantities, found);
  return found;
}

function findChecks(document: ReportDocument, quantities: readonly Quantity[]): readonly CountCheck[] {
  const counts = countedQuantities(document, quantities);
  if (counts.length === 0) return [];
  const targets = labelTargets(document);
  return counts.flatMap((counted) => {
    const list =
      listBefore(counted) ?? listAfter(counted) ?? chainAfter(document, counted) ?? chainBefore(counted);
    const annex = annexOf(document, targets, counted) ?? categoryOf(document, targets, counted);
    return [list, annex].filter((check) => check !== null);
  });
}

/** The count ties of a report, evaluated. */
export function countTies(document: ReportDocument, quantities: readonly Quantity[]): readonly Tie[] {
  return countChecks(document, quantities).map((check): Tie => {
    const { stated, counted, items, status, reason } = check;
    const raw = quantities[stated.quantity]?.raw ?? '';
    const range = quantities[stated.quantity]?.range ?? { start: 0, end: 0 };
    const what = check.kind === 'annex' ? `${check.annex?.label ?? ''}所列` : '列举';
    return {
      kind: 'count',
      form: 'count',
      status,
      expression: `${what} ${counted} 项 = ${raw}`,
      expected: String(counted),
      actual: String(stated.value),
      ...(status === 'unclear' && reason ? { reason } : {}),
      terms: [
        {
          range,
          raw,
          quantity: stated.quantity,
          role: 'stated',
          figure: { value: String(stated.value), precision: 0, approximator: null },
        },
        ...items.map((item) => ({
          range: item,
          raw: document.text.slice(item.start, item.end),
          quantity: null,
          role: 'item' as const,
        })),
      ],
    };
  });
}
