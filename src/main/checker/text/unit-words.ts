/** Scale words by their power of ten. */
const SCALES: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const WRITTEN = /^([\d,，.]+)(万亿|千万|百万|亿|万|千|)([^\d,，.].*)$/su;

/** Of money; whole things have no part of one: 25.25笔. */
const MONEY = /元$/;
/** Of these no 万 is made: 59.62%. */
const BARE = /^(?:%|％|‰|个百分点|倍|天|日|分钟|小时|年|个?月)/;

/**
 * A printed figure with the scale word so many powers of ten on: `951.80万元`, 4 → `951.80亿元`. Null where the figure has no
 * unit of its own, as in a cell, or no scale word is that large or small, or nobody
 * writes such a figure.
 */
export function rescaled(raw: string, power: number): string | null {
  const [, digits, scale = '', unit = ''] = WRITTEN.exec(raw) ?? [];
  if (digits === undefined || BARE.test(unit)) return null;
  const wanted = (SCALES[scale] ?? 0) + power;
  const word = Object.keys(SCALES).find((one) => SCALES[one] === wanted);
  if (word === '' && digits.includes('.') && !MONEY.test(unit)) return null;
  return word === undefined ? null : `${digits}${word}${unit}`;
}
