import { resolve } from 'node:path';
import { failure, type Result, success } from '../../shared/result';
import { readFileBounded, writeFileWhole } from '../files';
import { certificatesOf } from '../seal/certificates';
import { attachTimestamp, requestFor } from '../seal/timestamp/attach';
import type { Outcome } from './main';
import { write } from './output';

const MAX_PDF_BYTES = 512 * 1024 * 1024;
const MAX_TOKEN_BYTES = 1024 * 1024;

/** `gouji stamp-request`: the RFC 3161 request for the newest seal. */
export async function stampRequest(file: string, out: string | undefined): Promise<Outcome> {
  if (!out) return failure('no-out', '请用 --out 指定时间戳请求的文件');
  if (resolve(out) === resolve(file)) return failure('same-file', '输出文件不能就是原文件');
  const pdf = await readFileBounded(file, MAX_PDF_BYTES);
  if (!pdf.ok) return pdf;
  const request = requestFor(pdf.value);
  return request.ok ? put(out, request.value, '时间戳请求已写入') : request;
}

interface AttachArguments {
  readonly token: string | undefined;
  readonly out: string | undefined;
  readonly trust: readonly string[];
}

/** `gouji stamp-attach`: the authority's reply into the newest seal. */
export async function stampAttach(file: string, { token, out, trust }: AttachArguments): Promise<Outcome> {
  if (!token || !out) return failure('no-out', '请用 --token 给出时间戳回复，用 --out 指定输出的 PDF 文件');
  if (resolve(out) === resolve(file)) return failure('same-file', '输出文件不能就是原文件');
  const pdf = await readFileBounded(file, MAX_PDF_BYTES);
  if (!pdf.ok) return pdf;
  const reply = await readFileBounded(token, MAX_TOKEN_BYTES);
  if (!reply.ok) return reply;
  const more = await readAll(trust);
  if (!more.ok) return more;
  const stamped = await attachTimestamp(pdf.value, reply.value, more.value.flatMap(certificatesOf));
  return stamped.ok ? put(out, stamped.value, '时间戳已写入') : stamped;
}

/** Small files, each whole. */
export async function readAll(files: readonly string[]): Promise<Result<readonly Uint8Array[]>> {
  const all: Uint8Array[] = [];
  for (const file of files) {
    const bytes = await readFileBounded(file, MAX_TOKEN_BYTES);
    if (!bytes.ok) return bytes;
    all.push(bytes.value);
  }
  return success(all);
}

async function put(out: string, bytes: Uint8Array, done: string): Promise<Outcome> {
  const written = await writeFileWhole(out, bytes);
  if (!written.ok) return written;
  await write(`${done} ${out}\n`);
  return success(0);
}
