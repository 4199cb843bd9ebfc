import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import { success } from '../../shared/result';
import { listLedgers } from '../db/ledgers';
import {
  dropLedger,
  factsOfLedger,
  ledgerFromReport,
  openLedger,
  previewLedger,
  saveLedger,
} from '../desk/ledgers';
import { about, readFileBounded, withinLimit } from '../files';
import type { Context } from './context';
import type { Handlers } from './handle';

const LEDGERS = [
  { name: '台账（Excel、CSV）', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] },
  { name: '所有文件', extensions: ['*'] },
];

type Channels =
  | 'ledger:list'
  | 'ledger:choose'
  | 'ledger:drop'
  | 'ledger:preview'
  | 'ledger:save'
  | 'ledger:from-report'
  | 'ledger:facts'
  | 'ledger:remove';

export const ledgerHandlers = ({ desk, dialogs }: Context): Pick<Handlers, Channels> => ({
  'ledger:list': () => success(listLedgers(desk.connection)),
  'ledger:choose': async () => {
    const file = await dialogs.openFile('导入台账', LEDGERS);
    if (file === null) return success(null);
    const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
    if (!bytes.ok) return bytes;
    return about(basename(file), await openLedger(desk, basename(file), bytes.value));
  },
  'ledger:drop': async ({ name, bytes }) => {
    const bounded = withinLimit(name, bytes, MAX_IMPORT_BYTES);
    if (!bounded.ok) return bounded;
    return about(basename(name), await openLedger(desk, basename(name), bounded.value));
  },
  'ledger:preview': (input) => previewLedger(desk, input),
  'ledger:save': (input) => saveLedger(desk, input),
  'ledger:from-report': ({ reportId }) => ledgerFromReport(desk, reportId),
  'ledger:facts': ({ ledgerId }) => factsOfLedger(desk, ledgerId),
  'ledger:remove': ({ ledgerId }) => dropLedger(desk, ledgerId),
});
