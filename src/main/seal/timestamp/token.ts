import { createHash, createPublicKey } from 'node:crypto';
import { type Certificate, certificateOf, sameBytes } from '../certificates';
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
} from '../der';
import { CMS_OID, ECDSA_WITH, HASH_OID, KEY_OID, RSA_WITH } from '../oids';

/**
 * A time-stamp token (RFC 3161 §2.4.2, RFC 5816): CMS SignedData over a TSTInfo. What the authority's signature does not
 * cover is written in one form only, so that no byte of a seal with a token can be changed unseen.
 */
export interface Token {
  /** DER of TSTInfo. */
  readonly info: Uint8Array;
  /** The authority's certificate, then issuer after issuer. */
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  /** The signed attributes' content, as signed. */
  readonly attributes: Uint8Array;
  readonly hash: TokenHash;
  readonly algorithm: 'RSA' | 'ECDSA';
  readonly signature: Uint8Array;
}

export type TokenHash = 'sha256' | 'sha384' | 'sha512';

const SIGNED_DATA = oid(CMS_OID.signedData);
export const TST_INFO = oid(CMS_OID.timestampInfo);
const HASHES: Readonly<Record<TokenHash, Uint8Array>> = {
  sha256: oid(HASH_OID.sha256),
  sha384: oid(HASH_OID.sha384),
  sha512: oid(HASH_OID.sha512),
};
const ECDSA: Readonly<Record<TokenHash, Uint8Array>> = {
  sha256: oid(ECDSA_WITH.sha256),
  sha384: oid(ECDSA_WITH.sha384),
  sha512: oid(ECDSA_WITH.sha512),
};
const RSA = oid(KEY_OID.rsa);
/** sha256, sha384, sha512WithRSAEncryption: what else a token may call RSASSA-PKCS1-v1_5. */
const RSA_NAMES = [RSA, ...Object.values(RSA_WITH).map(oid)];
const VERSION_1 = unsigned(Uint8Array.of(1));
const VERSION_3 = unsigned(Uint8Array.of(3));

export function encodeToken(token: Token): Uint8Array {
  const { info, certificate, chain, attributes, hash, algorithm, signature } = token;
  const digest = sequence(HASHES[hash]);
  const signer = sequence(
    VERSION_1,
    sequence(certificate.issuer, certificate.serial),
    digest,
    der(TAG.context0, attributes),
    algorithm === 'RSA' ? sequence(RSA, der(TAG.null)) : sequence(ECDSA[hash]),
    octets(signature),
  );
  const signedData = sequence(
    VERSION_3,
    setOf(digest),
    sequence(TST_INFO, der(TAG.context0, octets(info))),
    der(TAG.context0, ...[certificate, ...chain].map((one) => one.der).sort(Buffer.compare)),
    setOf(signer),
  );
  return sequence(SIGNED_DATA, der(TAG.context0, signedData));
}

/** A token as an authority writes it: its parts, and all certificates that came along. Throws `NotDer`. */
export function parseToken(bytes: Uint8Array): Omit<Token, 'certificate' | 'chain'> & {
  readonly certificates: readonly Certificate[];
} {
  const signedData = children(child(child(readDer(bytes), 1, TAG.context0), 0, TAG.sequence));
  const encapsulated = signedData[2];
  const signers = signedData.at(-1);
  const given = signedData.find((node, index) => index > 2 && node.tag === TAG.context0);
  if (!encapsulated || !signers || !sameBytes(child(encapsulated, 0).raw, TST_INFO)) throw new NotDer();
  if (children(signers).length !== 1) throw new NotDer();
  const signer = child(signers, 0, TAG.sequence);
  const hash = hashOf(child(child(signer, 2), 0));
  return {
    info: child(child(encapsulated, 1, TAG.context0), 0, TAG.octets).content,
    certificates: given ? children(given).flatMap(({ raw }) => certificateOf(raw) ?? []) : [],
    attributes: child(signer, 3, TAG.context0).content,
    hash,
    algorithm: algorithmOf(child(child(signer, 4), 0)),
    signature: child(signer, 5, TAG.octets).content,
  };
}

function hashOf({ raw }: DerNode): TokenHash {
  const found = (Object.keys(HASHES) as TokenHash[]).find((name) => sameBytes(HASHES[name], raw));
  if (!found) throw new NotDer();
  return found;
}

function algorithmOf({ raw }: DerNode): 'RSA' | 'ECDSA' {
  if (RSA_NAMES.some((name) => sameBytes(name, raw))) return 'RSA';
  if (Object.values(ECDSA).some((name) => sameBytes(name, raw))) return 'ECDSA';
  throw new NotDer();
}

const ORDERS: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1:
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
};

/** Of the two ECDSA signatures that hold, the one with the smaller s, in DER; RSA's as it is. Throws `NotDer`. */
export function plainSignature(
  signature: Uint8Array,
  algorithm: Token['algorithm'],
  { publicKey }: Certificate,
): Uint8Array {
  if (algorithm === 'RSA') return signature;
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const order = ORDERS[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const [r, s] = children(readDer(signature));
  if (order === undefined || !r || !s) throw new NotDer();
  const value = BigInt(`0x${Buffer.from(s.content).toString('hex') || '0'}`);
  const hex = (value > order / 2n ? order - value : value).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  return sequence(unsigned(r.content), unsigned(bytes));
}

const ESS_V1 = oid(CMS_OID.signingCertificate);
const ESS_V2 = oid(CMS_OID.signingCertificateV2);

/** The certificates that the signed attributes name by hash, in their order (RFC 5816 §2.2.1). */
export function namedCertificates(
  attributes: Uint8Array,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  const hashes = [
    ...essEntries(attributes, ESS_V2).map((entry) => {
      const [first] = children(entry);
      const stated = first?.tag === TAG.sequence;
      return { name: stated ? hashOf(child(first, 0)) : 'sha256', value: child(entry, stated ? 1 : 0) };
    }),
    // SHA-1 serves here to find the certificate; what it says is proved by its issuer's signature.
    ...essEntries(attributes, ESS_V1).map((entry) => ({ name: 'sha1', value: child(entry, 0) })),
  ];
  return hashes.flatMap(({ name, value }) => {
    const found = certificates.find((one) =>
      sameBytes(createHash(name).update(one.der).digest(), value.content),
    );
    return found ? [found] : [];
  });
}

function essEntries(attributes: Uint8Array, type: Uint8Array): readonly DerNode[] {
  const value = attributeValue(attributes, type);
  return value ? children(child(value, 0)) : [];
}

/** The one value of a signed attribute; null without it. Throws `NotDer` for one that stands twice. */
export function attributeValue(attributes: Uint8Array, type: Uint8Array): DerNode | null {
  const found = children(readDer(der(TAG.set, attributes))).filter((one) =>
    sameBytes(child(one, 0).raw, type),
  );
  if (found.length > 1) throw new NotDer();
  const [attribute] = found;
  return attribute ? child(child(attribute, 1, TAG.set), 0) : null;
}
