import type { Block, Caption, Heading, ReportDocument, Table } from '../../../shared/model/document';
import { isTableTitle } from '../../../shared/table-title';
import { type Bookmark, type Box, gap, inPart, pageBreak, type TableFrame, turnedBreak } from './boxes';
import { isSignature, signatureEnd, spaceBefore } from './closing';
import { figureBoxes, figureText } from './figures';
import type { FontChooser } from './fonts';
import { annexBoxes, headingBoxes, titleBoxes } from './headings';
import { LINE_PITCH, TEXT_AREA } from './page';
import {
  addresseeBoxes,
  annexListBoxes,
  captionBoxes,
  codeBoxes,
  listItemBoxes,
  paragraphBoxes,
  signatureBoxes,
} from './paragraphs';
import { addPart, documentPart, type Part } from './parts';
import { layoutTable, RULE } from './table';

export interface Body {
  readonly boxes: readonly Box[];
  readonly frames: readonly TableFrame[];
  readonly root: Part;
}

/** Turns the blocks of documents, each on pages of its own, into boxes, top to bottom, and into one structure. */
export function bodyOf(documents: readonly ReportDocument[], fonts: FontChooser): Body {
  const body = { boxes: [], frames: [], root: documentPart() };
  for (const document of documents) addDocument(body, document, fonts);
  return body;
}

function addDocument(body: OpenBody, document: ReportDocument, fonts: FontChooser): void {
  if (body.boxes.length > 0) body.boxes.push(pageBreak);
  const writer = new BodyWriter(body, document, fonts);
  for (let index = 0; index < document.blocks.length; ) index = writer.add(index);
}

interface OpenBody extends Body {
  readonly boxes: Box[];
  readonly frames: TableFrame[];
}

class BodyWriter {
  private readonly boxes: Box[];
  private readonly frames: TableFrame[];
  private readonly root: Part;
  private readonly depthOf = bookmarkDepths();
  private readonly title: Block | undefined;
  /** Of each depth of list that is open: the list, and its last item's body. */
  private lists: { list: Part; body: Part }[] = [];

  constructor(
    body: OpenBody,
    private readonly document: ReportDocument,
    private readonly fonts: FontChooser,
  ) {
    this.boxes = body.boxes;
    this.frames = body.frames;
    this.root = body.root;
    this.title = document.blocks.find(isTitleHeading);
  }

  /** Adds the block at a place and what belongs to it; returns the next block's place. */
  add(index: number): number {
    const { blocks } = this.document;
    const block = blocks[index];
    if (!block) return index + 1;
    if (block.kind !== 'list-item') this.lists = [];
    const next = blocks[index + 1];
    if (next?.kind === 'table' && isTableTitle(block, next)) {
      this.addTable(next, block.prose.text);
      return index + 2;
    }
    if (block.kind === 'table') this.addTable(block, null);
    else if (block.kind === 'heading') this.addHeading(block);
    else if (block.kind === 'caption') this.addCaption(block);
    else if (isSignature(block)) {
      const end = signatureEnd(blocks, index);
      this.keepLastLine();
      this.boxes.push(...spaceBefore(blocks, index));
      const parts = blocks.slice(index, end).filter(isSignature);
      this.boxes.push(...signatureBoxes(parts, this.fonts, () => addPart(this.root, 'P')));
      return end;
    } else if (block.kind === 'paragraph' && figureText(block.prose.text) !== null)
      return this.addPicture(block.prose.text, index);
    else {
      const boxes = this.simpleBoxes(block);
      this.boxes.push(...spaceBefore(blocks, index), ...inPart(boxes, this.partFor(block)));
    }
    return index + 1;
  }

  private addHeading(block: Heading): void {
    const { text } = block.prose;
    const isTitle = block === this.title;
    const part = addPart(this.root, isTitle ? 'H1' : `H${block.level}`);
    if (isTitle) this.boxes.push(...inPart(titleBoxes(text, this.fonts, bookmark(text, 0)), part));
    else if (block.annex) {
      const mark = bookmark(text, this.depthOf(2));
      this.boxes.push(...inPart(annexBoxes(block, this.fonts, mark), part));
    } else {
      const mark = bookmark(text, this.depthOf(block.level));
      this.boxes.push(...inPart(headingBoxes(block, this.fonts, mark), part));
    }
  }

