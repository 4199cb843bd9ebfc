import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import { type Result, success } from '../../shared/result';
import { markOpened } from '../db/shelf';
import { acceptImport, importDraft } from '../desk/import-report';
import { compareInReport, compareWithReport, sourceMapInReport } from '../desk/revisions';
import { openReport } from '../desk/snapshot';
import { about, readFileBounded, withinLimit } from '../files';
import type { Context } from './context';
import type { Handlers } from './handle';
import { shown } from './shown';

const DRAFTS = [
  {
    name: '报告（Word、HTML、Markdown、纯文本）',
    extensions: ['docx', 'docm', 'html', 'htm', 'md', 'markdown', 'txt'],
  },
  { name: '所有文件', extensions: ['*'] },
];

type Channels =
  | 'report:open'
  | 'report:import'
  | 'report:drop'
  | 'report:accept-import'
  | 'report:source-map'
  | 'report:compare'
  | 'report:compare-with';

export const reportHandlers = ({ desk, dialogs }: Context): Pick<Handlers, Channels> => ({
  'report:open': ({ reportId }) => {
    markOpened(desk.connection, reportId, desk.now().toISOString());
    return openReport(desk, reportId);
  },
  'report:import': async ({ into }) => {
    const file = await dialogs.openFile(into ? '导入新稿' : '导入报告', DRAFTS);
    if (file === null) return success(null);
    const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
    if (!bytes.ok) return bytes;
    const name = basename(file);
    return about(name, shown(desk, await importDraft(desk, name, bytes.value, into)));
  },
  'report:drop': async ({ name, bytes, into }) => {
    const bounded: Result<Uint8Array> = withinLimit(name, bytes, MAX_IMPORT_BYTES);
    if (!bounded.ok) return bounded;
    return about(basename(name), shown(desk, await importDraft(desk, basename(name), bounded.value, into)));
  },
  'report:accept-import': async ({ token }) => shown(desk, await acceptImport(desk, token)),
  'report:source-map': (shown) => sourceMapInReport(desk, shown),
  'report:compare': (pair) => compareInReport(desk, pair),
  'report:compare-with': (pair) => compareWithReport(desk, pair),
});
