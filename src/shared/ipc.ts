import { z } from 'zod';
import { type CaseOutputs, caseInputs } from './ipc/cases';
import { type CommentOutputs, commentInputs } from './ipc/comments';
import { type ComparingOutputs, comparingInputs } from './ipc/comparing';
import { type EditingOutputs, editingInputs } from './ipc/editing';
import { type FontOutputs, fontInputs } from './ipc/fonts';
import { type IdentityOutputs, identityInputs } from './ipc/identities';
import { type LibraryOutputs, libraryInputs } from './ipc/library';
import { type PreviewOutputs, previewInputs } from './ipc/preview';
import { type SafekeepingOutputs, safekeepingInputs } from './ipc/safekeeping';
import { type SealOutputs, sealInputs, sealSchema } from './ipc/seal';
import { type SignOffOutputs, signOffInputs } from './ipc/sign-off';
import type { RevisionComparison } from './model/comparison';
import { columnRoles, type LedgerFacts, type LedgerSummary, type LedgerTable } from './model/ledger';
import type { PolicyShelf } from './model/policy';
import type { PowerReport } from './model/power';
import type { FactElsewhere, ImportOutcome, ReferenceChoice, ReviewSnapshot } from './model/review';
import type { SourceMap } from './model/source';
import { policySchema } from './policy/schema';
import type { Failure } from './result';

const id = z.number().int().positive();
const fingerprint = z.string().regex(/^[0-9a-f]{20}$/);
/** The revision that the window shows: an act on a stale one is refused. */
const target = { reportId: id, revisionId: id };

export const languages = ['zh-CN', 'en'] as const;
/** Figures beside others, ties, quotes of tables in the text: `src/shared/tables`. */
export const dataTables = ['figures', 'ties', 'quotes'] as const;
export type DataTable = (typeof dataTables)[number];
export const themes = ['system', 'light', 'dark', 'contrast'] as const;

const token = z.string().uuid();
const policyId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const columnText = z.string().trim().max(200);
const mapping = z
  .array(
    z.object({
      role: z.enum(columnRoles),
      concept: columnText,
      scope: columnText,
      period: columnText,
      unit: columnText,
    }),
  )
  .max(2000);

/** What seals and releases say unless a person says otherwise there. */
const signing = z.object({
  organisation: z.string().trim().max(100),
  signatory: z.string().trim().max(60),
  place: z.string().trim().max(100),
  contact: z.string().trim().max(100),
  reason: z.string().trim().max(200),
});

const settings = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  fontSize: z.number().int().min(90).max(150),
  signing,
});
export type Settings = z.infer<typeof settings>;

