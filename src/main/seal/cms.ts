import { createHash, webcrypto } from 'node:crypto';
import {
  Set as Asn1Set,
  type AsnType,
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js';
import { type Certificate, certificateOf, exactBuffer, sameBytes } from './certificates';
import type { SealAlgorithm, SealKey } from './key';

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
}

type Signed = Pick<Cms, 'certificate' | 'chain' | 'digest'>;

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const sequence = (...value: AsnType[]): Sequence => new Sequence({ value });
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: exactBuffer(bytes) });
const raw = (der: Uint8Array) => fromBER(exactBuffer(der)).result;

function attribute(type: string, value: Sequence | ObjectIdentifier | OctetString): Sequence {
  return sequence(oid(type), new Asn1Set({ value: [value] }));
}

/** The signed attributes in DER order (SET OF: ascending by their encoding). */
function attributesOf({ certificate, chain, digest }: Signed): readonly Uint8Array[] {
  // The whole chain is named, not the signer's certificate alone: so no byte of it can be changed either.
  const hashes = [certificate, ...chain].map((one) => sequence(octets(sha256(one.der))));
  const identifier = sequence(sequence(...hashes));
  return [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(digest)),
    attribute(SIGNING_CERTIFICATE_V2, identifier),
  ]
    .map((one) => new Uint8Array(one.toBER()))
    .sort(Buffer.compare);
}

/** What is signed: the attributes as an explicit SET (RFC 5652 §5.4). */
function signedBytes(signed: Signed): Uint8Array {
  const value = attributesOf(signed).map(raw);
  return new Uint8Array(new Asn1Set({ value }).toBER());
}

/** Signs a digest of the document's bytes. */
export async function createCms(key: SealKey, digest: Uint8Array): Promise<Uint8Array> {
  const { certificate, chain, algorithm, privateKey } = key;
  const how = algorithm === 'RSA' ? 'RSASSA-PKCS1-v1_5' : { name: 'ECDSA', hash: 'SHA-256' };
  const made = new Uint8Array(
    await webcrypto.subtle.sign(how, privateKey, signedBytes({ certificate, chain, digest })),
  );
  const signature = algorithm === 'RSA' ? made : derSignature(made);
  return encodeCms({ certificate, chain, algorithm, digest, signature });
}

export function encodeCms({ certificate, chain, algorithm, digest, signature }: Cms): Uint8Array {
  const signatureAlgorithm =
    algorithm === 'RSA' ? sequence(oid(RSA_ENCRYPTION), new Null()) : sequence(oid(ECDSA_SHA256));
  const signer = sequence(
    new Integer({ value: 1 }),
    sequence(certificate.parsed.issuer.toSchema(), certificate.parsed.serialNumber),
    sequence(oid(SHA256)),
    new Constructed({
      idBlock: { tagClass: 3, tagNumber: 0 },
      value: attributesOf({ certificate, chain, digest }).map(raw),
    }),
    signatureAlgorithm,
    octets(signature),
  );
  const signedData = sequence(
    new Integer({ value: 1 }),
    new Asn1Set({ value: [sequence(oid(SHA256))] }),
    sequence(oid(DATA)),
    new Constructed({
      idBlock: { tagClass: 3, tagNumber: 0 },
      value: [certificate, ...chain].map((one) => raw(one.der)),
    }),
    new Asn1Set({ value: [signer] }),
  );
  const content = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [signedData] });
  return new Uint8Array(sequence(oid(SIGNED_DATA), content).toBER());
}

/**
 * Reads a CMS and makes sure that `encodeCms` would write these very bytes. Null otherwise. Whether the
 * signature holds is for `signatureHolds` to say.
 */
export function readCms(der: Uint8Array): Cms | null {
  try {
    const signedData = children(children(children(raw(der))[1])[0]);
    const certificates = children(signedData[3]).map((one) => certificateOf(new Uint8Array(one.toBER())));
    const [certificate, ...chain] = certificates;
    const signer = children(children(signedData[4])[0]);
    const digest = children(signer[3])
      .map(children)
      .find(
        ([type]) => type instanceof ObjectIdentifier && type.valueBlock.toString() === MESSAGE_DIGEST,
      )?.[1];
    const digestBytes = octetsOf(children(digest)[0]);
    const signature = octetsOf(signer[5]);
    const type = children(signer[4])[0];
    const algorithm =
      type instanceof ObjectIdentifier && type.valueBlock.toString() === ECDSA_SHA256 ? 'ECDSA' : 'RSA';
    if (!certificate || chain.includes(null)) return null;
    const cms: Cms = {
      certificate,
      chain: chain.filter((one) => one !== null),
      algorithm,
      digest: digestBytes,
      signature,
    };
    return sameBytes(encodeCms(cms), der) ? cms : null;
  } catch {
    return null;
  }
}

/** The signature over the attributes verifies with the signer's public key. */
export async function signatureHolds(cms: Cms, publicKey: webcrypto.CryptoKey): Promise<boolean> {
  const data = signedBytes(cms);
  if (cms.algorithm === 'RSA') {
    return webcrypto.subtle.verify('RSASSA-PKCS1-v1_5', publicKey, cms.signature, data);
  }
  const flat = flatSignature(cms.signature);
  return flat !== null && webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, flat, data);
}

type Node = ReturnType<typeof raw>;

function children(node: Node | undefined): Node[] {
  const value = node && 'valueBlock' in node ? (node.valueBlock as { value?: unknown }).value : undefined;
  if (!Array.isArray(value)) throw new Error('not constructed');
  return value as Node[];
}

function octetsOf(node: Node | undefined): Uint8Array {
  if (!(node instanceof OctetString)) throw new Error('no octet string');
  return new Uint8Array(node.valueBlock.valueHexView);
}

const P256_BYTES = 32;

/** Web Crypto's `r ‖ s` → the DER of RFC 3279 §2.2.3. */
function derSignature(flat: Uint8Array): Uint8Array {
  const part = (bytes: Uint8Array): Integer => {
    let from = 0;
    while (from < bytes.length - 1 && bytes[from] === 0) from++;
    const rest = bytes.subarray(from);
    const padded = (rest[0] ?? 0) > 127 ? new Uint8Array([0, ...rest]) : rest;
    return new Integer({ valueHex: exactBuffer(padded) });
  };
  return new Uint8Array(
    sequence(part(flat.subarray(0, P256_BYTES)), part(flat.subarray(P256_BYTES))).toBER(),
  );
}

/** The reverse; null when it is no DER of two numbers that fit, written in the one right way. */
function flatSignature(der: Uint8Array): Uint8Array | null {
  try {
    const flat = new Uint8Array(2 * P256_BYTES);
    children(raw(der)).forEach((node, index) => {
      if (!(node instanceof Integer) || index > 1) throw new Error('no number');
      const bytes = new Uint8Array(node.valueBlock.valueHexView);
      const rest = bytes.length > P256_BYTES && bytes[0] === 0 ? bytes.subarray(1) : bytes;
      flat.set(rest, (index + 1) * P256_BYTES - rest.length);
    });
    return sameBytes(derSignature(flat), der) ? flat : null;
  } catch {
    return null;
  }
}
