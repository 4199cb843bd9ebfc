/** What no word is written twice without. */
export interface Recurrence {
  /** A character behind itself. */
  readonly twin: boolean;
  /** A character stands again with one other between. */
  readonly second: boolean;
  /** Two characters in a row that both stood within the six before them. */
  readonly pair: boolean;
  /** Three in a row that all stood within the twelve before them. */
  readonly word: boolean;
}

const [PAIR_REACH, WORD_REACH] = [6, 12];

/** Where each unit stood last, counted on from text to text, so that nothing need be cleared between. */
const lastPlace = new Int32Array(0x10000);
let counted = WORD_REACH + 1;
const MOST_COUNTED = 2 ** 30;

/** How near to itself any letter or Han character of a text stands again; others break a row. One pass. */
export function recurrenceOf(text: string): Recurrence {
  if (counted + text.length > MOST_COUNTED) {
    lastPlace.fill(0);
    counted = WORD_REACH + 1;
  }
  let [twin, second, pair, word] = [false, false, false, false];
  let [pairs, words] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isOfWords(unit)) {
      pairs = words = 0;
      continue;
    }
    const place = counted + at;
    const by = place - (lastPlace[unit] ?? 0);
    lastPlace[unit] = place;
    if (by > WORD_REACH) {
      pairs = words = 0;
      continue;
    }
    if (by === 1) twin = true;
    else if (by === 2) second = true;
    pairs = by <= PAIR_REACH ? pairs + 1 : 0;
    if (pairs >= 2) pair = true;
    if (++words >= 3) word = true;
  }
  counted += text.length + WORD_REACH + 1;
  return { twin, second, pair, word };
}

/** As the patterns of doubled.ts have it: Han, and Latin letters as they are. */
const isOfWords = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
