import { basename } from 'node:path';
import { success } from '../../shared/result';
import { recordExport, renderReport } from '../desk/export-report';
import { currentRevision } from '../desk/snapshot';
import { writeFileWhole } from '../files';
import type { Context } from './context';
import { UNSAFE_IN_NAMES } from './dialogs';
import type { Handlers } from './handle';
import type { KeyShelf } from './key-shelf';
import { rememberKey } from './remembered-keys';

const PDF = [{ name: 'PDF', extensions: ['pdf'] }];

type Channels = 'report:preview' | 'report:export';

export function exportHandlers(context: Context, keys: KeyShelf): Pick<Handlers, Channels> {
  const { desk, dialogs } = context;
  return {
    'report:preview': (order) => renderReport(desk, { ...order, seal: null }),
    'report:export': async ({ reportId, revisionId, draft, organisation, comments, seal }) => {
      const chosen = seal ? keys.order(seal, desk.fontsDirectory) : success(null);
      if (!chosen.ok) return chosen;
      const order = {
        reportId,
        revisionId,
        draft,
        organisation,
        comments,
        seal: chosen.value,
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
      if (seal) {
        await rememberKey(context, keys, seal, pdf.value);
        keys.forget(seal.token);
      }
      return success({ path, bytes: pdf.value.length, sealed: seal !== null });
    },
  };
}
