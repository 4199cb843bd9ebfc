import { OPERATORS, type Operation, operationsOf, PAINTING } from './content';
import type { Dictionary, PdfObjects } from './objects';
import type { Breaches } from './report';

/** What the pages show: of each font the codes, of each page the numbers of its marked content. */
export interface Shown {
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>;
  /** By page reference. */
  readonly marks: ReadonlyMap<string, readonly number[]>;
}

/** Clauses 6.2.2, 6.2.4, 6.2.5, 6.2.9, 6.2.10, 6.3 and 6.7 as far as content streams tell. */
export function checkPages(pdf: PdfObjects, breaches: Breaches): Shown {
  const codes = new Map<string, Set<number>>();
  const marks = new Map<string, number[]>();
  for (const reference of pdf.pages()) {
    const page = pdf.dict(reference);
    const content = [page['/Contents'] ?? []].flat().map((part) => pdf.data(part).toString('latin1'));
    const resources = pdf.dict(page['/Resources']);
    const walk = new ContentWalk(pdf, reference, resources, codes, breaches);
    for (const operation of operationsOf(content.join('\n'))) walk.take(operation);
    walk.end();
    marks.set(reference, walk.marks);
    breaches.check('6.2.10', page['/Group'] === undefined, `${reference}: no transparency group`);
    breaches.check('6.5.2', page['/AA'] === undefined, `${reference}: no additional actions`);
    const box = pdf.list(page['/MediaBox']).map(Number);
    const sides = [(box[2] ?? 0) - (box[0] ?? 0), (box[3] ?? 0) - (box[1] ?? 0)];
    breaches.check(
      '6.1.13',
      sides.every((side) => side >= 3 && side <= 14_400),
      `${reference}: page size`,
    );
    for (const annotation of pdf.list(page['/Annots'])) {
      checkAnnotation(pdf, pdf.dict(annotation), breaches);
      checkAppearance(pdf, pdf.dict(annotation), codes, breaches);
    }
  }
  for (const { id, value } of pdf.all()) checkResource(pdf, id, pdf.dict(value), breaches);
  return { codes, marks };
}

function checkResource(pdf: PdfObjects, id: string, dict: Dictionary, breaches: Breaches): void {
  if (dict['/Type'] === '/ExtGState' || dict['/CA'] !== undefined || dict['/ca'] !== undefined) {
    const opaque = [dict['/CA'], dict['/ca']].every((alpha) => alpha === undefined || alpha === 1);
    breaches.check('6.2.10', opaque && dict['/SMask'] === undefined, `${id}: opaque`);
    breaches.check('6.2.5', dict['/TR'] === undefined && dict['/HTP'] === undefined, `${id}: graphics state`);
  }
  if (dict['/Subtype'] !== '/Form') return;
  for (const key of ['/OPI', '/PS', '/Ref', '/Group'])
    breaches.check('6.2.9', pdf.get(dict[key]) === null, `${id}: form with ${key}`);
}

/** 6.3: a seal's field is the only annotation that this program writes. */
function checkAnnotation(pdf: PdfObjects, annotation: Dictionary, breaches: Breaches): void {
  const is = breaches.check.bind(breaches);
  const flags = Number(pdf.get(annotation['/F']) ?? 0);
  is('6.3.1', annotation['/Subtype'] === '/Widget', `annotation ${annotation['/Subtype']}`);
  is('6.3.2', (flags & 4) !== 0 && (flags & (1 | 2 | 32 | 256)) === 0, 'annotation printed and never hidden');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = pdf.list(annotation['/Rect']).map(Number);
  const isEmpty = x1 === x2 && y1 === y2;
  is('6.3.3', isEmpty || pdf.dict(annotation['/AP'])['/N'] !== undefined, 'annotation with an appearance');
  is('6.4.1', annotation['/A'] === undefined && annotation['/AA'] === undefined, 'field without actions');
}

