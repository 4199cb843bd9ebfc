import { backtickRuns, type RunFinder } from './backticks';
import { type Delimiter, delimiterAt } from './delimiters';

/** Markup to leave out of prose. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** Whether it reads as a line break: always (`<br>`), or unless a line has just begun (`<td>`). */
  readonly breaks: 'never' | 'inside' | 'always';
}

interface Scan {
  readonly source: string;
  readonly inTable: boolean;
  readonly cuts: Cut[];
  /** Openers that wait for their closer, by delimiter: `**`, `_`. */
  readonly open: Map<string, number>;
  readonly brackets: number[];
  runs: RunFinder | null;
  /** True once a comment was found to have no end, so that the search is not made again. */
  endlessComment: boolean;
}

const SPECIAL = /[\\`*_~<[\]&]/g;
const HAS_SPECIAL = /[\\`*_~<[\]&]/;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const SPACE_ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/iy;
const LINK_TARGET =
  /\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:\s+"[^"\n]{0,500}")?\)/y;
const AUTOLINK = /<(?:https?|ftp|mailto):[^\s<>]{1,2000}>/iy;
const TAG_NAMES =
  'br|b|strong|em|i|u|s|strike|del|ins|sub|sup|small|big|mark|span|font|center|p|div|a|img|hr|code|pre|kbd|tt|' +
  'table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|details|summary|' +
  'section|article|header|footer|figure|figcaption|o:p';
const ATTRIBUTE =
  '\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:"[^"<>]{0,2000}"|\'[^\'<>]{0,2000}\'|[^\\s"\'=<>`]+))?';
const TAG = new RegExp(`<(/?)(${TAG_NAMES})(?:${ATTRIBUTE})*\\s*/?>`, 'iy');
/** Tags whose opening begins a new line on screen; without the break `<td>1</td><td>2</td>` would read 12. */
const BREAKING = /^(?:p|div|tr|td|th|li|dt|dd|hr|h[1-6]|caption|blockquote|table)$/i;

export const hasMarkup = (source: string): boolean => HAS_SPECIAL.test(source);

/** The inline markup of `source`, ascending, in offsets of `source`. Linear. */
export function inlineCuts(source: string, inTable: boolean): readonly Cut[] {
  const scan: Scan = {
    source,
    inTable,
    cuts: [],
    open: new Map(),
    brackets: [],
    runs: null,
    endlessComment: false,
  };
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(source);
    if (!match) break;
    at = step(scan, match[0], match.index);
  }
  return scan.cuts.sort((a, b) => a.start - b.start || b.end - a.end);
}

function cut(scan: Scan, start: number, end: number, breaks: Cut['breaks'] = 'never'): void {
  scan.cuts.push({ start, end, breaks });
}

/** Reads the special unit at `at`; where to go on. */
function step(scan: Scan, unit: string, at: number): number {
  switch (unit) {
    case '\\':
      return readEscape(scan, at);
    case '`':
      return readCode(scan, at);
    case '<':
      return readAngle(scan, at);
    case '[':
      scan.brackets.push(at);
      return at + 1;
    case ']':
      return readLinkEnd(scan, at);
    case '&':
      return readPattern(scan, SPACE_ENTITY, at) || at + 1;
    default:
      return readDelimiter(scan, delimiterAt(scan.source, at));
  }
}

function readEscape(scan: Scan, at: number): number {
  const next = scan.source.charAt(at + 1);
  if (next !== '\n' && !ESCAPABLE.test(next)) return at + 1;
  cut(scan, at, at + 1);
  return at + 2;
}

/** Cuts what `pattern` matches at `at` and returns its end; 0 without a match. */
function readPattern(scan: Scan, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(scan.source)) return 0;
  cut(scan, at, pattern.lastIndex);
  return pattern.lastIndex;
}

function readCode(scan: Scan, at: number): number {
  const { source } = scan;
  scan.runs ??= backtickRuns(source);
  const size = scan.runs.sizeAt(at);
  const close = scan.runs.closing(at);
  if (close < 0) return at + size;
  cut(scan, at, at + size);
  if (scan.inTable) {
    for (
      let bar = source.indexOf('\\|', at + size);
      bar >= 0 && bar < close;
      bar = source.indexOf('\\|', bar + 2)
    )
      cut(scan, bar, bar + 1);
  }
  cut(scan, close, close + size);
  return close + size;
}

function readAngle(scan: Scan, at: number): number {
  const { source } = scan;
  if (source.startsWith('<!--', at)) return readComment(scan, at);
  TAG.lastIndex = at;
  const tag = TAG.exec(source);
  if (tag && !/^<\/?[A-Z]>$/.test(tag[0])) {
    cut(scan, at, TAG.lastIndex, breakOf(tag[2] ?? '', tag[1] === '/'));
    return TAG.lastIndex;
  }
  AUTOLINK.lastIndex = at;
  if (!AUTOLINK.test(source)) return at + 1;
  cut(scan, at, at + 1);
  cut(scan, AUTOLINK.lastIndex - 1, AUTOLINK.lastIndex);
  return AUTOLINK.lastIndex;
}

function breakOf(name: string, closing: boolean): Cut['breaks'] {
  if (name.toLowerCase() === 'br') return 'always';
  return !closing && BREAKING.test(name) ? 'inside' : 'never';
}

function readComment(scan: Scan, at: number): number {
  const close = scan.endlessComment ? -1 : scan.source.indexOf('-->', at + 4);
  if (close < 0) {
    scan.endlessComment = true;
    return at + 1;
  }
  cut(scan, at, close + 3);
  return close + 3;
}

function readLinkEnd(scan: Scan, at: number): number {
  const open = scan.brackets.pop();
  if (open === undefined) return at + 1;
  LINK_TARGET.lastIndex = at;
  if (!LINK_TARGET.test(scan.source)) return at + 1;
  const image = scan.source.charAt(open - 1) === '!';
  cut(scan, image ? open - 1 : open, open + 1);
  cut(scan, at, LINK_TARGET.lastIndex);
  return LINK_TARGET.lastIndex;
}

function readDelimiter(scan: Scan, delimiter: Delimiter): number {
  const { mark, start, end } = delimiter;
  const open = scan.open.get(mark);
  if (mark === '****' && scan.open.has('**')) {
    // `**甲****乙**`, as converters write two bold runs: closes one and opens the next.
    cut(scan, start, end);
  } else if (delimiter.closes && open !== undefined) {
    cut(scan, open, open + mark.length);
    cut(scan, start, end);
    scan.open.delete(mark);
  } else if (delimiter.opens) scan.open.set(mark, start);
  return end;
}
