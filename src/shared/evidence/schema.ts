import { z } from 'zod';

/** SHA-256, hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** UTF-16 units of the working text. */
const place = { offset: z.int().nonnegative(), length: z.int().nonnegative() };
const count = z.int().nonnegative();
const time = z.iso.datetime();
/** Exact decimal. */
const decimal = z.string();

const finding = z.object({
  code: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'doubt', 'notice']),
  message: z.string(),
  ...place,
  excerpt: z.string(),
  fingerprint: z.string(),
  disposition: z.enum(['open', 'waived', 'fixed']),
});

const disposition = z.object({
  fingerprint: z.string(),
  kind: z.enum(['waived', 'fixed']),
  reason: z.string(),
  by: z.string(),
  at: time,
});

const signOff = z
  .object({
    stage: z.string(),
    by: z.object({ id: z.string(), name: z.string() }),
    role: z.string(),
    at: time,
    seenSha256: hash.describe('Of what was signed: text, ties, findings, decisions.'),
    signature: z.string().describe('Ed25519 over the signed statement, base64.'),
    live: z.array(z.string()).describe('Keys of the sections that it still covers.'),
  })
  .describe('A person’s recorded approval of a stage.');

const tie = z.object({
  kind: z.enum(['sum', 'share', 'growth', 'count', 'same', 'part', 'prior', 'ledger']),
  status: z.enum(['pass', 'rounding', 'fail', 'unclear']),
  expression: z.string(),
  expected: z.string(),
  actual: z.string(),
  reason: z.string().optional().describe('Why it could not be evaluated.'),
  terms: z.array(z.object({ ...place, raw: z.string() })),
});

/** The form of the file evidence.json in a released PDF. Readers pass over fields that they do not know. */
export const evidenceSchema = z.object({
  format: z.literal(1).describe('Changes when a reader of old evidence could misread new evidence.'),
  tool: z.object({ name: z.literal('gouji'), version: z.string() }),
  report: z.object({
    title: z.string(),
    sha256: hash.describe('Of the working text, UTF-8.'),
    characters: count,
  }),
  printed: z
    .object({ sha256: hash })
    .optional()
    .describe('Of the text of the pages as a reader gets it back out of the PDF, UTF-8.'),
  createdAt: time,
  draft: z.boolean(),
  coverage: z.object({
    tied: count,
    conflicting: count,
    waived: count,
    single: count,
    unclear: count,
    exempt: count,
  }),
  findings: z.array(finding),
  dispositions: z.array(disposition),
  signOff: z
    .object({
      state: z.enum(['draft', 'review', 'compliance-signed', 'legal-signed', 'released']),
      signOffs: z.array(signOff),
      moves: z.array(z.record(z.string(), z.unknown())),
      waivers: z.array(z.object({ fingerprint: z.string(), state: z.string() })),
      signers: z.array(z.object({ id: z.string(), name: z.string(), publicKey: z.string() })),
    })
    .nullable()
    .describe('The way to the release; null where there is no library.'),
  comments: z
    .array(
      z.object({
        offset: count.optional(),
        length: count.optional(),
        excerpt: z.string(),
        settled: z.object({ by: z.string(), at: time }).nullable(),
        said: z.array(z.object({ body: z.string(), by: z.string(), at: time })),
      }),
    )
    .optional()
    .describe('What was said about the report; only where a person chose to let it out.'),
  figures: z.array(
    z.object({ ...place, raw: z.string(), value: decimal, unit: z.string(), state: z.string() }),
  ),
  facts: z.array(
    z.object({
      quantity: count.describe('Position in figures.'),
      concept: z.string(),
      scope: z.string(),
      period: z.string(),
      comparison: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  ties: z.array(tie),
  references: z.array(z.record(z.string(), z.unknown())).describe('What the report was checked against.'),
  rules: z
    .array(
      z.object({
        code: z.string(),
        rule: z.string(),
        status: z.enum(['found', 'passed', 'not-applicable', 'failed', 'off']),
        findings: count,
      }),
    )
    .describe('Each rule of this version of the program, and how it ended.'),
  policy: z.object({
    name: z.string(),
    sha256: z.string().describe('Of the policy as canonical JSON, hex.'),
    document: z.record(z.string(), z.unknown()).nullable().describe('The policy as it was applied.'),
  }),
  auditHead: z.string().nullable().describe('SHA-256 of the last entry of the audit log.'),
  caseHead: z.string().nullable().describe('The same of the report’s own chain.'),
});
