import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** A column's value; bytes as base64. */
const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]);
const row = z.record(z.string().regex(/^[a-z_0-9]{1,40}$/), cell);
export type CaseRow = z.infer<typeof row>;

/** The tables that a case file carries, rows with the numbers of the library that they come from. */
export const CASE_TABLES = [
  'identity',
  'identity_role',
  'source',
  'revision',
  'act',
  'disposition',
  'sign_off',
  'sign_off_section',
  'stage_event',
  'sign_off_end',
  'ledger',
  'ledger_fact',
  'ledger_gap',
  'finding',
  // Not in the first files.
  'comment_thread',
  'comment',
  'comment_withdrawal',
] as const;
export type CaseTable = (typeof CASE_TABLES)[number];

const entry = z.strictObject({
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  summary: z.string(),
  detail: z.unknown(),
  parents: z.array(hash).max(2),
  state: z.record(z.string(), z.string()),
  hash,
});

/** What `case.json` holds besides the log. */
export const contentsSchema = z.strictObject({
  uid: uuid,
  title: z.string(),
  fileName: z.string(),
  createdAt: z.string(),
  /** Row number of the current revision. */
  current: z.number().int(),
  /** Of the database that the rows come from. */
  schema: z.number().int().positive(),
  /** A shipped policy's name, a policy of the house, or null: as the library. */
  policy: z.union([z.string(), z.record(z.string(), z.unknown())]).nullable(),
  /** Chosen by a person; null: as the library proposes. Ledgers by their row number. */
  references: z.strictObject({ previous: uuid.nullable(), ledgers: z.array(z.number().int()) }).nullable(),
  /** The earlier report that this one is checked against: its text is a part. */
  previous: z
    .strictObject({
      uid: uuid,
      title: z.string(),
      fileName: z.string(),
      sha256: hash,
      sourceSha256: hash,
      /** It was taken out of the library after it was chosen. */
      removed: z.literal(true).optional(),
    })
    .nullable(),
  /** State of a figure → how many of the current revision, as the check left them. */
  coverage: z.record(z.string(), z.number().int().nonnegative()),
  tables: z.partialRecord(z.enum(CASE_TABLES), z.array(row)),
});
export type CaseContents = z.infer<typeof contentsSchema>;

export const caseSchema = z.strictObject({
  format: z.literal('gouji-case'),
  version: z.literal(1),
  contents: contentsSchema,
  entries: z.array(entry).min(1),
});
export type CaseJson = z.infer<typeof caseSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal('gouji-case'),
  version: z.literal(1),
  gouji: z.string(),
  madeAt: z.string(),
  uid: uuid,
  title: z.string(),
  /** Hash of the newest entry of the case's log. */
  head: hash,
  sender: z.strictObject({ id: uuid, name: z.string(), publicKey: z.string() }),
  parts: z.array(z.strictObject({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: hash })),
});
export type CaseManifest = z.infer<typeof manifestSchema>;
