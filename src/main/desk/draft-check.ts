import { documentAfter, findingsAfter } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';
import { applyEdits } from '../checker/edits';
import type { ReportRow, RevisionRow } from '../db/reports';
import { changedStretch } from '../editing/stretch';
import type { RecheckReply } from '../jobs/recheck';
import { basisOf } from './basis';
import type { Desk } from './desk';
import { Followed } from './followed';

/** What is told of a revision with edits. */
export interface CheckedDraft extends Pick<Analysis, 'document' | 'findings'> {
  /** False: comparisons over the whole report are those of before; asking again brings them up to date. */
  readonly isSettled: boolean;
}

/** The text that was checked last while somebody typed, and what was found in it. */
interface Draft extends CheckedDraft {
  readonly key: string;
  /** From the revision's text to this one. */
  readonly edits: readonly Edit[];
  /** All that was found; goes on with the drafts that come of this one. */
  readonly followed: Followed;
}

/** What the worker holds: each check goes on from the one before, so they wait for each other. */
interface Line {
  held: Promise<Draft | null>;
  /** How many checks were asked for. */
  asked: number;
}

const lines = new WeakMap<Desk, Line>();

/**
 * Checks a revision with edits, `before` being what is known of it without them; the worker checks again only what changed since it was asked last. Asked once more with the
 * same edits, it brings comparisons over the whole report up to date, until it is asked for something else.
 */
export async function checkEdited(
  desk: Desk,
  report: ReportRow,
  revision: RevisionRow,
  edits: readonly Edit[],
  before: Analysis,
): Promise<CheckedDraft> {
  return inLine(desk, (held, isNewest) => goOn(desk, { report, revision, edits, before, isNewest }, held));
}

/**
 * The analysis of a revision with edits, brought up to date, where the worker has its text at hand: what is sent is the difference to what
 * is known `before`. Null where it has not; nothing is checked then.
 */
export async function knownEdited(
  desk: Desk,
  report: ReportRow,
  revision: RevisionRow,
  edits: readonly Edit[],
  before: Analysis,
): Promise<Analysis | null> {
  let analysis: Analysis | null = null;
  await inLine(desk, async (held) => {
    // What is stored is brought up to date, whatever else is asked for.
    const asked = { report, revision, edits, before, isNewest: () => true, isAtHand: true };
    let draft = await goOn(desk, asked, held);
    if (draft && !draft.isSettled) draft = await goOn(desk, asked, draft);
    analysis = draft?.followed.analysis() ?? null;
    return draft;
  });
  return analysis;
}

async function inLine<T extends Draft | null>(
  desk: Desk,
  check: (held: Draft | null, isNewest: () => boolean) => Promise<T>,
): Promise<T> {
  const line = lines.get(desk) ?? { held: Promise.resolve(null), asked: 0 };
  lines.set(desk, line);
  const own = ++line.asked;
  const next = line.held.catch(() => null).then((held) => check(held, () => own === line.asked));
  line.held = next;
  return next;
}

interface Asked {
  readonly report: ReportRow;
  readonly revision: RevisionRow;
  readonly edits: readonly Edit[];
  readonly before: Analysis;
  readonly isNewest: () => boolean;
}

/** `isAtHand`: only where the worker has the text. */
async function goOn(desk: Desk, asked: Asked, held: Draft | null): Promise<Draft>;
async function goOn(
  desk: Desk,
  asked: Asked & { readonly isAtHand: true },
  held: Draft | null,
): Promise<Draft | null>;
async function goOn(
  desk: Desk,
  { report, revision, edits, before, isNewest, isAtHand }: Asked & { readonly isAtHand?: true },
  held: Draft | null,
): Promise<Draft | null> {
  const { key: basisKey, ...basis } = await basisOf(desk, report);
  const key = `${report.id} ${revision.id} ${basisKey}`;
  if (held?.key === key) {
    const stretch = changedBetween(held.edits, edits, revision);
    if (!stretch && held.isSettled) return held;
    const step = stretch ? { edits: [stretch] } : { settle: true as const };
    let reply = await desk.jobs.run('recheck', report.title, { key, ...step });
    while (reply.kind === 'settling') {
      if (!isNewest()) return held;
      reply = await desk.jobs.run('recheck', report.title, { key, settle: true });
    }
    const next = draftOf(key, revision, edits, held, reply);
    if (next) return next;
  }
  const { text, marks } = revision;
  const open = { text, marks, ...basis };
  const only = isAtHand ? { isAtHand } : {};
  const reply = await desk.jobs.run('recheck', report.title, { key, open, edits, ...only });
  const first = draftOf(key, revision, edits, { ...before, followed: new Followed(before) }, reply);
  if (!first && !isAtHand) throw new Error('the worker did not take the text');
  return first;
}

/** What was known, after the worker's answer; null where it does not hold the text. */
function draftOf(
  key: string,
  { text }: RevisionRow,
  edits: readonly Edit[],
  before: Pick<Draft, 'document' | 'findings' | 'followed'>,
  reply: RecheckReply,
): Draft | null {
  if (reply.kind === 'whole') {
    const { document, findings } = reply.analysis;
    return { key, edits, document, findings, isSettled: true, followed: new Followed(reply.analysis) };
  }
  if (reply.kind !== 'change') return null;
  const { change, isSettled } = reply;
  const { followed } = before;
  followed.follow(change);
  // The text is up to date because nobody types: the rest of its analysis need not wait until it is saved.
  if (isSettled) void followed.rest();
  // Put together from the revision's text at each stroke, it is never copied whole.
  const document = documentAfter(before.document, change, applyEdits(text, edits));
  return { key, edits, document, findings: findingsAfter(before.findings, change), isSettled, followed };
}

/** The one edit that makes the text with the edits held that with those asked for. Outside of them both read as the revision. */
function changedBetween(held: readonly Edit[], asked: readonly Edit[], { text }: RevisionRow): Edit | null {
  const ranges = [...held, ...asked].map(({ range }) => range);
  const head = ranges.reduce((least, { start }) => Math.min(least, start), text.length);
  const tail = ranges.reduce((most, { end }) => Math.max(most, end), head);
  const within = text.slice(head, tail);
  const made = (edits: readonly Edit[]): string =>
    applyEdits(
      within,
      edits.map(({ range, text: typed }) => ({
        range: rangeOf(range.start - head, range.end - head),
        text: typed,
      })),
    );
  const stretch = changedStretch(made(held), made(asked));
  return stretch && { range: rangeOf(head + stretch.from, head + stretch.to), text: stretch.text };
}