  /** A wide table, with its caption, lies on pages turned on their side. */
  private addTable(block: Table, caption: string | null): void {
    const part = addPart(this.root, 'Table');
    const captionPart = caption === null ? null : addPart(part, 'Caption');
    const laid = layoutTable(block, this.frames.length, this.fonts, part);
    this.frames.push(...laid.frames);
    if (laid.turned) this.turn();
    if (caption !== null && captionPart) {
      const width = laid.turned ? TEXT_AREA.height : TEXT_AREA.width;
      this.boxes.push(...inPart(captionBoxes(caption, true, width, this.fonts), captionPart));
    }
    for (const rows of laid.tables) this.boxes.push(gap(RULE), ...rows, gap(LINE_PITCH / 2));
    if (laid.turned) this.boxes.push(pageBreak);
  }

  /** An annex's heading goes with its table; what else stands on the page stays there. */
  private turn(): void {
    const last = this.boxes.findLastIndex((box) => box.kind === 'break');
    const onPage = this.boxes.slice(last + 1);
    const isHeading = onPage.every((box) => box.kind === 'gap' || (box.kind === 'line' && box.keep));
    if (last >= 0 && isHeading) this.boxes[last] = turnedBreak;
    else this.boxes.push(turnedBreak);
  }

  /** The signatory never stands alone on a page (GB/T 9704-2012 §7.3.5.4). */
  private keepLastLine(): void {
    const last = this.boxes.findLastIndex((box) => box.kind !== 'gap');
    const box = this.boxes[last];
    if (box?.kind === 'line') this.boxes[last] = { ...box, keep: true };
  }

  /** Of no table: that of a picture that is not here, or one alone. */
  private addCaption({ prose: { text }, label }: Caption): void {
    if (label.noun === '图' || label.noun === '附图') this.addFigure(null, text);
    else {
      const boxes = captionBoxes(text, false, TEXT_AREA.width, this.fonts);
      this.boxes.push(...inPart(boxes, addPart(this.root, 'P')));
    }
  }

  /** A picture that the source had, and its caption when that follows. */
  private addPicture(text: string, index: number): number {
    const next = this.document.blocks[index + 1];
    const caption = next?.kind === 'caption' && next.label.noun !== '表' ? next.prose.text : null;
    this.addFigure(text, caption);
    return caption === null ? index + 1 : index + 2;
  }

  private addFigure(text: string | null, caption: string | null): void {
    const alt = (text === null ? null : figureText(text)) || caption || text || '';
    const part = addPart(this.root, 'Figure', { alt });
    const captionPart = caption === null ? null : addPart(part, 'Caption');
    this.boxes.push(...figureBoxes(text, part, this.fonts));
    if (caption !== null && captionPart) {
      const boxes = captionBoxes(caption, false, TEXT_AREA.width, this.fonts);
      this.boxes.push(...inPart(boxes, captionPart));
    }
  }

  private simpleBoxes(block: Block): readonly Box[] {
    switch (block.kind) {
      case 'paragraph':
        if (block.role === 'addressee') return addresseeBoxes(block, this.fonts);
        if (block.role === 'annex-list') return annexListBoxes(block, this.fonts);
        return paragraphBoxes(block.prose.text, this.fonts);
      case 'list-item':
        return listItemBoxes(block, this.fonts);
      case 'code':
        return codeBoxes(block, this.document.text, this.fonts);
      case 'page-break':
        return [pageBreak];
      case 'divider':
        return dividerBoxes(this.document.blocks, block.index);
      default:
        return [];
    }
  }

  private partFor(block: Block): Part {
    if (block.kind === 'list-item') return this.itemBody(block.depth);
    // Nothing of a break or a divider is read: it gets a node that is never added.
    const shown = block.kind === 'paragraph' || block.kind === 'code';
    return shown ? addPart(this.root, 'P') : documentPart();
  }

  private itemBody(depth: number): Part {
    this.lists.length = Math.min(this.lists.length, depth + 1);
    const open = this.lists[depth];
    const list = open?.list ?? addPart(this.lists.at(-1)?.body ?? this.root, 'L');
    const body = addPart(addPart(list, 'LI'), 'LBody');
    this.lists[open ? depth : this.lists.length] = { list, body };
    return body;
  }
}

const isTitleHeading = (block: Block): boolean =>
  block.kind === 'heading' && block.level === 1 && block.annex === null;

/** A rule drawn before the signature or an annex is the writer's separator: the page has its own space there. */
function dividerBoxes(blocks: readonly Block[], index: number): readonly Box[] {
  const next = blocks[index + 1];
  const isList = next?.kind === 'paragraph' && next.role === 'annex-list';
  const closes = next === undefined || isSignature(next) || isList;
  const opens = next?.kind === 'heading' && next.annex !== null;
  return closes || opens ? [] : [gap(LINE_PITCH / 2)];
}

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
