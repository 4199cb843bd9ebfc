import type { ReportDocument } from '../../shared/model/document';

/** Index of each heading → that of the heading one level up, -1 for none. */
export function parentHeadings({ blocks }: ReportDocument): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const open: { readonly index: number; readonly level: number }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    parents.set(block.index, open.at(-1)?.index ?? -1);
    open.push({ index: block.index, level: block.level });
  }
  return parents;
}
