import { createHash } from 'node:crypto';
import type { SealReport, SignatureReport } from '../../shared/model/seal';
import { type Certificate, certificatesOf, commonName, maySign, sameBytes, signedBy } from './certificates';
import { type Cms, readCms, signatureHolds } from './cms';
import { publicKeyOf } from './key';
import {
  type Latin1,
  latin1,
  objectOffsets,
  readDictionary,
  readTrailer,
  reference,
  UnsupportedPdf,
} from './pdf';
import { findSignatures, type PlacedSignature } from './signatures';

export interface VerifyOptions {
  /** PEM or DER files of the authorities that the person trusts. With them, any other signer fails. */
  readonly trust?: readonly Uint8Array[];
}

/** Checks every signature of a PDF, offline. Never throws, whatever the bytes. */
export async function verifyPdf(pdf: Uint8Array, options: VerifyOptions = {}): Promise<SealReport> {
  const text = latin1(pdf);
  if (!text.startsWith('%PDF-1.') && !text.startsWith('%PDF-2.'))
    return broken('文件开头已损坏，不是完整的 PDF');
  const found = findSignatures(text);
  if (!found.ok) return { status: 'invalid', signatures: [], problems: [found.error.message] };
  if (found.value.length === 0) return { status: 'unsigned', signatures: [], problems: [] };
  const problems = structureProblems(text, found.value);
  const trust = (options.trust ?? []).flatMap((file) => certificatesOf(file));
  const signatures: SignatureReport[] = [];
  for (const [index, placed] of found.value.entries()) {
    const last = index === found.value.length - 1;
    signatures.push(await verifySignature(pdf, placed, last, trust, options.trust !== undefined));
  }
  const whole = signatures.at(-1)?.coversWholeDocument === true;
  const held = signatures.every((signature) => signature.problems.length === 0);
  return { status: whole && held && problems.length === 0 ? 'valid' : 'invalid', signatures, problems };
}

const broken = (problem: string): SealReport => ({
  status: 'unreadable',
  signatures: [],
  problems: [problem],
});

/** Each signature must be the value of a field of the form that the newest catalog names. */
function structureProblems(text: Latin1, placed: readonly PlacedSignature[]): readonly string[] {
  try {
    const trailer = readTrailer(text);
    const offsets = objectOffsets(text, trailer.startXref);
    const form = reference(readDictionary(text, offsets, trailer.root), 'AcroForm');
    if (form === null) return ['文件里有签章数据，但没有签章域'];
    const fields = /\/Fields\s*\[([^\]]*)\]/.exec(readDictionary(text, offsets, form))?.[1] ?? '';
    const values = [...fields.matchAll(/(\d+)\s+0\s+R/g)].map((match) =>
      reference(readDictionary(text, offsets, Number(match[1])), 'V'),
    );
    const starts = new Set(values.map((value) => (value === null ? -1 : (offsets.get(value) ?? -1))));
    const loose = placed.filter((one) => !starts.has(one.objectStart));
    return loose.length > 0 || values.length !== placed.length ? ['签章域与签章数据对不上'] : [];
  } catch (thrown) {
    return [thrown instanceof UnsupportedPdf ? thrown.message : '文件结构不完整'];
  }
}

async function verifySignature(
  pdf: Uint8Array,
  placed: PlacedSignature,
  last: boolean,
  trust: readonly Certificate[],
  trustGiven: boolean,
): Promise<SignatureReport> {
  const { from, to, end } = placed;
  const whole = end === pdf.length;
  const cms = readCms(placed.der);
  const base = { signedAt: placed.signedAt, reason: placed.reason, coversWholeDocument: whole };
  if (!cms) {
    const unknown = {
      signer: '',
      issuer: '',
      algorithm: '',
      integrity: false,
      trust: 'unknown-issuer' as const,
    };
    return { ...base, ...unknown, problems: ['签章数据已损坏，或不是本程序认可的规范形式'] };
  }
  const digest = createHash('sha256').update(pdf.subarray(0, from)).update(pdf.subarray(to, end)).digest();
  const problems: string[] = [];
  if (!sameBytes(digest, cms.digest)) problems.push('签章后文件内容被改动');
  const key = await publicKeyOf(cms.certificate, cms.algorithm);
  if (!key || !(await signatureHolds(cms, key))) problems.push('签名值与证书不符');
  if (!(await chainHolds(cms))) problems.push('证书链不完整或已损坏');
  const integrity = problems.length === 0;
  if (last && !whole) problems.push('签章后又追加了内容');
  if (!maySign(cms.certificate)) problems.push('证书的用途不包括签名');
  const trusted = await trustOf(cms, placed.signedAt, trust);
  if (trusted === 'expired') problems.push('签章时证书已过期');
  if (trusted === 'not-yet-valid') problems.push('签章时证书还未生效');
  if (trustGiven && trusted !== 'trusted') problems.push('签章证书不是由所信任的机构颁发');
  return {
    ...base,
    signer: commonName(cms.certificate.parsed.subject),
    issuer: commonName(cms.certificate.parsed.issuer),
    algorithm: cms.algorithm === 'RSA' ? 'RSA-SHA256' : 'ECDSA-P256-SHA256',
    integrity,
    trust: trusted,
    problems,
  };
}

/** Every certificate that travels along is the issuer of the one before it, up to a root signed by itself. */
async function chainHolds({ certificate, chain }: Cms): Promise<boolean> {
  let last = certificate;
  for (const issuer of chain) {
    if (!(await signedBy(last, issuer))) return false;
    last = issuer;
  }
  return chain.length === 0 || signedBy(last, last);
}

async function trustOf(
  { certificate, chain }: Cms,
  signedAt: string,
  trust: readonly Certificate[],
): Promise<SignatureReport['trust']> {
  const at = new Date(signedAt).getTime();
  const { notBefore, notAfter } = certificate.parsed;
  if (at > notAfter.value.getTime()) return 'expired';
  if (at < notBefore.value.getTime()) return 'not-yet-valid';
  const line = [certificate, ...chain];
  for (const anchor of trust) {
    for (const one of line) {
      if (sameBytes(one.der, anchor.der) || (await signedBy(one, anchor))) return 'trusted';
    }
  }
  return (await signedBy(certificate, certificate)) ? 'self-signed' : 'unknown-issuer';
}
