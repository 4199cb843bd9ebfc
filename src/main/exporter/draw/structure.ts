import type { Part } from '../layout/parts';
import { hexText } from './numbers';
import type { PdfDocument, PdfReference } from './pdf-document';
import { RawObjects } from './raw-objects';

interface Content {
  /** Object number of the page. */
  readonly page: number;
  readonly mark: number;
}

/**
 * The structure tree of a tagged PDF (ISO 32000-1 §14.7): which marked content of which page belongs to which node. The objects are
 * written here and not by pdfkit, which keeps each of them in memory: a long table has a hundred thousand.
 */
export class Structure {
  private readonly ids = new Map<Part, number>();
  private readonly contents = new Map<Part, Content[]>();
  /** Of each page: the object numbers of the nodes that its marks belong to. */
  private readonly parents: number[][] = [];
  private readonly objects: RawObjects;
  private page = 0;

  constructor(private readonly document: PdfDocument) {
    this.objects = new RawObjects(document);
  }

  /** Call for each new page. */
  beginPage(page: PdfReference): void {
    this.page = page.id;
    page.data.StructParents = this.parents.length;
    page.data.Tabs = 'S';
    this.parents.push([]);
  }

  /** Operators that begin content of a node on the current page; `EMC` ends it. */
  begin(part: Part): string {
    const marks = this.parents.at(-1) ?? [];
    const mark = marks.push(this.idOf(part)) - 1;
    const contents = this.contents.get(part);
    if (contents) contents.push({ page: this.page, mark });
    else this.contents.set(part, [{ page: this.page, mark }]);
    return `/${part.tag}<</MCID ${mark}>>BDC\n`;
  }

  /** Writes the tree. Nodes without content or children are written too: an empty cell is a cell. */
  finish(root: Part): void {
    const tree = this.document._root.data.StructTreeRoot as PdfReference;
    const parentTree = this.objects.reserve();
    this.writePart(root, tree.id);
    const kids = this.parents.map((marks, page) => `${page} [${marks.map((id) => `${id} 0 R`).join(' ')}]`);
    this.objects.write(parentTree, `<</Nums [${kids.join('\n')}]>>`);
    this.objects.end(
      tree,
      `<</Type/StructTreeRoot/K [${this.idOf(root)} 0 R]/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${this.parents.length}>>`,
    );
    this.objects.flush();
    (this.document._root.data.MarkInfo as PdfReference).end();
  }

  private writePart(part: Part, parent: number): void {
    const id = this.idOf(part);
    const contents = this.contents.get(part) ?? [];
    const page = contents[0]?.page;
    const own = contents.map((content) =>
      content.page === page ? content.mark : `<</Type/MCR/Pg ${content.page} 0 R/MCID ${content.mark}>>`,
    );
    const kids = [...own, ...part.parts.map((child) => `${this.idOf(child)} 0 R`)];
    const on = page === undefined ? '' : `/Pg ${page} 0 R`;
    this.objects.write(
      id,
      `<</Type/StructElem/S/${part.tag}/P ${parent} 0 R${on}${detailsOf(part)}/K [${kids.join(' ')}]>>`,
    );
    for (const child of part.parts) this.writePart(child, id);
  }

  private idOf(part: Part): number {
    const known = this.ids.get(part);
    if (known !== undefined) return known;
    const id = this.objects.reserve();
    this.ids.set(part, id);
    return id;
  }
}

/** Alternate description (§14.9.3) and table attributes (§14.8.5.7). */
function detailsOf({ tag, alt, columns = 1, rows = 1 }: Part): string {
  const described = alt === undefined ? '' : `/Alt ${hexText(alt)}`;
  const spans = (columns > 1 ? `/ColSpan ${columns}` : '') + (rows > 1 ? `/RowSpan ${rows}` : '');
  const scope = tag === 'TH' ? '/Scope/Column' : '';
  return described + (spans + scope === '' ? '' : `/A <</O/Table${spans}${scope}>>`);
}
