import { createHash } from 'node:crypto';
import type { SealReport, SignatureReport } from '../../shared/model/seal';
import { type Certificate, certificatesOf, commonName, maySign, sameBytes } from './certificates';
import { type Cms, readCms, signatureHolds } from './cms';
import { MIN_RSA_BITS, publicKeyOf, rsaBits } from './key';
import { dictionaryOf, openPdf, type PdfFile } from './pdf-file';
import { UnsupportedPdf } from './pdf-syntax';
import { sealUpdate } from './seal-update';
import { type FoundSignatures, findSignatures, type PlacedSignature } from './signatures';
import type { StampFace } from './stamp/appearance';
import { readFace } from './stamp/read';
import { chainHolds, trustOf } from './trust';

export interface VerifyOptions {
  /** PEM or DER files of the authorities that the person trusts. With them, any other signer fails. */
  readonly trust?: readonly Uint8Array[];
  /** When the certificates must be valid; the time that the signature states unless given. */
  readonly at?: Date;
}

/** Certificates that are not read from a file any more. */
interface Policy {
  readonly anchors: readonly Certificate[] | null;
  readonly at: Date | null;
}

/**
 * Checks every signature of a PDF, offline: strictly, so that no byte of a sealed file can be changed. Only seals in the
 * form that this program writes can be valid. Never throws, whatever the bytes.
 */
export async function verifyPdf(pdf: Uint8Array, options: VerifyOptions = {}): Promise<SealReport> {
  let file: PdfFile;
  let found: FoundSignatures;
  try {
    file = openPdf(pdf);
    found = findSignatures(file);
  } catch (thrown) {
    return unreadable(pdf, thrown);
  }
  if (found.placed.length === 0 && found.problems.length === 0)
    return { status: 'unsigned', signatures: [], problems: [] };
  const anchors = options.trust?.flatMap((bytes) => certificatesOf(bytes)) ?? null;
  const signatures: SignatureReport[] = [];
  for (const [index, placed] of found.placed.entries()) {
    const before = found.placed[index - 1];
    const report = placed
      ? await verifySignature(pdf, placed, { anchors, at: options.at ?? null })
      : unknownSignature({ signedAt: '', reason: '', coversWholeDocument: false });
    const between = placed && before && !followsOn(pdf, before, placed) ? ['两次签章之间文件被改动'] : [];
    signatures.push({ ...report, problems: [...report.problems, ...between] });
  }
  return verdict(signatures, found.problems);
}

function verdict(signatures: readonly SignatureReport[], problems: readonly string[]): SealReport {
  const whole = signatures.at(-1)?.coversWholeDocument === true;
  const appended = whole || signatures.length === 0 ? [] : ['签章后又追加了内容，或签章没有覆盖全文'];
  const all = [...problems, ...appended];
  const held = signatures.every((one) => one.integrity && one.problems.length === 0);
  return { status: whole && held && all.length === 0 ? 'valid' : 'invalid', signatures, problems: all };
}

/** A file that is no whole PDF any more, but was sealed, fails its verification; any other cannot be verified. */
function unreadable(pdf: Uint8Array, thrown: unknown): SealReport {
  const problem = thrown instanceof UnsupportedPdf ? thrown.message : '文件结构不完整';
  const sealed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/ByteRange');
  return { status: sealed ? 'invalid' : 'unreadable', signatures: [], problems: [problem] };
}

/**
 * What stands between two signatures is the second one's update and nothing else: it is written again, and compared.
 * Without this, whoever has any key could change what the first signer saw, and sign that.
 */
function followsOn(pdf: Uint8Array, before: PlacedSignature, placed: PlacedSignature): boolean {
  if (before.end > placed.from) return false;
  try {
    const reserved = (placed.to - placed.from - 2) / 2;
    // A file is certified once, by its first seal.
    if (placed.certifies) return false;
    const { name, reason, certifies } = placed;
    const stamp = stampOf(openPdf(pdf.subarray(0, placed.end)), placed.number);
    const seal = { name, reason, certifies, stamp, signedAt: new Date(placed.signedAt) };
    const { text, from, to } = sealUpdate(openPdf(pdf.subarray(0, before.end)), seal, reserved);
    const written = Buffer.from(text, 'latin1');
    const start = before.end;
    return (
      from === placed.from &&
      to === placed.to &&
      placed.end === start + written.length &&
      sameBytes(written.subarray(0, from - start), pdf.subarray(start, from)) &&
      sameBytes(written.subarray(to - start), pdf.subarray(to, placed.end))
    );
  } catch {
    return false;
  }
}

/** The face of the stamp that belongs to a signature's field; null when it shows nothing. */
function stampOf(file: PdfFile, signature: number): StampFace | null {
  const field = signature + 1;
  return dictionaryOf(file, field).has('AP') ? readFace(file, field + 1) : null;
}

type Stated = Pick<SignatureReport, 'signedAt' | 'reason' | 'coversWholeDocument'>;

const unknownSignature = (stated: Stated): SignatureReport => ({
  ...stated,
  signer: '',
  issuer: '',
  algorithm: '',
  integrity: false,
  trust: 'unknown-issuer',
  problems: ['签章数据已损坏，或不是本程序认可的规范形式'],
});

async function verifySignature(
  pdf: Uint8Array,
  placed: PlacedSignature,
  { anchors, at }: Policy,
): Promise<SignatureReport> {
  const cms = readCms(placed.der);
  const stated: Stated = {
    signedAt: placed.signedAt,
    reason: placed.reason,
    coversWholeDocument: placed.end === pdf.length,
  };
  if (!cms) return unknownSignature(stated);
  const linked = await chainHolds(cms);
  const broken = await integrityProblems(pdf, placed, cms, linked);
  // Through a broken chain nobody can be trusted.
  const line = linked ? cms : { certificate: cms.certificate, chain: [] };
  const trust = await trustOf(line, at ?? new Date(placed.signedAt), anchors ?? []);
  const problems = [...broken];
  const bits = rsaBits(cms.certificate);
  if (bits !== null && bits < MIN_RSA_BITS)
    problems.push(`密钥强度不足：RSA ${bits} 位，要求 ${MIN_RSA_BITS} 位以上`);
  if (!maySign(cms.certificate)) problems.push('证书的用途不包括签名');
  if (trust === 'expired') problems.push('签章时证书已过期');
  if (trust === 'not-yet-valid') problems.push('签章时证书还未生效');
  if (anchors && trust !== 'trusted') problems.push('签章证书不是由所信任的机构颁发');
  return {
    ...stated,
    signer: commonName(cms.certificate.parsed.subject),
    issuer: commonName(cms.certificate.parsed.issuer),
    algorithm: cms.algorithm === 'RSA' ? 'RSA-SHA256' : 'ECDSA-P256-SHA256',
    integrity: broken.length === 0,
    trust,
    problems,
  };
}

async function integrityProblems(
  pdf: Uint8Array,
  { from, to, end, name }: PlacedSignature,
  cms: Cms,
  linked: boolean,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const digest = createHash('sha256').update(pdf.subarray(0, from)).update(pdf.subarray(to, end)).digest();
  if (!sameBytes(digest, cms.digest)) problems.push('签章后文件内容被改动');
  const key = await publicKeyOf(cms.certificate, cms.algorithm);
  if (!key || !(await signatureHolds(cms, key))) problems.push('签名值与证书不符');
  if (!linked) problems.push('证书链不完整或已损坏');
  if (name !== commonName(cms.certificate.parsed.subject)) problems.push('签章上的姓名与证书不符');
  return problems;
}
