import { rememberedText } from '../../../shared/memo';
import { FUNCTION_WORDS, TERMS } from './lexicon';

/** A word of a text, in units of that text. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

const LONGEST_TERM = 5;
const MOST_RUNS = 60_000;
let segmenter: Intl.Segmenter | undefined;
/** Made when first needed: it reads the dictionary, and this module is loaded where nothing is checked too. */
function segmentsOf(run: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(run);
}

interface Cut {
  /** As ICU cuts it. */
  readonly pieces: readonly string[];
  /** With the terms put together; made when first asked for. */
  words: readonly string[] | null;
}

const known = new Map<string, Cut>();

/**
 * The words of a run of Han characters, by the dictionary that Node and Electron carry (ICU), with the terms of this field
 * put together again. Says where words probably end; a rule may raise a doubt on it, never an error by it alone.
 * Runs are remembered: a text repeats most of its own.
 */
export function wordsOfRun(run: string): readonly string[] {
  const cut = cutOf(run);
  cut.words ??= joined(cut.pieces);
  return cut.words;
}

/** The pieces that the dictionary alone cuts a run into. */
export const piecesOfRun = (run: string): readonly string[] => cutOf(run).pieces;

function cutOf(run: string): Cut {
  const found = known.get(run);
  if (found) return found;
  if (known.size >= MOST_RUNS) known.clear();
  const cut = { pieces: Array.from(segmentsOf(run), ({ segment }) => segment), words: null };
  known.set(run, cut);
  return cut;
}

/** One word of the dictionary, with nothing put together. */
export const isDictionaryWord = rememberedText(
  // The first word is told without cutting the rest.
  (run): boolean => segmentsOf(run).containing(0)?.segment === run,
);

/**
 * Gives `take` what words are looked for in, from left to right, with where it begins: Han characters in a row, or a Latin word
 * (`\p{Script=Han}+|[A-Za-z][A-Za-z0-9]*`). Units tell it, as most of them are known without a pattern.
 */
export function eachRun(text: string, take: (run: string, start: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    const unit = text.charCodeAt(at);
    if (isLatin(unit)) {
      do at++;
      while (isLatin(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)));
    } else {
      for (let size = hanAt(text, at); size > 0; size = hanAt(text, at)) at += size;
    }
    if (at === start) at++;
    else take(text.slice(start, at), start);
  }
}

const isLatin = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** How many units the Han character at a place takes, 0 where none stands. */
function hanAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fff) return 1;
  // Digits, marks and blanks, half width and full.
  if (!(unit >= 0x2e80) || (unit >= 0xff00 && unit <= 0xffef) || (unit >= 0x3008 && unit <= 0x3020)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
  return HAN.test(character) ? character.length : 0;
}

const HAN = /^\p{Script=Han}$/u;

/** The words of a text; digits and marks are left out and separate. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  eachRun(text, (run, start) => {
    if (isLatin(run.charCodeAt(0))) {
      words.push({ text: run, start });
      return;
    }
    let at = start;
    for (const word of wordsOfRun(run)) {
      words.push({ text: word, start: at });
      at += word.length;
    }
  });
  return words;
}

/** Longest terms first, from left to right: 互|联|互通 → 互联互通. */
function joined(pieces: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const own = pieces[at] ?? '';
    let taken = termLength(pieces, at);
    // Two characters that no dictionary knows are probably one name: 腾|讯.
    const isName =
      taken === 1 && isUnknown(own) && isUnknown(pieces[at + 1]) && termLength(pieces, at + 1) === 1;
    if (isName) taken = 2;
    words.push(taken === 1 ? own : pieces.slice(at, at + taken).join(''));
    at += taken;
  }
  return words;
}

/** How many pieces from `at` on make the longest term; 1 where they make none. */
function termLength(pieces: readonly string[], at: number): number {
  let taken = 1;
  let whole = pieces[at] ?? '';
  for (let next = at + 1; next < pieces.length; next++) {
    whole += pieces[next];
    if (whole.length > LONGEST_TERM) break;
    if (TERMS.has(whole)) taken = next - at + 1;
  }
  return taken;
}

const isUnknown = (piece: string | undefined): boolean => piece?.length === 1 && !FUNCTION_WORDS.has(piece);
