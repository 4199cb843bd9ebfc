import { z } from 'zod';
import type { SealReport } from '../model/seal';

const token = z.string().uuid();

/** With which key to seal, and what the seal says and shows. */
export const sealSchema = z.object({
  /** Of a PKCS#12 file that was chosen, or of a token's library. */
  token,
  /** Label or serial number of the token in the reader; null for a file. */
  device: z.string().max(64).nullable(),
  /** Of the file, or the token's PIN. */
  passphrase: z.string().max(1024),
  reason: z.string().trim().max(200),
  /** Where it is sealed, and how the signer is reached; empty: not told. */
  place: z.string().trim().max(100),
  contact: z.string().trim().max(100),
  /** A visible stamp on the closing page. */
  visible: z.boolean(),
  /** Offers this certificate first from now on: where it is, and its public part, are kept for the person at the desk. */
  remember: z.boolean(),
});
export type SealInput = z.infer<typeof sealSchema>;

/** Channels of keys, seals and their verification. */
export const sealInputs = {
  /** Shows the open dialog for a PKCS#12 file; the key stays in the main process under this token. */
  'key:choose': z.void(),
  /** Shows the open dialog for a token's PKCS #11 library, and lists the tokens that are plugged in. */
  'key:choose-library': z.void(),
  /** With which certificate the person at the desk wanted to be offered first. */
  'key:remembered': z.void(),
  /** Takes that one, from where it was. */
  'key:recall': z.void(),
  'key:forget': z.void(),
  /** Shows the open dialog for a PDF and checks its seal. */
  'seal:verify': z.void(),
  /** Shows the open dialog for certificates of authorities, or lists of revoked ones, and checks again with them. */
  'seal:judge-by': z.object({ kind: z.enum(['trust', 'revocation']) }),
  /** Forgets both, and checks again. */
  'seal:judge-anew': z.void(),
  /** Adds a signature to the PDF that was verified last; shows the save dialog; yields the new file's verification. */
  'seal:add': sealSchema,
  /** Writes the time-stamp request of that PDF's newest seal; shows the save dialog. */
  'seal:stamp-request': z.void(),
  /** Reads an authority's reply, puts it into that PDF; shows both dialogs; yields the new file's verification. */
  'seal:stamp-attach': z.void(),
} as const;

export interface TokenChoice {
  readonly label: string;
  readonly manufacturer: string;
  readonly serial: string;
}

/** A key that waits under its token. */
export interface KeyChoice {
  readonly token: string;
  readonly fileName: string;
  /** Of a token's library: what is plugged in. Null for a PKCS#12 file. */
  readonly devices: readonly TokenChoice[] | null;
}

/** A certificate that a person sealed with; of the key itself nothing is kept. */
export interface RememberedKey {
  readonly fileName: string;
  readonly device: string | null;
  readonly signer: string;
  readonly issuer: string;
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notAfter: string;
}

/** A PDF with what was found of its seal, and by what it was judged. */
export interface Verified {
  readonly fileName: string;
  readonly report: SealReport;
  /** Whether the audit log of this library holds the entry that the evidence names; null when it names none. */
  readonly auditKnown: boolean | null;
  /** Names of the files of authorities, and of lists of revoked certificates. */
  readonly trust: readonly string[];
  readonly revocation: readonly string[];
}

export interface SealOutputs {
  'key:choose': KeyChoice | null;
  'key:choose-library': KeyChoice | null;
  'key:remembered': RememberedKey | null;
  'key:recall': KeyChoice;
  'key:forget': null;
  'seal:verify': Verified | null;
  'seal:judge-by': Verified | null;
  'seal:judge-anew': Verified | null;
  'seal:add': Verified | null;
  'seal:stamp-request': { readonly fileName: string } | null;
  'seal:stamp-attach': Verified | null;
}
