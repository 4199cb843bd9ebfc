import { createHash, createPublicKey, verify } from 'node:crypto';
import * as pkijs from 'pkijs';
import { type Certificate, sameBytes, signedBy } from '../certificates';
import { der, oid, TAG } from '../der';
import { CERTIFICATE_OID, CMS_OID } from '../oids';
import { chainHolds } from '../trust';
import { readInfo } from './info';
import {
  attributeValue,
  encodeToken,
  namedCertificates,
  parseToken,
  plainSignature,
  type Token,
  TST_INFO,
} from './token';

/** What a token that belongs to a signature proves, before anybody says whom to trust. */
export interface CheckedToken {
  readonly token: Token;
  readonly time: Date;
  /** Empty when every byte of the token is accounted for. Sentences in Chinese. */
  readonly problems: readonly string[];
}

const CONTENT_TYPE = oid(CMS_OID.contentType);
const MESSAGE_DIGEST = oid(CMS_OID.messageDigest);
const EXTENDED_KEY_USAGE = CERTIFICATE_OID.extendedKeyUsage;
const TIME_STAMPING = CERTIFICATE_OID.timeStamping;
const MIN_RSA_BITS = 2048;

/** Checks a token in the form that `encodeToken` writes; null for bytes that are no such token. */
export async function checkToken(bytes: Uint8Array, signature: Uint8Array): Promise<CheckedToken | null> {
  try {
    const { certificates, ...parts } = parseToken(bytes);
    const line = await lineOf(parts.attributes, certificates);
    if (!line) return null;
    const token = { ...parts, ...line };
    const plain = sameBytes(encodeToken(token), bytes) && isPlain(token);
    const { time, matches } = readInfo(token.info, signature);
    const problems: string[] = [];
    if (!plain) problems.push('时间戳不是规范形式');
    if (!matches) problems.push('时间戳不是这个签章的');
    if (!tokenHolds(token)) problems.push('时间戳的签名值不符');
    if (!(await lineIsBound(token, certificates.length))) problems.push('时间戳的证书链不完整或已损坏');
    if (!mayStamp(token.certificate)) problems.push('时间戳证书的用途不是时间戳');
    return { token, time, problems };
  } catch {
    return null;
  }
}

/** The certificate that the token names as its signer's, and those above it as far as they came along. */
export async function lineOf(
  attributes: Uint8Array,
  certificates: readonly Certificate[],
): Promise<Pick<Token, 'certificate' | 'chain'> | null> {
  const [certificate] = namedCertificates(attributes, certificates);
  if (!certificate) return null;
  const chain: Certificate[] = [];
  for (let last: Certificate | undefined = certificate; last && chain.length < certificates.length; ) {
    if (await signedBy(last, last)) break;
    let issuer: Certificate | undefined;
    for (const one of certificates) {
      if (one !== last && !chain.includes(one) && !issuer && (await signedBy(last, one))) issuer = one;
    }
    if (issuer) chain.push(issuer);
    last = issuer;
  }
  return { certificate, chain };
}

/** Certificates from the top that nothing vouches for in every byte are left out. */
export async function boundLine({ attributes, certificate, chain }: Token): Promise<readonly Certificate[]> {
  const line = [certificate, ...chain];
  const named = namedCertificates(attributes, line);
  while (line.length > 1) {
    const last = line.at(-1);
    if (last && (named.includes(last) || (await signedBy(last, last)))) break;
    line.pop();
  }
  return line;
}

async function lineIsBound(token: Token, count: number): Promise<boolean> {
  const line = [token.certificate, ...token.chain];
  if (line.length !== count || !(await chainHolds(token))) return false;
  return (await boundLine(token)).length === line.length;
}

const isPlain = ({ signature, algorithm, certificate }: Token): boolean =>
  sameBytes(plainSignature(signature, algorithm, certificate), signature);

/** RFC 5652 §5.4: the digest of the content is a signed attribute, and the attributes are what is signed. */
export function tokenHolds({ info, attributes, hash, algorithm, signature, certificate }: Token): boolean {
  const type = attributeValue(attributes, CONTENT_TYPE);
  const digest = attributeValue(attributes, MESSAGE_DIGEST);
  const made = createHash(hash).update(info).digest();
  if (!type || !digest || !sameBytes(type.raw, TST_INFO) || !sameBytes(digest.content, made)) return false;
  const key = createPublicKey({ key: Buffer.from(certificate.publicKey), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== (algorithm === 'RSA' ? 'rsa' : 'ec')) return false;
  if ((key.asymmetricKeyDetails?.modulusLength ?? MIN_RSA_BITS) < MIN_RSA_BITS) return false;
  return verify(hash, der(TAG.set, attributes), key, signature);
}

/** Time-stamping, critical, and nothing else (RFC 3161 §2.3). */
export function mayStamp({ parsed }: Certificate): boolean {
  const found = parsed.extensions?.find((one) => one.extnID === EXTENDED_KEY_USAGE);
  const usage = found?.parsedValue;
  if (!found?.critical || !(usage instanceof pkijs.ExtKeyUsage)) return false;
  return usage.keyPurposes.length === 1 && usage.keyPurposes[0] === TIME_STAMPING;
}
