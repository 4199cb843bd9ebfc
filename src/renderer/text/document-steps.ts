import type { Block, Table } from '../../shared/model/document';

/** A block, or a cell of a table; `row` -1 is the header. */
export interface TextPlace {
  readonly block: number;
  readonly cell: { readonly row: number; readonly column: number } | null;
}

type Step = 'up' | 'down' | 'left' | 'right';

/** The place a step away: blocks up and down, in a table row by row and cell by cell. Null at the ends. */
export function stepFrom(blocks: readonly Block[], place: TextPlace | null, step: Step): TextPlace | null {
  if (!place) return enter(blocks, 0, 1);
  const block = blocks[place.block];
  if (block?.kind === 'table' && place.cell) {
    const inside = withinTable(block, place.cell, step);
    if (inside) return { block: block.index, cell: inside };
    if (step === 'left' || step === 'right') return null;
  }
  if (step === 'left' || step === 'right') return null;
  return enter(blocks, place.block + (step === 'down' ? 1 : -1), step === 'down' ? 1 : -1);
}

/** The first place at or behind `from` in a direction that can hold the cursor. */
function enter(blocks: readonly Block[], from: number, direction: 1 | -1): TextPlace | null {
  for (let index = from; index >= 0 && index < blocks.length; index += direction) {
    const block = blocks[index];
    if (!block || block.kind === 'divider' || block.kind === 'page-break') continue;
    if (block.kind !== 'table') return { block: index, cell: null };
    const first = block.header.cells.length > 0 ? -1 : 0;
    return { block: index, cell: { row: direction > 0 ? first : block.rows.length - 1, column: 0 } };
  }
  return null;
}

function withinTable(
  table: Table,
  { row, column }: NonNullable<TextPlace['cell']>,
  step: Step,
): TextPlace['cell'] {
  const cells = (at: number) => (at < 0 ? table.header : table.rows[at])?.cells ?? [];
  const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[step] as [number, number];
  for (let [y, x] = [row + down, column + right]; ; y += down, x += right) {
    const line = cells(y);
    if (y < -1 || y >= table.rows.length || x < 0 || line.length === 0) return null;
    if (step === 'left' || step === 'right') {
      if (x >= line.length) return null;
    }
    const at = Math.min(x, line.length - 1);
    // A merged cell's other parts are not on the screen.
    if (!line[at]?.covered) return { row: y, column: at };
  }
}
