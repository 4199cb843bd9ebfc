import { BOUNDS, ImportError } from '../bounds';
import type { SourceBlock, SourceCell, Span } from '../source-document';
import { type Reading, topTarget } from './blocks';
import { flowingText } from './flowing-text';
import { cellsOf, type Grid, gridOf, hiddenParts, rowGroupsOf, type Slot } from './grid';
import { lookOf } from './style';
import { type HtmlElement, holdsText, isElement, TOO_DEEP } from './tree';
import { type Context, type Target, walkBlock } from './walk';

const TOO_MANY = '网页里的表格过多过大，超出可处理的范围，已停止读取';
const NESTED = '〔嵌套表〕';

/**
 * The blocks of a table: its captions, itself, and the tables in its cells. A table of one cell is there for the layout:
 * what is in it goes to `target`.
 */
export function readTable(
  reading: Reading,
  table: HtmlElement,
  target: Target,
  context: Context,
): readonly SourceBlock[] {
  if (++reading.tableDepth > BOUNDS.tableDepth) throw new ImportError('too-deep', TOO_DEEP);
  const groups = rowGroupsOf(table);
  const rows = groups.flat();
  const [only, ...others] = rows.flatMap(cellsOf);
  const inner: Context = { ...context, heading: 0, lists: [], item: null };
  // A page may have written several; browsers show all of them.
  const captions = table.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption');
  const blocks: SourceBlock[] = [];
  const number = reading.tables + 1;
  const isGrid = only !== undefined && others.length + rows.length > 1;
  for (const caption of captions) walkShown(caption, isGrid ? topTarget(reading, blocks) : target, inner);
  if (isGrid) {
    for (const block of tableBlocks(reading, gridOf(groups), inner)) blocks.push(block);
  } else if (only) {
    walkShown(only, target, { ...inner, heading: context.heading, item: context.item });
  }
  const label = isGrid ? `表${number}` : target.label();
  for (const part of hiddenParts(table)) if (holdsText(part)) reading.notes.add('hidden', label);
  reading.tableDepth--;
  return blocks;
}

function walkShown(element: HtmlElement, target: Target, context: Context): void {
  if (lookOf(element).hidden === null) {
    walkBlock(element, target, context, { ...context, depth: context.depth + 1 });
  } else if (holdsText(element)) target.notes.add('hidden', target.label());
}

function tableBlocks(reading: Reading, grid: Grid, context: Context): readonly SourceBlock[] {
  reading.cells += grid.width * grid.rows.length;
  if (reading.cells > BOUNDS.cells) throw new ImportError('too-large', TOO_MANY);
  const label = `表${++reading.tables}`;
  const nested: SourceBlock[] = [];
  const rows = grid.rows.map((slots, row) => {
    const rowLabel = `${label}第${row + 1}行`;
    if (slots.length < grid.width) reading.notes.add('ragged-row', rowLabel);
    return Array.from({ length: grid.width }, (_, column) =>
      cellOf(reading, slots[column] ?? null, `${rowLabel}第${column + 1}格`, context, nested),
    );
  });
  return [{ kind: 'table', label, rows }, ...nested];
}

function cellOf(
  reading: Reading,
  slot: Slot,
  label: string,
  context: Context,
  nested: SourceBlock[],
): SourceCell {
  if (slot === null) return { label, spans: [] };
  if (typeof slot === 'string') return { label, spans: [], covered: slot };
  const spans: Span[] = [];
  const target = cellTarget(reading, spans, label, nested);
  walkShown(slot, target, context);
  return { label, spans };
}

/** Paragraphs become lines of the cell. */
function cellTarget(reading: Reading, spans: Span[], label: string, nested: SourceBlock[]): Target {
  const add = (line: readonly Span[]): void => {
    if (spans.length > 0) spans.push({ text: '\n' });
    for (const span of line) spans.push(span);
  };
  const target: Target = {
    text: flowingText(),
    notes: reading.notes,
    label: () => label,
    paragraph(line, { item }) {
      const number = item?.marker && item.marker.kind !== 'none' ? item.marker.text : '-';
      if (item) item.marker = null;
      add(number === '-' ? line : [{ text: `${number.trim()} `, generated: true }, ...line]);
    },
    table(table, context) {
      const blocks = readTable(reading, table, target, context);
      if (blocks.length === 0) return;
      reading.notes.add('nested-table', label);
      add([{ text: NESTED, generated: true }]);
      for (const block of blocks) nested.push(block);
    },
    pageBreak() {
      // A cell has no pages.
    },
  };
  return target;
}
