import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { KeyChoice, SealInput, TokenChoice } from '../../shared/ipc/seal';
import { failure, type Result, success } from '../../shared/result';
import { readFileBounded } from '../files';
import type { ExportInput } from '../jobs/tasks';

export type SealRequest = Omit<NonNullable<ExportInput['seal']>, 'signedAt'>;

type Kept =
  | { readonly kind: 'file'; readonly path: string; readonly p12: Uint8Array }
  | { readonly kind: 'token'; readonly library: string };

const MAX_KEY_BYTES = 1024 * 1024;

/** What the person chose to seal with: one at a time, for one seal. Encrypted containers, and paths of libraries. */
export class KeyShelf {
  private readonly kept = new Map<string, Kept>();

  async keepFile(path: string): Promise<Result<KeyChoice>> {
    const bytes = await readFileBounded(path, MAX_KEY_BYTES);
    if (!bytes.ok) return bytes;
    return success(this.keep(path, { kind: 'file', path, p12: bytes.value }, null));
  }

  keepLibrary(path: string, devices: readonly TokenChoice[]): KeyChoice {
    return this.keep(path, { kind: 'token', library: path }, devices);
  }

  private keep(path: string, key: Kept, devices: KeyChoice['devices']): KeyChoice {
    this.kept.clear();
    const token = randomUUID();
    this.kept.set(token, key);
    return { token, fileName: basename(path), devices };
  }

  /** The order for the seal that the window asks for. Error: `no-key`. */
  order(
    { token, device, passphrase, reason, place, contact, visible }: SealInput,
    fontsDirectory: string,
  ): Result<SealRequest> {
    const key = this.kept.get(token);
    if (!key) return failure('no-key', '请重新选择签章证书');
    const source =
      key.kind === 'file'
        ? ({ kind: 'file', p12: key.p12, passphrase } as const)
        : ({ kind: 'token', library: key.library, token: device, pin: passphrase } as const);
    return success({ source, reason, place, contact, ...(visible ? { stampFonts: fontsDirectory } : {}) });
  }

  /** Where the key was found; never leaves the main process. */
  placeOf(token: string): { readonly kind: 'file' | 'token'; readonly path: string } | null {
    const key = this.kept.get(token);
    if (!key) return null;
    return { kind: key.kind, path: key.kind === 'file' ? key.path : key.library };
  }

  forget(token: string): void {
    this.kept.delete(token);
  }
}
