import type { Result } from '../../shared/result';
import { openKey, type SealKey } from './key';
import { loadTokens } from './pkcs11/load';
import type { TokenSource } from './pkcs11/token-key';

/** Where the key of a seal comes from, with what opens it. Lives for one signature. */
export type KeySource = FileSource | TokenSource;

export interface FileSource {
  readonly kind: 'file';
  /** A PKCS#12 container. */
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** A seal as it is ordered. */
export interface SealOrder {
  readonly source: KeySource;
  readonly signedAt: Date;
  readonly reason?: string;
  readonly place?: string;
  readonly contact?: string;
  /** The folder of the fonts that a visible stamp is written with; no stamp without it. */
  readonly stampFonts?: string;
}

/** Opens the key, which is to be closed after use. Errors: those of `openKey` and `openToken`. */
export async function openSource(source: KeySource): Promise<Result<SealKey>> {
  if (source.kind === 'token') {
    const tokens = await loadTokens();
    return tokens.ok ? tokens.value.openToken(source) : tokens;
  }
  return openKey(source.p12, source.passphrase);
}
