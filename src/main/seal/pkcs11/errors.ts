import { failure } from '../../../shared/result';

/** A function of the token's library returned something other than CKR_OK. */
export class TokenError extends Error {
  constructor(readonly code: number) {
    super(`CKR 0x${code.toString(16)}`);
  }
}

/** Return values of PKCS #11 2.40 (§ 11.1 of the base specification) that a person can do something about. */
const SENTENCES: ReadonlyMap<number, readonly [code: string, sentence: string]> = new Map([
  [0x30, ['token-failed', '令牌出错，请重新插拔后再试']],
  [0x32, ['token-missing', '令牌已拔出']],
  [0x50, ['token-failed', '令牌的驱动不支持所需的功能']],
  [0x70, ['unsupported-algorithm', '令牌不支持所需的签名算法']],
  [0xa0, ['wrong-passphrase', '令牌口令（PIN）不对']],
  [0xa2, ['wrong-passphrase', '令牌口令（PIN）的长度不对']],
  [0xa3, ['token-locked', '令牌口令（PIN）已过期，请先用令牌自带的工具修改']],
  [0xa4, ['token-locked', '令牌口令（PIN）已锁定，请联系令牌的发放机构解锁']],
  [0xe0, ['token-missing', '没有插入令牌']],
  [0xe1, ['token-missing', '无法识别插入的令牌']],
  [0x102, ['token-locked', '令牌还没有设置口令（PIN）']],
]);

/** What a failed call means to a person. */
export function tokenFailure(thrown: unknown): ReturnType<typeof failure> {
  if (!(thrown instanceof TokenError)) throw thrown;
  const [code, sentence] = SENTENCES.get(thrown.code) ?? [
    'token-failed',
    `令牌的驱动报错（0x${thrown.code.toString(16)}）`,
  ];
  return failure(code, sentence);
}
