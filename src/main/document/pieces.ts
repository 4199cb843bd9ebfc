import { type Line, skipSpace, skipSpaceBack } from './lines';
import { cellCount, hasPipe, isDelimiterLine } from './tables';

/** Part of what stands without a blank line between: text, a page break, or the lines of a table. */
export interface Piece {
  readonly kind: 'text' | 'page-break' | 'table';
  readonly lines: readonly Line[];
}

const PAGE_BREAK =
  /^(?:\\(?:newpage|pagebreak|clearpage)|<!--\s*page-?\s?break\s*-->|<(?:div|p|br)\s[^>]*break-(?:after|before)\s*:[^>]*>(?:\s|&nbsp;)*(?:<\/(?:div|p)>)?)$/i;
const IMAGE = /^!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)$/;
const CAPTION_START = /^[*_]{0,3}[图表]\s*[\d一二三四五六七八九十]/;
const TABLE_NOTE = /^[（(]?(?:单位|金额单位|数据|注|截至)/;
const DATE_LINE =
  /^[*_]{0,3}(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日(?:\s?[（(](?:星期|周)[一二三四五六日天][）)])?[*_]{0,3}$/;
const SIGNATORY_LINE =
  /^[*_]{0,3}[^。；，,：:]{2,40}(?:公司|银行|分行|局|部|委员会|中心|协会|办公室)(?:[（(](?:盖章|公章|印章)[）)])?[*_]{0,3}$/;

/** Splits a paragraph's lines. Every line that shows anything comes back in exactly one piece. */
export function piecesOf(text: string, lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let pending: Line[] = [];
  const flush = (): void => {
    if (pending.length > 0)
      for (const part of textParts(text, pending)) pieces.push({ kind: 'text', lines: part });
    pending = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    const end = tableEnd(text, lines, at);
    const kind = end > at ? 'table' : lineKind(text, line);
    if (kind !== 'text') flush();
    if (kind === 'text') pending.push(line);
    else if (kind === 'table') pieces.push({ kind, lines: lines.slice(at, end) });
    else if (kind === 'page-break') pieces.push({ kind, lines: [line] });
    at = Math.max(end, at + 1);
  }
  flush();
  return pieces;
}

const contentOf = (text: string, line: Line): string => {
  const from = skipSpace(text, line.from, line.end);
  return text.slice(from, skipSpaceBack(text, from, line.end));
};

function lineKind(text: string, line: Line): 'text' | 'page-break' | 'blank' {
  const content = contentOf(text, line);
  if (content === '') return text.slice(line.start, line.end).includes('\f') ? 'page-break' : 'blank';
  const first = content.charAt(0);
  return (first === '\\' || first === '<') && PAGE_BREAK.test(content) ? 'page-break' : 'text';
}

const framed = (content: string): boolean =>
  content.length > 2 && content.startsWith('|') && content.endsWith('|');

/**
 * Just behind the last line of a table that begins at line `at`; `at` when none does. As in GFM, a whole table goes on
 * to the next blank line; one whose header and delimiter differ in width, only as far as there are pipes.
 */
function tableEnd(text: string, lines: readonly Line[], at: number): number {
  const content = (index: number): string => {
    const line = lines[index];
    return line ? contentOf(text, line) : '';
  };
  const header = content(at);
  if (!hasPipe(header)) return at;
  const second = content(at + 1);
  const delimited = isDelimiterLine(second);
  const framedThrice = framed(header) && framed(second) && framed(content(at + 2));
  if (!delimited && !isDelimiterLine(header) && !framedThrice) return at;
  const whole = delimited && cellCount(header) === cellCount(second);
  let end = at + 1;
  while (end < lines.length && (whole ? isRow(text, lines[end]) : hasPipe(content(end)))) end++;
  // A delimiter alone under text is no table.
  return end - at > 1 ? end : at;
}

const isRow = (text: string, line: Line | undefined): boolean => !!line && lineKind(text, line) === 'text';

/** Paragraphs within one Markdown paragraph, told by the conventions of Chinese reports. */
function textParts(text: string, lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  lines.forEach((line, index) => {
    const last = parts.at(-1);
    if (last && !startsPart(text, lines, index)) last.push(line);
    else parts.push([line]);
  });
  return parts;
}

function startsPart(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (!line || !before) return true;
  // Two ideographic spaces indent a new paragraph (GB/T 9704-2012 §7.3.3).
  if (text.startsWith('　　', line.from)) return true;
  const content = contentOf(text, line);
  const previous = contentOf(text, before);
  if (IMAGE.test(content) || IMAGE.test(previous)) return true;
  if (CAPTION_START.test(previous) && TABLE_NOTE.test(content)) return true;
  if (index === lines.length - 1 && DATE_LINE.test(content)) return true;
  const after = lines[index + 1];
  return (
    index === lines.length - 2 &&
    !!after &&
    SIGNATORY_LINE.test(content) &&
    DATE_LINE.test(contentOf(text, after))
  );
}
