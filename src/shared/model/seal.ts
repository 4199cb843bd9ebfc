/** A certificate of a signature's line, the signer's first. */
export interface CertificateSummary {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serial: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** `RSA 3072`, `EC P-256`. */
  readonly key: string;
}

export type Trust = 'trusted' | 'self-signed' | 'unknown-issuer' | 'expired' | 'not-yet-valid';

/** A time-stamp by an authority over a signature. */
export interface TimestampReport {
  /** ISO 8601. */
  readonly time: string;
  readonly authority: string;
  readonly integrity: boolean;
  readonly trust: Trust;
}

/** What the lists of revoked certificates that were given say of a signature's certificates. */
export type Revocation = 'not-checked' | 'unknown' | 'good' | 'revoked';

/** What the verification of one signature found. */
export interface SignatureReport {
  readonly signer: string;
  readonly issuer: string;
  /** ISO 8601, as the signature's dictionary says; empty when absent. */
  readonly signedAt: string;
  readonly reason: string;
  /** Where it was sealed, and how the signer is reached, as the dictionary says; empty when absent. */
  readonly place: string;
  readonly contact: string;
  readonly algorithm: string;
  readonly coversWholeDocument: boolean;
  /** True when digest, signature and every unsigned field hold. */
  readonly integrity: boolean;
  readonly trust: Trust;
  /** Sentences in Chinese. */
  readonly problems: readonly string[];
  /** Written by this program, in its one form; by another one; or not to be read at all. */
  readonly form: 'own' | 'foreign' | 'unreadable';
  /** Whether the certificate's key usage includes signing; null when it is not known. */
  readonly maySign: boolean | null;
  readonly certificates: readonly CertificateSummary[];
  /** The proof of the time, if there is one; `signedAt` is only claimed. */
  readonly timestamp: TimestampReport | null;
  /** What the certificates' validity was judged at: a trusted time-stamp, the claimed time, or a time given. */
  readonly timeBasis: 'timestamp' | 'claimed' | 'given';
  readonly revocation: Revocation;
  /** It certifies the file: only further signatures are allowed after it (DocMDP). */
  readonly certifies: boolean;
  /** It shows on a page. */
  readonly visible: boolean;
  /** How many bytes from the file's start it covers, its own value excepted. */
  readonly coveredBytes: number;
}

/** A stretch of the file: up to the first signature, then what each update added. */
export interface RevisionReport {
  /** Where it ends. */
  readonly bytes: number;
  /** Which signature covers it first, from 1; null for what no signature covers. */
  readonly signature: number | null;
  /** What the update wrote, by kind, with how many of each. Of the first stretch: all objects. */
  readonly objects: Readonly<Partial<Record<ObjectKind, number>>>;
}

export const objectKinds = [
  'catalog',
  'page',
  'form',
  'annotation',
  'signature',
  'font',
  'metadata',
  'stream',
  'other',
] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** The evidence inside the file, held against its pages. */
export interface EvidenceReport {
  /** `differs`: pages and evidence contradict each other. `not-compared`: pages that this program did not write. */
  readonly state: 'absent' | 'unreadable' | 'agrees' | 'differs' | 'not-compared';
  readonly title: string;
  /** SHA-256 of the working text, hex. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly draft: boolean;
  /** Version of the program that made it. */
  readonly version: string;
  /** How many findings, and how many errors of them are open. */
  readonly findings: number;
  readonly openErrors: number;
  readonly figures: number;
  /** Some figures of the evidence that no page shows. */
  readonly missingFigures: readonly string[];
  /** SHA-256 of the audit log's last entry at the export, hex; empty without one. */
  readonly auditHead: string;
}

export interface SealReport {
  readonly status: 'valid' | 'invalid' | 'unsigned' | 'unreadable';
  readonly signatures: readonly SignatureReport[];
  readonly problems: readonly string[];
  /** Size of the file. */
  readonly bytes: number;
  /**
   * Of a file with one signature, by another program, that covers all of it: whether the bytes are the signed ones. Null
   * for all other files.
   */
  readonly foreign: 'intact' | 'broken' | null;
  readonly revisions: readonly RevisionReport[];
  /** Null for a file that cannot be read. */
  readonly evidence: EvidenceReport | null;
}

/** Not one byte is wrong; only the certificates are in question. */
export const isUntrusted = ({ status, signatures, problems }: SealReport): boolean =>
  status === 'invalid' &&
  problems.length === 0 &&
  signatures.every((one) => one.form === 'own' && one.integrity) &&
  signatures.at(-1)?.coversWholeDocument === true;
