import { createHash } from 'node:crypto';
import { failure, type Result, success } from '../../../shared/result';
import { type Certificate, certificateOf, maySign } from '../certificates';
import { algorithmOf, type SealAlgorithm, type SealKey, sealKeyOf } from '../key';
import { TokenError, tokenFailure } from './errors';
import { mechanism, memory, openLibrary, readUlong, stored, type TokenLibrary, ulong } from './library';
import {
  ATTRIBUTE,
  attributeValue,
  CERTIFICATE,
  CONTEXT_SPECIFIC,
  FLAG,
  findObjects,
  listTokens,
  login,
  openSession,
  PRIVATE_KEY,
  type Token,
  type TokenObject,
  USER,
} from './session';

/** A key in a token: the library of its maker, the token's label, its PIN. */
export interface TokenSource {
  readonly kind: 'token';
  /** Path of the PKCS #11 library. */
  readonly library: string;
  /** Label or serial number; null for the only token. */
  readonly token: string | null;
  readonly pin: string;
}

export interface TokenSummary {
  readonly label: string;
  readonly manufacturer: string;
  readonly serial: string;
}

const RSA_PKCS = 0x1;
const ECDSA = 0x1041;
const MAX_SIGNATURE_BYTES = 2048;
const P256_BYTES = 64;
/** DER of DigestInfo up to the hash (RFC 8017 §9.2, note 1): SHA-256. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** The tokens that a library sees. Errors: `not-a-library` and those of the token. */
export function tokensOf(path: string): Result<readonly TokenSummary[]> {
  return withLibrary(path, (library) => {
    const tokens = listTokens(library);
    library.close();
    return success(tokens.map(({ label, manufacturer, serial }) => ({ label, manufacturer, serial })));
  });
}

/**
 * Opens the signing key of a token. The session stays open until the key is closed; the PIN is not kept, unless the key
 * wants it again for the signature. Errors: `not-a-library`, `token-missing`, `wrong-passphrase`, `token-locked`,
 * `no-private-key`, `not-for-signing`, `unsupported-algorithm`, `token-failed`.
 */
export async function openToken(source: TokenSource): Promise<Result<SealKey>> {
  const opened = withLibrary(source.library, (library) => enter(library, source));
  if (!opened.ok) return opened;
  const key = await keyOf(opened.value, source);
  if (!key.ok) opened.value.library.close();
  return key;
}

interface Entered {
  readonly library: TokenLibrary;
  readonly session: number;
  readonly protectedPath: boolean;
}

function withLibrary<T>(path: string, use: (library: TokenLibrary) => Result<T>): Result<T> {
  let library: TokenLibrary;
  try {
    library = openLibrary(path);
  } catch (thrown) {
    return thrown instanceof TokenError
      ? tokenFailure(thrown)
      : failure('not-a-library', '这不是可用的 PKCS#11 令牌驱动，或与本机系统不符');
  }
  try {
    const used = use(library);
    if (!used.ok) library.close();
    return used;
  } catch (thrown) {
    library.close();
    return tokenFailure(thrown);
  }
}

function enter(library: TokenLibrary, { token: wanted, pin }: TokenSource): Result<Entered> {
  const token = chosen(listTokens(library), wanted);
  if (!token.ok) return token;
  const { slot, flags } = token.value;
  if ((flags & FLAG.pinLocked) !== 0)
    return failure('token-locked', '令牌口令（PIN）已锁定，请联系令牌的发放机构解锁');
  const session = openSession(library, slot);
  const protectedPath = (flags & FLAG.protectedPath) !== 0;
  try {
    login(library, session, USER, protectedPath ? null : pin);
  } catch (thrown) {
    const failed = tokenFailure(thrown);
    const left = listTokens(library).find((one) => one.slot === slot)?.flags ?? 0;
    if (failed.error.code !== 'wrong-passphrase' || (left & FLAG.pinFinalTry) === 0) return failed;
    return failure('wrong-passphrase', `${failed.error.message}，再错一次令牌就会锁定`);
  }
  return success({ library, session, protectedPath });
}

