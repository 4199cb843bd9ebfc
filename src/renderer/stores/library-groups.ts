import type { ReportSummary } from '../../shared/model/review';

export const groupings = ['none', 'institution', 'year', 'tag'] as const;
/** What the reports of the library stand together by. */
export type Grouping = (typeof groupings)[number];

export interface GroupLine {
  readonly kind: 'group';
  /** Of the group among those of its grouping; empty where the reports tell nothing. */
  readonly name: string;
  readonly reports: number;
  readonly folded: boolean;
}

export interface ReportLine {
  readonly kind: 'report';
  /** Of the group that it stands in; a report with two tags stands in both. */
  readonly group: string;
  readonly report: ReportSummary;
}

/** A line of the library's list. */
export type LibraryLine = GroupLine | ReportLine;

const namesOf: Readonly<Record<Exclude<Grouping, 'none'>, (report: ReportSummary) => readonly string[]>> = {
  institution: ({ institution }) => [institution],
  year: ({ year }) => [year === null ? '' : String(year)],
  tag: ({ tags }) => (tags.length === 0 ? [''] : tags),
};

/** The reports in their order, under their groups: years newest first, the others by name, what tells nothing last. */
export function linesOf(
  reports: readonly ReportSummary[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
): readonly LibraryLine[] {
  if (grouping === 'none') return reports.map((report) => ({ kind: 'report', group: '', report }));
  const groups = new Map<string, ReportSummary[]>();
  for (const report of reports) {
    for (const name of namesOf[grouping](report)) {
      const own = groups.get(name);
      if (own) own.push(report);
      else groups.set(name, [report]);
    }
  }
  const names = [...groups.keys()].sort((a, b) => compareNames(a, b, grouping));
  return names.flatMap((name): readonly LibraryLine[] => {
    const own = groups.get(name) ?? [];
    const isFolded = folded.has(keyOf(grouping, name));
    const head: GroupLine = { kind: 'group', name, reports: own.length, folded: isFolded };
    const lines = own.map((report): ReportLine => ({ kind: 'report', group: name, report }));
    return isFolded ? [head] : [head, ...lines];
  });
}

/** What a folded group is remembered by. */
export const keyOf = (grouping: Grouping, name: string): string => `${grouping}:${name}`;

function compareNames(a: string, b: string, grouping: Grouping): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return grouping === 'year' ? Number(b) - Number(a) : a.localeCompare(b, 'zh-CN');
}
