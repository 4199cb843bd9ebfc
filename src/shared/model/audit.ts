/** What is wrong with an audit log, a library or a case file. */
export type AuditProblemCode =
  /** The entry is not what its hash was made of. */
  | 'hash'
  /** Entries are missing before this one. */
  | 'gap'
  /** The entry stands at another place than its number says, or twice. */
  | 'order'
  /** The entry does not follow the one before it. */
  | 'previous'
  /** An anchor knows later entries than the log has: its tail was cut off, or the file is an older one. */
  | 'cut'
  /** An anchor knows the entry with another hash: the log was rewritten and chained anew. */
  | 'rewritten'
  /** What protects the log inside the database was taken away or changed. */
  | 'guard'
  /** The tables do not say what the log's last entry about the report says. */
  | 'state'
  /** A text or a file is not what its hash was made of. */
  | 'content'
  /** The database or the file itself is damaged. */
  | 'damaged'
  /** The signature does not hold, or is another person's. */
  | 'signature'
  /** The parts of the file are not those that its list names. */
  | 'parts';

export interface AuditProblem {
  readonly code: AuditProblemCode;
  /** Number of the entry, from 1; null where it is not about one. */
  readonly sequence: number | null;
  /** One sentence for a person, in Chinese. */
  readonly message: string;
}

/** The chain of one report's case. */
export interface CaseChain {
  readonly uid: string;
  readonly title: string;
  readonly entries: number;
  /** Hash of the newest entry, hex; empty without entries. */
  readonly head: string;
}

/** What `gouji audit` found. */
export interface AuditReport {
  readonly kind: 'library' | 'backup' | 'case';
  readonly intact: boolean;
  readonly entries: number;
  readonly head: string;
  /** ISO 8601, UTC; of the first and the last entry. Null for an empty log. */
  readonly from: string | null;
  readonly to: string | null;
  readonly cases: readonly CaseChain[];
  /** How many anchors were compared, and how many agreed. */
  readonly anchors: { readonly compared: number; readonly agreed: number };
  /** The first bad row comes first. */
  readonly problems: readonly AuditProblem[];
}

/** A head of the chain as it was kept outside the log. */
export interface Anchor {
  /** Where it was kept, for a person: a file's name. */
  readonly where: string;
  /** Hash of the entry, hex. */
  readonly hash: string;
  /** Number of the entry where it is known. */
  readonly sequence: number | null;
  /** Of the library's chain, of a case's, or of whichever has it. */
  readonly chain: 'library' | 'case' | 'any';
}
