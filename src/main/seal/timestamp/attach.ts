import { failure, type Result, success } from '../../../shared/result';
import type { Certificate } from '../certificates';
import { type Cms, encodeCms, readCms } from '../cms';
import { child, children, readDer, TAG } from '../der';
import { openPdf } from '../pdf-file';
import { UnsupportedPdf } from '../pdf-syntax';
import { findSignatures, type PlacedSignature } from '../signatures';
import { boundLine, checkToken, lineOf } from './check';
import { timestampRequest } from './info';
import { encodeToken, parseToken, plainSignature } from './token';

/** The newest seal of a file, which a time-stamp can be put into. */
interface Newest {
  readonly placed: PlacedSignature;
  readonly cms: Cms;
}

/** Granted, and granted with modifications (RFC 3161 §2.4.2). */
const GRANTED = [0, 1];

/** The time-stamp request for the newest seal of a PDF. Errors: `no-seal`, `has-timestamp`, `not-pdf`. */
export function requestFor(pdf: Uint8Array): Result<Uint8Array> {
  const newest = newestSeal(pdf);
  return newest.ok ? success(timestampRequest(newest.value.cms.signature)) : newest;
}

/**
 * The PDF with the authority's reply in its newest seal: PAdES B-T (ETSI EN 319 142-1 §5.4). `more`: certificates of the
 * authority that the reply lacks. Errors: those of `requestFor`, `not-a-timestamp`, `timestamp-refused`, `wrong-timestamp`,
 * `timestamp-too-large`.
 */
export async function attachTimestamp(
  pdf: Uint8Array,
  reply: Uint8Array,
  more: readonly Certificate[] = [],
): Promise<Result<Uint8Array>> {
  const newest = newestSeal(pdf);
  if (!newest.ok) return newest;
  const { placed, cms } = newest.value;
  const token = await plainToken(reply, more);
  if (!token.ok) return token;
  const checked = await checkToken(token.value, cms.signature);
  const [problem] = checked?.problems ?? ['时间戳已损坏'];
  if (problem !== undefined) return failure('wrong-timestamp', `${problem}，没有写入`);
  const bytes = encodeCms({ ...cms, timestamp: token.value });
  if (2 * bytes.length > placed.to - placed.from - 2)
    return failure('timestamp-too-large', '时间戳太大，签章里预留的位置放不下');
  const stamped = Buffer.from(pdf);
  stamped.write(Buffer.from(bytes).toString('hex'), placed.from + 1, 'latin1');
  return success(new Uint8Array(stamped));
}

function newestSeal(pdf: Uint8Array): Result<Newest> {
  try {
    const { placed, problems } = findSignatures(openPdf(pdf));
    const last = placed.at(-1);
    const cms = last ? readCms(last.der) : null;
    if (!last || !cms || problems.length > 0 || last.end !== pdf.length)
      return failure('no-seal', '文件没有本程序的签章，或签章后有改动，不能加时间戳');
    if (cms.timestamp) return failure('has-timestamp', '最新的签章已有时间戳');
    return success({ placed: last, cms });
  } catch (thrown) {
    return failure('not-pdf', thrown instanceof UnsupportedPdf ? thrown.message : '文件结构不完整');
  }
}

/** A reply (TimeStampResp) or a bare token → the token in the one form that is written here. */
async function plainToken(reply: Uint8Array, more: readonly Certificate[]): Promise<Result<Uint8Array>> {
  try {
    const token = tokenIn(reply);
    if (!token) return failure('timestamp-refused', '时间戳机构没有给出时间戳，回复里只有拒绝的说明');
    const { certificates, ...parts } = parseToken(token);
    const line = await lineOf(parts.attributes, [...certificates, ...more]);
    if (!line) return failure('not-a-timestamp', '时间戳里没有时间戳机构的证书，请用 --trust 给出');
    const signature = plainSignature(parts.signature, parts.algorithm, line.certificate);
    const whole = { ...parts, ...line, signature };
    const [, ...chain] = await boundLine(whole);
    return success(encodeToken({ ...whole, chain }));
  } catch {
    return failure('not-a-timestamp', '这不是时间戳回复（RFC 3161），或用了不支持的算法');
  }
}

function tokenIn(reply: Uint8Array): Uint8Array | null {
  const node = readDer(reply);
  const first = child(node, 0);
  if (first.tag === TAG.oid) return reply;
  const status = child(first, 0, TAG.integer).content.at(-1) ?? 2;
  const token = children(node)[1];
  return GRANTED.includes(status) && token ? token.raw : null;
}
