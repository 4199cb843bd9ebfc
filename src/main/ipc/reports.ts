import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import { failure, success } from '../../shared/result';
import { importDraft } from '../desk/import-report';
import { libraryOf, openReport } from '../desk/snapshot';
import { readFileBounded } from '../files';
import type { Context } from './context';
import type { Handlers } from './handle';

const DRAFTS = [{ name: '报告（Markdown、纯文本）', extensions: ['md', 'markdown', 'txt'] }];

type Channels = 'report:list' | 'report:open' | 'report:import' | 'report:drop';

export const reportHandlers = ({ desk, dialogs }: Context): Pick<Handlers, Channels> => ({
  'report:list': () => success(libraryOf(desk)),
  'report:open': ({ reportId }) => openReport(desk, reportId),
  'report:import': async () => {
    const file = await dialogs.openFile('导入报告', DRAFTS);
    if (file === null) return success(null);
    const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
    return bytes.ok ? importDraft(desk, basename(file), bytes.value) : bytes;
  },
  'report:drop': ({ name, bytes }) => {
    if (bytes.length > MAX_IMPORT_BYTES) {
      return failure('too-large', `“${name}”超过 ${MAX_IMPORT_BYTES / 1_048_576} MB 的上限`);
    }
    return importDraft(desk, basename(name), bytes);
  },
});
