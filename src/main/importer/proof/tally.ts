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

/**
 * What `compareNumbers` and `compareCharacters` count on one side, without making a string: for a source that is its own
 * working text. `unsure` as in `LooseCensus`.
 */
export function tallyOf(texts: readonly PlacedText[], unsure: string): Tally {
  const kinds = new Uint8Array(0x10000);
  const any = new RegExp(`[${unsure.replace(/[\\\]^-]/g, '\\$&')}]`);
  let numbers = 0;
  let characters = 0;
  for (const { text } of texts) {
    const tally = ODD.test(text) || any.test(text) ? tallyOdd(text, unsure, kinds) : tallyPlain(text);
    numbers += tally.numbers;
    characters += tally.characters;
  }
  return { numbers, characters };
}

/** Control characters, halves of wide characters, and all that may be a digit of another script: most texts hold none. */
const ODD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff\u0660-\u1fff\ua620-\uabff\uff10-\uff19\ud800-\udfff]/;
const NUMBER = /\d+(?:[.,．，]\d+)*/g;
const BLANKS = /\s+/g;

function tallyPlain(text: string): Tally {
  let numbers = 0;
  let characters = text.length;
  NUMBER.lastIndex = 0;
  while (NUMBER.test(text)) numbers++;
  for (let blank = BLANKS.exec(text); blank; blank = BLANKS.exec(text)) characters -= blank[0].length;
  return { numbers, characters };
}

function tallyOdd(text: string, unsure: string, kinds: Uint8Array): Tally {
  let numbers = 0;
  let characters = 0;
  // Of a number: 0 outside, 1 behind a digit, 2 behind a point that a digit must follow.
  let inside = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let kind = kinds[unit] || kindOfCharacter(text.charAt(at), unsure);
    kinds[unit] = kind;
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
