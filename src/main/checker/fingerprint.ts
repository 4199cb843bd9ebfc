import { createHash } from 'node:crypto';
import type { Range } from '../../shared/model/range';

const NEIGHBOUR_UNITS = 16;
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
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20);
}
