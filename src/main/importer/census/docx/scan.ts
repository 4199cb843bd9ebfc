import { BOUNDS } from '../../bounds';
import { subscript, superscript } from '../../scripts';
import { scanXml } from '../../xml';
import { type CellBudget, tooDeep } from '../limits';
import { chosenBranches } from './alternates';
import { closeRow, newTable, noteCell, noteRow, openCell, openRow, placeCell } from './grid';
import { isHidden, newScan, type Scan } from './state';
import { noteLook, type Styles } from './styles';

type Attributes = Readonly<Record<string, string>>;

const LEFT_OUT = new Set([
  ...['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:rt', 'w:sdtPr', 'w:sectPr'],
  ...['w:rPrChange', 'w:pPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblPrChange', 'w:sectPrChange'],
]);

/** What stands in a run for text. A space parts what stands before and behind a sign that is none. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:sym': ' ',
  'w:footnoteReference': ' ',
  'w:endnoteReference': ' ',
};

const PICTURES = new Set(['pic:pic', 'a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds', 'o:OLEObject']);
const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);
/** Parts of a formula that stand apart: 1 over 2 is not 12. Its other parts stand in the line. */
const MATH_PARTS = new Set([
  'm:sup',
  'm:sub',
  'm:num',
  'm:den',
  'm:deg',
  'm:lim',
  'm:fName',
  'm:d',
  'm:rad',
  'm:mr',
]);
const MATH_LISTS = new Set(['m:d', 'm:mr', 'm:eqArr']);

/** Counts what a part shows. Throws `ImportError` as `scanXml` does, and `too-large`, `too-deep` for its tables. */
export function scanPart(source: string, styles: Styles, budget: CellBudget): Pick<Scan, 'found' | 'notes'> {
  const scan = newScan(styles, budget, chosenBranches(source));
  scanXml(source, {
    open(name, attributes) {
      // Counted in branches that are left out, too: `branches` has them all.
      const alternate = name === 'mc:AlternateContent' ? scan.nextAlternate++ : -1;
      if (scan.skipped > 0 || isLeftOut(scan, name)) {
        scan.skipped++;
        return;
      }
      if (alternate >= 0) scan.alternates.push({ branch: scan.branches[alternate] ?? -1, begun: 0 });
      noteProperty(scan, name, attributes);
      begin(scan, name, attributes);
      scan.path.push(name);
    },
    close(name) {
      if (scan.skipped > 0) {
        scan.skipped--;
        return;
      }
      scan.path.pop();
      finish(scan, name);
    },
    text(text) {
      if (scan.reading && scan.skipped === 0) write(scan, scripted(scan, text));
    },
  });
  return scan;
}

const write = ({ paragraphs }: Scan, text: string): void => void paragraphs.at(-1)?.parts.push(text);

function scripted({ runs, styles, scripts }: Scan, text: string): string {
  const run = runs.at(-1);
  const script = scripts.at(-1) ?? run?.script ?? styles.look(run?.style).script;
  if (script === 'superscript') return superscript(text);
  return script === 'subscript' ? subscript(text) : text;
}

/** Whether an element counts for nothing, with all that is in it. */
function isLeftOut(scan: Scan, name: string): boolean {
  const parent = scan.path.at(-1);
  const alternate = scan.alternates.at(-1);
  if (parent === 'mc:AlternateContent' && alternate) return alternate.begun++ !== alternate.branch;
  if (parent === 'w:tc' && name !== 'w:tcPr' && isCovered(scan)) return true;
  if (parent === 'w:trPr' && name === 'w:del') return false;
  if (LEFT_OUT.has(name)) return true;
  if (name === 'w:tc' && scan.tables.at(-1)?.deleted) return true;
  return parent === 'w:r' && name !== 'w:rPr' && isHidden(scan);
}

/** The cell's content begins: now its place is known. */
function isCovered({ tables, budget }: Scan): boolean {
  const table = tables.at(-1);
  if (!table?.cell) return false;
  placeCell(table, table.cell, budget);
  return table.cell.covered ?? false;
}

/** Children of the properties of paragraphs, runs, rows and cells. */
function noteProperty(scan: Scan, name: string, attributes: Attributes): void {
  const owner = scan.path.at(-2);
  const parent = scan.path.at(-1);
  const run = scan.runs.at(-1);
  const table = scan.tables.at(-1);
  if (parent === 'w:rPr' && owner === 'w:r' && run) {
    if (name === 'w:rStyle') run.style = attributes['w:val'] ?? '';
    else noteLook(run, name, attributes);
  } else if (parent === 'w:pPr' && owner === 'w:p' && name === 'w:pStyle') {
    Object.assign(scan.paragraphs.at(-1) ?? {}, { style: attributes['w:val'] ?? '' });
  } else if (parent === 'w:trPr' && table) noteRow(table, name, attributes, scan.budget);
  else if (parent === 'w:tcPr' && table?.cell) noteCell(table.cell, name, attributes);
}

