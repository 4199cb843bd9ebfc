import type { Block, ListItem } from '../../../../shared/model/document';
import { type Ending, endingOf } from '../sentences/sentences';

/** How the other items of a list end: without a mark, with one, with a pausing mark, or some so, some so. */
export type ListStyle = 'open' | 'closed' | 'pause' | 'mixed';

/** How the items of each run of list items end, told without the item itself. */
export function listStyles(blocks: readonly Block[]): ReadonlyMap<number, ListStyle> {
  const styles = new Map<number, ListStyle>();
  let run: ListItem[] = [];
  const close = () => {
    for (const [index, style] of stylesOfRun(run)) styles.set(index, style);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'list-item') run.push(block);
    else if (run.length > 0) close();
  }
  close();
  return styles;
}

function stylesOfRun(run: readonly ListItem[]): [number, ListStyle][] {
  const endings = run.map((item) => endingOf(item.prose.text));
  const count = (kind: Ending) => endings.filter((ending) => ending === kind).length;
  const final = count('final');
  const pause = count('pause');
  const open = run.length - final - pause;
  return run.map((item, index) => {
    const ending = endings[index];
    const others = { final: final - Number(ending === 'final'), pause: pause - Number(ending === 'pause') };
    const otherOpen = open - Number(ending === 'open' || ending === 'bracket');
    if (others.final >= 2 && others.final >= 2 * otherOpen) return [item.index, 'closed'];
    if (otherOpen > 0 && otherOpen >= others.final) return [item.index, 'open'];
    if (others.pause > 0 && others.pause >= others.final) return [item.index, 'pause'];
    return [item.index, 'mixed'];
  });
}
