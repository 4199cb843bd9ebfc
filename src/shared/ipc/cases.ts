import { z } from 'zod';
import type { CaseOutcome, CaseToSettle } from '../model/case';

const token = z.string().uuid();
const passphrase = z.string().min(1).max(1024);

/** Case files: out to another laptop, in from one. */
export const caseInputs = {
  /** Shows the save dialog; signed with the key of whoever is at the desk, encrypted where there is a passphrase. */
  'case:hand-over': z.object({
    reportId: z.number().int().positive(),
    passphrase: z.string().min(8).max(1024).nullable(),
  }),
  /** Shows the save dialog and writes the review record. */
  'case:record': z.object({ reportId: z.number().int().positive(), format: z.enum(['pdf', 'xlsx']) }),
  /** Shows the open dialog. */
  'case:receive': z.void(),
  /** The case file that was double-clicked, if one waits. */
  'case:opened': z.void(),
  /** Receives it, or leaves it. */
  'case:answer-opened': z.object({ receive: z.boolean() }),
  'case:drop': z.object({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  /** Opens the encrypted case that waits under the token. */
  'case:unlock': z.object({ token, passphrase }),
  /** Settles the conflicts of the case that waits under the token, by their keys. */
  'case:settle': z.object({
    token,
    choices: z.array(z.object({ key: z.string().max(60), side: z.enum(['mine', 'theirs']) })).max(10_000),
  }),
} as const;

/** Encrypted: it waits for its passphrase. */
export interface CaseLocked {
  readonly kind: 'locked';
  readonly token: string;
  readonly fileName: string;
}

export type CaseReceived = CaseOutcome | CaseToSettle | CaseLocked;

export interface CaseOutputs {
  'case:hand-over': { readonly fileName: string; readonly encrypted: boolean; readonly head: string } | null;
  'case:record': { readonly fileName: string } | null;
  'case:receive': CaseReceived | null;
  'case:opened': { readonly fileName: string } | null;
  'case:answer-opened': CaseReceived | null;
  'case:drop': CaseReceived | null;
  'case:unlock': CaseReceived | null;
  'case:settle': CaseReceived | null;
}
