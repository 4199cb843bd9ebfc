import type { ColumnMapping, ColumnRole, LedgerTable, Sheet } from '../../../shared/model/ledger';
import { type Contents, contentsOf } from './contents';
import { columnPeriod, type HeaderMeaning, headerMeaning, namesConcept } from './header-meaning';
import { type ProposedRole, roleOf } from './roles';
import { unitFor } from './units';

/** A table as found, before its columns are given a meaning. */
export type UnmappedTable = Omit<LedgerTable, 'mapping' | 'remembered'>;

interface Column {
  readonly role: ProposedRole;
  readonly header: HeaderMeaning;
  readonly contents: Contents;
}

/** What each column of a table seems to mean, from headers, title and contents. A person has the last word. */
export function proposeMapping(table: UnmappedTable, sheet: Sheet): readonly ColumnMapping[] {
  const columns = table.headers.map((path, at): Column => {
    const contents = contentsOf(sheet.rows, table.dataFrom, table.dataTo, table.columnFrom + at);
    return { role: roleOf(path, contents), header: headerMeaning(path), contents };
  });
  const roles = settledRoles(columns);
  const hasUnits = roles.includes('unit');
  const periods = columns.filter((_, at) => roles[at] === 'period');
  // Where the rows name their whole period, the title's adds nothing.
  const areRowsDated =
    periods.length > 0 &&
    periods.some(({ contents }) => contents.dated > 0 && contents.dated === contents.periods);
  return columns.map(({ header }, at): ColumnMapping => {
    const role = roles[at] ?? 'ignore';
    if (role !== 'value') return { role, concept: '', scope: '', period: '', unit: '' };
    const unit = header.unit || (hasUnits ? '' : unitFor(table.unit, header.concept));
    const period = columnPeriod(header, areRowsDated ? '' : table.title);
    return { role, concept: header.concept, scope: '', period, unit };
  });
}

/** Decides what the words of label columns are: what is measured, or whose figures these are. */
function settledRoles(columns: readonly Column[]): readonly ColumnRole[] {
  const lastValue = columns.findLastIndex(({ role }) => role === 'value');
  const roles = columns.map(
    ({ role }, at): ProposedRole =>
      // Words behind the last figures are remarks unless the header says what they name.
      role === 'label' && at > lastValue ? 'ignore' : role,
  );
  const values = columns.filter(({ role }) => role === 'value').map(({ header }) => header);
  const isNamed = values.every(({ concept }) => concept !== '');
  const label = values.every(namesConcept) ? 'scope' : 'concept';
  const settled = roles.map((role): ColumnRole => (role === 'label' ? label : role));
  if (isNamed || settled.includes('concept')) return settled;
  // Where headers name periods only, the last label before the figures names what is measured.
  const last = settled.findLastIndex((role, at) => role === 'scope' && at < lastValue);
  return settled.map((role, at) => (at === last ? 'concept' : role));
}