function chosen(tokens: readonly Token[], wanted: string | null): Result<Token> {
  const fit = wanted === null ? tokens : tokens.filter((one) => [one.label, one.serial].includes(wanted));
  const [token] = fit;
  if (!token) return failure('token-missing', wanted === null ? '没有插入令牌' : `没有找到令牌“${wanted}”`);
  return fit.length > 1
    ? failure(
        'token-missing',
        `有 ${fit.length} 个令牌，请用标签或序列号指明一个：${fit.map((one) => one.label || one.serial).join('、')}`,
      )
    : success(token);
}

async function keyOf(entered: Entered, { pin }: TokenSource): Promise<Result<SealKey>> {
  const { library, session } = entered;
  const certificates = certificatesIn(library, session);
  const keys = findObjects(library, session, PRIVATE_KEY);
  if (keys.length === 0 || certificates.length === 0)
    return failure('no-private-key', '令牌里没有私钥或证书，不能用来签章');
  const pairs = pairsOf(keys, certificates);
  const pair = pairs.find(({ certificate }) => maySign(certificate));
  if (!pair)
    return pairs.length > 0
      ? failure('not-for-signing', '令牌里证书的用途不包括签名，请改用签名证书')
      : failure(
          'unsupported-algorithm',
          '令牌里没有与证书对应的 RSA 或 ECDSA P-256 私钥（暂不支持国密 SM2）',
        );
  const others = certificates.map((one) => one.certificate);
  const again = attributeValue(library, session, pair.key.handle, ATTRIBUTE.alwaysAuthenticate)?.[0] === 1;
  const perSignature = again ? (entered.protectedPath ? null : pin) : undefined;
  const made = await sealKeyOf(pair, others, async (data) =>
    signIn(library, session, { handle: pair.key.handle, algorithm: pair.algorithm, pin: perSignature }, data),
  );
  return made.ok ? success({ ...made.value, close: () => leave(entered) }) : made;
}

interface Held {
  readonly certificate: Certificate;
  readonly id: Buffer;
}

const certificatesIn = (library: TokenLibrary, session: number): readonly Held[] =>
  findObjects(library, session, CERTIFICATE).flatMap(({ handle, id }) => {
    const der = attributeValue(library, session, handle, ATTRIBUTE.value);
    const certificate = der && certificateOf(new Uint8Array(der));
    return certificate ? [{ certificate, id }] : [];
  });

interface Pair {
  readonly key: TokenObject;
  readonly certificate: Certificate;
  readonly algorithm: SealAlgorithm;
}

/** Keys and certificates belong together by their CKA_ID. */
function pairsOf(keys: readonly TokenObject[], certificates: readonly Held[]): readonly Pair[] {
  return keys.flatMap((key) =>
    certificates.flatMap(({ certificate, id }) => {
      const algorithm = algorithmOf(certificate);
      return algorithm && id.equals(key.id) ? [{ key, certificate, algorithm }] : [];
    }),
  );
}

interface SigningKey {
  readonly handle: number;
  readonly algorithm: SealAlgorithm;
  /** The PIN to give again, null for a token with a key pad; undefined when it is not asked for. */
  readonly pin: string | null | undefined;
}

/** RSASSA-PKCS1-v1_5 over a DigestInfo that is made here, or ECDSA over the hash: what every token can. */
function signIn(
  library: TokenLibrary,
  session: number,
  { handle, algorithm, pin }: SigningKey,
  data: Uint8Array,
): Uint8Array {
  const hash = createHash('sha256').update(data).digest();
  const input = stored(algorithm === 'RSA' ? Buffer.concat([DIGEST_INFO, hash]) : hash);
  library.call('C_SignInit', session, mechanism(algorithm === 'RSA' ? RSA_PKCS : ECDSA), handle);
  if (pin !== undefined) login(library, session, CONTEXT_SPECIFIC, pin);
  const signature = memory(MAX_SIGNATURE_BYTES);
  const length = ulong(MAX_SIGNATURE_BYTES);
  library.call('C_Sign', session, input, input.length, signature, length);
  const made = new Uint8Array(signature.subarray(0, readUlong(length)));
  if (algorithm === 'ECDSA' && made.length !== P256_BYTES) throw new Error('令牌里的密钥不是 P-256');
  return made;
}

function leave({ library, session }: Entered): void {
  try {
    library.call('C_Logout', session);
    library.call('C_CloseSession', session);
  } catch {
    // Pulled out meanwhile: the session is gone with it.
  }
  library.close();
}
