/** Controls, soft hyphens, zero-width marks, direction marks, variation selectors: they show nothing on paper. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu;

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const NARROW_SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** Text as it can be set: line breaks as `\n`, plain spaces, nothing invisible. The ideographic space stays. */
export function printable(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(INVISIBLE, '').replace(NARROW_SPACES, ' ');
}

export const isSpace = (character: string): boolean => character === ' ' || character === '\u3000';
