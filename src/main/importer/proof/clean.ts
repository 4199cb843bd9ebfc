/** Other names of a line break. */
const BREAKS = /[\r\u0085]/g;
/** What compose.ts leaves out of the working text: control characters, and what has no width. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const JUNK = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const ODD = /[\u0000-\u0008\u000d-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/;

/** Reads a text as the proof does. */
export type Clean = (text: string) => string;

/** `unsure` holds the characters of `LooseCensus`. */
export function cleaner(unsure: string): Clean {
  const plain: Clean = (text) => (ODD.test(text) ? text.replace(BREAKS, '\n').replace(JUNK, '') : text);
  if (unsure === '') return plain;
  const dropped = new RegExp(`[${unsure.replace(/[\\\]^-]/g, '\\$&')}]`, 'g');
  return (text) => plain(text).replace(dropped, '');
}

/** Without white space: how cells, and texts as a whole, are told to be equal. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

const LONGEST = 60;

/** A text short enough to be shown in a list. */
export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trim()}…` : text.trim();
