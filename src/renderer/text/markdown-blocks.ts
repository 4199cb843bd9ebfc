import { cellsOfLine } from './table-line';

export type HelpBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;
const DELIMITER = /^[|\-:\s]+$/;
const INDENTED = /^ {4}\s*\S/;
const FENCE = /^\s*```/;

/** A page says everything in Chinese, then, under a line, in English. */
export function inLanguage(page: string, language: 'zh-CN' | 'en'): string {
  const [chinese = '', english] = page.split(/^---$/m);
  return language === 'en' ? (english ?? chinese) : chinese;
}

/** The small part of Markdown that help pages use. Anything else reads as a paragraph. */
export function helpBlocks(markdown: string): readonly HelpBlock[] {
  const lines = markdown.split('\n');
  const blocks: HelpBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
      continue;
    }
    const taken =
      fence(lines, at) ??
      indented(lines, at) ??
      heading(line) ??
      list(lines, at) ??
      table(lines, at) ??
      paragraph(lines, at);
    blocks.push(taken.block);
    at += taken.lines;
  }
  return blocks;
}

interface Taken {
  readonly block: HelpBlock;
  readonly lines: number;
}

function fence(lines: readonly string[], at: number): Taken | null {
  if (!FENCE.test(lines[at] ?? '')) return null;
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end] ?? '')) end++;
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, lines: end - at + 1 };
}

/** Lines that stand four spaces in. */
function indented(lines: readonly string[], at: number): Taken | null {
  let end = at;
  while (INDENTED.test(lines[end] ?? '')) end++;
  if (end === at) return null;
  const text = lines.slice(at, end).map((line) => line.slice(4));
  return { block: { kind: 'code', text: text.join('\n') }, lines: end - at };
}

function heading(line: string): Taken | null {
  const match = HEADING.exec(line);
  if (!match) return null;
  return { block: { kind: 'heading', level: match[1]?.length ?? 1, text: match[2] ?? '' }, lines: 1 };
}

function list(lines: readonly string[], at: number): Taken | null {
  const first = ITEM.exec(lines[at] ?? '');
  if (!first) return null;
  const items: string[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const match = ITEM.exec(line);
    if (match) items.push(match[2] ?? '');
    else if (/^\s+\S/.test(line) && items.length > 0) items.push(joined([items.pop() ?? '', line]));
    else break;
  }
  return { block: { kind: 'list', ordered: first[1] !== undefined, items }, lines: end - at };
}

function table(lines: readonly string[], at: number): Taken | null {
  const next = lines[at + 1] ?? '';
  if (!(lines[at] ?? '').includes('|') || !next.includes('-') || !DELIMITER.test(next)) return null;
  let end = at;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
  const rows = lines.slice(at, end).filter((_, index) => index !== 1);
  return { block: { kind: 'table', rows: rows.map(cellsOfLine) }, lines: end - at };
}

function paragraph(lines: readonly string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (line.trim() === '' || FENCE.test(line) || HEADING.test(line) || ITEM.test(line)) break;
    end++;
  }
  return { block: { kind: 'paragraph', text: joined(lines.slice(at, end)) }, lines: end - at };
}

/** Lines of one paragraph: Latin words keep a space between them, Chinese does not. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce((text, line) => text + (/[\w,.;:)]$/.test(text) && /^[\w(]/.test(line) ? ' ' : '') + line);
}
