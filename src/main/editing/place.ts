import type { Prose, ProseBlock, ReportDocument, Table } from '../../shared/model/document';
import type { TextChange } from '../../shared/model/editing';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';
import { failure, type Result, success } from '../../shared/result';
import { applyEdits } from '../checker/edits';
import { cellSources, rowAlone } from './cells';
import {
  cellAt,
  isProse,
  readAlone,
  readAs,
  restReads,
  rowAt,
  sameCells,
  type Wanted,
  wantedOf,
  wantedOfCell,
} from './readings';
import { changedStretch, editOf } from './stretch';
import { withBackslashes, writtenAnew } from './write';

/** Edits of the working text that make a change. */
export interface Placed {
  readonly edits: readonly Edit[];
  /** Offset at which the change begins. */
  readonly at: number;
  /** Whether the text that they yield reads as it shall, and all around it as before. */
  readsBack(after: ReportDocument): boolean;
  /** The changed blocks or cell as they read then. */
  prosesIn(after: ReportDocument): readonly Prose[];
}

const NOT_READ_BACK = failure('not-read-back', '这样改会打乱前后文的结构，没有保存；请在源码视图里修改');

/**
 * A change in edits of the working text: as few units as possible are replaced, and what is typed is escaped so that it
 * reads as typed. Errors: `no-place`, `unchanged`, `covered`, `not-read-back`.
 */
export function placeChange(document: ReportDocument, change: TextChange): Result<Placed> {
  if (change.kind === 'source') return placeSource(document, change.edits);
  const block = document.blocks[change.block];
  if (change.kind === 'cell') return block?.kind === 'table' ? placeCell(document, block, change) : NO_PLACE;
  return isProse(block) ? placeBlock(document, block, wantedOf(block, change.text)) : NO_PLACE;
}

const NO_PLACE = failure('no-place', '要修改的位置在当前版本里已经不存在');
const UNCHANGED = failure('unchanged', '文字没有变化，没有生成新版本');

function placeSource({ text }: ReportDocument, edits: readonly Edit[]): Result<Placed> {
  let last = 0;
  for (const { range } of edits) {
    if (range.start < last || range.end < range.start || range.end > text.length) return NO_PLACE;
    last = range.end;
  }
  const plain = edits
    .map((edit) => ({ ...edit, text: edit.text.replace(/\r\n?/g, '\n') }))
    .filter((edit) => edit.text !== text.slice(edit.range.start, edit.range.end));
  const [first] = plain;
  if (!first) return UNCHANGED;
  return success({ edits: plain, at: first.range.start, readsBack: () => true, prosesIn: () => [] });
}

function placeBlock(document: ReportDocument, block: ProseBlock, wanted: Wanted): Result<Placed> {
  const text = wanted.join('\n\n');
  if (text === block.prose.text) return UNCHANGED;
  const { index } = block;
  const placed = (edits: readonly Edit[]): Result<Placed> =>
    success({
      edits,
      at: block.range.start,
      readsBack: (after) =>
        restReads(document, after, { block: index, replacedBy: wanted.length, edits }) &&
        readAs(after.blocks.slice(index, index + wanted.length), block, wanted),
      prosesIn: (after) =>
        after.blocks.slice(index, index + wanted.length).flatMap((one) => (isProse(one) ? [one.prose] : [])),
    });
  if (wanted.length === 0) return placed([removal(document, block)]);
  const from = contextOf(document, block);
  const before = readAlone(document.text.slice(from, block.range.end)).length;
  for (const edit of blockEdits(document, block, wanted, text)) {
    const source = applyEdits(document.text.slice(0, block.range.end), [edit]).slice(from);
    const blocks = readAlone(source);
    if (readAs(blocks.slice(before - 1), block, wanted)) return placed([edit]);
  }
  return NOT_READ_BACK;
}

/** Ways to write a block, the one that keeps most of its markup first. */
function blockEdits(
  document: ReportDocument,
  block: ProseBlock,
  wanted: Wanted,
  text: string,
): readonly Edit[] {
  const { prose } = block;
  const stretch = changedStretch(prose.text, text);
  const edits: Edit[] = [];
  if (stretch) {
    const breaks = (typed: string): string => typed.replace(/(?<!\n)\n(?!\n)/g, '<br>');
    for (const typed of [stretch.text, withBackslashes(stretch.text)])
      edits.push(editOf(prose, stretch, typed), editOf(prose, stretch, breaks(typed)));
  }
  const whole = editOf(prose, { from: 0, to: prose.text.length, text }, writtenAnew(block, wanted));
  edits.push(whole);
  // With markup around the prose as well: `**…**` of a whole paragraph, `*…*` of a caption.
  if (block.kind === 'paragraph' || block.kind === 'caption') edits.push({ ...whole, range: block.range });
  return edits.filter(({ range }) => range.end <= document.text.length);
}

/** The block with the empty lines behind it. */
function removal({ text }: ReportDocument, { range }: ProseBlock): Edit {
  const rest = /^\n(?:[ \t]*\n)?/.exec(text.slice(range.end, range.end + 200));
  return { range: rangeOf(range.start, range.end + (rest?.[0].length ?? 0)), text: '' };
}

/** Where to begin reading so that a block reads as in the whole: an item within items needs those around it. */
function contextOf({ blocks }: ReportDocument, block: ProseBlock): number {
  if (block.kind !== 'list-item' || block.depth === 0) return block.range.start;
  for (let index = block.index - 1; index >= 0; index--) {
    const above = blocks[index];
    if (above?.kind !== 'list-item') break;
    if (above.depth === 0) return above.range.start;
  }
  return block.range.start;
}

type CellChange = Extract<TextChange, { kind: 'cell' }>;

function placeCell(document: ReportDocument, table: Table, change: CellChange): Result<Placed> {
  const { row, column } = change;
  const line = rowAt(table, row);
  const cell = cellAt(table, row, column);
  if (!line || !cell) return NO_PLACE;
  if (cell.covered) return failure('covered', '这一格与旁边的格合并，请修改合并格的内容');
  const wanted = wantedOfCell(change.text);
  if (wanted === cell.prose.text) return UNCHANGED;
  const reads = (now: Table | undefined, at: number): boolean => {
    const after = now && rowAt(now, at);
    return after !== undefined && sameCells(line, after, column, wanted);
  };
  for (const edit of cellSources(document.text, line, column, wanted)) {
    const alone = rowAlone(document.text, table, row, edit);
    const [block, ...more] = readAlone(alone.source);
    if (more.length > 0 || block?.kind !== 'table' || !reads(block, alone.row)) continue;
    const tableOf = (after: ReportDocument): Table | undefined => {
      const now = after.blocks[table.index];
      return now?.kind === 'table' && now.rows.length === table.rows.length ? now : undefined;
    };
    return success({
      edits: [edit],
      at: cell.outer.start,
      readsBack: (after) =>
        restReads(document, after, { block: table.index, replacedBy: 1, edits: [edit] }) &&
        reads(tableOf(after), row),
      prosesIn: (after) => {
        const now = tableOf(after);
        const prose = now && cellAt(now, row, column)?.prose;
        return prose ? [prose] : [];
      },
    });
  }
  return NOT_READ_BACK;
}
