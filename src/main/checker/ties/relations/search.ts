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
  const full = [...columns.keys()].filter((column) => hasRows(columns[column]));
  for (const stated of full) {
    for (const x of full) {
      if (x === stated) continue;
      keep(tried('step', columns, stated, x, x, isEntry));
      keep(tried('running', columns, stated, x, x, isEntry));
      for (const y of full) {
        if (y === stated || y === x) continue;
        if (x < y) keep(tried('plus', columns, stated, x, y, isEntry));
        keep(tried('ratio', columns, stated, x, y, isEntry));
        keep(tried('rate', columns, stated, x, y, isEntry));
      }
    }
  }
  return found;
}

/** Whether a column has so many figures that a relation may hold at all: one of names has none. */
const hasRows = (column?: Numbers): boolean =>
  (column?.values.filter((value) => !Number.isNaN(value)).length ?? 0) >= LEAST_ROWS;

function tried(
  form: RelationForm,
  columns: readonly Numbers[],
  stated: number,
  x: number,
  y: number,
  isEntry: readonly boolean[],
): Relation | null {
  const trial = trialOf(form, columns[stated], columns[x], columns[y]);
  if (!trial) return null;
  const isStepping = isStep(form);
  let misses: readonly number[] = NO_ROWS;
  let [holds, digits, power, above] = [0, 0, Number.NaN, -1];
  for (let row = 0; row < trial.s.values.length; row++) {
    const before = above;
    if (isEntry[row]) above = row;
    else if (isStepping) continue;
    const at = isStepping ? before : row;
    if (isBlank(trial, row, at)) continue;
    if (form === 'ratio' && Number.isNaN(power)) {
      power = powerIn(trial, row, at);
      if (Number.isNaN(power)) continue;
      if (Math.abs(power) > MOST_POWER) return null;
      trial.factor = 10 ** power;
    }
    const matched = matchedDigits(trial, row, at);
    if (matched < 0) {
      if (misses.length >= MOST_MISSES) return null;
      misses = [...misses, row];
    } else {
      if (matched > 0) holds++;
      digits += matched;
    }
  }
  // One wrong figure breaks the step to it and the one from it.
  const causes = isStepping
    ? misses.filter((row, index) => row !== (misses[index - 1] ?? row) + 1).length
    : misses.length;
  if (holds < LEAST_ROWS || digits < LEAST_DIGITS || holds < causes * HOLDS_PER_MISS) return null;
  return { form, stated, x, y, power: Number.isNaN(power) ? 0 : power, misses };
}

const NO_ROWS: readonly number[] = [];

/**
 * The stated column and its two operands; `b` is read in the same row, or in the row above. Of a wide table there are thousands, which
 * walk its rows without making anything.
 */
interface Trial {
  readonly form: RelationForm;
  readonly s: Numbers;
  readonly a: Numbers;
  readonly b: Numbers;
  factor: number;
}

function trialOf(form: RelationForm, s?: Numbers, a?: Numbers, b?: Numbers): Trial | null {
  if (!s || !a || !b) return null;
  return { form, s, a, b: form === 'running' ? s : b, factor: form === 'rate' ? 100 : Number.NaN };
}

const isBlank = ({ s, a, b }: Trial, row: number, at: number): boolean =>
  at < 0 || Number.isNaN(valueIn(s, row) + valueIn(a, row) + valueIn(b, at));

function powerIn({ s, a, b }: Trial, row: number, at: number): number {
  const [z, p, q] = [valueIn(s, row), valueIn(a, row), valueIn(b, at)];
  return q === 0 || p === 0 || z === 0 ? Number.NaN : Math.round(Math.log10((z * q) / p));
}

const valueIn = ({ values }: Numbers, row: number): number => values[row] ?? Number.NaN;

/** Half of the last digit. */
const slackIn = ({ units }: Numbers, row: number): number => (units[row] ?? Number.NaN) / 2;

/** How many digits of a row agree; 0 where the row tells nothing, -1 where it does not hold. */
function matchedDigits({ form, s, a, b, factor }: Trial, row: number, at: number): number {
  const z = valueIn(s, row);
  const p = valueIn(a, row);
  const q = valueIn(b, at);
  const sz = slackIn(s, row);
  const sp = slackIn(a, row);
  const sq = slackIn(b, at);
  if (form === 'ratio' || form === 'rate') {
    if (q === 0) return 0;
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
  if (Math.abs(z - expected) > (sz + sp + sq) * (1 + 1e-9) + 1e-9) return -1;
  return p === 0 || q === 0 ? 0 : Math.min(digitsOf(z, 2 * sz), digitsOf(p, 2 * sp), digitsOf(q, 2 * sq));
}

/** Printed digits of a value above its last one, `unit`. */
const digitsOf = (value: number, unit: number): number =>
  value === 0 ? 0 : Math.max(0, Math.floor(Math.log10(Math.abs(value) / unit)) + 1);

/** How far from a power of ten, as a share: what is divided by 99.9 % stays nearly what it was. */
const offPower = (value: number): number =>
  Math.abs(value) / 10 ** Math.round(Math.log10(Math.abs(value))) - 1;
