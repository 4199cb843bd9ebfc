import { BOUNDS } from '../bounds';
import { subscript, superscript } from '../scripts';
import type { Census } from '../source-document';
import { rowsOf } from './html/grid';
import { bodyNodes, type Element, isBlank, isElement, isGone, type Node, styleOf } from './html/page';
import { type CellBudget, newBudget, tooDeep } from './limits';
import { type Counted, censusOf } from './ordered';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCKS = names(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li listing main menu nav ol p plaintext pre section summary ul xmp hgroup search',
);
const LEFT_OUT = names(
  'script style noscript template head title select datalist noembed noframes rp annotation annotation-xml',
);
/** Shown, but not as text: they part what stands before and behind them. */
const OBJECTS = names(
  'img svg canvas video audio object iframe embed applet input meter progress map frameset',
);
const PRESERVED = names('pre listing plaintext xmp textarea');
const BLOCK_DISPLAY = /^(?:block|flex|grid|table|list-item|flow-root)/;

/** Where the page is being read. */
interface Place {
  readonly depth: number;
  readonly tableDepth: number;
  readonly pre: boolean;
  readonly formula: boolean;
  readonly script: (text: string) => string;
  /** Takes a paragraph. */
  readonly put: (paragraph: string) => void;
  /** The paragraph that is open. */
  readonly open: string[];
}

interface Page {
  readonly found: Counted[];
  readonly budget: CellBudget;
}

/** Counts what a web page shows without style sheets. Throws `ImportError`: `too-deep`, `too-large`. */
export function censusHtml(source: string): Census {
  const page: Page = { found: [], budget: newBudget() };
  const place: Place = {
    ...{ depth: 0, tableDepth: 0, pre: false, formula: false, script: (text) => text, open: [] },
    put: (text) => void page.found.push({ text }),
  };
  walkAll(page, bodyNodes(source), place);
  endParagraph(place);
  return censusOf(page.found);
}

function endParagraph({ open, put }: Place): void {
  const text = open.splice(0).join('').trim();
  if (text !== '') put(text);
}

function walkAll(page: Page, nodes: readonly Node[], place: Place): void {
  if (place.depth > BOUNDS.depth) throw tooDeep();
  for (const node of nodes) {
    if (isElement(node)) walk(page, node, { ...place, depth: place.depth + 1 });
    else if (node.nodeName === '#text' && 'value' in node) addText(node.value, place);
  }
}

function addText(value: string, { pre, formula, script, open }: Place): void {
  const text = script(pre ? value : value.replace(/[ \t\n\f\r]+/g, ' '));
  open.push(formula ? ` ${text} ` : text);
}

function walk(page: Page, element: Element, place: Place): void {
  const { tagName, childNodes } = element;
  if (LEFT_OUT.has(tagName) || isGone(element) || isBlank(element)) return;
  if (OBJECTS.has(tagName)) place.open.push(' ');
  else if (tagName === 'br') place.open.push('\n');
  else if (tagName === 'table') {
    endParagraph(place);
    walkTable(page, element, place);
  } else {
    const isBlock = BLOCKS.has(tagName) || BLOCK_DISPLAY.test(styleOf(element, 'display'));
    if (isBlock) endParagraph(place);
    walkAll(page, childNodes, within(element, place));
    if (isBlock) endParagraph(place);
  }
}

function within({ tagName }: Element, place: Place): Place {
  if (PRESERVED.has(tagName)) return { ...place, pre: true };
  if (tagName === 'sup') return { ...place, script: superscript };
  if (tagName === 'sub') return { ...place, script: subscript };
  return tagName === 'math' ? { ...place, formula: true } : place;
}

function walkTable(page: Page, table: Element, place: Place): void {
  const tableDepth = place.tableDepth + 1;
  if (tableDepth > BOUNDS.tableDepth) throw tooDeep();
  const rows = rowsOf(table, page.budget);
  const cells = new Set(rows.flat());
  cells.delete(undefined);
  const isTable = cells.size > 0 && cells.size + rows.length > 2;
  const around: Place = { ...place, tableDepth, open: [] };
  const outside: Place = { ...around, put: (text) => void page.found.push({ text }) };
  for (const caption of table.childNodes) {
    if (!isElement(caption) || caption.tagName !== 'caption' || isGone(caption) || isBlank(caption)) continue;
    const at = isTable ? outside : around;
    walkAll(page, caption.childNodes, at);
    endParagraph(at);
  }
  if (isTable) page.found.push({ rows });
  for (const cell of cells) {
    if (!cell || isBlank(cell.element)) continue;
    const put = isTable ? (text: string): void => void cell.paragraphs.push(text) : place.put;
    const inside: Place = { ...around, put, open: [] };
    walkAll(page, cell.element.childNodes, inside);
    endParagraph(inside);
  }
}
