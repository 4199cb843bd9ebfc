import { createHash } from 'node:crypto';
import { failure, type Result, success } from '../../shared/result';
import { parseOnce } from '../document/parse';
import { importReport } from '../importer/import';
import { checkWhole, dropLong } from './at-hand';
import { recheck } from './recheck';
import { addSeal, openSealKey, sealWith } from './sealing';
import { holdsCertificates, listTokens, stampAttach, stampRequest, verifySeal } from './seals';
import type { ExportInput, TaskName, TaskRequest, Tasks } from './tasks';

type Progress = (done: number) => void;

/** Does a task on this thread. */
export async function runTask(
  request: TaskRequest,
  onProgress: Progress,
): Promise<Tasks[TaskName]['output']> {
  if (isTask(request, 'check')) {
    const { edits, ...input } = request.input;
    return checkWhole(input, onProgress, edits ? { edits } : {});
  }
  if (isTask(request, 'recheck')) return recheck(request.input, onProgress);
  dropLong();
  if (isTask(request, 'import')) return importAndCheck(request.input, onProgress);
  if (isTask(request, 'power')) {
    const { measurePower } = await import('../checker/power/power');
    const { text, ...options } = request.input;
    return measurePower(text, { ...options, onProgress });
  }
  if (isTask(request, 'write-table')) {
    const { writeTable } = await import('../exporter/tables/write');
    return writeTable(request.input);
  }
  if (isTask(request, 'compare')) {
    const { compareRevisions } = await import('../review/compare/compare');
    return compareRevisions(request.input.before, request.input.after, request.input.dispositions);
  }
  if (isTask(request, 'read-ledger')) return (await import('./ledger')).readLedger(request.input);
  if (isTask(request, 'ledger-facts')) return (await import('./ledger')).ledgerFacts(request.input);
  if (isTask(request, 'inspect-fonts')) return (await import('./fonts')).inspectFonts(request.input.folder);
  if (isTask(request, 'export')) return exportAndSeal(request.input, onProgress);
  if (isTask(request, 'seal')) return addSeal(request.input.pdf, request.input.order);
  if (isTask(request, 'audit-library')) return (await import('./library')).auditLibrary(request.input);
  if (isTask(request, 'open-case')) return (await import('./cases')).openCase(request.input);
  if (isTask(request, 'audit-case')) return (await import('./cases')).auditCase(request.input);
  if (isTask(request, 'write-record')) return (await import('./cases')).writeRecord(request.input);
  if (isTask(request, 'encrypt-case')) return (await import('./cases')).encryptCase(request.input);
  if (isTask(request, 'back-up')) return (await import('./library')).backUpLibrary(request.input);
  if (isTask(request, 'verify')) return verifySeal(request.input);
  if (isTask(request, 'list-tokens')) return listTokens(request.input.library);
  if (isTask(request, 'read-certificates')) return holdsCertificates(request.input);
  if (isTask(request, 'stamp-request')) return stampRequest(request.input.pdf);
  if (isTask(request, 'stamp-attach')) return stampAttach(request.input);
  throw new Error(`unknown task: ${request.task}`);
}

const isTask = <T extends TaskName>(request: TaskRequest, task: T): request is TaskRequest<T> =>
  request.task === task;

async function importAndCheck(
  input: Tasks['import']['input'],
  onProgress: Progress,
): Promise<Tasks['import']['output']> {
  const parse = parseOnce();
  const imported = await importReport(input.bytes, input.fileName, (done) => onProgress(done / 2), parse);
  if (!imported.ok) return imported;
  const { text, marks } = imported.value;
  const { references = [], policy } = input;
  const analysis = checkWhole(
    { text, marks, references, ...(policy ? { policy } : {}) },
    (done) => onProgress(0.5 + done / 2),
    { document: parse(text) },
  );
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  return success({ imported: imported.value, analysis, sha256 });
}

/** Report → PDF, and sealed when a key is given. Errors are those of the key: `wrong-passphrase` … */
export async function exportAndSeal(input: ExportInput, onProgress: Progress): Promise<Result<Uint8Array>> {
  const key = input.seal ? await openSealKey(input.seal) : null;
  if (key && !key.ok) return key;
  const { exportPdf, MissingGlyphsError, UnreadableFolder } = await import('../exporter/export');
  const share = key ? 0.9 : 1;
  let pdf: Uint8Array;
  try {
    pdf = await exportPdf(input.analysis, { ...input, onProgress: (done) => onProgress(done * share) });
  } catch (thrown) {
    if (key?.ok) key.value.close?.();
    if (thrown instanceof MissingGlyphsError) return failure('missing-glyphs', thrown.message);
    if (thrown instanceof UnreadableFolder) return failure('bad-fonts', thrown.message);
    throw thrown;
  }
  if (!key || !input.seal) return success(pdf);
  return sealWith(pdf, key.value, input.seal);
}
