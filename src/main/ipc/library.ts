import type { LibraryOutputs } from '../../shared/ipc/library';
import { success } from '../../shared/result';
import { archiveReport, libraryOf, removeReport, tagReport } from '../desk/library';
import { bringBack, purgeReport, removedReports } from '../desk/removed';
import { searchLibrary } from '../desk/search';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = keyof LibraryOutputs;

export const libraryHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'report:list': () => success(libraryOf(desk)),
  'report:tag': (order) => tagReport(desk, order),
  'report:archive': (order) => archiveReport(desk, order),
  'report:remove': (order) => removeReport(desk, order),
  'library:removed': () => success(removedReports(desk)),
  'report:bring-back': (order) => bringBack(desk, order),
  'report:purge': (order) => purgeReport(desk, order),
  'library:search': (order) => success(searchLibrary(desk, order)),
});
