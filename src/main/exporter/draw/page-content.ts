import { PAGE } from '../layout/page';
import type { Part } from '../layout/parts';
import type { Mark, PlacedDot, PlacedPage, PlacedRule, PlacedText } from '../layout/placed';
import type { Faces } from './faces';
import { points } from './numbers';
import type { Structure } from './structure';

const ARTIFACT = '/Artifact BMC\n';
const PAGINATION = '/Artifact<</Type/Pagination>>BDC\n';
const BACKGROUND = '/Artifact<</Type/Background>>BDC\n';

/** Undoes the flipped axes that pdfkit gives each page: here y runs upwards. */
const UPRIGHT = `1 0 0 -1 0 ${points(PAGE.height)} cm\n`;
/** From the page as it is read from its right side to the upright page. */
const TURNED = `0 1 -1 0 ${points(PAGE.width)} 0 cm\n`;

/** Writes the content of pages, each mark inside the marked content of its node or as an artifact. */
export class PageWriter {
  private operators = '';
  /** What is open: a node's content, an artifact, or nothing. */
  private open: Part | 'artifact' | null = null;
  private height: number = PAGE.height;

  constructor(
    private readonly faces: Faces,
    private readonly structure: Structure,
  ) {}

  /** `background`: name of a drawing behind the page; `word`: above the page. */
  write(page: PlacedPage, background: string | null, word: PlacedText | null): string {
    this.operators = UPRIGHT;
    this.faces.reset();
    this.height = PAGE.height;
    if (background) this.operators += `${BACKGROUND}/${background} Do\nEMC\n`;
    this.operators += '0 g\n';
    if (page.turned) this.operators += `q ${TURNED}`;
    this.height = page.turned ? PAGE.width : PAGE.height;
    for (const mark of page.marks) this.mark(mark);
    this.close();
    if (page.turned) this.operators += 'Q\n';
    this.height = PAGE.height;
    this.faces.reset();
    this.operators += PAGINATION;
    for (const text of word ? [word, page.folio] : [page.folio]) this.showText(text);
    this.operators += 'EMC\n';
    return this.operators;
  }

  private mark(mark: Mark): void {
    if (mark.kind === 'text') this.text(mark);
    else if (mark.kind === 'dot') this.dot(mark);
    else if (mark.kind === 'rules') {
      this.begin(mark.part ?? 'artifact');
      this.rules(mark.rules);
    } else {
      for (const row of mark.rows) for (const cell of row) for (const line of cell.lines) this.text(line);
      this.begin('artifact');
      this.rules(mark.rules);
    }
  }

  private text(text: PlacedText): void {
    this.begin(text.part ?? 'artifact');
    this.showText(text);
  }

  private showText({ x, y, runs, size }: PlacedText): void {
    if (runs.length === 0) return;
    this.operators += `BT\n${points(x)} ${points(this.height - y)} Td\n${this.faces.show(runs, size)}ET\n`;
  }

  private rules(rules: readonly PlacedRule[]): void {
    for (const { x, y, width, height } of rules) {
      const bottom = points(this.height - y - height);
      this.operators += `${points(x)} ${bottom} ${points(width)} ${points(height)} re\n`;
    }
    if (rules.length > 0) this.operators += 'f\n';
  }

  /** A circle of four curves. */
  private dot({ x, y, radius }: PlacedDot): void {
    this.begin('artifact');
    const [r, k, cy] = [radius, radius * 0.5523, this.height - y];
    const at = (dx: number, dy: number): string => `${points(x + dx)} ${points(cy + dy)}`;
    this.operators += `${at(r, 0)} m\n${at(r, k)} ${at(k, r)} ${at(0, r)} c\n${at(-k, r)} ${at(-r, k)} ${at(-r, 0)} c\n`;
    this.operators += `${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)} c\n${at(k, -r)} ${at(r, -k)} ${at(r, 0)} c\nf\n`;
  }

  private begin(part: Part | 'artifact'): void {
    if (this.open === part) return;
    this.close();
    this.operators += part === 'artifact' ? ARTIFACT : this.structure.begin(part);
    this.open = part;
  }

  private close(): void {
    if (this.open !== null) this.operators += 'EMC\n';
    this.open = null;
  }
}
