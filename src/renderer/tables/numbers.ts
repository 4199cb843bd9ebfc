import { type Decimal, parseDecimal, shift } from '../../shared/decimal';

const PRINTED = /([+-]?[\d,，]+(?:\.\d+)?)\s*([万亿千百]*)/;
const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The exact value of a figure as printed, in its base unit (`3,190.25万元` → 31902500); null without one. */
export function printedValue(text: string): Decimal | null {
  const [, digits = '', scale = ''] = PRINTED.exec(text) ?? [];
  const value = parseDecimal(digits.replace(/[,，]/g, ''));
  if (!value) return null;
  const power = [...scale].reduce((sum, one) => sum + (POWERS[one] ?? 0), 0);
  return shift(value, power);
}
