import { ordinalValue } from '../document/numerals';

export type GuessedLevel = 2 | 3 | 4 | 5;

interface Scheme {
  readonly level: GuessedLevel;
  /** The number is group 1, where its value matters. */
  readonly pattern: RegExp;
}

const HAN = '[〇零一二三四五六七八九十百]{1,4}';

const SCHEMES: readonly Scheme[] = [
  { level: 2, pattern: new RegExp(`^第\\s?(?:${HAN}|\\d{1,3})\\s?(?:章|部分)`) },
  { level: 3, pattern: new RegExp(`^第\\s?(?:${HAN}|\\d{1,3})\\s?节`) },
  { level: 2, pattern: new RegExp(`^(${HAN})[、．.]`) },
  { level: 3, pattern: new RegExp(`^[（(]\\s?${HAN}\\s?[）)]`) },
  // No decimal (`1.5亿元`) and no date (`12.25`), but `1.2025年情况`, whose author left out the space.
  { level: 4, pattern: /^\d{1,2}[.．、](?!\d)/ },
  { level: 4, pattern: /^\d{1,2}[.．、](?=(?:19|20)\d{2}年)/ },
  { level: 5, pattern: /^[（(]\s?\d{1,2}\s?[）)]/ },
];

const LENGTH = 40;
const SENTENCE = /[。\n]|[；，：、,;:.…！？!?]$/;
/** `一、总体情况……3`: a line of the table of contents. */
const CONTENTS = /(?:\t|\.{3}|…|·{3}|-{3}|_{3}) *\d{1,3}$/;
const AMOUNT = /\d[\d,，.]*\s?(?:[%％‰]|个百分点|[万亿]|元|笔|件|户|家|次|人|起|条|项|台|天|小时|分钟)/;
const CLAUSES = /[，；：,;:]/;

/**
 * The level of the heading that a paragraph of plain text seems to be, told by its number (GB/T 9704-2012 §7.3.3);
 * null for text that is none: list items that say something, dates, amounts, lines of a table of contents.
 */
export function guessHeading(text: string): GuessedLevel | null {
  const line = text.trim();
  if (line.length > LENGTH || SENTENCE.test(line) || CONTENTS.test(line)) return null;
  for (const { level, pattern } of SCHEMES) {
    const match = pattern.exec(line);
    if (match) return heads(line.slice(match[0].length).trim(), level, match[1]) ? level : null;
  }
  return null;
}

/** Whether what follows the number can be a heading's words. */
function heads(words: string, level: GuessedLevel, number: string | undefined): boolean {
  if (!/\p{L}/u.test(words)) return false;
  // Below （一）, numbered lines are as often list items: those tell amounts, or have clauses.
  if (level > 3) return !CLAUSES.test(words) && !AMOUNT.test(words);
  return !/；|;/.test(words) && !isAmount(words) && !(number && countsOn(number, words));
}

const isAmount = (words: string): boolean =>
  /^[\d,，.]+\s?(?:[%％‰]|[百千万亿]*[元美笔件户家次人])/.test(words) && words.length < 12;

/** `二、三季度` names two quarters: the number goes on counting behind the comma. */
function countsOn(number: string, words: string): boolean {
  const next = /^[一二三四五六七八九十]{1,3}(?=[季月年级类线期档批等层])/.exec(words);
  return next !== null && ordinalValue(next[0]) === (ordinalValue(number) ?? 0) + 1;
}
