const TAGS =
  'br|b|strong|em|i|u|s|strike|del|ins|sub|sup|small|big|mark|span|font|center|p|div|a|img|hr|code|pre|kbd|tt|table|' +
  'thead|tbody|tfoot|tr|td|th|caption|colgroup|col|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|details|summary|section|article|' +
  'header|footer|figure|figcaption|o:p';
const TAG = new RegExp(`<(/?)(${TAGS})(?:\\s[^<>]*)?/?>`, 'gi');
/** Tags behind which a line begins. */
const PARTING = /^(?:br|p|div|t[rdh]|li|d[td]|hr|h[1-6]|caption|blockquote|table)$/i;
/** A link's or picture's address: `](…)`. */
const ADDRESS = /\]\((?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"\n]*")?\)/g;
const SPACES = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi;

/** Without comments; their line breaks stay. */
export function withoutComments(text: string): string {
  let shown = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return shown + text.slice(from);
    shown += text.slice(from, start) + text.slice(start, end).replace(/[^\n]+/g, '');
    from = end + 3;
  }
}

const CODE = /(`[^`\n]+`)/;

/** What of a line shows, but for the marks in `UNSURE`. */
export function visible(line: string): string {
  if (!/[<[&]/.test(line)) return line;
  return line
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : shown(part)))
    .join('');
}

const shown = (text: string): string =>
  text
    .replace(TAG, (_, slash: string, name: string) => (slash === '' && PARTING.test(name) ? '\n' : ''))
    .replace(ADDRESS, ']')
    .replace(SPACES, '');

/** Without what has a backslash and so begins no markup. All of it is in `UNSURE`. */
export const withoutEscapes = (text: string): string => text.replace(/\\[<>[\]&!]/g, '');

/** Characters that may be markup or text; only a parser of Markdown can tell. */
export const UNSURE = '\\`*_~<>[]&#|!';
