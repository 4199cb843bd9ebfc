import { type Box, isHeader, type RowBox, type TableFrame } from './boxes';
import { TEXT_AREA } from './page';
import { ROW_FRAME } from './table';

/** One page: its boxes, from the top. A turned one is read from its right side (GB/T 9704-2012 §11). */
export interface Page {
  readonly turned: boolean;
  readonly boxes: readonly Box[];
}

/** Fills pages with boxes: boxes that keep together stay together, tables repeat their header. */
export function pagesOf(boxes: readonly Box[], frames: readonly TableFrame[]): readonly Page[] {
  const filler = new PageFiller(frames);
  for (let index = 0; index < boxes.length; ) {
    const end = groupEnd(boxes, index);
    filler.add(boxes.slice(index, end));
    index = end;
  }
  return filler.finish();
}

/** Index just after the group that begins at `start`: all that keep with what follows, and what follows. */
function groupEnd(boxes: readonly Box[], start: number): number {
  let index = start;
  while (index < boxes.length && keeps(boxes, index)) index += 1;
  return Math.min(index + 1, boxes.length);
}

/** White space between two boxes that keep together is part of their group. */
function keeps(boxes: readonly Box[], index: number): boolean {
  const box = boxes[index];
  if (!box || box.kind === 'break') return false;
  if (box.kind === 'gap') return index > 0 && keeps(boxes, index - 1);
  if (box.kind === 'frame') return true;
  return box.keep;
}

class PageFiller {
  private readonly pages: { turned: boolean; boxes: Box[] }[] = [{ turned: false, boxes: [] }];
  private used = 0;

  constructor(private readonly frames: readonly TableFrame[]) {}

  add(group: readonly Box[]): void {
    const height = group.reduce((sum, box) => sum + heightOf(box), 0);
    const fits = this.used + height <= this.room();
    // A group taller than a page cannot be kept: it flows.
    if (!fits && this.used > 0 && height + this.headerHeight(group[0]) <= this.room())
      this.nextPage(group[0]);
    for (const box of group) this.place(box);
  }

  finish(): readonly Page[] {
    const last = this.page();
    return last.boxes.length === 0 && this.pages.length > 1 ? this.pages.slice(0, -1) : this.pages;
  }

  private page(): { turned: boolean; boxes: Box[] } {
    return this.pages[this.pages.length - 1] as { turned: boolean; boxes: Box[] };
  }

  private room(): number {
    return this.page().turned ? TEXT_AREA.width : TEXT_AREA.height;
  }

  private place(box: Box): void {
    if (box.kind === 'break') {
      if (this.used > 0) this.nextPage(undefined);
      this.page().turned = box.turned;
      return;
    }
    if (box.kind === 'gap' && this.used === 0) return;
    if (this.used > 0 && this.used + heightOf(box) > this.room()) {
      this.nextPage(box);
      if (box.kind === 'gap') return;
    }
    this.push(box);
  }

  private push(box: Box): void {
    this.page().boxes.push(box);
    this.used += heightOf(box);
  }

  /** `first`: what the new page begins with; a row that continues a table brings the table's header. */
  private nextPage(first: Box | undefined): void {
    this.pages.push({ turned: this.page().turned, boxes: [] });
    this.used = 0;
    for (const row of this.headerBefore(first)) this.push({ ...row, repeated: true });
    // A row that goes on is framed anew.
    if (first?.kind === 'row' && !first.isFirst) this.used += ROW_FRAME;
  }

  private headerBefore(box: Box | undefined): readonly RowBox[] {
    if (box?.kind !== 'row' || isHeader(box)) return [];
    return this.frames[box.table]?.header ?? [];
  }

  private headerHeight(box: Box | undefined): number {
    return this.headerBefore(box).reduce((sum, row) => sum + row.height, 0);
  }
}

const heightOf = (box: Box): number => (box.kind === 'break' ? 0 : box.height);
