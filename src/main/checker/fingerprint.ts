import { createHash } from 'node:crypto';
import type { Range } from '../../shared/model/range';

/** How far on either side the text names a finding. */
export const NEIGHBOUR_UNITS = 16;
const BLANK = /\s+/g;

/**
 * Names a finding by its rule, the text it covers and its neighbours, so that it is known again after
 * edits elsewhere. `occurrence` keeps two findings on identical passages apart.
 */
export function fingerprint(
  rule: string,
  message: string,
  text: string,
  range: Range,
  occurrence: number,
): string {
  const before = text.slice(Math.max(0, range.start - NEIGHBOUR_UNITS), range.start).replace(BLANK, '');
  const covered = text.slice(range.start, range.end).replace(BLANK, '');
  const after = text.slice(range.end, range.end + NEIGHBOUR_UNITS).replace(BLANK, '');
  const parts = [rule, message, before, covered, after, String(occurrence)];
  const named = parts.join('\u0000');
  const told = known.get(named);
  if (told !== undefined) return told;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = createHash('sha256').update(named).digest('hex').slice(0, 20);
  known.set(named, made);
  return made;
}

/** While a text is edited the same findings are named again after each stroke. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
