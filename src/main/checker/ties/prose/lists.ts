import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOf,
  formatDecimal,
  halfUnit,
  multiply,
  subtract,
  zero,
} from '../../../../shared/decimal';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { areCounted, type Claim } from './claims';

/** What the form of a list of parts says of whether it is whole. */
export type ListReading =
  /** Adds up to the digit. */
  | 'adds'
  /** One kind of thing throughout, and more of it than the whole. */
  | 'exceeds'
  /** Does not add up; whether it lists all, or its parts overlap, it does not say. */
  | 'unsure';

/** `、中危漏洞146个`: nothing but a name between two parts. */
const NAME = /^[，、；,;](?:[和及与])?[\p{Script=Han}A-Za-z“”《》]{2,16}$/u;
/** What makes a list of some and not of all. */
const OPEN = /主要|重点|尤其|特别|等|其余|其他|另|超过|以上|包括|含/;
/** A part that is left out is hardly so small. */
const SMALL_GAP = 9n;
const FEW = 3;

/** A plain list of parts behind its whole; null where it says nothing. `from`: where the list begins. */
export function readParts(
  text: string,
  from: number,
  whole: Claim,
  parts: readonly Claim[],
): ListReading | null {
  const last = parts.at(-1);
  if (parts.length < 2 || !last || !isPlain(text, from, parts)) return null;
  if ([whole, ...parts].some(({ quantity }) => quantity.approximator !== null)) return null;
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const order = compare(sum, whole.value);
  if (order === 0) return 'adds';
  if (isRounded(sum, whole, parts)) return null;
  const names = namesOf(text, from, parts);
  if (order > 0 && names.every((name) => name.endsWith('的'))) return null;
  // 一般报告、重点报告: there 重点 is a part's name.
  const listed = text.slice(from, last.spot.to + 4).split('。')[0] ?? '';
  const open = OPEN.test(suffixOf(names) === '' ? listed : listed.replace(/重点|特别/g, ''));
  if (order > 0) return !open && suffixOf(names) !== '' ? 'exceeds' : 'unsure';
  if (open) return null;
  if (parts.length < FEW) return suffixOf(names) !== '' && isMisread(sum, whole, parts) ? 'unsure' : null;
  return isSlip(sum, whole, parts) ? 'unsure' : null;
}

const isPlain = (text: string, from: number, parts: readonly Claim[]): boolean =>
  parts.every(({ spot }, at) =>
    at === 0
      ? /^[，：:、]?[\p{Script=Han}A-Za-z“”《》]{1,16}$/u.test(text.slice(from, spot.from))
      : NAME.test(spot.gap.replace(/[（(][^（）()]*[）)]/g, '')),
  );

const namesOf = (text: string, from: number, parts: readonly Claim[]): readonly string[] =>
  parts.map(({ spot }, at) =>
    (at === 0 ? text.slice(from, spot.from) : spot.gap).replace(/^[，、；：,;:]?[和及与]?/, ''),
  );

/** What all names end in: 漏洞 of 高危漏洞, 中危漏洞; empty where they are of different kinds. */
function suffixOf(names: readonly string[]): string {
  const [first = '', ...others] = names;
  for (let length = first.length - 1; length > 0; length--) {
    const suffix = first.slice(-length);
    // 约定条款的35份、签订协议的33份 are clauses, and may be the same things.
    if (others.every((name) => name.length > length && name.endsWith(suffix)))
      return suffix === '的' ? '' : suffix;
  }
  return '';
}

/** Half a unit of the last digit for every figure explains it. */
function isRounded(sum: Decimal, whole: Claim, parts: readonly Claim[]): boolean {
  const all = [whole, ...parts];
  if (areCounted(all)) return false;
  const half = halfUnit(Math.max(...all.map(({ quantity }) => quantity.precision)));
  const allowed = multiply(half, decimalOf(BigInt(all.length), 0));
  return compare(absolute(subtract(sum, whole.value)), allowed) <= 0;
}

/** Whether one figure, read otherwise by a digit, would make the sum right. */
function isSlip(sum: Decimal, whole: Claim, parts: readonly Claim[]): boolean {
  const gap = subtract(whole.value, sum);
  const isCounted = gap.scale === 0 && gap.units <= SMALL_GAP;
  if (isCounted && parts.every(({ value }) => value.scale === 0 && value.units < 100n)) {
    return gap.units * 4n <= whole.value.units;
  }
  return isMisread(sum, whole, parts);
}

/** A figure copied wrongly explains the gap, the whole or one of its parts. */
function isMisread(sum: Decimal, whole: Claim, parts: readonly Claim[]): boolean {
  const gap = subtract(whole.value, sum);
  if (parts.some(({ value }) => isSwapped(formatDecimal(value), formatDecimal(add(value, gap))))) return true;
  if (isNearMiss(formatDecimal(sum), whole.quantity.value, whole.quantity.precision)) return true;
  return parts.some(({ value, quantity }) =>
    isNearMiss(formatDecimal(add(value, gap)), quantity.value, quantity.precision),
  );
}

/** 68 for 86, 3.26 for 3.62: neighbouring digits of a short figure exchanged. Chance makes it so once in ninety. */
function isSwapped(written: string, right: string): boolean {
  const zeros = Math.min(...[written, right].map((text) => /0*$/.exec(text)?.[0].length ?? 0));
  const [left, other] = [written, right].map((text) =>
    text.includes('.') ? text.replace('.', '') : text.slice(0, text.length - zeros),
  );
  if (!left || !other || left === other || left.length !== other.length || !/^\d{2,3}$/.test(left))
    return false;
  if (written.indexOf('.') !== right.indexOf('.')) return false;
  const at = [...left].findIndex((digit, index) => digit !== other[index]);
  return other === `${left.slice(0, at)}${left[at + 1]}${left[at]}${left.slice(at + 2)}`;
}
