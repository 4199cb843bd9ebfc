import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Box, LineBox, RowBox, TableFrame } from './boxes';
import { printable } from './clean';
import { tableNode, textNode } from './nodes';
import { CHARACTER_PITCH, FOLIO_DROP, millimetres, PAGE, TEXT_AREA } from './page';
import type { Page } from './pages';
import { STYLES } from './styles';
import { watermark } from './watermark';

export interface DefinitionOptions {
  readonly draft: boolean;
  readonly title: string;
}

/** Lets a line hang a closing mark beyond the measure; the page margin has the room. */
const SIDE_SLACK = 24;

/** Keeps rounding from ever pushing a page's last line over. */
const FOOT_SLACK = 6;

/** A line's leading hangs below it; half of it moves above, so that the text area is filled evenly. */
const HALF_LEADING = (STYLES.body.pitch - STYLES.body.size) / 2;

/** Pages are already filled: pdfmake only draws them. So every page ends with a forced break, never with a full page. */
export function definitionOf(
  pages: readonly Page[],
  frames: readonly TableFrame[],
  options: DefinitionOptions,
): TDocumentDefinitions {
  const bookmarks = bookmarkNodes();
  const top = TEXT_AREA.top + HALF_LEADING;
  const bottom = PAGE.height - top - TEXT_AREA.height - FOOT_SLACK;
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
    info: {
      title: metadataText(options.title) || '未命名报告',
      creator: 'Gouji 勾稽',
      producer: 'Gouji 勾稽',
    },
    pageSize: { ...PAGE },
    pageMargins: [TEXT_AREA.left, top, right, bottom],
    defaultStyle: { font: STYLES.body.font, fontSize: STYLES.body.size },
    content,
    footer: (current: number) => folio(current, right),
    ...(options.draft ? { header: () => draftMark(right), background: () => watermark() } : {}),
  };
}

/** The PDF writer puts the title into XML as it is: the three characters that XML reserves become their full-width twins. */
const metadataText = (text: string): string =>
  printable(text).replace(/\s+/g, ' ').trim().replace(/&/g, '＆').replace(/</g, '＜').replace(/>/g, '＞');

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
  const slack = box.align === 'left' ? -SIDE_SLACK : 0;
  const text = textNode(box.line, box.style, box.align, [left, space, right + slack, 0]);
  const node = { ...text, ...bookmarks(box) };
  if (!box.bullet) return [node];
  const radius = box.style.size / 9;
  const dot = {
    type: 'ellipse' as const,
    x: left - box.style.size * 0.6,
    y: space + box.style.size * 0.52,
    r1: radius,
    r2: radius,
  };
  return [{ canvas: [{ ...dot, color: 'black' }], relativePosition: { x: 0, y: 0 } }, node];
}

/** §7.5: 四号 Song digits between dashes; odd pages right, even pages left, one character in. */
function folio(page: number, right: number): Content {
  const odd = page % 2 === 1;
  return {
    text: `— ${page} —`,
    font: STYLES.folio.font,
    fontSize: STYLES.folio.size,
    alignment: odd ? 'right' : 'left',
    margin: [
      TEXT_AREA.left + CHARACTER_PITCH,
      FOLIO_DROP - FOOT_SLACK - HALF_LEADING - STYLES.folio.size / 2,
      right + CHARACTER_PITCH,
      0,
    ],
  };
}

function draftMark(right: number): Content {
  return {
    text: '草稿',
    font: 'HeiTi',
    fontSize: 14,
    alignment: 'right',
    margin: [0, millimetres(20), right, 0],
  };
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
