import { webcrypto } from 'node:crypto';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));

/** A certificate as parsed and as it came, byte for byte. */
export interface Certificate {
  readonly der: Uint8Array;
  readonly parsed: pkijs.Certificate;
}

const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';

/** DER → certificate; null for anything else, or when it would be written otherwise. */
export function certificateOf(der: Uint8Array): Certificate | null {
  try {
    const { result, offset } = fromBER(exactBuffer(der));
    if (offset !== der.length) return null;
    return { der, parsed: new pkijs.Certificate({ schema: result }) };
  } catch {
    return null;
  }
}

/** The certificates of a PEM or DER file. */
export function certificatesOf(file: Uint8Array): readonly Certificate[] {
  const text = Buffer.from(file).toString('latin1');
  const blocks = [
    ...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g),
  ];
  const ders =
    blocks.length > 0 ? blocks.map((block) => new Uint8Array(Buffer.from(block[1] ?? '', 'base64'))) : [file];
  return ders.flatMap((der) => certificateOf(der) ?? []);
}

/** The common name, else the whole name's values joined. */
export function commonName(name: pkijs.RelativeDistinguishedNames): string {
  const values = name.typesAndValues.map((one) => ({
    type: one.type,
    text: String(one.value.valueBlock.value),
  }));
  return values.find((one) => one.type === COMMON_NAME)?.text ?? values.map((one) => one.text).join(', ');
}

/** `certificate` names `issuer` as its issuer and carries its valid signature, in one algorithm throughout. */
export async function signedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const { parsed } = certificate;
  if (!parsed.issuer.isEqual(issuer.parsed.subject)) return false;
  if (!parsed.signature.isEqual(parsed.signatureAlgorithm)) return false;
  try {
    return await parsed.verify(issuer.parsed);
  } catch {
    return false;
  }
}

/** The key may sign documents: no key usage at all, or digitalSignature or nonRepudiation in it. */
export function maySign(certificate: Certificate): boolean {
  const extension = certificate.parsed.extensions?.find((one) => one.extnID === KEY_USAGE);
  if (!extension) return true;
  const bits = new Uint8Array(extension.extnValue.valueBlock.valueHexView).at(-1) ?? 0;
  return (bits & 0b1100_0000) !== 0 || extension.extnValue.valueBlock.valueHexView.length > 4;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** asn1js wants an ArrayBuffer of exactly these bytes. */
export const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
