import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Less than this is not worth a collection. */
const LEAST_BYTES = 2 * 1024 * 1024;

type Collect = (options: { readonly type: 'minor' }) => void;

let collect: Collect | null | undefined;

/**
 * Collects what the last stroke left in the young generation, a few milliseconds while nobody waits, so that the next
 * stroke need not do so in its midst. V8 gives the function to contexts that are made after its flag is set; where it
 * gives none, collections come when they come.
 */
export function tidyUp(): void {
  if (collect === undefined) collect = collector();
  if (collect && youngBytes() >= LEAST_BYTES) collect({ type: 'minor' });
}

function collector(): Collect | null {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (found as Collect) : null;
}

const youngBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_used_size ?? 0;
