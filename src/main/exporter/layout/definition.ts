import type { Content, ContentTable, ContentText, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Alignment, Box, LineBox, RowBox, TableFrame } from './boxes';
import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import { CHARACTER_PITCH, FOLIO_DROP, millimetres, PAGE, TEXT_AREA } from './page';
import type { Page } from './pages';
import { STYLES } from './styles';
import { CELL_PADDING, RULE } from './table';
import { watermark } from './watermark';

export interface DefinitionOptions {
  readonly draft: boolean;
  readonly title: string;
}

/** Lets a line hang a closing mark beyond the measure, and swallows rounding; the page margin has the room. */
const SLACK = 24;

/** Pages are already filled: pdfmake only draws them. So every page ends with a forced break, never with a full page. */
export function definitionOf(
  pages: readonly Page[],
  frames: readonly TableFrame[],
  options: DefinitionOptions,
): TDocumentDefinitions {
  const bookmarks = bookmarkNodes();
  const top = TEXT_AREA.top + (STYLES.body.pitch - STYLES.body.size) / 2;
  const bottom = PAGE.height - TEXT_AREA.top - TEXT_AREA.height - SLACK;
  const right = PAGE.width - TEXT_AREA.left - TEXT_AREA.width;
  const content = pages.map((page, index): Content => {
    const nodes = pageNodes(page, frames, bookmarks);
    const stack = nodes.length > 0 ? nodes : [{ text: '' }];
    return index === 0 ? { stack } : { stack, pageBreak: 'before' };
  });
  return {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: { title: options.title || '未命名报告', creator: 'Gouji 勾稽', producer: 'Gouji 勾稽' },
    pageSize: { ...PAGE },
    pageMargins: [TEXT_AREA.left, top, right, bottom],
    defaultStyle: { font: STYLES.body.font, fontSize: STYLES.body.size },
    content,
    footer: (current: number) => folio(current, right),
    ...(options.draft ? { header: () => draftMark(right), background: () => watermark() } : {}),
  };
}

type Bookmarks = (box: LineBox) => Partial<ContentText>;

function pageNodes(page: Page, frames: readonly TableFrame[], bookmarks: Bookmarks): Content[] {
  const nodes: Content[] = [];
  let space = 0;
  for (let index = 0; index < page.length; index += 1) {
    const box = page[index];
    if (box?.kind === 'gap') space += box.height;
    if (box?.kind === 'line') nodes.push(...lineNodes(box, space, bookmarks));
    if (box?.kind === 'row') {
      const end = tableEnd(page, index);
      const rows = page.slice(index, end).filter((part): part is RowBox => part.kind === 'row');
      nodes.push(tableNode(rows, frames[box.table], space));
      index = end - 1;
    }
    if (box?.kind === 'line' || box?.kind === 'row') space = 0;
  }
  return nodes;
}

function tableEnd(page: Page, start: number): number {
  const first = page[start];
  const same = (box: Box) => box.kind === 'row' && first?.kind === 'row' && box.table === first.table;
  const end = page.findIndex((box, index) => index > start && !same(box));
  return end === -1 ? page.length : end;
}

function lineNodes(box: LineBox, space: number, bookmarks: Bookmarks): Content[] {
  const right = box.align === 'right' ? box.indent : 0;
  const left = box.align === 'left' ? box.indent : 0;
  const slack = box.align === 'left' ? -SLACK : 0;
  const text = textNode(box.line, box.style, box.align, [left, space, right + slack, 0]);
  const node = { ...text, ...bookmarks(box) };
  if (!box.bullet) return [node];
  const radius = box.style.size / 9;
  const dot = { type: 'ellipse' as const, x: left - box.style.size * 0.6, y: space + box.style.size * 0.52, r1: radius, r2: radius };
  return [{ canvas: [{ ...dot, color: 'black' }], relativePosition: { x: 0, y: 0 } }, node];
}

function textNode(line: Line, style: TextStyle, alignment: Alignment, margin: [number, number, number, number]): ContentText {
  const text = line.runs.map((run) => ({ text: run.text, font: run.font }));
  const lineHeight = style.pitch / style.size;
  const spacing = Math.round(line.spacing * 10000) / 10000;
  return {
    text,
    fontSize: style.size,
    lineHeight,
    characterSpacing: spacing,
    alignment,
    margin,
    // Lines are broken already; spaces at either end are meant.
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

function tableNode(rows: readonly RowBox[], frame: TableFrame | undefined, space: number): ContentTable {
  const style = frame?.style ?? STYLES.body;
  const body = rows.map((row) => {
    const most = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
    return row.cells.map((cell) => {
      const drop = ((most - cell.lines.length) * style.pitch) / 2;
      const lines = cell.lines.map((line, index) =>
        textNode(line, style, cell.align, [0, index === 0 ? drop : 0, cell.align === 'left' ? -CELL_PADDING.side : 0, 0]),
      );
      return { stack: lines.length > 0 ? lines : [{ text: '', fontSize: style.size }] };
    });
  });
  const heights = rows.map((row) => row.height - CELL_PADDING.top - CELL_PADDING.bottom - RULE);
  return {
    table: { widths: [...(frame?.widths ?? [])], heights, body },
    layout: tableLayout(rows, style),
    margin: [0, space, 0, 0],
  };
}

function tableLayout(rows: readonly RowBox[], style: TextStyle): CustomTableLayout {
  // Leading hangs below a line: half of it moves above, so that text stands in the middle of its cell.
  const shift = Math.min((style.pitch - style.size) / 2, CELL_PADDING.bottom);
  return {
    hLineWidth: (line) => (line === rows.length || rows[line]?.ruled || line === 0 ? RULE : 0),
    vLineWidth: () => RULE,
    paddingLeft: () => CELL_PADDING.side,
    paddingRight: () => CELL_PADDING.side,
    paddingTop: () => CELL_PADDING.top + shift,
    paddingBottom: () => CELL_PADDING.bottom - shift,
  };
}

/** §7.5: 四号 Song digits between dashes; odd pages right, even pages left, one character in. */
function folio(page: number, right: number): Content {
  const odd = page % 2 === 1;
  return {
    text: `— ${page} —`,
    font: STYLES.folio.font,
    fontSize: STYLES.folio.size,
    alignment: odd ? 'right' : 'left',
    margin: [TEXT_AREA.left + CHARACTER_PITCH, SLACK + FOLIO_DROP - STYLES.folio.size / 2, right + CHARACTER_PITCH, 0],
  };
}

function draftMark(right: number): Content {
  return { text: '草稿', font: 'HeiTi', fontSize: 14, alignment: 'right', margin: [0, millimetres(20), right, 0] };
}

/** Gives each bookmarked line a stable name, and the name of the bookmark it belongs under. */
function bookmarkNodes(): Bookmarks {
  const open: string[] = [];
  let count = 0;
  return ({ bookmark }) => {
    if (!bookmark || bookmark.title === '') return {};
    count += 1;
    const id = `section-${count}`;
    const parent = open[bookmark.depth - 1];
    open.splice(bookmark.depth, open.length, id);
    const under = parent === undefined ? {} : { outlineParentId: parent };
    return { id, outline: true, outlineText: bookmark.title, outlineExpanded: true, ...under };
  };
}
