import type { Result } from '../../shared/result';
import { openKey, type SealKey } from './key';

/** Where the key of a seal comes from, with what opens it. Lives for one signature. */
export type KeySource = {
  readonly kind: 'file';
  /** A PKCS#12 container. */
  readonly p12: Uint8Array;
  readonly passphrase: string;
};

/** A seal as it is ordered. */
export interface SealOrder {
  readonly source: KeySource;
  readonly signedAt: Date;
  readonly reason?: string;
  /** The folder of the fonts that a visible stamp is written with; no stamp without it. */
  readonly stampFonts?: string;
}

/** Opens the key. Errors: those of `openKey`. */
export async function openSource(source: KeySource): Promise<Result<SealKey>> {
  return openKey(source.p12, source.passphrase);
}
