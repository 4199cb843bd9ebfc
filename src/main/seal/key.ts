import { createPublicKey, webcrypto } from 'node:crypto';
import { failure, type Result, success } from '../../shared/result';
import {
  type Certificate,
  certificateOf,
  commonName,
  isUnderstood,
  mayIssue,
  maySign,
  sameBytes,
  signedBy,
  validFrom,
  validTo,
} from './certificates';
import { oid } from './der';
import { KEY_OID } from './oids';
import { openContainer } from './pkcs12';

/** A key that can seal. The private key cannot be read out of it: it lies in Web Crypto, or in a token. */
export interface SealKey {
  readonly certificate: Certificate;
  /** From the issuer upwards, as far as the container goes. */
  readonly chain: readonly Certificate[];
  readonly algorithm: SealAlgorithm;
  /** SHA-256 and the private key over the bytes: RSASSA-PKCS1-v1_5, or ECDSA as r ‖ s. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** Leaves the token; a key from a file needs none. */
  close?(): void;
  /** The subject's common name. */
  readonly name: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type SealAlgorithm = 'RSA' | 'ECDSA';

type Opened = Pick<SealKey, 'certificate' | 'algorithm'> & { readonly privateKey: webcrypto.CryptoKey };

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA_OID = KEY_OID.rsa;
const EC_OID = KEY_OID.ec;
const SM2_CURVE = Buffer.from(oid(KEY_OID.sm2Curve));
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Of the security level that P-256 has too (NIST SP 800-57 part 1, table 2): fit for beyond 2030. */
export const MIN_RSA_BITS = 3072;
const MAX_CHAIN = 8;
const PROBE = new Uint8Array([1, 2, 3]);

/**
 * Opens a PKCS#12 key. Errors: `wrong-passphrase`, `not-a-key`, `no-private-key`, `unsupported-algorithm`,
 * `not-for-signing`.
 */
export async function openKey(p12: Uint8Array, passphrase: string): Promise<Result<SealKey>> {
  const container = openContainer(p12, passphrase);
  if (!container.ok) return container;
  const certificates = container.value.certificates.flatMap((bytes) => certificateOf(bytes) ?? []);
  const { privateKeys } = container.value;
  if (privateKeys.length === 0 || certificates.length === 0)
    return failure('no-private-key', '证书文件里没有私钥或证书，不能用来签章');
  const pairs = await pairsOf(privateKeys, certificates);
  if (pairs.length === 0) return unsupported(certificates);
  const opened = pairs.find((pair) => maySign(pair.certificate));
  if (!opened) return failure('not-for-signing', '这张证书的用途不包括签名，请改用签名证书');
  const { algorithm, privateKey } = opened;
  const how = algorithm === 'RSA' ? RSA : ECDSA_SHA256;
  return sealKeyOf(opened, certificates, async (data) => {
    return new Uint8Array(await webcrypto.subtle.sign(how, privateKey, data));
  });
}

/** A key from its certificate, those that came with it, and what signs. Error: `unsupported-algorithm`. */
export async function sealKeyOf(
  { certificate, algorithm }: Pick<SealKey, 'certificate' | 'algorithm'>,
  others: readonly Certificate[],
  sign: SealKey['sign'],
): Promise<Result<SealKey>> {
  const bits = rsaBits(certificate);
  if (bits !== null && bits < MIN_RSA_BITS) {
    const weak = `RSA 密钥只有 ${bits} 位，强度不足，至少需要 ${MIN_RSA_BITS} 位；请换用 RSA ${MIN_RSA_BITS} 位以上或 ECDSA P-256 的证书`;
    return failure('unsupported-algorithm', weak);
  }
  return success({
    certificate,
    algorithm,
    sign,
    chain: await chainOf(certificate, others),
    name: commonName(certificate.parsed.subject),
    notBefore: validFrom(certificate),
    notAfter: validTo(certificate),
  });
}

/** The length of an RSA key's modulus in bits; null for keys of other kinds. */
export function rsaBits({ parsed, publicKey }: Certificate): number | null {
  if (parsed.subjectPublicKeyInfo.algorithm.algorithmId !== RSA_OID) return null;
  try {
    return (
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }).asymmetricKeyDetails
        ?.modulusLength ?? 0
    );
  } catch {
    return 0;
  }
}

/** What a certificate's key signs with; null for what this program does not know. */
export function algorithmOf({ parsed }: Certificate): SealAlgorithm | null {
  const type = parsed.subjectPublicKeyInfo.algorithm.algorithmId;
  return type === RSA_OID ? 'RSA' : type === EC_OID ? 'ECDSA' : null;
}

function unsupported(certificates: readonly Certificate[]): Result<SealKey> {
  const national = certificates.some(({ publicKey }) => Buffer.from(publicKey).includes(SM2_CURVE));
  return failure(
    'unsupported-algorithm',
    national
      ? '暂不支持国密 SM2 证书，请使用 RSA 或 ECDSA P-256 证书'
      : '证书里的私钥与证书不匹配，或不是 RSA、ECDSA P-256 密钥',
  );
}

/** Each private key with the certificate that it belongs to. */
async function pairsOf(
  privateKeys: readonly Uint8Array[],
  certificates: readonly Certificate[],
): Promise<readonly Opened[]> {
  const pairs: Opened[] = [];
  for (const bytes of privateKeys) {
    for (const certificate of certificates) {
      const opened = await importKey(bytes, certificate);
      if (opened && (await belongs(opened))) pairs.push(opened);
    }
  }
  return pairs;
}

async function importKey(pkcs8: Uint8Array, certificate: Certificate): Promise<Opened | null> {
  const algorithm = algorithmOf(certificate);
  if (!algorithm) return null;
  const parameters = algorithm === 'RSA' ? RSA : ECDSA;
  try {
    const privateKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, parameters, false, ['sign']);
    return { certificate, privateKey, algorithm };
  } catch {
    return null;
  }
}

/** The private key signs what the certificate's public key accepts. */
async function belongs({ privateKey, certificate, algorithm }: Opened): Promise<boolean> {
  const how = algorithm === 'RSA' ? RSA : ECDSA_SHA256;
  const publicKey = await publicKeyOf(certificate, algorithm);
  if (!publicKey) return false;
  const signature = await webcrypto.subtle.sign(how, privateKey, PROBE);
  return webcrypto.subtle.verify(how, publicKey, signature, PROBE);
}

/** The certificate's public key for checking SHA-256 signatures, or null when it is of another kind. */
export async function publicKeyOf(
  { publicKey }: Certificate,
  algorithm: SealAlgorithm,
): Promise<webcrypto.CryptoKey | null> {
  try {
    return await webcrypto.subtle.importKey('spki', publicKey, algorithm === 'RSA' ? RSA : ECDSA, true, [
      'verify',
    ]);
  } catch {
    return null;
  }
}

/** Issuer after issuer, up to a self-signed one or to the last that the container holds. */
async function chainOf(leaf: Certificate, all: readonly Certificate[]): Promise<readonly Certificate[]> {
  const line: Certificate[] = [leaf];
  for (let last: Certificate | null = leaf; last && line.length <= MAX_CHAIN; ) {
    if (await signedBy(last, last)) break;
    let issuer: Certificate | null = null;
    for (const candidate of all) {
      const known = line.some((one) => sameBytes(one.der, candidate.der));
      const fit = !known && !issuer && mayIssue(candidate, line.length - 1) && isUnderstood(candidate);
      if (fit && (await signedBy(last, candidate))) issuer = candidate;
    }
    if (issuer) line.push(issuer);
    last = issuer;
  }
  return line.slice(1);
}
