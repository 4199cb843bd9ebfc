import type { Block, Label, ProseBlock, ReportDocument, Table } from '../../../../shared/model/document';

const NEAREST = 2;

/** The sentences that point at a table: those right above it, and all that name its label or its annex's. */
export function pointingAt(
  { blocks }: ReportDocument,
  table: Table,
  naming: ReadonlyMap<string, readonly ProseBlock[]>,
): readonly ProseBlock[] {
  const above: ProseBlock[] = [];
  for (let at = table.index - 1; at >= 0 && above.length < NEAREST; at--) {
    const block = blocks[at];
    if (!block || block.kind === 'heading' || block.kind === 'table') break;
    if (isProse(block) && block.prose.text.includes('。')) above.push(block);
  }
  const named = labelsOf(blocks, table).flatMap((label) => naming.get(label) ?? []);
  return [...new Set([...above, ...named])];
}

/** Of its caption, and of the annex that it stands in. */
function labelsOf(blocks: readonly Block[], table: Table): readonly string[] {
  const labels: string[] = [];
  for (let at = table.index - 1; at >= Math.max(0, table.index - NEAREST); at--) {
    const block = blocks[at];
    if (block?.kind === 'caption') labels.push(nameOf(block.label));
    else if (block?.kind !== 'paragraph') break;
  }
  const heading = blocks[table.section];
  if (heading?.kind === 'heading' && heading.annex) labels.push(nameOf(heading.annex));
  return labels;
}

/** An annex may hold a few tables. */
const MOST_BEARERS = 4;

const LABEL = /(?:附[件录表图]|[表图])\s?(?:[\d一二三四五六七八九十]{1,3}(?:[-－–.．]\d{1,3})*)?/g;

/** Label → the sentences that name it. One walk over the report. */
export function namingSentences({ blocks }: ReportDocument): ReadonlyMap<string, readonly ProseBlock[]> {
  const naming = new Map<string, ProseBlock[]>();
  for (const block of blocks) {
    if (!isProse(block) || !/[表附图]/.test(block.prose.text)) continue;
    const names = new Set(block.prose.text.match(LABEL)?.map((name) => name.replace(/\s/g, '')));
    for (const name of names) push(naming, name, block);
  }
  // A label that several tables bear names none of them.
  const bearers = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const label of labelsOf(blocks, block)) bearers.set(label, (bearers.get(label) ?? 0) + 1);
  }
  for (const [label, count] of bearers) if (count > MOST_BEARERS) naming.delete(label);
  return naming;
}

const nameOf = ({ noun, number }: Label): string => `${noun}${number}`;

const isProse = (block: Block): block is ProseBlock =>
  block.kind === 'paragraph' || block.kind === 'list-item';

/** Adds to the list that a map holds. */
export function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
