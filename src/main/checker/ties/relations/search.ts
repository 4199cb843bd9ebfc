/**
 * Relations that the columns of a table share by their figures alone, whatever their names: one column is the sum or difference of two
 * others, their ratio, a change in per cent, the step from row to row of another, or its running total. A search over binary numbers,
 * which only leaves out; `column-relations.ts` works out exactly what it finds.
 */

/** A column's figures as printed, a row each; NaN where a cell holds none. `unit`: of the last printed digit. */
export interface Numbers {
  readonly values: Float64Array;
  readonly units: Float64Array;
}

export type RelationForm = 'plus' | 'ratio' | 'rate' | 'step' | 'running';

/** `stated` = `x` + `y`, `x` ÷ `y` × 10^`power`, (`x` − `y`) ÷ `y` × 100, `x` − `x` above, `stated` above + `x`. Columns by index. */
export interface Relation {
  readonly form: RelationForm;
  readonly stated: number;
  readonly x: number;
  /** Equal to `x` for `step` and `running`. */
  readonly y: number;
  readonly power: number;
  /** Rows in which it does not hold. */
  readonly misses: readonly number[];
}

/** Digits that rows which hold must have matched together before the relation is no chance. */
const LEAST_DIGITS = 9;
const LEAST_ROWS = 3;
const MOST_MISSES = 2;
/** Rows that hold for each that does not. */
const HOLDS_PER_MISS = 4;
/** Ratios beyond these powers of ten are chance. */
const MOST_POWER = 8;

/** From one row to the next. */
export const isStep = (form: RelationForm): boolean => form === 'step' || form === 'running';

/** `isEntry`: of the rows that stand in an order, so that a step from one to the next means something; others take part in the rest. */
export function relationsOf(columns: readonly Numbers[], isEntry: readonly boolean[]): readonly Relation[] {
  const found: Relation[] = [];
  const keep = (relation: Relation | null): void => void (relation && found.push(relation));
  for (let stated = 0; stated < columns.length; stated++) {
    for (let x = 0; x < columns.length; x++) {
      if (x === stated) continue;
      keep(tried('step', columns, stated, x, x, isEntry));
      keep(tried('running', columns, stated, x, x, isEntry));
      for (let y = 0; y < columns.length; y++) {
        if (y === stated || y === x) continue;
        if (x < y) keep(tried('plus', columns, stated, x, y, isEntry));
        keep(tried('ratio', columns, stated, x, y, isEntry));
        keep(tried('rate', columns, stated, x, y, isEntry));
      }
    }
  }
  return found;
}

function tried(
  form: RelationForm,
  columns: readonly Numbers[],
  stated: number,
  x: number,
  y: number,
  isEntry: readonly boolean[],
): Relation | null {
  const [s, a, b] = [columns[stated], columns[x], columns[y]];
  if (!s || !a || !b) return null;
  const misses: number[] = [];
  let [holds, digits, power, above] = [0, 0, Number.NaN, -1];
  for (let row = 0; row < s.values.length; row++) {
    const before = above;
    if (isEntry[row]) above = row;
    else if (isStep(form)) continue;
    const [one, two, three] = placesOf(form, { s, a, b }, row, before);
    const [z, p, q] = [valueAt(one), valueAt(two), valueAt(three)];
    if (Number.isNaN(z + p + q)) continue;
    if (form === 'ratio' && Number.isNaN(power)) {
      power = q === 0 || p === 0 || z === 0 ? Number.NaN : Math.round(Math.log10((z * q) / p));
      if (Number.isNaN(power)) continue;
      if (Math.abs(power) > MOST_POWER) return null;
    }
    const matched = matchedDigits(form, { z, p, q, power }, [slackAt(one), slackAt(two), slackAt(three)]);
    if (matched < 0) {
      misses.push(row);
      if (misses.length > MOST_MISSES) return null;
    } else {
      if (matched > 0) holds++;
      digits += matched;
    }
  }
  // One wrong figure breaks the step to it and the one from it.
  const causes = isStep(form)
    ? misses.filter((row, index) => row !== (misses[index - 1] ?? row) + 1).length
    : misses.length;
  if (holds < LEAST_ROWS || digits < LEAST_DIGITS || holds < causes * HOLDS_PER_MISS) return null;
  return { form, stated, x, y, power: Number.isNaN(power) ? 0 : power, misses };
}

type Place = readonly [column: Numbers, row: number];

/** Where the stated figure and its two operands stand: in the row, or in the one above. */
function placesOf(
  form: RelationForm,
  { s, a, b }: Readonly<Record<'s' | 'a' | 'b', Numbers>>,
  row: number,
  above: number,
): readonly [Place, Place, Place] {
  const second: Place = form === 'step' ? [a, above] : form === 'running' ? [s, above] : [b, row];
  return [[s, row], [a, row], second];
}

const valueAt = ([{ values }, row]: Place): number => values[row] ?? Number.NaN;

/** Half of the last digit. */
const slackAt = ([{ units }, row]: Place): number => (units[row] ?? Number.NaN) / 2;

interface Figures {
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly power: number;
}

/** How many digits of a row agree; 0 where the row tells nothing, -1 where it does not hold. */
function matchedDigits(
  form: RelationForm,
  { z, p, q, power }: Figures,
  [sz, sp, sq]: readonly [number, number, number],
): number {
  if (form === 'ratio' || form === 'rate') {
    if (q === 0) return 0;
    const factor = form === 'rate' ? 100 : 10 ** power;
    const own = p / q;
    const expected = (form === 'rate' ? own - 1 : own) * factor;
    const slack = sz + Math.abs(own * factor) * (sp / Math.abs(p || 1) + sq / Math.abs(q));
    if (Math.abs(z - expected) > slack * (1 + 1e-9) + 1e-9) return -1;
    if (p === q || p === 0) return 0;
    const apart =
      form === 'rate' ? z : Math.min(Math.abs(z), Math.abs(z * offPower(p)), Math.abs(z * offPower(q)));
    return digitsOf(apart, 2 * slack);
  }
  const expected = form === 'step' ? p - q : p + q;
  const slack = sz + sp + sq;
  if (Math.abs(z - expected) > slack * (1 + 1e-9) + 1e-9) return -1;
  return p === 0 || q === 0 ? 0 : Math.min(digitsOf(z, 2 * sz), digitsOf(p, 2 * sp), digitsOf(q, 2 * sq));
}

/** Printed digits of a value above its last one, `unit`. */
const digitsOf = (value: number, unit: number): number =>
  value === 0 ? 0 : Math.max(0, Math.floor(Math.log10(Math.abs(value) / unit)) + 1);

/** How far from a power of ten, as a share: what is divided by 99.9 % stays nearly what it was. */
const offPower = (value: number): number =>
  Math.abs(value) / 10 ** Math.round(Math.log10(Math.abs(value))) - 1;
