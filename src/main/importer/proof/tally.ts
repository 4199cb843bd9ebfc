import type { PlacedText } from './working';

/** How many numbers and visible characters texts hold. */
export interface Tally {
  readonly numbers: number;
  readonly characters: number;
}

const VISIBLE = 1;
const DIGIT = 2;
/** Parts the digits of one number. */
const POINT = 3;
const BLANK = 4;
/** As if it did not stand there: control characters, and what may be markup. */
const DROPPED = 5;

/** All of these are visible, and most of a text. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];

/**
 * What `compareNumbers` and `compareCharacters` count on one side, in one pass and without making a string: for a
 * source that is its own working text. `unsure` as in `LooseCensus`.
 */
export function tallyOf(texts: readonly PlacedText[], unsure: string): Tally {
  const kinds = new Uint8Array(0x10000).fill(VISIBLE, FIRST_HAN, LAST_HAN + 1);
  const learned = (unit: number): number => {
    const kind = kindOfCharacter(String.fromCharCode(unit), unsure);
    kinds[unit] = kind;
    return kind;
  };
  let numbers = 0;
  let characters = 0;
  for (const { text } of texts) {
    // Of a number: 0 outside, 1 behind a digit, 2 behind a point that a digit must follow.
    let inside = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let kind = kinds[unit] || learned(unit);
      if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) {
        kind = kindOfCharacter(text.slice(at, at + 2), unsure);
        at++;
      }
      if (kind === DROPPED) continue;
      if (kind !== BLANK) characters++;
      if (kind === DIGIT) {
        if (inside === 0) numbers++;
        inside = 1;
      } else inside = kind === POINT && inside === 1 ? 2 : 0;
    }
  }
  return { numbers, characters };
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

function kindOfCharacter(character: string, unsure: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as in clean.ts
  if (/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\ufeff]/.test(character))
    return DROPPED;
  if (unsure.includes(character)) return DROPPED;
  if (/[\s\u0085]/.test(character)) return BLANK;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /[.,．，]/.test(character) ? POINT : VISIBLE;
}
