import { absolute, compare, type Decimal, negate } from '../../../../shared/decimal';
import type { TextTerm } from '../build';
import { amountTerms, isDecline, percentTerm, type Rate, rateIn, rateOf, rateTerm } from '../tables/figures';
import type { Lattice, LatticeCell, LatticeName } from '../tables/lattice';
import type { Claim } from '../tables/reading';
import { isChangeText, measureNamed } from '../tables/words';

export type ChangeForm = 'rate' | 'difference' | 'points';

/** 占比, 毛利率, 完成率: a change of it is told in percentage points. */
export const isRateName = (name: LatticeName): boolean =>
  ['share', 'ratio', 'percent'].includes(measureNamed(name));

/** What the cells of a change column can be, by its header, else by what its cells look like. */
export function formsOf(
  field: LatticeName,
  lattice: Lattice,
  lines: readonly LatticeName[],
): readonly ChangeForm[] {
  const own = field.path.filter(isChangeText).join('');
  if (field.unit === '个百分点') return [];
  if (field.unit === '%' || field.unit === '‰' || /[%％率幅速]|比例/.test(own)) return ['rate'];
  if (field.unit !== '' || /[额量差]$|数$|金额|差[额异]/.test(own)) return ['difference'];
  return hasMarks(field, lattice, lines) ? ['rate'] : ['rate', 'difference'];
}

/** Some of its cells carry %, 百分点 or 倍: a bare one among them is a difference. */
export const hasMarks = (field: LatticeName, lattice: Lattice, lines: readonly LatticeName[]): boolean =>
  lines.some((line) => {
    const cell = lattice.cell(field, line);
    const kind = cell && rateOf(cell.text)?.kind;
    return kind === 'percent' || kind === 'times' || kind === 'points';
  });

/** Where a change and the two figures that make it stand. */
export interface ChangePlace {
  readonly current: LatticeName;
  readonly base: LatticeName;
  readonly line: LatticeName;
  readonly baseLine: LatticeName;
  /** See `hasMarks`. */
  readonly marked: boolean;
  /** The table tells output and value added. */
  readonly isOutput: boolean;
}

/** What the cell of a change says of its two figures; several ways where the change of a rate is told. */
export function changeClaims(
  lattice: Lattice,
  field: LatticeName,
  form: ChangeForm,
  place: ChangePlace,
): readonly Claim[] {
  const { current, base, line, baseLine } = place;
  const stated = lattice.cell(field, line);
  const after = lattice.cell(current, line);
  const before = lattice.cell(base, baseLine);
  if (!stated || !after || !before) return [];
  const cells = { stated, after, before };
  if (form === 'difference') return differenceClaim(cells, field);
  const rate = rateIn(stated);
  if (!rate) return [];
  if (form === 'rate' && place.marked && rate.kind === 'bare' && field.unit === '') {
    return differenceClaim(cells, field);
  }
  const isTurned = isDecline(field) && isRise(rate.value, cells);
  const said = rateTerm(stated, rate, isDecline(field) && !isTurned);
  const term = isTurned || (isSize(field, said) && isLess(after, before)) ? negated(said) : said;
  const ofRates =
    form === 'points' || isRateName(line) || [after, before].every(({ text }) => /%$/.test(text));
  const doubt = constantPrices(place, field);
  if (!ofRates) return rate.kind === 'points' ? [] : amountClaim(cells, term, rate, doubt);
  const isSaid = rate.kind === 'points' || field.unit === '个百分点';
  const unsaid = isSaid ? '' : '比率的变动可能按百分点，也可能按百分比计算';
  return [
    ...pointsClaim(cells, term, form === 'points' ? doubt : unsaid),
    ...(isSaid ? [] : amountClaim(cells, term, rate, unsaid)),
  ];
}

/** 差异率, 偏差率: how far apart two figures are, whichever is greater; a minus says more. */
const SIZE = /差异(?:率|幅度)|偏[差离](?:率|度|幅度)|误差率|相差比例/;
const isSize = (field: LatticeName, { figure: { value } }: TextTerm): boolean =>
  SIZE.test(field.text) && value.units > 0n;
