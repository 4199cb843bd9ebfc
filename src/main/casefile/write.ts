import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import type { CaseEntry } from '../review/case-chain';
import { type Parts, packParts } from './container';
import type { CaseContents, CaseManifest } from './schema';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** What the handover's entry in the log is bound to: all contents, and every part. */
export function contentsDigest(contents: CaseContents, parts: Parts): string {
  const names = [...parts.keys()].filter((name) => !name.endsWith('.json')).sort();
  return sha256(canonicalJson({ contents, parts: names }));
}

/** What the sender's signature is over. */
export const signedBytes = (manifest: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from('gouji case file 1\n'), manifest]);

export interface CaseFile {
  readonly contents: CaseContents;
  readonly entries: readonly CaseEntry[];
  /** Texts, sources and ledgers, by `kind/sha256`. */
  readonly parts: Parts;
}

export interface Sending {
  readonly gouji: string;
  readonly at: string;
  readonly sender: CaseManifest['sender'];
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);

/** The case as one file, listed and signed. */
export function writeCase(
  { contents, entries, parts }: CaseFile,
  { gouji, at, sender, sign }: Sending,
): Uint8Array {
  const all = new Map(parts);
  all.set('case.json', jsonBytes({ format: 'gouji-case', version: 1, contents, entries }));
  const listed = [...all].map(([name, data]) => ({ name, bytes: data.length, sha256: sha256(data) }));
  const manifest = jsonBytes({
    format: 'gouji-case',
    version: 1,
    gouji,
    madeAt: at,
    uid: contents.uid,
    title: contents.title,
    head: entries.at(-1)?.hash ?? '',
    sender,
    parts: listed.sort((a, b) => (a.name < b.name ? -1 : 1)),
  } satisfies CaseManifest);
  all.set('manifest.json', manifest);
  const signature = Buffer.from(sign(signedBytes(manifest))).toString('base64');
  all.set('signature.json', jsonBytes({ algorithm: 'Ed25519', signature }));
  return packParts(all);
}
