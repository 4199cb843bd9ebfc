import { type PdfObjects, textOf, type Value } from './objects';
import type { Shown } from './pages';
import type { Breaches } from './report';

/** Standard structure types, ISO 32000-1 §14.8.4. */
const TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Which children a type may have, where ISO 32000-1 §14.8.4.3 says so. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
};

/** Clause 6.7: a tree of standard types in which all marked content of all pages has its place, once. */
export function checkStructure(pdf: PdfObjects, shown: Shown, breaches: Breaches): void {
  const is = breaches.check.bind(breaches);
  const { catalog } = pdf;
  is('6.7.2.2', pdf.dict(catalog['/MarkInfo'])['/Marked'] === true, 'marked');
  is('6.7.4', /^[a-z]{2}(?:-[A-Z]{2})?$/.test(textOf(catalog['/Lang'])), 'language of the document');
  const root = pdf.dict(catalog['/StructTreeRoot']);
  is('6.7.3.3', root['/Type'] === '/StructTreeRoot', 'structure tree');
  is('6.7.3.4', root['/RoleMap'] === undefined, 'standard types without a role map');
  const owners = new Map<string, string>();
  for (const kid of pdf.list(root['/K']))
    walk(pdf, String(kid), String(catalog['/StructTreeRoot']), owners, breaches);
  const numbers = pdf.list(pdf.dict(root['/ParentTree'])['/Nums']);
  for (const [page, marks] of shown.marks) {
    const key = pdf.dict(page)['/StructParents'];
    const parents = pdf.list(numbers[numbers.indexOf(key ?? null, 0) + 1]);
    is('6.7.2.1', new Set(marks).size === marks.length, `${page}: each number of marked content once`);
    for (const mark of marks) {
      const owner = owners.get(`${page}/${mark}`);
      is('6.7.2.1', owner !== undefined, `${page}: content ${mark} outside the structure`);
      is('6.7.2.1', parents[mark] === owner, `${page}: parent tree of content ${mark}`);
    }
  }
}

function walk(
  pdf: PdfObjects,
  reference: string,
  parent: string,
  owners: Map<string, string>,
  breaches: Breaches,
): void {
  const node = pdf.dict(reference);
  const type = String(node['/S']).slice(1);
  const is = breaches.check.bind(breaches);
  is('6.7.3.4', TYPES.has(type), `${reference}: type ${type}`);
  is('6.7.3.3', node['/P'] === parent, `${reference}: parent`);
  is(
    '6.7.5',
    type !== 'Figure' || textOf(node['/Alt']) !== '',
    `${reference}: figure without alternate text`,
  );
  const allowed = CHILDREN[type];
  for (const kid of pdf.list(node['/K'])) {
    if (typeof kid === 'string') {
      const childType = String(pdf.dict(kid)['/S']).slice(1);
      is('6.7.3.4', !allowed || allowed.includes(childType), `${reference}: ${childType} in ${type}`);
      walk(pdf, kid, reference, owners, breaches);
    } else own(pdf, node['/Pg'], kid, reference, owners, breaches);
  }
}

/** Content of a node: a number, or a dictionary for content on another page. */
function own(
  pdf: PdfObjects,
  page: Value | undefined,
  kid: Value,
  reference: string,
  owners: Map<string, string>,
  breaches: Breaches,
): void {
  const isNumber = typeof kid === 'number';
  const place = isNumber ? `${page}/${kid}` : `${pdf.dict(kid)['/Pg']}/${pdf.dict(kid)['/MCID']}`;
  if (!isNumber && pdf.dict(kid)['/Type'] === '/OBJR') return;
  breaches.check('6.7.2.1', !owners.has(place), `${place}: content of two nodes`);
  owners.set(place, reference);
}