/** Channel → schema of its input. Everything that the window sends is parsed by these. */
export const inputs = {
  ...identityInputs,
  ...comparingInputs,
  ...libraryInputs,
  ...previewInputs,
  ...signOffInputs,
  'report:open': z.object({ reportId: id }),
  /** Shows the open dialog. With `into`, the draft becomes the next revision of that report. */
  'report:import': z.object({ into: z.object(target).nullable() }),
  /** A file dropped on the window: its bytes, never its path. */
  'report:drop': z.object({
    name: z.string().min(1).max(255),
    bytes: z.instanceof(Uint8Array),
    into: z.object(target).nullable(),
  }),
  /** Goes on with an import whose proof found differences; recorded in the audit log. */
  'report:accept-import': z.object({ token }),
  /** Where each part of a revision stands in its source. */
  'report:source-map': z.object(target),
  /** What a revision changed against an earlier one of the same report. */
  'report:compare': z.object({ reportId: id, before: id, after: id }),
  /** The earlier report and the ledgers that a report is checked against, and what could be chosen. */
  'report:references': z.object({ reportId: id }),
  /** Chooses them and checks again. `automatic`: as the library proposes, now and later. */
  'report:set-references': z.object({
    ...target,
    automatic: z.boolean(),
    previousReportId: id.nullable(),
    ledgerIds: z.array(id).max(1000),
  }),
  /** Plants errors in scratch copies and says how many are caught; a job with progress. */
  'report:power': z.object(target),
  /** The same concept in all reports of the library, newest report first. */
  'fact:elsewhere': z.object({
    reportId: id,
    concept: z.string().min(1).max(200),
    scope: z.string().max(500),
  }),
  /** Shows the save dialog and writes one of the data tables as it stands on the screen. */
  'table:export': z.object({
    ...target,
    table: z.enum(dataTables),
    format: z.enum(['xlsx', 'csv']),
    /** Positions in the table's full list of rows, in the order shown. */
    rows: z.array(z.number().int().nonnegative()).max(1_000_000),
  }),
  'policy:list': z.void(),
  /** Null: a new one. */
  'policy:keep': z.object({ id: policyId.nullable(), policy: policySchema }),
  'policy:remove': z.object({ id: policyId }),
  /** The one that reports follow unless a person chooses another. */
  'policy:set-standard': z.object({ id: policyId }),
  /** Shows the open dialog for a policy file. */
  'policy:import': z.void(),
  /** Shows the save dialog. */
  'policy:export': z.object({ id: policyId }),
  /** Chooses the policy that a report follows, null: the library's standard, and checks again. */
  'report:set-policy': z.object({ ...target, policy: policyId.nullable() }),
  'ledger:list': z.void(),
  /** Shows the open dialog; the file waits under the token until its columns are mapped. */
  'ledger:choose': z.void(),
  'ledger:drop': z.object({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  /** The facts that a mapping would make of one of the file's tables. */
  'ledger:preview': z.object({ token, table: z.number().int().nonnegative(), mapping }),
  'ledger:save': z.object({
    token,
    tables: z
      .array(z.object({ table: z.number().int().nonnegative(), mapping }))
      .min(1)
      .max(500),
  }),
  /** Takes the figures of a report in the library as a ledger. */
  'ledger:from-report': z.object({ reportId: id }),
  'ledger:facts': z.object({ ledgerId: id }),
  'ledger:remove': z.object({ ledgerId: id }),
  'finding:fix': z.object({ ...target, fingerprint, fix: z.number().int().nonnegative() }),
  /** The first fix of each, as one revision. */
  'finding:fix-all': z.object({ ...target, fingerprints: z.array(fingerprint).min(1).max(5000) }),
  'finding:waive': z.object({
    ...target,
    fingerprint,
    reason: z.string().trim().min(2).max(500),
    /** The last day on which it holds. */
    expiresOn: z.iso.date().nullable(),
  }),
  'finding:reopen': z.object({ ...target, fingerprint }),
  ...editingInputs,
  ...commentInputs,
  'act:undo': z.object(target),
  'act:redo': z.object(target),
  /** Shows the save dialog. Without `draft` refused while error-level findings are open. */
  'report:export': z.object({
    ...target,
    draft: z.boolean(),
    /** Whose report it is: the author that the PDF names; empty: none. */
    organisation: z.string().trim().max(100),
    /** What was said about the report goes along in the evidence; it is internal, so only when a person says so. */
    comments: z.boolean(),
    seal: sealSchema.nullable(),
  }),
  'rule:help': z.object({ rule: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  ...safekeepingInputs,
  ...caseInputs,
  ...fontInputs,
  ...sealInputs,
  'setting:get': z.void(),
  'setting:set': settings,
  'job:cancel': z.object({ job: z.number().int().positive() }),
  'app:info': z.void(),
} as const;

export type Channel = keyof typeof inputs;
export type Input<C extends Channel> = z.infer<(typeof inputs)[C]>;

/** Channel → what it yields. `null`: the person closed the dialog or cancelled the job. */
export interface Outputs
  extends IdentityOutputs,
    EditingOutputs,
    ComparingOutputs,
    CommentOutputs,
    LibraryOutputs,
    PreviewOutputs,
    SafekeepingOutputs,
    SealOutputs,
    SignOffOutputs,
    CaseOutputs,
    FontOutputs {
  'report:open': ReviewSnapshot;
  'report:import': ImportOutcome | null;
  'report:drop': ImportOutcome | null;
  'report:accept-import': ImportOutcome | null;
  'report:source-map': SourceMap;
  'report:compare': RevisionComparison;
  'report:references': ReferenceChoice;
  'report:set-references': ReviewSnapshot | null;
  'report:power': PowerReport | null;
  'fact:elsewhere': readonly FactElsewhere[];
  'table:export': { readonly fileName: string } | null;
  'policy:list': PolicyShelf;
  'policy:keep': PolicyShelf;
  'policy:remove': PolicyShelf;
  'policy:set-standard': PolicyShelf;
  'policy:import': PolicyShelf | null;
  'policy:export': { readonly fileName: string } | null;
  'report:set-policy': ReviewSnapshot;
  'ledger:list': readonly LedgerSummary[];
  'ledger:choose': LedgerFile | null;
  'ledger:drop': LedgerFile | null;
  'ledger:preview': LedgerFacts;
  'ledger:save': readonly LedgerSummary[];
  'ledger:from-report': readonly LedgerSummary[];
  'ledger:facts': LedgerFacts;
  'ledger:remove': readonly LedgerSummary[];
  'finding:fix': ReviewSnapshot;
  'finding:fix-all': ReviewSnapshot;
  'finding:waive': ReviewSnapshot;
  'finding:reopen': ReviewSnapshot;
  'act:undo': ReviewSnapshot;
  'act:redo': ReviewSnapshot;
  'report:export': { readonly path: string; readonly bytes: number; readonly sealed: boolean } | null;
  /** Markdown of the rule's help page. */
  'rule:help': string;
  'setting:get': Settings;
  'setting:set': Settings;
  'job:cancel': boolean;
  'app:info': { readonly version: string; readonly rules: number; readonly dataFolder: string };
}

/** A workbook or CSV file whose columns wait to be mapped. */
export interface LedgerFile {
  readonly token: string;
  readonly fileName: string;
  readonly tables: readonly LedgerTable[];
  /** Sentences about what was left out. */
  readonly notes: readonly string[];
}

export type JobKind =
  | 'audit'
  | 'backup'
  | 'case'
  | 'import'
  | 'check'
  | 'compare'
  | 'ledger'
  | 'power'
  | 'table'
  | 'export'
  | 'seal'
  | 'verify';

/** Events that the main process sends to the window. */
export interface Events {
  /** Another person sits at the desk, or nobody does. */
  'session:changed': null;
  /** A case file was double-clicked. */
  'case:opened': null;
  /** The backup of the day could not be made. */
  'backup:failed': Failure;
  /** `done` runs from 0 to 1; `finished` ends the job whatever came of it. */
  'job:progress': {
    readonly job: number;
    readonly kind: JobKind;
    readonly name: string;
    readonly done: number;
    readonly finished: boolean;
  };
}
export type EventName = keyof Events;
