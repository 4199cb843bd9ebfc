import { absolute, decimal } from '../../../shared/decimal';
import { addTo } from '../../../shared/group-by';
import type { Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';
import { buildTie, termOf } from './build';
import type { TieInput } from './input';

/** So many digits do not agree by chance. */
const LEAST = 7;
/** By which 元, 万元 and 亿元 are mistaken for each other. */
const SCALES = new Set([4, 8]);

/**
 * 693,817.97万元 in a sentence where the report otherwise states 693,817.97元: the digits of one figure in another unit. Only a
 * figure that stands once so, and against the others' one unit.
 */
export function unitTwinTies({ quantities }: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const byDigits = new Map<string, number[]>();
  quantities.forEach((quantity, index) => {
    const digits = isAmount(quantity) ? digitsOf(quantity) : '';
    if (digits.length < LEAST) return;
    addTo(byDigits, digits, index);
  });
  return [...byDigits.values()].flatMap((places): readonly Tie[] => {
    const values = new Map<string, number[]>();
    for (const index of places) {
      const value = (quantities[index]?.value ?? '').replace(/^-/, '');
      addTo(values, value, index);
    }
    if (values.size !== 2) return [];
    const [[stated, ...more] = [], [other] = []] = [...values.values()].sort((a, b) => a.length - b.length);
    if (stated === undefined || other === undefined || more.length > 0 || tied.has(stated)) return [];
    const [own, right] = [quantities[stated], quantities[other]];
    if (!own || !right || !SCALES.has(Math.abs(powerOf(own) - powerOf(right)))) return [];
    const [wrong, base] = own.place.row === undefined ? [stated, other] : [other, stated];
    if (quantities[wrong]?.place.row !== undefined) return [];
    return [
      buildTie({
        kind: 'same',
        form: 'equal',
        stated: sizeOf(quantities, wrong),
        operands: [{ role: 'other', term: sizeOf(quantities, base) }],
      }),
    ];
  });
}

const isAmount = ({ exempt, approximator, unit }: Quantity): boolean =>
  exempt === null && approximator === null && unit.endsWith('元');

const digitsOf = ({ value }: Quantity): string => value.replace(/\D/g, '').replace(/^0+|0+$/g, '');

/** Power of ten of the last digit that is not zero. */
function powerOf({ value }: Quantity): number {
  const [whole = '', fraction = ''] = value.split('.');
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? whole.length - whole.replace(/0+$/, '').length : -tail.length;
}

const sizeOf = (quantities: readonly Quantity[], index: number) =>
  termOf(quantities, index, absolute(decimal(quantities[index]?.value ?? '0')));
