import { basename } from 'node:path';
import { success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { basisOf } from '../desk/basis';
import { factElsewhere, referenceChoice, setReferences } from '../desk/references';
import { analysisOf, currentRevision } from '../desk/snapshot';
import { writeFileWhole } from '../files';
import type { Context } from './context';
import { UNSAFE_IN_NAMES } from './dialogs';
import type { Handlers } from './handle';

const FORMATS = {
  xlsx: { name: 'Excel 工作簿', extensions: ['xlsx'] },
  csv: { name: 'CSV（UTF-8）', extensions: ['csv'] },
} as const;
const TABLES = { figures: '数字', ties: '勾稽关系', quotes: '附表对照' } as const;

type Channels =
  | 'report:references'
  | 'report:set-references'
  | 'report:power'
  | 'fact:elsewhere'
  | 'table:export';

export const dataHandlers = ({ desk, dialogs }: Context): Pick<Handlers, Channels> => ({
  'report:references': ({ reportId }) => referenceChoice(desk, reportId),
  'report:set-references': (order) => setReferences(desk, order),
  'report:power': async ({ reportId, revisionId }) => {
    const current = currentRevision(desk, reportId, revisionId);
    if (!current.ok) return current;
    const { report, revision } = current.value;
    const { text, marks } = revision;
    const { references, policy } = await basisOf(desk, report);
    return success(await desk.jobs.run('power', report.title, { text, marks, references, policy }));
  },
  'fact:elsewhere': (asked) => factElsewhere(desk, asked),
  'table:export': async ({ reportId, revisionId, table, format, rows }) => {
    const current = currentRevision(desk, reportId, revisionId);
    if (!current.ok) return current;
    const { report, revision } = current.value;
    const title = report.title.replace(UNSAFE_IN_NAMES, ' ').slice(0, 80);
    const name = `${title} ${TABLES[table]}.${format}`;
    const path = await dialogs.saveFile('导出表格', name, [
      { name: FORMATS[format].name, extensions: [...FORMATS[format].extensions] },
    ]);
    if (path === null) return success(null);
    const analysis = await analysisOf(desk, report, revision);
    const bytes = await desk.jobs.run('write-table', name, { analysis, table, format, rows });
    const written = await writeFileWhole(path, bytes);
    if (!written.ok) return written;
    const fileName = basename(path);
    appendAudit(desk.connection, {
      reportId,
      at: desk.now().toISOString(),
      actor: desk.reviewer(),
      action: 'table.exported',
      summary: `导出表格《${fileName}》，${rows.length} 行`,
      detail: { fileName, table, format, revision: revisionId, rows: rows.length },
    });
    return success({ fileName });
  },
});
