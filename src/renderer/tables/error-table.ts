import { isCaught, type PlantedError, type PowerReport } from '../../shared/model/power';
import { type DataColumn, type TableData, tableData } from './table-data';

const columns: readonly DataColumn<PlantedError>[] = [
  {
    name: 'caught',
    width: 108,
    text: (error, { power }) => power.outcomes[outcomeOf(error)],
    key: (error) => outcomeOf(error),
    mark: (error) => ({
      look: `tie-sign outcome-${outcomeOf(error)}`,
      sign: outcomeOf(error) === 'caught' ? '✓' : '✗',
    }),
  },
  { name: 'errorKind', width: 92, text: ({ kind }, { power }) => power.kinds[kind] },
  { name: 'before', width: 130, grows: true, text: ({ before }) => before },
  { name: 'after', width: 130, grows: true, text: ({ after }) => after },
  {
    name: 'section',
    width: 140,
    grows: true,
    text: ({ section }, { power }) => section || power.beforeFirst,
    key: ({ range }) => range.start,
  },
  {
    name: 'caughtBy',
    width: 120,
    text: ({ caughtBy, tied }, { power }) => caughtBy.join('、') || (tied ? power.byTie : ''),
  },
];

export type ErrorOutcome = 'missed' | 'caught';
export const outcomeOf = (error: PlantedError): ErrorOutcome => (isCaught(error) ? 'caught' : 'missed');

/** Errors that were planted, one by one. */
export const errorTable = ({ errors }: Pick<PowerReport, 'errors'>): TableData<PlantedError> =>
  tableData({
    rows: errors,
    columns,
    facets: {
      outcome: (at) => (errors[at] ? outcomeOf(errors[at]) : ''),
      kind: (at) => errors[at]?.kind ?? '',
    },
    section: () => -1,
    searched: (at) => `${errors[at]?.before}\n${errors[at]?.after}\n${errors[at]?.section}`,
  });
