import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { failure, success } from '../../shared/result';
import { recordExport, renderReport } from '../desk/export-report';
import { currentRevision } from '../desk/snapshot';
import { readFileBounded, writeFileWhole } from '../files';
import type { Context } from './context';
import { UNSAFE_IN_NAMES } from './dialogs';
import type { Handlers } from './handle';

const PDF = [{ name: 'PDF', extensions: ['pdf'] }];
const KEYS = [{ name: 'PKCS#12 签章证书', extensions: ['p12', 'pfx'] }];
const MAX_KEY_BYTES = 1024 * 1024;
const MAX_PDF_BYTES = 512 * 1024 * 1024;

type Channels = 'report:preview' | 'key:choose' | 'report:export' | 'seal:verify';

export function exportHandlers(context: Context): Pick<Handlers, Channels> {
  const { desk, jobs, dialogs } = context;
  // Encrypted containers as chosen by the person; each serves one export and is then forgotten.
  const keys = new Map<string, Uint8Array>();
  return {
    'report:preview': (order) => renderReport(desk, { ...order, seal: null }),
    'key:choose': async () => {
      const file = await dialogs.openFile('选择签章证书', KEYS);
      if (file === null) return success(null);
      const bytes = await readFileBounded(file, MAX_KEY_BYTES);
      if (!bytes.ok) return bytes;
      keys.clear();
      const token = randomUUID();
      keys.set(token, bytes.value);
      return success({ token, fileName: basename(file) });
    },
    'report:export': async ({ reportId, revisionId, draft, seal }) => {
      const p12 = seal ? keys.get(seal.token) : undefined;
      if (seal && !p12) return failure('no-key', '请重新选择签章证书');
      const order = {
        reportId,
        revisionId,
        draft,
        seal: seal && p12 ? { source: { kind: 'file' as const, p12, passphrase: seal.passphrase } } : null,
      };
      const current = currentRevision(desk, reportId, revisionId);
      if (!current.ok) return current;
      const pdf = await renderReport(desk, order);
      if (!pdf.ok) return pdf;
      const name = `${current.value.report.title.replace(UNSAFE_IN_NAMES, ' ').slice(0, 80)}${draft ? '（草稿）' : ''}.pdf`;
      const path = await dialogs.saveFile('导出 PDF', name, PDF);
      if (path === null) return success(null);
      const written = await writeFileWhole(path, pdf.value);
      if (!written.ok) return written;
      recordExport(desk, order, basename(path), pdf.value);
      if (seal) keys.delete(seal.token);
      return success({ path, bytes: pdf.value.length, sealed: seal !== null });
    },
    'seal:verify': async () => {
      const file = await dialogs.openFile('验证签章', PDF);
      if (file === null) return success(null);
      const pdf = await readFileBounded(file, MAX_PDF_BYTES);
      if (!pdf.ok) return pdf;
      const fileName = basename(file);
      const report = await jobs.run('verify', fileName, { pdf: pdf.value });
      return success({ fileName, report });
    },
  };
}
