import { failure, type Result, success } from '../../../shared/result';

/**
 * The part that calls tokens, loaded when a person uses one: its native binary comes for the usual systems only. Error:
 * `token-failed`.
 */
export async function loadTokens(): Promise<Result<typeof import('./token-key')>> {
  try {
    return success(await import('./token-key'));
  } catch {
    return failure('token-failed', '本机的系统不支持使用令牌，请改用证书文件');
  }
}
