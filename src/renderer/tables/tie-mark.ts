import type { TieStatus } from '../../shared/model/tie';

/** From what must be looked at to what holds. */
export const tieStatuses: readonly TieStatus[] = ['fail', 'rounding', 'unclear', 'pass'];

export const tieSigns: Readonly<Record<TieStatus, string>> = {
  fail: '≠',
  rounding: '≈',
  unclear: '?',
  pass: '=',
};

export const tieMark = (status: TieStatus) => ({ look: `tie-sign sign-${status}`, sign: tieSigns[status] });
