import { absolute, type Decimal, decimal, formatDecimal, shift } from '../../../shared/decimal';
import type { Quantity } from '../../../shared/model/quantity';
import type { Range } from '../../../shared/model/range';
import type {
  OutsideTerm,
  TermFigure,
  TermRole,
  Tie,
  TieForm,
  TieKind,
  TieTerm,
} from '../../../shared/model/tie';
import { judge } from './arithmetic';
import type { Figure } from './interval';
import { writtenLike } from './written-like';

/** A figure of the text that takes part in a tie. */
export interface TextTerm {
  readonly range: Range;
  readonly raw: string;
  /** As the expression writes it where the arithmetic takes more than what stands there: `(14,875户+11,178户)`. */
  readonly shown?: string;
  readonly quantity: number | null;
  readonly figure: Figure;
}

export type TieOperand = { readonly role: TermRole } & (
  | { readonly term: TextTerm }
  | { readonly outside: Omit<OutsideTerm, 'role' | 'figure'>; readonly figure: Figure }
);

export interface TieDraft {
  readonly kind: TieKind;
  readonly form: TieForm;
  readonly stated: TextTerm;
  readonly operands: readonly TieOperand[];
  /** Whole things counted: no tolerance for rounding. */
  readonly exact?: boolean;
  /** Whole things counted, of which the stated figure is a rounded rate. */
  readonly counted?: boolean;
  /** Why a failure would prove nothing: turns `fail` into `unclear`. */
  readonly doubt?: string;
  /** See `Tie.definite`. */
  readonly definite?: string;
}

/** Powers of ten to per cent. */
const TO_PERCENT: Readonly<Record<string, number>> = { '‰': -1, '‱': -2 };

/**
 * A quantity as a term, rates in per cent; `value`, in the quantity's unit, where the arithmetic takes another than it reads
 * (下降14.37% → -14.37).
 */
export function termOf(quantities: readonly Quantity[], index: number, value?: Figure['value']): TextTerm {
  const quantity = quantities[index];
  if (!quantity) throw new Error(`no quantity ${index}`);
  const { range, raw, unit, precision, approximator } = quantity;
  const power = TO_PERCENT[unit] ?? 0;
  const own = value ?? decimal(quantity.value);
  const figure = { value: power === 0 ? own : shift(own, power), precision: precision + power, approximator };
  return { range, raw, quantity: index, figure };
}

/** Evaluates a tie. Throws when operands of its form are missing. */
export function buildTie({
  kind,
  form,
  stated,
  operands,
  exact = false,
  counted = false,
  doubt = '',
  definite = '',
}: TieDraft): Tie {
  const figures = operands.map((operand) => ({ role: operand.role, figure: figureOf(operand) }));
  const verdict = judge(form, stated.figure, figures, { exact, counted });
  const doubted = verdict.status === 'fail' && doubt !== '';
  const status = doubted ? 'unclear' : verdict.status;
  const reason = doubted ? doubt : verdict.reason;
  const expected = verdict.reason && !doubted ? '' : writtenLike(verdict.expected, stated);
  const terms = [tieTerm(stated, 'stated')];
  const outside: OutsideTerm[] = [];
  for (const operand of operands) {
    const { role } = operand;
    if ('term' in operand) terms.push(tieTerm(operand.term, role));
    else outside.push({ ...operand.outside, role, figure: plain(operand.figure) });
  }
  return {
    kind,
    form,
    status,
    expression: expressionOf(
      form,
      operands,
      expected === '' ? '' : computed(verdict.expected, expected, stated),
      verdict.status === 'pass' ? '' : signedText(shownOf(stated), stated.figure.value),
    ),
    expected: form === 'part' ? `≤ ${expected}` : expected,
    actual: shownOf(stated),
    ...(status === 'unclear' && reason ? { reason } : {}),
    ...(definite ? { definite } : {}),
    terms,
    ...(outside.length > 0 ? { outside } : {}),
  };
}

const figureOf = (operand: TieOperand): Figure => ('term' in operand ? operand.term.figure : operand.figure);

const tieTerm = ({ range, raw, quantity, figure }: TextTerm, role: TermRole): TieTerm => ({
  range,
  raw,
  quantity,
  role,
  figure: plain(figure),
});

const plain = ({ value, precision, approximator }: Figure): TermFigure => ({
  value: formatDecimal(value),
  precision,
  approximator,
});

const SHOWN = 12;

/** The arithmetic as a person would write it, with the figures as printed. */
function expressionOf(
  form: TieForm,
  operands: readonly TieOperand[],
  expected: string,
  stated: string,
): string {
  const raws = (role: TermRole): string =>
    operands
      .filter((operand) => operand.role === role)
      .map(rawOf)
      .join(' + ');
  if (form === 'part') return `${stated || '其中项'} ${stated ? '>' : '≤'} ${raws('whole')}`;
  const left = form === 'sum' ? sumText(operands) : leftOf(form, operands, raws);
  if (expected === '') return left;
  return `${left} = ${expected}${stated && stated !== expected ? ` ≠ ${stated}` : ''}`;
}

function leftOf(
  form: Exclude<TieForm, 'sum' | 'part'>,
  operands: readonly TieOperand[],
  raws: (role: TermRole) => string,
): string {
  switch (form) {
    case 'share':
      return `${raws('part')} ÷ ${raws('whole')}`;
    case 'rate':
    case 'increase': {
      const base = raws('base');
      return `(${raws('current')} - ${base}) ÷ ${base}`;
    }
    case 'points':
    case 'difference':
      return `${raws('current')} - ${raws('base')}`;
    case 'multiple':
      return `${raws('current')} ÷ ${raws('base')}`;
    case 'count':
      return `${operands.length} 项`;
    case 'equal':
      return raws('other');
  }
}

const SIGN = /[-−－﹣负(（△▲]/;

/** 下降17.78% as the arithmetic takes it: -17.78%. */
const signedText = (text: string, { units }: Decimal): string =>
  units < 0n && !SIGN.test(text) ? `-${text}` : text;

/** What the operands yield, in the notation of the stated figure, with its sign even where words tell that one's. */
function computed(value: Decimal, written: string, { raw, figure }: TextTerm): string {
  if (figure.value.units >= 0n || SIGN.test(raw)) return written;
  return signedText(
    writtenLike(absolute(value), { raw, figure: { ...figure, value: absolute(figure.value) } }),
    value,
  );
}

const shownOf = ({ shown, raw }: TextTerm): string => shown ?? raw;

function rawOf(operand: TieOperand): string {
  const raw = 'term' in operand ? shownOf(operand.term) : operand.outside.raw;
  return /\s/.test(raw) ? raw.replace(/\s+/g, '') : raw;
}

function sumText(operands: readonly TieOperand[]): string {
  const shown = operands.slice(0, SHOWN).map((operand, at) => {
    const raw = rawOf(operand);
    if (operand.role === 'subtrahend') return `${at > 0 ? ' - ' : '-'}${raw.replace(/^[-−]/, '')}`;
    const negative = figureOf(operand).value.units < 0n && at > 0 && !/^[（(]/.test(raw);
    return `${at > 0 ? ' + ' : ''}${negative ? `(${raw})` : raw}`;
  });
  return `${shown.join('')}${operands.length > SHOWN ? ` + …（共 ${operands.length} 项）` : ''}`;
}

/** 下降 and 减少 as the arithmetic takes them. */
export const signed = (figure: Figure, direction: 'up' | 'down' | 'flat'): Figure => {
  const value = absolute(figure.value);
  return { ...figure, value: direction === 'down' ? { units: -value.units, scale: value.scale } : value };
};
