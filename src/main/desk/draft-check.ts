import { applyChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import type { ReportRow, RevisionRow } from '../db/reports';
import { changedStretch } from '../editing/stretch';
import { basisOf } from './basis';
import { edited } from './decide';
import type { Desk } from './desk';

/** The text that was checked last while somebody typed, and what was found in it. */
interface Draft {
  readonly key: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly isSettled: boolean;
}

export interface CheckedDraft {
  readonly analysis: Analysis;
  /** False: comparisons over the whole report are those of before; asking again brings them up to date. */
  readonly isSettled: boolean;
}

/** What the worker holds, per desk: each check goes on from the one before, so they wait for each other. */
const drafts = new WeakMap<Desk, Promise<Draft | null>>();

/** Checks a revision with edits; the worker checks again only what changed since it was asked last. */
export async function checkEdited(
  desk: Desk,
  report: ReportRow,
  revision: RevisionRow,
  edits: readonly Edit[],
): Promise<CheckedDraft> {
  const before = (drafts.get(desk) ?? Promise.resolve(null)).catch(() => null);
  const next = before.then((held) => goOn(desk, report, revision, edits, held));
  drafts.set(desk, next);
  return next;
}

async function goOn(
  desk: Desk,
  report: ReportRow,
  revision: RevisionRow,
  edits: readonly Edit[],
  held: Draft | null,
): Promise<Draft> {
  const { key: basisKey, ...basis } = await basisOf(desk, report);
  const key = `${report.id} ${revision.id} ${basisKey}`;
  const { text, marks } = edited(revision, edits);
  if (held?.key === key) {
    const stretch = changedStretch(held.text, text);
    if (!stretch && held.isSettled) return held;
    const step = stretch
      ? { edits: [{ range: { start: stretch.from, end: stretch.to }, text: stretch.text }] }
      : { settle: true as const };
    const reply = await desk.jobs.run('recheck', report.title, { key, ...step });
    if (reply.kind === 'change')
      return { key, text, analysis: applyChange(held.analysis, reply.change), isSettled: reply.isSettled };
    if (reply.kind === 'whole') return { key, text, analysis: reply.analysis, isSettled: true };
  }
  const reply = await desk.jobs.run('recheck', report.title, { key, open: { text, marks, ...basis } });
  if (reply.kind !== 'whole') throw new Error('the worker did not take the text');
  return { key, text, analysis: reply.analysis, isSettled: true };
}
