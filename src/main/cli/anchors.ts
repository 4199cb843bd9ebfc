import { basename } from 'node:path';
import type { Anchor } from '../../shared/model/audit';
import { failure, type Result, success } from '../../shared/result';
import { verifyCase } from '../casefile/read';
import { parseManifest } from '../db/backup-manifest';
import { headOfDatabase } from '../db/inspect';
import { readFileBounded } from '../files';
import { embeddedFiles } from '../seal/embedded';
import { kindOfBytes } from './file-kind';

const MAX_BYTES = 512 * 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/** Heads that were kept outside: hashes as written down, PDFs, backups, their manifests. Errors: `bad-anchor`, those of reading. */
export async function readAnchors(given: readonly string[]): Promise<Result<readonly Anchor[]>> {
  const anchors: Anchor[] = [];
  for (const one of given) {
    const read = await readAnchor(one);
    if (!read.ok) return read;
    anchors.push(...read.value);
  }
  return success(anchors);
}

async function readAnchor(given: string): Promise<Result<readonly Anchor[]>> {
  if (HASH.test(given)) {
    return success([{ where: `${given.slice(0, 12)}…`, hash: given, sequence: null, chain: 'any' }]);
  }
  const where = basename(given);
  const read = await readFileBounded(given, MAX_BYTES);
  if (!read.ok) return read;
  const kind = kindOfBytes(read.value);
  if (kind === 'database') {
    const head = headOfDatabase(given);
    return head.ok ? success([{ ...head.value, where, chain: 'library' }]) : head;
  }
  const found = { pdf: inPdf, case: inCase, encrypted: none, other: inManifest }[kind](where, read.value);
  return found.length > 0 ? success(found) : failure('bad-anchor', `“${where}”里没有审计日志的链头`);
}

const none = (): readonly Anchor[] => [];

function inCase(where: string, bytes: Uint8Array): readonly Anchor[] {
  const { read } = verifyCase(bytes);
  return read ? [{ where, hash: read.manifest.head, sequence: null, chain: 'case' }] : [];
}

function inManifest(where: string, bytes: Uint8Array): readonly Anchor[] {
  const manifest = parseManifest(new TextDecoder().decode(bytes));
  if (!manifest) return [];
  return [{ where, hash: manifest.auditHead, sequence: manifest.auditEntries, chain: 'library' }];
}

/** The evidence in a released PDF names the library's head, and its case's. */
function inPdf(where: string, bytes: Uint8Array): readonly Anchor[] {
  for (const file of embedded(bytes)) {
    const { auditHead, caseHead } = evidence(file);
    const found: Anchor[] = [];
    if (HASH.test(auditHead)) found.push({ where, hash: auditHead, sequence: null, chain: 'library' });
    if (HASH.test(caseHead)) found.push({ where, hash: caseHead, sequence: null, chain: 'case' });
    if (found.length > 0) return found;
  }
  return [];
}

function embedded(bytes: Uint8Array): readonly Uint8Array[] {
  try {
    return embeddedFiles(bytes);
  } catch {
    // A damaged PDF holds no head; the caller says so.
    return [];
  }
}

function evidence(file: Uint8Array): { readonly auditHead: string; readonly caseHead: string } {
  try {
    const { auditHead, caseHead } = JSON.parse(new TextDecoder().decode(file)) as Record<string, unknown>;
    return { auditHead: String(auditHead ?? ''), caseHead: String(caseHead ?? '') };
  } catch {
    return { auditHead: '', caseHead: '' };
  }
}
