import { webcrypto } from 'node:crypto';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { child, children, type DerNode, readDer, TAG, unsigned } from './der';
import { CERTIFICATE_OID, ECDSA_WITH, RSA_PSS, RSA_WITH } from './oids';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));

/** A certificate as parsed and as it came, byte for byte. */
export interface Certificate {
  readonly der: Uint8Array;
  readonly parsed: pkijs.Certificate;
  /** DER of the parts that others refer to. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  readonly publicKey: Uint8Array;
}

const COMMON_NAME = CERTIFICATE_OID.commonName;
const KEY_USAGE = CERTIFICATE_OID.keyUsage;
const BASIC_CONSTRAINTS = CERTIFICATE_OID.basicConstraints;
/** A critical extension that is not understood forbids the certificate's use (RFC 5280 §4.2). */
const UNDERSTOOD = new Set<string>([
  KEY_USAGE,
  BASIC_CONSTRAINTS,
  CERTIFICATE_OID.extendedKeyUsage,
  CERTIFICATE_OID.certificatePolicies,
  CERTIFICATE_OID.subjectKeyIdentifier,
  CERTIFICATE_OID.authorityKeyIdentifier,
]);
/** RSA PKCS #1 and PSS, ECDSA, all with SHA-2: what a certificate may be signed with. SHA-1 can be forged. */
const SIGNATURES = new Set<string>([
  RSA_WITH.sha256,
  RSA_WITH.sha384,
  RSA_WITH.sha512,
  RSA_PSS,
  ECDSA_WITH.sha256,
  ECDSA_WITH.sha384,
  ECDSA_WITH.sha512,
]);
const DIGITAL_SIGNATURE_OR_NON_REPUDIATION = 0b1100_0000;
const KEY_CERTIFICATE_SIGN = 0b0000_0100;

/** DER → certificate; null for anything else. */
export function certificateOf(bytes: Uint8Array): Certificate | null {
  try {
    const { result, offset } = fromBER(exactBuffer(bytes));
    if (offset !== bytes.length) return null;
    const parsed = new pkijs.Certificate({ schema: result });
    return { der: bytes, parsed, ...partsOf(readDer(bytes)) };
  } catch {
    return null;
  }
}

/** TBSCertificate: [0] version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo … */
function partsOf(certificate: DerNode): Pick<Certificate, 'issuer' | 'serial' | 'publicKey'> {
  const body = child(certificate, 0);
  const first = child(body, 0).tag === TAG.context0 ? 1 : 0;
  return {
    serial: child(body, first, TAG.integer).raw,
    issuer: child(body, first + 2, TAG.sequence).raw,
    publicKey: child(body, first + 5, TAG.sequence).raw,
  };
}

/** The certificates of a PEM or DER file. */
export function certificatesOf(file: Uint8Array): readonly Certificate[] {
  const text = Buffer.from(file).toString('latin1');
  const blocks = [
    ...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g),
  ];
  const ders =
    blocks.length > 0 ? blocks.map((block) => new Uint8Array(Buffer.from(block[1] ?? '', 'base64'))) : [file];
  return ders.flatMap((bytes) => certificateOf(bytes) ?? []);
}

/** The common name, else the whole name's values joined. */
export function commonName(name: pkijs.RelativeDistinguishedNames): string {
  const values = name.typesAndValues.map((one) => ({
    type: one.type,
    text: String(one.value.valueBlock.value),
  }));
  return values.find((one) => one.type === COMMON_NAME)?.text ?? values.map((one) => one.text).join(', ');
}

/** `certificate` names `issuer` as its issuer and carries its valid signature, in one sound algorithm throughout. */
export async function signedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const { parsed } = certificate;
  if (!parsed.issuer.isEqual(issuer.parsed.subject)) return false;
  if (!parsed.signature.isEqual(parsed.signatureAlgorithm)) return false;
  if (!SIGNATURES.has(parsed.signatureAlgorithm.algorithmId)) return false;
  try {
    return hasStrictSignature(certificate) && (await parsed.verify(issuer.parsed));
  } catch {
    return false;
  }
}

const ECDSA = /^1\.2\.840\.10045\.4\./;

/**
 * A signature value is whole bytes; ECDSA's is a sequence of two positive integers and nothing else (RFC 5480 appendix A). The library
 * that verifies it reads past wrong lengths and unused bits, which would leave bits of a sealed file that can be changed unseen.
 * Throws `NotDer`.
 */
function hasStrictSignature({ der, parsed }: Certificate): boolean {
  const { content } = child(readDer(der), 2, TAG.bitString);
  if (content[0] !== 0) return false;
  if (!ECDSA.test(parsed.signatureAlgorithm.algorithmId)) return true;
  const value = readDer(content.subarray(1));
  const [r, s, ...more] = children(value);
  return value.tag === TAG.sequence && more.length === 0 && isPositive(r) && isPositive(s);
}

const isPositive = (node: DerNode | undefined): boolean =>
  node?.tag === TAG.integer && sameBytes(unsigned(node.content), node.raw);

/** The key may sign documents: no key usage at all, or digitalSignature or nonRepudiation in it. */
export function maySign(certificate: Certificate): boolean {
  const usage = keyUsage(certificate);
  return usage === null || (usage & DIGITAL_SIGNATURE_OR_NON_REPUDIATION) !== 0;
}

/**
 * An authority, that may issue certificates with `below` more authorities between it and the signer. Without this
 * check whoever holds any certificate of an authority could issue others (RFC 5280 §6.1.4 k, l, n).
 */
export function mayIssue(certificate: Certificate, below: number): boolean {
  const usage = keyUsage(certificate);
  if (usage !== null && (usage & KEY_CERTIFICATE_SIGN) === 0) return false;
  const constraints = extension(certificate, BASIC_CONSTRAINTS)?.parsedValue;
  if (!(constraints instanceof pkijs.BasicConstraints) || !constraints.cA) return false;
  const limit = constraints.pathLenConstraint;
  return limit === undefined || (typeof limit === 'number' && below <= limit);
}

/** No critical extension that this program does not know. */
export const isUnderstood = ({ parsed }: Certificate): boolean =>
  (parsed.extensions ?? []).every((one) => !one.critical || UNDERSTOOD.has(one.extnID));

export const validFrom = ({ parsed }: Certificate): Date => parsed.notBefore.value;
export const validTo = ({ parsed }: Certificate): Date => parsed.notAfter.value;

const extension = ({ parsed }: Certificate, id: string): pkijs.Extension | undefined =>
  parsed.extensions?.find((one) => one.extnID === id);

/** The first eight bits of the key usage, digitalSignature highest; null when there is none. */
function keyUsage(certificate: Certificate): number | null {
  const found = extension(certificate, KEY_USAGE);
  // BIT STRING: tag, length, number of unused bits, bits.
  return found ? (found.extnValue.valueBlock.valueHexView[3] ?? 0) : null;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** asn1js wants an ArrayBuffer of exactly these bytes. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
