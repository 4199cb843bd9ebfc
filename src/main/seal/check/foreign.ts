import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { type Certificate, certificateOf, sameBytes, signedBy } from '../certificates';
import { CMS_OID, HASH_OID, KEY_OID } from '../oids';
import { type Latin1, latin1, matchAt, readArray, wholeNumber } from '../pdf-syntax';
import { objectAt } from '../pdf-xref';

/** A signature that another program wrote, read leniently: CMS in a PDF (ISO 32000-1 §12.8.3.3, ETSI EN 319 142-1). */
export interface ForeignSignature {
  /** How many bytes it covers from the start, its own value excepted. */
  readonly end: number;
  /** ISO 8601; empty when it does not say. */
  readonly signedAt: string;
  readonly certificate: Certificate | null;
  /** Issuers, as far as they came along. */
  readonly chain: readonly Certificate[];
  readonly algorithm: string;
  /** Sentences in Chinese; empty when the signed bytes are unchanged. */
  readonly broken: readonly string[];
}

const SUB_FILTERS = ['/ETSI.CAdES.detached', '/adbe.pkcs7.detached'];
const CONTENTS = /<([0-9A-Fa-f\s]*)>/y;
const DATE = /^\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'?\d\d'?|)/;
const DIGESTS: Readonly<Record<string, string>> = {
  [HASH_OID.sha256]: 'SHA256',
  [HASH_OID.sha384]: 'SHA384',
  [HASH_OID.sha512]: 'SHA512',
};
const SIGNING_CERTIFICATE_V2 = CMS_OID.signingCertificateV2;
const MAX_CMS = 4 * 1024 * 1024;
const MAX_CHAIN = 10;

/** Reads the signature dictionary at an offset; null when it is none that can be checked. */
export async function readForeign(pdf: Uint8Array, offset: number): Promise<ForeignSignature | null> {
  try {
    const text = latin1(pdf);
    const { entries } = objectAt(text, offset, null);
    const ranges = rangesOf(text, entries.get('ByteRange'));
    const value = entries.get('Contents');
    if (!ranges || !value || !SUB_FILTERS.includes(entries.get('SubFilter') ?? '')) return null;
    const { from, to, end } = ranges;
    const broken: string[] = [];
    // What the ranges leave out must be this value, and nothing else.
    if (text.slice(from, to) !== value) broken.push('签章没有覆盖的部分不止签章数据本身');
    const der = Buffer.from((matchAt(CONTENTS, value, 0)?.[1] ?? '').replace(/\s/g, ''), 'hex');
    if (der.length > MAX_CMS) return null;
    const signedAt = dateOf(entries.get('M'));
    return { end, signedAt, ...(await checkCms(der, signedBytes(pdf, ranges), broken)) };
  } catch {
    return null;
  }
}

interface Ranges {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

function rangesOf(text: Latin1, value: string | undefined): Ranges | null {
  const numbers = value?.startsWith('[') ? readArray(value, 0).value.map(wholeNumber) : [];
  const [start, from, to, rest] = numbers;
  if (numbers.length !== 4 || start !== 0 || from == null || to == null || rest == null) return null;
  return from < to && to + rest <= text.length ? { from, to, end: to + rest } : null;
}

const signedBytes = (pdf: Uint8Array, { from, to, end }: Ranges): ArrayBuffer =>
  new Uint8Array(Buffer.concat([pdf.subarray(0, from), pdf.subarray(to, end)])).buffer;

async function checkCms(
  der: Buffer,
  data: ArrayBuffer,
  broken: string[],
): Promise<Omit<ForeignSignature, 'end' | 'signedAt'>> {
  const content = pkijs.ContentInfo.fromBER(new Uint8Array(der).buffer);
  const signed = new pkijs.SignedData({ schema: content.content });
  const [signer] = signed.signerInfos;
  if (!signer || signed.signerInfos.length !== 1) throw new Error('signers');
  const certificates = (signed.certificates ?? []).flatMap((one) =>
    one instanceof pkijs.Certificate
      ? (certificateOf(new Uint8Array(one.toSchema().toBER(false))) ?? [])
      : [],
  );
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  if (!digest) broken.push('签章用的摘要算法不安全或不受支持（如 SHA-1、MD5）');
  else if (!(await holds(signed, data))) broken.push('签章后文件内容被改动，或签名值与证书不符');
  const certificate = await signerOf(signer, certificates);
  if (!certificate) broken.push('签章里没有签章人的证书');
  else if (!namesSigner(signer, certificate)) broken.push('签章人的证书被替换');
  return {
    certificate,
    chain: certificate ? await chainAbove(certificate, certificates) : [],
    algorithm: `${keyKind(certificate)}-${digest ?? '?'}`,
    broken,
  };
}

async function holds(signed: pkijs.SignedData, data: ArrayBuffer): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data, checkChain: false });
  } catch {
    return false;
  }
}

async function signerOf(
  signer: pkijs.SignerInfo,
  certificates: readonly Certificate[],
): Promise<Certificate | null> {
  const { sid } = signer;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return null;
  return (
    certificates.find(
      ({ parsed }) => parsed.issuer.isEqual(sid.issuer) && parsed.serialNumber.isEqual(sid.serialNumber),
    ) ?? null
  );
}

/** signing-certificate-v2, where it is there, names this certificate. Only its SHA-256 form is known here. */
function namesSigner(signer: pkijs.SignerInfo, { der }: Certificate): boolean {
  const found = signer.signedAttrs?.attributes.find((one) => one.type === SIGNING_CERTIFICATE_V2);
  if (!found) return true;
  const hashes = ['sha256', 'sha384', 'sha512'].map((name) => createHash(name).update(der).digest());
  const encoded = Buffer.from(found.toSchema().toBER(false));
  return hashes.some((hash) => encoded.includes(hash));
}

async function chainAbove(
  certificate: Certificate,
  all: readonly Certificate[],
): Promise<readonly Certificate[]> {
  const chain: Certificate[] = [];
  for (let last: Certificate | null = certificate; last && chain.length < MAX_CHAIN; ) {
    if (await signedBy(last, last)) break;
    let issuer: Certificate | null = null;
    for (const one of all) {
      const used = chain.includes(one) || sameBytes(one.der, certificate.der);
      if (!used && !issuer && (await signedBy(last, one))) issuer = one;
    }
    if (issuer) chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function keyKind(certificate: Certificate | null): string {
  const type = certificate?.parsed.subjectPublicKeyInfo.algorithm.algorithmId ?? '';
  return type === KEY_OID.rsa ? 'RSA' : type === KEY_OID.ec ? 'ECDSA' : '?';
}

/** `(D:20260110090000+08'00')` (ISO 32000-1 §7.9.4) → ISO 8601 in UTC. */
function dateOf(value: string | undefined): string {
  const match = DATE.exec(value ?? '');
  if (!match) return '';
  const [, year, month, day, hour, minute, second, zone = ''] = match;
  const offset = /^([+-]\d\d)'?(\d\d)/.exec(zone);
  const suffix = offset ? `${offset[1]}:${offset[2]}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${suffix}`);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
