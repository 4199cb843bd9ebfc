import type { PlacedBookmark } from '../layout/placed';
import { hexText, points } from './numbers';
import type { PdfDocument, PdfReference } from './pdf-document';
import { RawObjects } from './raw-objects';

interface Item {
  readonly title: string;
  /** Destination (ISO 32000-1 §12.3.2.2). */
  readonly target: string;
  readonly id: number;
  readonly items: Item[];
}

/** The bookmarks of a PDF (ISO 32000-1 §12.3.3), as deep as the headings. The first level is open. */
export class Outline {
  private readonly items: Item[] = [];
  private readonly open: Item[] = [];
  private readonly objects: RawObjects;

  constructor(private readonly document: PdfDocument) {
    this.objects = new RawObjects(document);
  }

  /** `height`: of the page, null when it is turned: then the whole page is shown. */
  add(page: PdfReference, { title, depth, y }: PlacedBookmark, height: number | null): void {
    const target = height === null ? '/Fit' : `/XYZ null ${points(height - y)} null`;
    const item = { title, target: `[${page.id} 0 R ${target}]`, id: this.objects.reserve(), items: [] };
    (this.open[depth - 1]?.items ?? this.items).push(item);
    this.open.splice(depth, this.open.length, item);
  }

  finish(): void {
    const { dictionary } = this.document.outline;
    if (this.items.length === 0) {
      dictionary.end();
      return;
    }
    this.writeItems(this.items, dictionary.id, 0);
    const shown = this.items.reduce((sum, item) => sum + 1 + item.items.length, 0);
    this.objects.end(dictionary, `<</Type/Outlines${ends(this.items)}/Count ${shown}>>`);
    this.objects.flush();
    Object.assign(this.document._root.data, { Outlines: dictionary, PageMode: 'UseOutlines' });
  }

  private writeItems(items: readonly Item[], parent: number, depth: number): void {
    items.forEach((item, index) => {
      const [before, after] = [items[index - 1], items[index + 1]];
      const links = (before ? `/Prev ${before.id} 0 R` : '') + (after ? `/Next ${after.id} 0 R` : '');
      // Negative: closed.
      const count = item.items.length === 0 ? '' : `/Count ${depth === 0 ? '' : '-'}${item.items.length}`;
      const kids = item.items.length === 0 ? '' : ends(item.items);
      const body = `<</Title ${hexText(item.title)}/Parent ${parent} 0 R/Dest ${item.target}${links}${kids}${count}>>`;
      this.objects.write(item.id, body);
      this.writeItems(item.items, item.id, depth + 1);
    });
  }
}

const ends = (items: readonly Item[]): string =>
  `/First ${items[0]?.id ?? 0} 0 R/Last ${items.at(-1)?.id ?? 0} 0 R`;
