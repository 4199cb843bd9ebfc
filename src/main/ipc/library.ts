import { success } from '../../shared/result';
import { archiveReport, libraryOf, removeReport, tagReport } from '../desk/library';
import { searchLibrary } from '../desk/search';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = 'report:list' | 'report:tag' | 'report:archive' | 'report:remove' | 'library:search';

export const libraryHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'report:list': () => success(libraryOf(desk)),
  'report:tag': (order) => tagReport(desk, order),
  'report:archive': (order) => archiveReport(desk, order),
  'report:remove': (order) => removeReport(desk, order),
  'library:search': (order) => success(searchLibrary(desk, order)),
});
