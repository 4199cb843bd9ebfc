import { type Amount, accountAt, amountAt, withRangeUnit } from './amount';
import { withCompounds } from './compound-lengths';
import { bareDateEnd, dateEnd, hanDateEnd, timeEnd } from './dates';
import { EXEMPT_FIRST, EXEMPT_LATER, type Spot } from './exempt';
import { exemptFound, type Found } from './found';
import { slashedFractionAt } from './fractions';
import { hanAmountsAt } from './han-amount';
import { digitCount, halfWidth, isDigit, matchAt } from './match';
import { scaleAt, unitAt } from './units';

export interface ScanOptions {
  /** A table cell. */
  readonly cell?: boolean;
  /** The cell's header names a unit or a measure: a bare number is a figure there, not a year or a telephone. */
  readonly measured?: boolean;
}

const LATIN = '[A-Za-z][A-Za-z0-9]*(?:[-_./@&+][A-Za-z0-9]+)*';
const URL = '(?:https?|ftp)://[!-~]+|www\\.[!-~]+';
const WORD = new RegExp(`${URL}|${LATIN}`, 'y');
/** What a unit begins that is looked at. */
const [DIGIT, LETTER, NUMERAL, TITLE] = [1, 2, 3, 4];
const kinds = new Uint8Array(0x10000);
for (let unit = 0x30; unit <= 0x39; unit++) kinds[unit] = DIGIT;
for (let unit = 0x41; unit <= 0x5a; unit++) kinds[unit] = kinds[unit + 32] = LETTER;
for (const numeral of '〇零一二两三四五六七八九十百千万亿数几') kinds[numeral.charCodeAt(0)] = NUMERAL;
for (const bracket of '《》') kinds[bracket.charCodeAt(0)] = TITLE;

interface Scan {
  readonly text: string;
  readonly options: ScanOptions;
  readonly found: Found[];
  /** Where the last 》 stands: a 《 behind it opens nothing. */
  readonly lastClose: number;
  inTitle: boolean;
}

/** Every quantity of a text, ascending and apart. Each run of digits lies in exactly one. Linear. */
export function scanText(original: string, options: ScanOptions = {}): readonly Found[] {
  const text = halfWidth(original);
  const scan: Scan = { text, options, found: [], lastClose: text.lastIndexOf('》'), inTitle: false };
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)];
    at = kind ? read(scan, kind, at) : at + 1;
  }
  return withCompounds(withRanges(text, scan.found));
}

/** Reads what begins at `at`; where to go on. */
function read(scan: Scan, kind: number, at: number): number {
  const { text } = scan;
  if (kind === DIGIT) return readDigits(scan, at);
  if (kind === LETTER) return readLatin(scan, matchAt(WORD, text, at)?.[0] ?? text.charAt(at), at);
  if (kind === NUMERAL) return readHan(scan, at);
  scan.inTitle = text.charAt(at) === '《' && at < scan.lastClose;
  return at + 1;
}

const floorOf = (scan: Scan): number => scan.found.at(-1)?.end ?? 0;

function readDigits(scan: Scan, at: number): number {
  const { text, options, inTitle } = scan;
  const spot: Spot = {
    text,
    at,
    floor: floorOf(scan),
    previous: scan.found.at(-1) ?? null,
    cell: options.cell ?? false,
    inTitle,
  };
  const found = readSpot(spot, options.measured ?? false);
  scan.found.push(found);
  return found.end;
}

function readSpot(spot: Spot, measured: boolean): Found {
  const { text, at, floor } = spot;
  const special = slashedFractionAt(text, at) ?? accountAt(text, at, floor);
  if (special) return special;
  if (measured) return amountAt(text, at, floor) ?? exemptFound(at, at + digitCount(text, at), 'code');
  for (const reader of EXEMPT_FIRST) {
    const found = whole(text, reader(spot));
    if (found) return found;
  }
  const date = dateEnd(text, at);
  if (date > at) return exemptFound(at, date, 'date');
  const time = timeEnd(text, at);
  if (time > at) return exemptFound(at, time, 'time');
  for (const reader of EXEMPT_LATER) {
    const found = whole(text, reader(spot));
    if (found) return found;
  }
  const bare = bareDateEnd(text, at);
  if (bare > at && scaleAt(text, bare).power === 0 && !unitAt(text, bare)) {
    return exemptFound(at, bare, 'date');
  }
  return amountAt(text, at, floor) ?? exemptFound(at, at + digitCount(text, at), 'code');
}

/** A reading that stops inside a run of digits is none. */
function whole(text: string, found: Found | null): Found | null {
  if (!found) return null;
  const torn = isDigit(text.charAt(found.end - 1)) && isDigit(text.charAt(found.end));
  return torn ? null : found;
}

const QUARTER = /^(?:FY\d{2,4}|[QqHh][1-4](?:-(?:19|20)\d{2})?|CY\d{4})$/;
/** `App13款`, `GMV3.5亿元`: a figure written against a Latin word. */
const TAIL = /^[A-Za-z]+(?:[./&][A-Za-z]+)*(\d[\d.]*)$/;

function readLatin(scan: Scan, token: string, at: number): number {
  const end = at + token.length;
  if (!/\d/.test(token)) return end;
  const tail = TAIL.exec(token)?.[1];
  if (tail !== undefined && !/^[WwVv]eb\d|^[Vv]\d/.test(token)) {
    const digits = end - tail.length;
    const amount = amountAt(scan.text, digits, digits);
    const grouped = amount && /,/.test(scan.text.slice(amount.start, amount.end));
    if (amount && (!amount.bare || grouped) && !/^[年日级]/.test(amount.unit)) {
      scan.found.push(amount);
      return amount.end;
    }
  }
  scan.found.push(exemptFound(at, end, QUARTER.test(token) ? 'date' : 'name'));
  return end;
}

function readHan(scan: Scan, at: number): number {
  const date = hanDateEnd(scan.text, at);
  if (date > at) {
    scan.found.push(exemptFound(at, date, 'date'));
    return date;
  }
  const reading = hanAmountsAt(scan.text, at, floorOf(scan));
  // The title of a document claims nothing; a digit inside it is still accounted for.
  if (!scan.inTitle) scan.found.push(...reading.found);
  else if (reading.found.some((found) => /\d/.test(scan.text.slice(found.start, found.end)))) return at + 1;
  return reading.next;
}

const RANGE = /^[ ]?(?:[-–—−~～至到]|——)[ ]?$/;

const isAmount = (found: Found): found is Amount => 'power' in found;

/** `3-5元`, `10至15万户`: the first figure takes the unit of the second. */
function withRanges(text: string, found: readonly Found[]): readonly Found[] {
  return found.map((first, index) => {
    const second = found[index + 1];
    if (!second || second.start - first.end > 3 || !isAmount(first) || !isAmount(second)) return first;
    return RANGE.test(text.slice(first.end, second.start)) ? withRangeUnit(first, second) : first;
  });
}
