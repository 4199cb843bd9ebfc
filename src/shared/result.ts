/** Expected failures are data; bugs throw. */
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export interface Failure {
  /** Stable, for code and tests: `not-text`, `too-large`, `wrong-passphrase`. */
  readonly code: string;
  /** One clear sentence for a person, in Chinese. */
  readonly message: string;
}

export const success = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failure = (code: string, message: string): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: { code, message },
});
