import { webcrypto } from 'node:crypto';
import { failure, type Result, success } from '../../shared/result';
import { type Certificate, certificateOf, commonName, sameBytes, signedBy } from './certificates';
import { openContainer } from './pkcs12';

/** A key that can seal. The private key cannot be read out of it again. */
export interface SealKey {
  readonly certificate: Certificate;
  /** From the issuer upwards to a self-signed root; empty when the container does not hold all of it. */
  readonly chain: readonly Certificate[];
  readonly privateKey: webcrypto.CryptoKey;
  readonly algorithm: SealAlgorithm;
  /** The subject's common name. */
  readonly name: string;
}

export type SealAlgorithm = 'RSA' | 'ECDSA';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA_OID = '1.2.840.113549.1.1.1';
const EC_OID = '1.2.840.10045.2.1';
const MIN_RSA_BITS = 2048;
const PROBE = new Uint8Array([1, 2, 3]);

/** Opens a PKCS#12 key. Errors: `wrong-passphrase`, `not-a-key`, `no-private-key`, `unsupported-algorithm`. */
export async function openKey(p12: Uint8Array, passphrase: string): Promise<Result<SealKey>> {
  const container = openContainer(p12, passphrase);
  if (!container.ok) return container;
  const certificates = container.value.certificates.flatMap((der) => certificateOf(der) ?? []);
  const der = container.value.privateKeys[0];
  if (!der || certificates.length === 0)
    return failure('no-private-key', '证书文件里没有私钥或证书，不能用来签章');
  for (const certificate of certificates) {
    const imported = await importKey(der, certificate);
    if (!imported) continue;
    if (!(await belongs(imported.key, certificate, imported.algorithm))) continue;
    const bits = (imported.key.algorithm as { modulusLength?: number }).modulusLength;
    if (bits !== undefined && bits < MIN_RSA_BITS) {
      return failure('unsupported-algorithm', `RSA 密钥只有 ${bits} 位，至少需要 ${MIN_RSA_BITS} 位`);
    }
    const chain = await chainOf(certificate, certificates);
    const { key: privateKey, algorithm } = imported;
    return success({
      certificate,
      chain,
      privateKey,
      algorithm,
      name: commonName(certificate.parsed.subject),
    });
  }
  return failure('unsupported-algorithm', '证书里的私钥与证书不匹配，或不是 RSA、ECDSA P-256 密钥');
}

async function importKey(
  der: Uint8Array,
  certificate: Certificate,
): Promise<{ key: webcrypto.CryptoKey; algorithm: SealAlgorithm } | null> {
  const type = certificate.parsed.subjectPublicKeyInfo.algorithm.algorithmId;
  const algorithm = type === RSA_OID ? 'RSA' : type === EC_OID ? 'ECDSA' : null;
  if (!algorithm) return null;
  const parameters = algorithm === 'RSA' ? RSA : ECDSA;
  try {
    return { key: await webcrypto.subtle.importKey('pkcs8', der, parameters, false, ['sign']), algorithm };
  } catch {
    return null;
  }
}

/** The private key signs what the certificate's public key accepts. */
async function belongs(
  key: webcrypto.CryptoKey,
  certificate: Certificate,
  algorithm: SealAlgorithm,
): Promise<boolean> {
  const how = algorithm === 'RSA' ? RSA : { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await webcrypto.subtle.sign(how, key, PROBE);
  const publicKey = await publicKeyOf(certificate, algorithm);
  return publicKey !== null && webcrypto.subtle.verify(how, publicKey, signature, PROBE);
}

/** The certificate's public key for checking SHA-256 signatures, or null when it is of another kind. */
export async function publicKeyOf(
  certificate: Certificate,
  algorithm: SealAlgorithm,
): Promise<webcrypto.CryptoKey | null> {
  const der = new Uint8Array(certificate.parsed.subjectPublicKeyInfo.toSchema().toBER());
  try {
    return await webcrypto.subtle.importKey('spki', der, algorithm === 'RSA' ? RSA : ECDSA, true, ['verify']);
  } catch {
    return null;
  }
}

/** Issuer after issuer up to a self-signed one; nothing when a link is missing. */
async function chainOf(leaf: Certificate, all: readonly Certificate[]): Promise<readonly Certificate[]> {
  const chain: Certificate[] = [];
  let last = leaf;
  while (!(await signedBy(last, last))) {
    let issuer: Certificate | null = null;
    for (const candidate of all) {
      const known = sameBytes(candidate.der, leaf.der) || chain.includes(candidate);
      if (!known && (await signedBy(last, candidate))) issuer = candidate;
    }
    if (!issuer) return [];
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}
