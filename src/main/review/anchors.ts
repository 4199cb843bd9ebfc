import type { Anchor, AuditProblem } from '../../shared/model/audit';

/** A hash of the log and its number. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What an anchor tells of a log, whose own links fit together. Null: the log has the entry that the anchor knows.
 * Without its number an anchor cannot tell a cut tail from a rewritten log.
 */
export function anchorFault(links: readonly Link[], anchor: Anchor): AuditProblem | null {
  const { where, hash, sequence } = anchor;
  const found = links.find((link) => link.hash === hash);
  if (found && (sequence === null || found.sequence === sequence)) return null;
  const last = links.at(-1)?.sequence ?? 0;
  if (sequence !== null && sequence > last) {
    const message = `日志只到第 ${last} 条，而“${where}”记有第 ${sequence} 条：链尾被截掉，或者这是较早的文件`;
    return { code: 'cut', sequence: last, message };
  }
  if (sequence !== null) {
    const message = `日志第 ${sequence} 条与“${where}”所记的不同：日志被改写后重新串过`;
    return { code: 'rewritten', sequence, message };
  }
  const message = `日志里没有“${where}”所记的链头：链尾被截掉，或者日志被改写后重新串过`;
  return { code: 'cut', sequence: last, message };
}
