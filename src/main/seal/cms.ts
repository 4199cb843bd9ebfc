import { createHash, webcrypto } from 'node:crypto';
import { type Certificate, certificateOf, sameBytes } from './certificates';
import {
  child,
  children,
  type DerNode,
  der,
  NotDer,
  octets,
  oid,
  readDer,
  sequence,
  setOf,
  TAG,
  unsigned,
} from './der';
import { rsaBits, type SealAlgorithm, type SealKey } from './key';
import { CMS_OID, ECDSA_WITH, HASH_OID, KEY_OID } from './oids';

/**
 * CMS SignedData for PAdES baseline B-B (ETSI EN 319 142-1 §5.3, ETSI EN 319 122-1 §5.2): detached, SHA-256,
 * signed attributes content-type, message-digest and signing-certificate-v2, no signing-time.
 * There is exactly one way to write one here; the verifier writes it again and compares, so that no byte that
 * the signature does not cover can be changed unseen.
 */
export interface Cms {
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  readonly algorithm: SealAlgorithm;
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
  /** A time-stamp token over the signature, as it is (PAdES B-T); null without one. */
  readonly timestamp: Uint8Array | null;
}

type Signed = Pick<Cms, 'certificate' | 'chain' | 'digest'>;

const SIGNED_DATA = oid(CMS_OID.signedData);
const DATA = oid(CMS_OID.data);
const SHA256 = sequence(oid(HASH_OID.sha256));
const CONTENT_TYPE = oid(CMS_OID.contentType);
const MESSAGE_DIGEST = oid(CMS_OID.messageDigest);
const SIGNING_CERTIFICATE_V2 = oid(CMS_OID.signingCertificateV2);
/** ETSI EN 319 122-1 §5.3: id-aa-signatureTimeStampToken. */
const SIGNATURE_TIMESTAMP = oid(CMS_OID.signatureTimestamp);
const SIGNATURE_ALGORITHMS: Readonly<Record<SealAlgorithm, Uint8Array>> = {
  RSA: sequence(oid(KEY_OID.rsa), der(TAG.null)),
  ECDSA: sequence(oid(ECDSA_WITH.sha256)),
};
const SHA256_BYTES = 32;
/** A sequence of two integers of 33 bytes. */
const MAX_ECDSA_BYTES = 72;
const VERSION_1 = unsigned(Uint8Array.of(1));

const RSA = 'RSASSA-PKCS1-v1_5';
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' } as const;

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const attribute = (type: Uint8Array, value: Uint8Array): Uint8Array => sequence(type, setOf(value));

/** What is signed: the attributes as an explicit SET (RFC 5652 §5.4). */
function signedAttributes({ certificate, chain, digest }: Signed): Uint8Array {
  // The whole chain is named, not the signer's certificate alone: so no byte of it can be changed either.
  const hashes = [certificate, ...chain].map((one) => sequence(octets(sha256(one.der))));
  return setOf(
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, octets(digest)),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(...hashes))),
  );
}

/** Signs the SHA-256 digest of the document's bytes. */
export async function createCms(key: SealKey, digest: Uint8Array): Promise<Uint8Array> {
  const { certificate, chain, algorithm } = key;
  const made = await key.sign(signedAttributes({ certificate, chain, digest }));
  const signature = algorithm === 'RSA' ? made : derSignature(lowS(made));
  return encodeCms({ certificate, chain, algorithm, digest, signature, timestamp: null });
}

/** The most bytes that a CMS of this key can have, without a time-stamp. */
export function largestCms({ certificate, chain, algorithm }: SealKey): number {
  const digest = new Uint8Array(SHA256_BYTES);
  const bits = rsaBits(certificate);
  const signature = new Uint8Array(bits === null ? MAX_ECDSA_BYTES : Math.ceil(bits / 8));
  return encodeCms({ certificate, chain, algorithm, digest, signature, timestamp: null }).length;
}

