import type { Block, Paragraph, ReportDocument } from '../../../shared/model/document';
import { type Bookmark, type Box, gap, pageBreak, type TableFrame } from './boxes';
import type { FontChooser } from './fonts';
import { annexBoxes, headingBoxes, titleBoxes } from './headings';
import { LINE_PITCH } from './page';
import {
  addresseeBoxes,
  annexListBoxes,
  captionBoxes,
  codeBoxes,
  listItemBoxes,
  paragraphBoxes,
  signatureBoxes,
} from './paragraphs';
import { layoutTable, RULE } from './table';

export interface Body {
  readonly boxes: readonly Box[];
  readonly frames: readonly TableFrame[];
}

/** Turns a report's blocks into boxes, top to bottom. */
export function bodyOf(document: ReportDocument, fonts: FontChooser): Body {
  const { blocks } = document;
  const frames: TableFrame[] = [];
  const depthOf = bookmarkDepths();
  const title = blocks.findIndex(
    (block) => block.kind === 'heading' && block.level === 1 && block.annex === null,
  );
  const boxes: Box[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    if (isSignature(block)) {
      const end = signatureEnd(blocks, index);
      boxes.push(...gapBefore(blocks, index), ...closing(blocks.slice(index, end), fonts));
      index = end - 1;
    } else if (block.kind === 'table') {
      const laid = layoutTable(block, frames.length, fonts);
      frames.push(laid.frame);
      boxes.push(gap(RULE), ...laid.rows, gap(LINE_PITCH / 2));
    } else if (block.kind === 'heading' && index === title) {
      boxes.push(...titleBoxes(block.prose.text, fonts, bookmark(block.prose.text, 0)));
    } else if (block.kind === 'heading' && block.annex) {
      boxes.push(...annexBoxes(block, fonts, bookmark(block.prose.text, depthOf(2))));
    } else if (block.kind === 'heading') {
      boxes.push(...headingBoxes(block, fonts, bookmark(block.prose.text, depthOf(block.level))));
    } else {
      boxes.push(...gapBefore(blocks, index), ...simpleBoxes(block, document, fonts));
    }
  }
  return { boxes, frames };
}

function simpleBoxes(block: Block, document: ReportDocument, fonts: FontChooser): readonly Box[] {
  switch (block.kind) {
    case 'paragraph':
      if (block.role === 'addressee') return addresseeBoxes(block, fonts);
      if (block.role === 'annex-list') return annexListBoxes(block, fonts);
      return paragraphBoxes(block.prose.text, fonts);
    case 'list-item':
      return listItemBoxes(block, fonts);
    case 'caption':
      return captionBoxes(block, nextKind(document.blocks, block.index) === 'table', fonts);
    case 'code':
      return codeBoxes(block, document.text, fonts);
    case 'page-break':
      return [pageBreak];
    case 'divider':
      return dividerBoxes(document.blocks, block.index);
    default:
      return [];
  }
}

/** A rule drawn before the signature or an annex is the writer's separator: the page has its own space there. */
function dividerBoxes(blocks: readonly Block[], index: number): readonly Box[] {
  const next = blocks[index + 1];
  const closes = next === undefined || isSignature(next) || isAnnexList(next);
  const opens = next?.kind === 'heading' && next.annex !== null;
  return closes || opens ? [] : [gap(LINE_PITCH / 2)];
}

/** §7.3.4: one empty line before the annex list; §7.3.5: two before the signatory. */
function gapBefore(blocks: readonly Block[], index: number): readonly Box[] {
  const block = blocks[index];
  const before = blocks[index - 1]?.kind === 'divider' ? blocks[index - 2] : blocks[index - 1];
  if (!block || !before) return [];
  if (isSignature(block)) return [gap(2 * LINE_PITCH)];
  return isAnnexList(block) && !isAnnexList(before) ? [gap(LINE_PITCH)] : [];
}

const isSignature = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && (block.role === 'signatory' || block.role === 'date');

const isAnnexList = (block: Block): boolean => block.kind === 'paragraph' && block.role === 'annex-list';

function signatureEnd(blocks: readonly Block[], start: number): number {
  const end = blocks.findIndex((block, index) => index > start && !isSignature(block));
  return end === -1 ? blocks.length : end;
}

const closing = (blocks: readonly Block[], fonts: FontChooser): readonly Box[] =>
  signatureBoxes(blocks.filter(isSignature), fonts);

const nextKind = (blocks: readonly Block[], index: number): Block['kind'] | undefined =>
  blocks[index + 1]?.kind;

const bookmark = (text: string, depth: number): Bookmark => ({
  title: text.replaceAll('\n', ' ').trim(),
  depth,
});

/** Depth of a heading among those above it, so that a report that skips a level still has sound bookmarks. */
function bookmarkDepths(): (level: number) => number {
  const open: number[] = [];
  return (level) => {
    while (open.length > 0 && (open[open.length - 1] ?? 0) >= level) open.pop();
    open.push(level);
    return open.length - 1;
  };
}
