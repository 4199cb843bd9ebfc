import type { Role } from './sign-off';

/**
 * `local`: with a passphrase on this laptop; `adopted`: the reviewer whom the settings named before there were people, who
 * sets a passphrase at first use; `foreign`: came with a case file and can never act here.
 */
export type IdentityOrigin = 'local' | 'adopted' | 'foreign';

/** A person as the window shows them: nothing secret. */
export interface Identity {
  /** Stable UUID. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly origin: IdentityOrigin;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly disabledAt: string | null;
  /** First 16 hex digits of the SHA-256 of the public key, in groups of four; null without a key. */
  readonly keyFingerprint: string | null;
}
