import { z } from 'zod';
import type { AuditProblem, AuditReport } from '../../shared/model/audit';
import { type Failure, failure, type Result, success } from '../../shared/result';
import { verifySignature } from '../identity/keys';
import { caseFault } from '../review/case-chain';
import { type Parts, unpackParts } from './container';
import { type CaseManifest, caseSchema, manifestSchema } from './schema';
import { type CaseFile, contentsDigest, sha256, signedBytes } from './write';

export interface ReadCase extends CaseFile {
  readonly manifest: CaseManifest;
}

/** What is wrong with a case file; `problems` are those of a file that could be read at all. */
export interface CaseVerdict {
  readonly read: ReadCase | null;
  readonly problems: readonly AuditProblem[];
}

const signatureSchema = z.strictObject({ algorithm: z.literal('Ed25519'), signature: z.string().max(200) });

/** The action of the entry that a case file ends with. */
export const HANDED_OVER = 'case.handed-over';

/**
 * Reads and verifies a case file: container, list, signature, chain, and that the contents are those that the handover's entry is
 * bound to. The chain's head alone vouches for all of it.
 */
export function verifyCase(bytes: Uint8Array): CaseVerdict {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return { read: null, problems: [problem('damaged', unpacked.error.message)] };
  const all = unpacked.value;
  const manifestBytes = all.get('manifest.json');
  const manifest = parsed(manifestSchema, manifestBytes);
  const signature = parsed(signatureSchema, all.get('signature.json'));
  const json = parsed(caseSchema, all.get('case.json'));
  if (!manifest || !manifestBytes || !signature || !json) {
    return { read: null, problems: [problem('parts', '案卷文件缺少清单、签名或正文，或者它们的格式不对')] };
  }
  const listed = listFault(manifest, all);
  const parts = new Map([...all].filter(([name]) => !name.endsWith('.json')));
  const read = { manifest, contents: json.contents, entries: json.entries, parts };
  const key = Buffer.from(manifest.sender.publicKey, 'base64');
  const sealed = verifySignature(key, signedBytes(manifestBytes), Buffer.from(signature.signature, 'base64'));
  const problems = [
    listed,
    sealed ? null : problem('signature', '案卷的签名无效：清单被改过，或者不是用发件人的密钥签的'),
    caseFault(json.contents.uid, json.entries),
    headFault(read),
    contentFault(read),
    senderFault(read),
  ];
  return { read, problems: problems.filter((one) => one !== null) };
}

/** A case file that is whole. Errors: `broken-case`. */
export function readCase(bytes: Uint8Array): Result<ReadCase> {
  const { read, problems } = verifyCase(bytes);
  const [first] = problems;
  if (!read || first) return failure('broken-case', `案卷没有通过核对，没有导入：${first?.message ?? ''}`);
  return success(read);
}

const problem = (code: AuditProblem['code'], message: string): AuditProblem => ({
  code,
  sequence: null,
  message,
});

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | null {
  try {
    return bytes ? schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))) : null;
  } catch {
    return null;
  }
}

function listFault(manifest: CaseManifest, all: Parts): AuditProblem | null {
  const listed = new Map(manifest.parts.map((part) => [part.name, part]));
  for (const [name, data] of all) {
    if (name === 'manifest.json' || name === 'signature.json') continue;
    const part = listed.get(name);
    if (!part) return problem('parts', `案卷里有清单上没有的内容：${name}`);
    if (part.sha256 !== sha256(data) || part.bytes !== data.length)
      return problem('parts', `案卷里的 ${name} 与清单不符`);
    const named = name.split('/')[1];
    if (named !== undefined && named !== part.sha256) return problem('parts', `案卷里的 ${name} 名不副实`);
  }
  const missing = manifest.parts.find(({ name }) => !all.has(name));
  return missing ? problem('parts', `案卷里缺少清单上的 ${missing.name}`) : null;
}

function headFault({ manifest, contents, entries }: ReadCase): AuditProblem | null {
  const last = entries.at(-1);
  if (manifest.uid !== contents.uid) return problem('parts', '案卷的清单是另一个案卷的');
  if (last?.hash !== manifest.head)
    return problem('cut', '案卷日志的末条不是清单上的链头：日志被截短或续写过');
  if (last.action !== HANDED_OVER) return problem('cut', '案卷日志不是以移交结尾：日志被截短或续写过');
  return null;
}

const handover = z.object({ contents: z.string(), key: z.string() });

/** What the last entry says of the contents and of the sender's key. */
const handoverOf = ({ entries }: ReadCase): z.infer<typeof handover> | null =>
  handover.safeParse(entries.at(-1)?.detail).data ?? null;

const contentFault = (read: ReadCase): AuditProblem | null =>
  handoverOf(read)?.contents === contentsDigest(read.contents, read.parts)
    ? null
    : problem('content', '案卷的内容与移交时记入日志的不符：报告、处置或会签被改过');

function senderFault(read: ReadCase): AuditProblem | null {
  const { sender } = read.manifest;
  const known = read.contents.tables.identity?.find(({ id }) => id === sender.id)?.['public_key'];
  const key = known !== null && typeof known === 'object' ? known.base64 : '';
  const fingerprint = sha256(Buffer.from(sender.publicKey, 'base64'));
  if (key === sender.publicKey && handoverOf(read)?.key === fingerprint) return null;
  return problem('signature', '案卷的签名人与移交人不是同一人，或者换过密钥');
}

/** With the entries' hashes, to hold anchors against. */
export interface CaseReport extends AuditReport {
  readonly links: readonly { readonly sequence: number; readonly hash: string }[];
}

/** The same as a report for a person. */
export function caseReport({ read, problems }: CaseVerdict): CaseReport {
  const entries = read?.entries ?? [];
  const head = entries.at(-1)?.hash ?? '';
  const chain = read
    ? [{ uid: read.contents.uid, title: read.contents.title, entries: entries.length, head }]
    : [];
  return {
    kind: 'case',
    intact: problems.length === 0,
    entries: entries.length,
    head,
    from: entries[0]?.at ?? null,
    to: entries.at(-1)?.at ?? null,
    cases: chain,
    anchors: { compared: 0, agreed: 0 },
    problems,
    links: entries.map(({ hash }, index) => ({ sequence: index + 1, hash })),
  };
}

export const unreadableCase = ({ message }: Failure): CaseVerdict => ({
  read: null,
  problems: [problem('damaged', message)],
});
