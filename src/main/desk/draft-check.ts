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

/** What the worker holds: each check goes on from the one before, so they wait for each other. */
interface Line {
  held: Promise<Draft | null>;
  /** How many checks were asked for. */
  asked: number;
}

const lines = new WeakMap<Desk, Line>();

/**
 * Checks a revision with edits; the worker checks again only what changed since it was asked last. Asked once more with the
 * same edits, it brings comparisons over the whole report up to date, until it is asked for something else.
 */
export async function checkEdited(
  desk: Desk,
  report: ReportRow,
  revision: RevisionRow,
  edits: readonly Edit[],
): Promise<CheckedDraft> {
  const line = lines.get(desk) ?? { held: Promise.resolve(null), asked: 0 };
  lines.set(desk, line);
  const own = ++line.asked;
  const before = line.held.catch(() => null);
  const next = before.then((held) =>
    goOn(desk, { report, revision, edits, isNewest: () => own === line.asked }, held),
  );
  line.held = next;
  return next;
}

interface Asked {
  readonly report: ReportRow;
  readonly revision: RevisionRow;
  readonly edits: readonly Edit[];
  readonly isNewest: () => boolean;
}

async function goOn(desk: Desk, asked: Asked, held: Draft | null): Promise<Draft> {
  const { report, revision, edits, isNewest } = asked;
  const { key: basisKey, ...basis } = await basisOf(desk, report);
  const key = `${report.id} ${revision.id} ${basisKey}`;
  const { text, marks } = edited(revision, edits);
  if (held?.key === key) {
    const stretch = changedStretch(held.text, text);
    if (!stretch && held.isSettled) return held;
    const step = stretch
      ? { edits: [{ range: { start: stretch.from, end: stretch.to }, text: stretch.text }] }
      : { settle: true as const };
    let reply = await desk.jobs.run('recheck', report.title, { key, ...step });
    while (reply.kind === 'settling') {
      if (!isNewest()) return held;
      reply = await desk.jobs.run('recheck', report.title, { key, settle: true });
    }
    if (reply.kind === 'change')
      return { key, text, analysis: applyChange(held.analysis, reply.change), isSettled: reply.isSettled };
    if (reply.kind === 'whole') return { key, text, analysis: reply.analysis, isSettled: true };
  }
  const reply = await desk.jobs.run('recheck', report.title, { key, open: { text, marks, ...basis } });
  if (reply.kind !== 'whole') throw new Error('the worker did not take the text');
  return { key, text, analysis: reply.analysis, isSettled: true };
}
