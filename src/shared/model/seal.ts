/** What the verification of one signature found. */
export interface SignatureReport {
  readonly signer: string;
  readonly issuer: string;
  /** ISO 8601, as the signature's dictionary says; empty when absent. */
  readonly signedAt: string;
  readonly reason: string;
  readonly algorithm: string;
  readonly coversWholeDocument: boolean;
  /** True when digest, signature and every unsigned field hold. */
  readonly integrity: boolean;
  readonly trust: 'trusted' | 'self-signed' | 'unknown-issuer' | 'expired' | 'not-yet-valid';
  /** Sentences in Chinese. */
  readonly problems: readonly string[];
}

export interface SealReport {
  readonly status: 'valid' | 'invalid' | 'unsigned' | 'unreadable';
  readonly signatures: readonly SignatureReport[];
  readonly problems: readonly string[];
}
