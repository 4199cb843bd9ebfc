import { absolute, type Decimal, decimal, negate, shift } from '../../../../shared/decimal';
import { rememberedText } from '../../../../shared/memo';
import type { TextTerm } from '../build';
import type { LatticeCell, LatticeName } from './lattice';

/** What a stated rate is measured in; `bare`: its header says. */
export type RateKind = 'percent' | 'points' | 'times' | 'bare';

export interface Rate {
  readonly kind: RateKind;
  /** In per cent, in percentage points or in 倍; a decline is negative. */
  readonly value: Decimal;
  readonly precision: number;
}

const UP = '增长|增加|上升|提高|提升|增|升|↑|▲|\\+';
const DOWN = '负增长|下降|减少|降低|回落|下滑|减|降|↓|▼|△|-|−|–';
const RATE = new RegExp(
  `^(?:同比|环比|[比较]上[年期月季]末?)?(?<up>${UP})?(?<down>${DOWN})?(?<open>\\()?(?<inner>[-−–])?` +
    `(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<unit>%|‰|个?百分点|pct|pp|倍)?(?<close>\\))?(?<after>%|‰)?(?<arrow>[↑↓▲▼])?$`,
  'i',
);
const KINDS: Readonly<Record<string, RateKind>> = { '%': 'percent', '‰': 'percent', 倍: 'times', '': 'bare' };

/** `↓5.3`, `(5.3)`, `下降5.3%`, `-5.3`, `1.2个百分点`, `4.5‰`; null for anything else. `text`: half-width, no blanks. */
export const rateOf = rememberedText((text): Rate | null => {
  const groups = RATE.exec(text)?.groups;
  if (!groups || (groups['open'] === undefined) !== (groups['close'] === undefined)) return null;
  const digits = (groups['digits'] ?? '').replaceAll(',', '');
  const unit = groups['unit'] ?? groups['after'] ?? '';
  const power = unit === '‰' ? -1 : 0;
  const isDown =
    groups['down'] !== undefined ||
    groups['inner'] !== undefined ||
    (groups['open'] !== undefined && groups['up'] === undefined) ||
    /[↓▼]/.test(groups['arrow'] ?? '');
  const value = shift(decimal(digits), power);
  return {
    kind: KINDS[unit] ?? 'points',
    value: isDown ? negate(value) : value,
    precision: power - (digits.split('.')[1]?.length ?? 0),
  };
});

/** As `rateOf`; a bare number takes the ‰ of its header. */
export function rateIn({ text, source }: LatticeCell): Rate | null {
  const rate = rateOf(text);
  if (rate?.kind !== 'bare' || source.unit !== '‰') return rate;
  return { ...rate, value: shift(rate.value, -1), precision: rate.precision - 1 };
}

const DECLINE = /降幅|减幅|下降率|降低率|减少额|下降额|(?:^|[比较].{1,6})(?:下降|减少)$/;

/** 降幅 and 减少额: a figure without a sign is a decline. */
export const isDecline = ({ path }: LatticeName): boolean => DECLINE.test(path.at(-1) ?? '');

/** A rate as the stated term, signed as the arithmetic takes it; `down`: its header says that it declines. */
export function rateTerm(cell: LatticeCell, rate: Rate, down = false): TextTerm {
  const value = down ? negate(absolute(rate.value)) : rate.value;
  return termIn(cell, value, rate.precision);
}

function termIn({ quantity, source }: LatticeCell, value: Decimal, precision: number): TextTerm {
  const { range, raw, approximator } = source;
  return { range, raw, quantity, figure: { value, precision, approximator } };
}

/**
 * Amounts as terms in one base unit. A bare one takes the unit that the others share: headers of differences often
 * leave it out. Null when a cell is no amount, or their units differ in kind.
 */
export function amountTerms(cells: readonly LatticeCell[]): readonly TextTerm[] | null {
  const units = new Set<string>();
  let shared = 0;
  for (const { source, printed } of cells) {
    if (printed === null) return null;
    if (unitOf(source) !== '') units.add(unitOf(source));
  }
  const bare = cells.some((cell) => isBare(cell));
  const powers = new Set(cells.filter((cell) => !isBare(cell)).map(({ power }) => power));
  if (units.size > 1 || (bare && powers.size > 1)) return null;
  if (bare) shared = [...powers][0] ?? 0;
  return cells.map((cell) => {
    const power = isBare(cell) ? shared : cell.power;
    return termIn(cell, shift(cell.printed ?? decimal('0'), power), cell.precision + power);
  });
}

const unitOf = ({ unit, exempt }: LatticeCell['source']): string => (exempt ? '' : unit);
const isBare = ({ source, power }: LatticeCell): boolean => unitOf(source) === '' && power === 0;

/** A figure in per cent as an operand: 毛利率, 占比. Null for a cell that is none. */
export function percentTerm(cell: LatticeCell): TextTerm | null {
  const rate = rateIn(cell);
  if (!rate || rate.kind === 'points' || rate.kind === 'times') return null;
  return termIn(cell, rate.value, rate.precision);
}
