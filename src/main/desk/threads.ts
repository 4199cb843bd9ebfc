import type { CommentThread } from '../../shared/model/comment';
import { type Range, rangeOf } from '../../shared/model/range';
import { movedRanges } from '../checker/edits';
import { listThreads, type StoredThread } from '../db/comments';
import { findRevision, type RevisionRow } from '../db/reports';
import type { Desk } from './desk';

/** The threads of a report with their passages where they stand in a revision. */
export function threadsIn(desk: Desk, reportId: number, revision: RevisionRow): readonly CommentThread[] {
  const said = listThreads(desk.connection, reportId).filter(({ entries }) =>
    entries.some(({ withdrawn }) => !withdrawn),
  );
  return said.map(({ revisionId, original, ...thread }) => ({
    ...thread,
    range: rangeIn(desk, revision, { revisionId, original, excerpt: thread.excerpt }),
  }));
}

/** By the edits since, where the passage's revision is one that this was made from; else by its words. */
function rangeIn(
  desk: Desk,
  revision: RevisionRow,
  { revisionId, original, excerpt }: Pick<StoredThread, 'revisionId' | 'original' | 'excerpt'>,
): Range | null {
  const between: RevisionRow[] = [];
  for (
    let at: RevisionRow | null = revision;
    at;
    at = at.parentId === null ? null : findRevision(desk.connection, at.parentId)
  ) {
    if (at.id === revisionId) {
      const moved = between.reduceRight<Range>(
        (range, { edits }) => movedRanges([range], edits ?? [])[0] ?? range,
        original,
      );
      return moved.end > moved.start || original.end === original.start ? moved : null;
    }
    if (at.edits === null) break;
    between.push(at);
  }
  const found = excerpt === '' ? -1 : revision.text.indexOf(excerpt);
  return found < 0 ? null : rangeOf(found, found + Math.max(excerpt.length, 1));
}
