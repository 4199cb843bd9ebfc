import type { Severity } from '../../shared/model/finding';
import type { RecordDecision, RecordFinding, ReviewRecord } from '../../shared/model/record';
import type { CaseEntry } from '../review/case-chain';
import type { CaseContents, CaseRow } from './schema';

const STATES = ['tied', 'conflicting', 'waived', 'single', 'unclear', 'exempt'] as const;
const text = (row: CaseRow, name: string): string => String(row[name] ?? '');

/** The review record of a case: what its tables and its log say, and nothing else. Pure. */
export function recordOf(contents: CaseContents, entries: readonly CaseEntry[]): ReviewRecord {
  const { tables } = contents;
  const names = new Map((tables.identity ?? []).map((row) => [row['id'], text(row, 'name')]));
  const nameOf = (id: CaseRow[string] | undefined): string => (id ? (names.get(id) ?? '') : '');
  const decisions = new Map((tables.disposition ?? []).map((row) => [text(row, 'fingerprint'), row]));
  const found = new Set((tables.finding ?? []).map((row) => text(row, 'fingerprint')));
  const current = tables.revision?.find((row) => row['id'] === contents.current);
  const { policy, coverage } = contents;
  return {
    title: contents.title,
    fileName: contents.fileName,
    uid: contents.uid,
    revision: Number(current?.['number'] ?? 0),
    revisions: tables.revision?.length ?? 0,
    sha256: current ? text(current, 'sha256') : '',
    policy: typeof policy === 'string' ? policy : String(policy?.['name'] ?? ''),
    coverage: STATES.map((state) => [state, coverage[state] ?? 0] as const),
    findings: (tables.finding ?? []).map((row) =>
      findingOf(row, decisions.get(text(row, 'fingerprint')), nameOf),
    ),
    settled: [...decisions.values()]
      .filter((row) => !found.has(text(row, 'fingerprint')))
      .map((row) => ({ ...decisionOf(row, nameOf), subject: subjectOf(row) })),
    moves: movesOf(contents, nameOf),
    comments: commentsOf(contents),
    entries: entries.map(({ at, actor, summary, hash }) => ({ at, actor, summary, hash })),
    head: entries.at(-1)?.hash ?? '',
  };
}

type NameOf = (id: CaseRow[string] | undefined) => string;

const subjectOf = (row: CaseRow): string =>
  [text(row, 'code'), text(row, 'message')].filter((part) => part !== '').join(' ');

function findingOf(row: CaseRow, decision: CaseRow | undefined, nameOf: NameOf): RecordFinding {
  return {
    code: text(row, 'code'),
    severity: text(row, 'severity') as Severity,
    message: text(row, 'message'),
    excerpt: text(row, 'excerpt'),
    evidence: evidenceOf(text(row, 'related')),
    decision: decision ? decisionOf(decision, nameOf) : null,
  };
}

function evidenceOf(related: string): readonly string[] {
  const places = JSON.parse(related === '' ? '[]' : related) as readonly {
    excerpt?: string;
    note?: string;
  }[];
  return places.map(({ excerpt = '', note = '' }) =>
    [note, excerpt].filter((part) => part !== '').join('：'),
  );
}

const decisionOf = (row: CaseRow, nameOf: NameOf): RecordDecision => ({
  kind: text(row, 'kind'),
  reason: text(row, 'reason'),
  by: text(row, 'actor'),
  at: text(row, 'decided_at'),
  confirmedBy: nameOf(row['confirmed_by']),
  confirmedAt: text(row, 'confirmed_at'),
  expiresOn: text(row, 'expires_on'),
});

function movesOf({ tables }: CaseContents, nameOf: NameOf): ReviewRecord['moves'] {
  const signatures = new Map((tables.sign_off ?? []).map((row) => [row['id'], row['signature']]));
  return (tables.stage_event ?? []).map((row) => {
    const signature = signatures.get(row['sign_off_id'] ?? -1);
    return {
      action: text(row, 'action'),
      by: nameOf(row['actor_id']),
      role: text(row, 'role'),
      reason: text(row, 'reason'),
      at: text(row, 'moved_at'),
      signature: signature !== null && typeof signature === 'object' ? signature.base64.slice(0, 16) : '',
    };
  });
}

function commentsOf({ tables }: CaseContents): ReviewRecord['comments'] {
  const withdrawn = new Set((tables.comment_withdrawal ?? []).map((row) => row['comment_id']));
  const found = new Map((tables.finding ?? []).map((row) => [row['fingerprint'], row]));
  return (tables.comment_thread ?? []).map((thread) => ({
    excerpt: text(thread, 'excerpt'),
    subject: subjectOf(found.get(thread['fingerprint'] ?? '') ?? {}),
    said: (tables.comment ?? [])
      .filter((row) => row['thread_id'] === thread['id'])
      .map((row) => ({
        body: withdrawn.has(row['id'] ?? null) ? '（已撤回）' : text(row, 'body'),
        by: text(row, 'author'),
        at: text(row, 'written_at'),
      })),
    settledBy: text(thread, 'settled_by'),
    settledAt: text(thread, 'settled_at'),
  }));
}
