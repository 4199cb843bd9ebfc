import type { Tie } from '../../../shared/model/tie';

/** A search for ties → the rules that read what it finds. */
export const READERS = {
  sums: ['T109'],
  shares: ['T110'],
  changes: ['T111'],
  columns: ['T114'],
  far: ['N201', 'N202', 'N204', 'N210', 'T113'],
  prose: ['N205', 'N206'],
  outside: ['N207', 'N208'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TieFamily = keyof typeof READERS;

/** Is told of a search that threw; the others go on without its ties. */
export type OnBroken = (family: TieFamily, thrown: unknown) => void;

export const rethrow: OnBroken = (_, thrown) => {
  throw thrown;
};

/**
 * A search for ties, kept apart from the others: a figure that one of them stumbles over must not leave a whole report unchecked. That
 * it did not end is told by `onBroken`.
 */
export function apart<T>(family: TieFamily, find: () => T, without: T, onBroken: OnBroken): T {
  try {
    return find();
  } catch (thrown) {
    onBroken(family, thrown);
    return without;
  }
}

export const NO_TIES: readonly Tie[] = [];