/** The appearance is a content stream with resources of its own; what it shows is no part of the structure. */
function checkAppearance(
  pdf: PdfObjects,
  annotation: Dictionary,
  codes: Map<string, Set<number>>,
  breaches: Breaches,
): void {
  const normal = pdf.dict(annotation['/AP'])['/N'];
  if (typeof normal !== 'string') return;
  const resources = pdf.dict(pdf.dict(normal)['/Resources']);
  const walk = new ContentWalk(pdf, normal, resources, codes, breaches, false);
  for (const operation of operationsOf(pdf.data(normal).toString('latin1'))) walk.take(operation);
  walk.end();
}

class ContentWalk {
  readonly marks: number[] = [];
  private readonly open: ('node' | 'artifact' | 'other')[] = [];
  private depth = 0;
  private font = '';

  constructor(
    private readonly pdf: PdfObjects,
    private readonly page: string,
    private readonly resources: Dictionary,
    private readonly codes: Map<string, Set<number>>,
    private readonly breaches: Breaches,
    private readonly isTagged = true,
  ) {}

  take({ operator, operands }: Operation): void {
    const is = (clause: string, holds: boolean, what: string): void =>
      this.breaches.check(clause, holds, `${this.page}: ${what}`);
    is('6.2.2', OPERATORS.has(operator), `operator ${operator}`);
    is('6.1.10', operator !== 'BI', 'inline image');
    is('6.2.4.3', !['K', 'k'].includes(operator), 'colour of four components');
    if (operator === 'q') this.depth += 1;
    if (operator === 'Q') this.depth -= 1;
    is('6.1.13', this.depth <= 28 && this.depth >= 0, 'nesting of q');
    if (operator === 'BMC' || operator === 'BDC') this.begin(operands);
    if (operator === 'EMC') is('6.7.2.1', this.open.pop() !== undefined, 'EMC without a beginning');
    if (this.isTagged && PAINTING.has(operator))
      is(
        '6.7.2.1',
        this.open.some((kind) => kind !== 'other'),
        `${operator} that is neither tagged nor an artifact`,
      );
    if (operator === 'Do') is('6.2.2', this.has('/XObject', operands[0]), `resource ${operands[0]}`);
    if (operator === 'gs') is('6.2.2', this.has('/ExtGState', operands[0]), `resource ${operands[0]}`);
    if (operator === 'Tf') this.setFont(operands[0] ?? '');
    if (operator === 'Tj' || operator === 'TJ') this.show(operands.join(''));
  }

  end(): void {
    this.breaches.check('6.7.2.1', this.open.length === 0, `${this.page}: marked content without an end`);
    this.breaches.check('6.2.2', this.depth === 0, `${this.page}: q without Q`);
  }

  private begin(operands: readonly string[]): void {
    const mark = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1];
    const isArtifact = operands[0] === '/Artifact';
    this.breaches.check('6.7.2.1', this.open.length === 0, `${this.page}: marked content inside other`);
    if (mark !== undefined) this.marks.push(Number(mark));
    this.open.push(isArtifact ? 'artifact' : mark === undefined ? 'other' : 'node');
  }

  private has(kind: string, name: string | undefined): boolean {
    return this.pdf.dict(this.resources[kind])[name ?? ''] !== undefined;
  }

  private setFont(name: string): void {
    this.breaches.check('6.2.2', this.has('/Font', name), `${this.page}: resource ${name}`);
    this.font = String(this.pdf.dict(this.resources['/Font'])[name]);
  }

  private show(text: string): void {
    const used = this.codes.get(this.font) ?? new Set<number>();
    this.codes.set(this.font, used);
    for (const [, hex = ''] of text.matchAll(/<([^>]*)>/g)) {
      this.breaches.check('6.1.6', /^(?:[\da-f]{4})*$/i.test(hex), `${this.page}: hexadecimal string`);
      for (let at = 0; at < hex.length; at += 4) used.add(Number.parseInt(hex.slice(at, at + 4), 16));
    }
  }
}
