import type { Cell } from '../../../../shared/model/document';
import { labelColumn } from '../../../figures/table-rows';
import type { CheckedReport, Problem } from '../../rule';
import { cellText } from '../../tables/cell-text';
import { tablesOf } from '../../tables/each-table';
import { countChecks } from '../../ties/counts/index';
import { nameOf, SHARED } from './list-names';

const MOST_TABLES = 12;

const TOTAL = /^(?:合计|总计|小计|其他)/;

/** The first of a list drags its verb along: 分布在长汀. */
const isSame = (label: string, name: string): boolean =>
  label.length >= 2 && (name === label || name.endsWith(label) || label.startsWith(name));

/** A whole list in a sentence and the rows of a table that differ in one name. */
export function againstTables({ document, quantities }: CheckedReport): readonly Problem<'table'>[] {
  const checks = countChecks(document, quantities).filter(
    ({ kind, status, items }) => kind === 'list' && status === 'pass' && items.length > SHARED,
  );
  if (checks.length === 0) return [];
  const columns = tablesOf(document).map((table) => {
    const column = labelColumn(table);
    const cells = table.rows.flatMap(({ cells: own }) => own[column] ?? []);
    return cells.filter((cell) => !TOTAL.test(cellText(cell)) && cellText(cell) !== '');
  });
  const byName = new Map<string, Set<readonly Cell[]>>();
  for (const cells of columns) {
    for (const cell of cells) {
      const name = nameOf(cellText(cell));
      byName.set(name, (byName.get(name) ?? new Set()).add(cells));
    }
  }
  return checks.flatMap(({ items }): Problem<'table'>[] => {
    const members = items.map((range) => ({
      range,
      name: nameOf(document.text.slice(range.start, range.end)),
    }));
    return tablesSharing(
      members.map(({ name }) => name),
      byName,
    ).flatMap((cells): Problem<'table'>[] => {
      const labels = cells.map((cell) => nameOf(cellText(cell)));
      const strange = members.filter(({ name }) => !labels.some((label) => isSame(label, name)));
      const left = cells.filter((_, at) => !members.some(({ name }) => isSame(labels[at] ?? '', name)));
      const [member, ...others] = strange;
      const [cell] = left;
      if (!member || !cell || others.length > 0 || left.length !== 1) return [];
      if (members.length - 1 < SHARED || member.name.length < 2) return [];
      const label = cellText(cell);
      return [
        {
          message: 'table',
          data: { name: member.name, label },
          range: member.range,
          related: [{ range: cell.range, note: `表中为“${label}”` }],
        },
      ];
    });
  });
}

/** The tables that hold any of these names; none where they stand in very many, which tell no table apart. */
function tablesSharing(
  names: readonly string[],
  byName: ReadonlyMap<string, ReadonlySet<readonly Cell[]>>,
): readonly (readonly Cell[])[] {
  const sharing = new Set<readonly Cell[]>();
  for (const name of names) {
    const tables = byName.get(name) ?? [];
    for (const cells of tables) {
      sharing.add(cells);
      if (sharing.size > MOST_TABLES) return [];
    }
  }
  return [...sharing];
}
