import type { DataTable } from '../../shared/ipc';
import type { Analysis } from '../../shared/model/analysis';
import type { Anchor, AuditReport } from '../../shared/model/audit';
import type { BackupSummary } from '../../shared/model/backup';
import type { CommentThread } from '../../shared/model/comment';
import type { RevisionComparison } from '../../shared/model/comparison';
import type { Edit } from '../../shared/model/finding';
import type { FaceReport } from '../../shared/model/fonts';
import type { ColumnMapping, LedgerFacts, LedgerTable, Sheet } from '../../shared/model/ledger';
import type { Policy } from '../../shared/model/policy';
import type { PowerReport } from '../../shared/model/power';
import type { Reference } from '../../shared/model/reference';
import type { Disposition } from '../../shared/model/review';
import type { SealReport } from '../../shared/model/seal';
import type { SignOffRecord } from '../../shared/model/sign-off';
import type { SourceMark } from '../../shared/model/source';
import type { Result } from '../../shared/result';
import type { ReadCase } from '../casefile/read';
import type { BackupOrder } from '../db/backup';
import type { RecordInput } from '../exporter/record/write';
import type { Imported } from '../importer/import';
import type { TokenSummary } from '../seal/pkcs11/token-key';
import type { SealOrder } from '../seal/source';
import type { RecheckInput, RecheckReply } from './recheck';

/** What the worker can do: task → input and output. Everything that takes more than a moment is one of these. */
export interface Tasks {
  /** A draft's bytes → working text, checked. */
  import: {
    input: {
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly references?: readonly Reference[];
      readonly policy?: Policy;
    };
    output: Result<{ readonly imported: Imported; readonly analysis: Analysis; readonly sha256: string }>;
  };
  /** `edits`: what makes the text of one that was checked before. */
  check: { input: CheckInput & { readonly edits?: readonly Edit[] }; output: Analysis };
  /** A text that is being edited; see recheck.ts. */
  recheck: { input: RecheckInput; output: RecheckReply };
  /** Plants errors in scratch copies of a text and says how many the check catches. */
  power: { input: CheckInput; output: PowerReport };
  /** One of the data tables as a workbook or CSV file. */
  'write-table': {
    input: {
      readonly analysis: Analysis;
      readonly table: DataTable;
      readonly format: 'xlsx' | 'csv';
      /** Positions in the table's full list of rows, in the order wanted. */
      readonly rows: readonly number[];
    };
    output: Uint8Array;
  };
  compare: {
    input: {
      readonly before: Analysis;
      readonly after: Analysis;
      readonly dispositions: readonly Disposition[];
    };
    output: RevisionComparison;
  };
  /** A workbook's or CSV file's bytes → its sheets and the tables found on them, columns mapped as proposed. */
  'read-ledger': {
    input: { readonly bytes: Uint8Array; readonly fileName: string };
    output: Result<{
      readonly sheets: readonly Sheet[];
      readonly tables: readonly LedgerTable[];
      readonly kind: 'xlsx' | 'csv';
      readonly notes: readonly string[];
    }>;
  };
  'ledger-facts': {
    input: {
      readonly tables: readonly {
        readonly table: LedgerTable;
        readonly sheet: Sheet;
        readonly mapping: readonly ColumnMapping[];
      }[];
    };
    output: LedgerFacts;
  };
  /** What a folder of a company's own fonts offers. */
  'inspect-fonts': { input: { readonly folder: string }; output: Result<readonly FaceReport[]> };
  export: { input: ExportInput; output: Result<Uint8Array> };
  /** One more signature on a PDF. */
  seal: {
    input: { readonly pdf: Uint8Array; readonly order: SealOrder };
    output: Result<Uint8Array>;
  };
  /** Verifies the log of the library that is open, against heads kept elsewhere. */
  'audit-library': {
    input: { readonly file: string; readonly anchors: readonly Anchor[] };
    output: AuditReport;
  };
  /** A case file's bytes → verified; the passphrase opens an encrypted one. */
  'open-case': { input: CaseBytes; output: Result<ReadCase> };
  'audit-case': { input: CaseBytes; output: Result<AuditReport> };
  'write-record': { input: RecordInput; output: Uint8Array };
  'encrypt-case': { input: CaseBytes & { readonly passphrase: string }; output: Uint8Array };
  'back-up': {
    input: { readonly file: string; readonly folder: string; readonly order: BackupOrder };
    output: Result<BackupSummary>;
  };
  verify: {
    input: {
      readonly pdf: Uint8Array;
      /** Files of the authorities that the person trusts; null when none was named. */
      readonly trust: readonly Uint8Array[] | null;
      /** Files of lists of revoked certificates. */
      readonly revocation: readonly Uint8Array[];
    };
    output: SealReport;
  };
  /** The tokens that a PKCS #11 library sees. */
  'list-tokens': { input: { readonly library: string }; output: Result<readonly TokenSummary[]> };
  /** Whether a file holds any certificate, or any list of revoked ones. */
  'read-certificates': {
    input: { readonly kind: 'trust' | 'revocation'; readonly bytes: Uint8Array };
    output: boolean;
  };
  'stamp-request': { input: { readonly pdf: Uint8Array }; output: Result<Uint8Array> };
  'stamp-attach': {
    input: {
      readonly pdf: Uint8Array;
      readonly reply: Uint8Array;
      /** Files of certificates that the reply may lack. */
      readonly more: readonly Uint8Array[];
    };
    output: Result<Uint8Array>;
  };
}

export interface CaseBytes {
  readonly bytes: Uint8Array;
  readonly passphrase: string | null;
}

export interface CheckInput {
  readonly text: string;
  readonly marks: readonly SourceMark[];
  readonly references?: readonly Reference[];
  readonly policy?: Policy;
}

export type TaskName = keyof Tasks;

export interface ExportInput {
  readonly analysis: Analysis;
  readonly policy: Policy;
  readonly dispositions: readonly Disposition[];
  /** Absent where there is no library. */
  readonly signOff?: SignOffRecord;
  readonly draft: boolean;
  /** What was said about the report, for its evidence; absent: it stays inside. */
  readonly comments?: readonly CommentThread[];
  readonly sha256: string;
  readonly auditHead: string;
  readonly caseHead?: string;
  readonly version: string;
  readonly fontsDirectory: string;
  /** A folder of the company's own fonts. */
  readonly ownFonts?: string | null;
  readonly createdAt: Date;
  /** Whose report it is: the author that the PDF names; absent or empty: none. */
  readonly organisation?: string;
  readonly seal: SealOrder | null;
}

export interface TaskRequest<T extends TaskName = TaskName> {
  readonly job: number;
  readonly task: T;
  readonly input: Tasks[T]['input'];
}

export type TaskReply =
  | { readonly job: number; readonly kind: 'progress'; readonly done: number }
  | { readonly job: number; readonly kind: 'result'; readonly value: unknown }
  | { readonly job: number; readonly kind: 'crash'; readonly message: string };