function begin(scan: Scan, name: string, attributes: Attributes): void {
  const parent = scan.path.at(-1);
  const table = scan.tables.at(-1);
  if (name === 'w:p') scan.paragraphs.push({ parts: [] });
  else if (name === 'w:r' || name === 'm:r') scan.runs.push({});
  else if (name === 'w:t' || name === 'm:t') scan.reading = true;
  else if (name === 'w:tbl') beginTable(scan);
  else if (name === 'w:tr' && table) openRow(table);
  else if (name === 'w:tc' && table) {
    const cell = openCell(table);
    scan.holders.push((text) => void cell.paragraphs.push(text));
  } else if (name === 'w:txbxContent') {
    const place = `文本框${++scan.boxes}`;
    scan.holders.push((text) => void scan.flow.push({ text, place }));
  } else if (DRAWINGS.has(name)) scan.drawings.push({ pictured: name === 'w:object' });
  else if (PICTURES.has(name)) Object.assign(scan.drawings.at(-1) ?? {}, { pictured: true });
  else if (isMathPart(scan, name)) beginMath(scan, name);
  else if (name === 'w:footnote' || name === 'w:endnote') beginNote(scan, attributes);
  else if (parent === 'w:r' || parent === 'm:r') sign(scan, name, attributes);
}

function beginTable(scan: Scan): void {
  if (scan.tables.length >= BOUNDS.tableDepth) throw tooDeep();
  const table = newTable();
  scan.tables.push(table);
  scan.flow.push(table);
}

function beginNote(scan: Scan, attributes: Attributes): void {
  scan.flow = [];
  if (!/eparator|Notice/.test(attributes['w:type'] ?? ''))
    scan.notes.set(attributes['w:id'] ?? '', scan.flow);
}

function sign(scan: Scan, name: string, attributes: Attributes): void {
  write(scan, SIGNS[name] ?? '');
  const id = attributes['w:id'] ?? '';
  if (name === 'w:footnoteReference') scan.flow.push({ kind: 'footnotes', id });
  else if (name === 'w:endnoteReference') scan.flow.push({ kind: 'endnotes', id });
}

function finish(scan: Scan, name: string): void {
  const table = scan.tables.at(-1);
  if (name === 'w:p') finishParagraph(scan);
  else if (name === 'w:r' || name === 'm:r') scan.runs.pop();
  else if (name === 'w:t' || name === 'm:t') scan.reading = false;
  else if (name === 'w:tbl') finishTable(scan);
  else if (name === 'w:tr' && table) closeRow(table, scan.budget);
  else if (name === 'w:tc' && table?.cell) {
    placeCell(table, table.cell, scan.budget);
    table.cell = null;
    scan.holders.pop();
  } else if (name === 'w:txbxContent') scan.holders.pop();
  else if (DRAWINGS.has(name)) {
    if (scan.drawings.pop()?.pictured) write(scan, ' ');
  } else if (isMathPart(scan, name)) finishMath(scan, name);
  else if (name === 'mc:AlternateContent') scan.alternates.pop();
}

function finishParagraph(scan: Scan): void {
  const paragraph = scan.paragraphs.pop();
  if (paragraph) scan.holders.at(-1)?.(paragraph.parts.join(''));
}

/** A table of one cell is a frame: what is in it belongs to what is around it. */
function finishTable(scan: Scan): void {
  const table = scan.tables.pop();
  const [only, ...others] = table?.cells ?? [];
  if (!table || !only || others.length > 0) return;
  table.rows.length = 0;
  for (const text of only.paragraphs) scan.holders.at(-1)?.(text);
}

const isMathPart = ({ path }: Scan, name: string): boolean =>
  MATH_PARTS.has(name) || (name === 'm:e' && MATH_LISTS.has(path.at(-1) ?? ''));

function beginMath(scan: Scan, name: string): void {
  write(scan, ' ');
  if (name === 'm:sup') scan.scripts.push('superscript');
  else if (name === 'm:sub') scan.scripts.push('subscript');
}

function finishMath(scan: Scan, name: string): void {
  write(scan, ' ');
  if (name === 'm:sup' || name === 'm:sub') scan.scripts.pop();
}
