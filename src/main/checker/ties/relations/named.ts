import {
  add,
  compare,
  type Decimal,
  decimalOf,
  formatDecimal,
  multiply,
  shift,
  zero,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { divided, holds } from '../arithmetic';
import { buildTie, type TextTerm, type TieDraft } from '../build';
import type { Lattice, LatticeCell, LatticeName } from '../tables/lattice';

/** Rows that hold, at least, and for each that does not. */
const LEAST_ROWS = 3;
const HOLDS_PER_MISS = 3;

/** Further down a row is held against the one above it: all rows of a long table in each tie are too many to keep. */
const MOST_ADDENDS = 100;

const GATHERS = /合计|总计|小计|总额|平均|全年|年度/;
const RUNNING = /累计(?!减|计)/;
const WEIGHTS = /^[（(]?(?:指标)?权重[）)]?$/;
const WEIGHTED = /加权|得分|总分|评分|综合/;

/** What the names of columns tell: 累计占比 beside 占比, 加权得分 beside a row of weights. */
export const namedRelations = (lattice: Lattice): readonly Tie[] => [
  ...runningTies(lattice),
  ...weightedTies(lattice),
];

/** 累计占比 is 占比 of all rows up to its own. */
function runningTies(lattice: Lattice): readonly Tie[] {
  const { fields, lines } = lattice;
  return fields.flatMap((field, at): readonly Tie[] => {
    if (!RUNNING.test(field.text)) return [];
    const name = field.text.replace('累计', '');
    const left = fields[at - 1];
    const base =
      fields.find(({ text }) => text === name) ?? (left && isShare(left, field) ? left : undefined);
    if (!base || base === field) return [];
    const addends: TextTerm[] = [];
    const ties: Tie[] = [];
    let last: TextTerm | null = null;
    for (const line of lines.filter(({ text }) => !GATHERS.test(text))) {
      const [own, step] = [termOf(lattice.cell(field, line)), termOf(lattice.cell(base, line))];
      if (!own || !step) return [];
      addends.push(step);
      ties.push(buildTie(sumOf(own, last && addends.length > MOST_ADDENDS ? [last, step] : [...addends])));
      last = own;
    }
    return told(ties, `“${field.text}” = 自首行起各行“${base.text}”之和`);
  });
}

/** 占比（%） and 累计（%） side by side. */
const isShare = (base: LatticeName, running: LatticeName): boolean =>
  /占比|比重|比例|构成/.test(base.text) &&
  running.unit === base.unit &&
  /^累计(?:占比|比重|比例|百分比)?$/.test(running.text);

/** A row of weights that add up to one, and a column that adds up each row by them. */
function weightedTies(lattice: Lattice): readonly Tie[] {
  const { fields, lines } = lattice;
  const row = lines.find(({ text }) => WEIGHTS.test(text));
  if (!row) return [];
  const total = fields.findLast(({ text }) => WEIGHTED.test(text));
  if (!total) return [];
  const before = fields.slice(0, fields.indexOf(total));
  const parts = before.flatMap((field) => {
    const cell = lattice.cell(field, row);
    return cell?.printed ? [{ field, weight: cell.printed, raw: cell.source.raw }] : [];
  });
  const sum = parts.reduce((all, { weight }) => add(all, weight), zero);
  const power = compare(sum, ONE) === 0 ? 0 : compare(sum, HUNDRED) === 0 ? -2 : null;
  // 扣分 in between is laid on as well.
  if (parts.length < 2 || parts.length < before.length || power === null) return [];
  const ties = lines.flatMap((line): readonly Tie[] => {
    const own = line === row ? null : termOf(lattice.cell(total, line));
    const terms = parts.map(({ field, weight, raw }) => {
      const cell = lattice.cell(field, line);
      return cell?.printed ? weighted(cell, shift(weight, power), raw) : null;
    });
    if (!own || !terms.every((term) => term !== null)) return [];
    const tie = buildTie(sumOf(own, terms));
    // What is not called 加权 may be less by what the text deducts: only a slip tells.
    const isMeant = total.text.includes('加权') || isSlipped(own, terms);
    return tie.status === 'fail' && !isMeant ? [{ ...tie, status: 'unclear' }] : [tie];
  });
  return told(ties, `“${total.text}” = 各项得分与权重的乘积之和`);
}

/** Two digits exchanged, one otherwise, once what is laid on is rounded as the stated figure is. */
function isSlipped({ figure: { value, precision } }: TextTerm, terms: readonly TextTerm[]): boolean {
  const sum = terms.reduce((all, { figure }) => add(all, figure.value), zero);
  return isSlipOf(formatDecimal(divided(sum, ONE, precision)), formatDecimal(value), precision);
}

const ONE = decimalOf(1n, 0);
const HUNDRED = decimalOf(100n, 0);

/** 94.0×25%: not what the cell reads, so that no other tie is measured by it. */
function weighted(
  { source, printed, precision }: LatticeCell,
  weight: Decimal,
  raw: string,
): TextTerm | null {
  if (!printed) return null;
  return {
    range: source.range,
    raw: source.raw,
    shown: `${source.raw}×${raw}`,
    quantity: null,
    figure: { value: multiply(printed, weight), precision: precision - 1, approximator: null },
  };
}

/** Only where the other rows bear out that the names are meant so. */
function told(ties: readonly Tie[], relation: string): readonly Tie[] {
  const held = ties.filter(({ status }) => holds(status)).length;
  const failed = ties.filter(({ status }) => status === 'fail').length;
  if (held < LEAST_ROWS || held < failed * HOLDS_PER_MISS) return [];
  return ties.filter(({ status }) => holds(status) || status === 'fail').map((tie) => ({ ...tie, relation }));
}

const sumOf = (stated: TextTerm, addends: readonly TextTerm[]): TieDraft => ({
  kind: 'sum',
  form: 'sum',
  stated,
  operands: addends.map((term) => ({ role: 'addend', term })),
});

function termOf(cell: LatticeCell | null): TextTerm | null {
  if (!cell?.printed) return null;
  const { range, raw, approximator } = cell.source;
  return {
    range,
    raw,
    quantity: cell.quantity,
    figure: { value: cell.printed, precision: cell.precision, approximator },
  };
}