const negated = (term: TextTerm): TextTerm => ({
  ...term,
  figure: { ...term.figure, value: negate(term.figure.value) },
});

function isLess(after: LatticeCell, before: LatticeCell): boolean {
  const [current, base] = amountTerms([after, before]) ?? [];
  return current !== undefined && base !== undefined && compare(current.figure.value, base.figure.value) < 0;
}

/** -30.77 under 降幅, where the figure has risen: no decline. */
const isRise = ({ units }: Decimal, { after, before }: Cells): boolean => units < 0n && isLess(before, after);

interface Cells {
  readonly stated: LatticeCell;
  readonly after: LatticeCell;
  readonly before: LatticeCell;
}

const operandsOf = (current: TextTerm, base: TextTerm): Claim['operands'] => [
  { role: 'current', term: current },
  { role: 'base', term: base },
];

function amountClaim(
  { after, before }: Cells,
  stated: TextTerm,
  rate: Rate,
  doubt: string,
): readonly Claim[] {
  const [current, base] = amountTerms([after, before]) ?? [];
  if (!current || !base) return [];
  const form = rate.kind === 'times' ? 'increase' : 'rate';
  return [{ form, stated, operands: operandsOf(current, base), doubt }];
}

function pointsClaim({ after, before }: Cells, stated: TextTerm, doubt: string): readonly Claim[] {
  const [current, base] = [percentTerm(after), percentTerm(before)];
  if (!current || !base) return [];
  return [{ form: 'points', stated, operands: operandsOf(current, base), doubt }];
}

function differenceClaim({ stated, after, before }: Cells, field: LatticeName): readonly Claim[] {
  const signed = stated.printed === null ? withoutWords(stated) : stated;
  const [term, current, base] = amountTerms([signed, after, before]) ?? [];
  if (!term || !current || !base) return [];
  const isTurned = isDecline(field) && isRise(term.figure.value, { stated, after, before });
  const down = isDecline(field) || /^(?:下降|减少|↓|▼)/.test(stated.text);
  const size = down ? negate(absolute(term.figure.value)) : term.figure.value;
  const figure = { ...term.figure, value: isTurned ? negate(term.figure.value) : size };
  const exact = [stated, after, before].every(isCount);
  return [{ form: 'difference', stated: { ...term, figure }, operands: operandsOf(current, base), exact }];
}

/** 增加120 and ↓5 as a plain figure; its direction is read elsewhere. */
function withoutWords(cell: LatticeCell): LatticeCell {
  const rate = rateOf(cell.text);
  return rate?.kind === 'bare' ? { ...cell, printed: absolute(rate.value), precision: rate.precision } : cell;
}

/** Whole things, in a unit of their own. */
const isCount = ({ source: { unit, precision, exempt } }: LatticeCell): boolean =>
  exempt === null && precision === 0 && unit !== '' && !unit.endsWith('元') && !/[%‰]|百分点/.test(unit);

const CONSTANT =
  /生产总值|GDP|增加值|总产值|第?[一二三]次?产业|社会消费品零售|固定资产投资|开发投资|民间投资|规模以上|规上|限额以上/;
const BRANCH =
  /农林牧渔|农业|林业|牧业|渔业|工业|建筑业|批发|零售|住宿|餐饮|交通运输|金融业|房地产业?|服务业|制造业|采矿|电力|其他/;

/** Growth of output is told at constant prices in every 统计公报; retail and investment on a revised base. */
function constantPrices({ current, line, isOutput }: ChangePlace, field: LatticeName): string {
  const words = `${line.text} ${current.text} ${field.text}`;
  const isConstant = CONSTANT.test(words) || (isOutput && BRANCH.test(words));
  return isConstant ? '此类指标的增速通常按可比价格或可比口径计算，不能用现价数直接核对' : '';
}