export function encodeCms(cms: Cms): Uint8Array {
  const { certificate, chain, algorithm, digest, signature, timestamp } = cms;
  const attributes = readDer(signedAttributes({ certificate, chain, digest })).content;
  const signer = sequence(
    VERSION_1,
    sequence(certificate.issuer, certificate.serial),
    SHA256,
    der(TAG.context0, attributes),
    SIGNATURE_ALGORITHMS[algorithm],
    octets(signature),
    ...(timestamp ? [der(TAG.context1, attribute(SIGNATURE_TIMESTAMP, timestamp))] : []),
  );
  const signedData = sequence(
    VERSION_1,
    setOf(SHA256),
    sequence(DATA),
    // A SET OF too: in the order of DER, not in that of the chain, which the signed attributes have.
    der(TAG.context0, ...[certificate, ...chain].map((one) => one.der).sort(Buffer.compare)),
    setOf(signer),
  );
  return sequence(SIGNED_DATA, der(TAG.context0, signedData));
}

/**
 * Reads a CMS and makes sure that `encodeCms` would write these very bytes. Null otherwise. Whether the
 * signature holds is for `signatureHolds` to say.
 */
export function readCms(bytes: Uint8Array): Cms | null {
  try {
    const signedData = child(child(readDer(bytes), 1), 0);
    const signer = child(child(signedData, 4), 0);
    const attributes = child(signer, 3);
    const [certificate, ...chain] = inChainOrder(children(child(signedData, 3)), attributes);
    if (!certificate) return null;
    const cms: Cms = {
      certificate,
      chain,
      algorithm: sameBytes(child(signer, 4).raw, SIGNATURE_ALGORITHMS.ECDSA) ? 'ECDSA' : 'RSA',
      digest: attributeValue(attributes, MESSAGE_DIGEST).content,
      signature: child(signer, 5, TAG.octets).content,
      timestamp: children(signer).length > 6 ? child(child(child(signer, 6), 0), 1).content : null,
    };
    return sameBytes(encodeCms(cms), bytes) ? cms : null;
  } catch {
    return null;
  }
}

function attributeValue(attributes: DerNode, type: Uint8Array): DerNode {
  const found = children(attributes).find((one) => sameBytes(child(one, 0).raw, type));
  if (!found) throw new NotDer();
  return child(child(found, 1, TAG.set), 0);
}

/** The signer, then issuer after issuer, as signing-certificate-v2 names them. */
function inChainOrder(nodes: readonly DerNode[], attributes: DerNode): readonly Certificate[] {
  const named = children(child(attributeValue(attributes, SIGNING_CERTIFICATE_V2), 0));
  return named.map((one) => {
    const hash = child(one, 0, TAG.octets).content;
    const node = nodes.find(({ raw }) => sameBytes(sha256(raw), hash));
    const certificate = node && certificateOf(node.raw);
    if (!certificate) throw new NotDer();
    return certificate;
  });
}

/** The signature over the attributes verifies with the signer's public key. */
export async function signatureHolds(cms: Cms, publicKey: webcrypto.CryptoKey): Promise<boolean> {
  const data = signedAttributes(cms);
  try {
    if (cms.algorithm === 'RSA') return await webcrypto.subtle.verify(RSA, publicKey, cms.signature, data);
    const flat = flatSignature(cms.signature);
    return flat !== null && (await webcrypto.subtle.verify(ECDSA, publicKey, flat, data));
  } catch {
    return false;
  }
}

const P256_BYTES = 32;
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** (r, s) and (r, n − s) are both good; only the one with the smaller s is written and taken. */
function lowS(flat: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(flat.subarray(P256_BYTES)).toString('hex')}`);
  if (s <= P256_ORDER / 2n) return flat;
  const hex = (P256_ORDER - s).toString(16).padStart(2 * P256_BYTES, '0');
  return new Uint8Array(Buffer.concat([flat.subarray(0, P256_BYTES), Buffer.from(hex, 'hex')]));
}

/** Web Crypto's `r ‖ s` → the DER of RFC 3279 §2.2.3. */
const derSignature = (flat: Uint8Array): Uint8Array =>
  sequence(unsigned(flat.subarray(0, P256_BYTES)), unsigned(flat.subarray(P256_BYTES)));

/** The reverse; null when it is not the DER of two numbers that fit, written in the one right way. */
function flatSignature(bytes: Uint8Array): Uint8Array | null {
  const flat = new Uint8Array(2 * P256_BYTES);
  for (const index of [0, 1]) {
    const { content } = child(readDer(bytes), index, TAG.integer);
    const rest = content[0] === 0 ? content.subarray(1) : content;
    if (rest.length > P256_BYTES) return null;
    flat.set(rest, (index + 1) * P256_BYTES - rest.length);
  }
  return sameBytes(derSignature(lowS(flat)), bytes) ? flat : null;
}
