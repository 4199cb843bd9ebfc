import { remembered } from '../../../shared/memo';
import type { ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { DAY_MINUTES, momentColumns } from './cell-moments';
import { datedItem } from './dated-items';
import { dayNumber } from './day-ranges';

/** What happened at a moment, as a row of a timeline or an item that begins with its day tells it. */
export interface NamedMoment {
  readonly text: string;
  /** Since an era, or since midnight. */
  readonly minutes: number;
  readonly range: Range;
}

/** Moments told one after another, comparable among themselves. */
export interface Story {
  readonly grain: 'day' | 'minute';
  readonly moments: readonly NamedMoment[];
  /** Neither day nor year: a moment before another may be of the next day. */
  readonly isOpen: boolean;
  /** Of items, the section that they stand in. */
  readonly section: number | null;
}

const WHAT =
  /^(?:主要)?(?:事项|事件|节点|步骤|环节|内容|活动|进展|里程碑|处置措施|动作|处置情况|工作)(?:内容|名称|描述|说明)?$/;
const FEWEST = 3;

/** The timelines of a report: tables with one column of moments and one of what happened, and runs of dated items. */
export const storiesOf = remembered((document: ReportDocument): readonly Story[] => [
  ...tablesOf(document).flatMap(storyOf),
  ...itemStories(document),
]);

function storyOf(table: Table): readonly Story[] {
  const what = table.header.cells.findIndex((cell) => WHAT.test(compactText(cell)));
  const columns = what < 0 ? [] : momentColumns(table);
  const [column, ...others] = columns;
  if (!column || others.length > 0) return [];
  const moments = entriesOf(table).flatMap(({ row }, at): NamedMoment[] => {
    const moment = column.moments[at];
    return moment
      ? [{ text: compactText(row.cells[what]), minutes: moment.minutes, range: moment.range }]
      : [];
  });
  const isOpen = column.open !== null;
  return moments.length < FEWEST ? [] : [{ grain: column.grain, moments, isOpen, section: null }];
}

const YEARLESS = 2025;

function itemStories({ blocks }: ReportDocument): readonly Story[] {
  const runs: { section: number; moments: NamedMoment[]; years: boolean }[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const item = block.kind === 'list-item' || block.kind === 'paragraph' ? datedItem(block.prose) : null;
    const { year, month, day } = item?.date ?? { year: null, month: null, day: null };
    if (!item || !('prose' in block) || month === null || day === null) {
      isOpen = false;
      continue;
    }
    const minutes = dayNumber(year ?? YEARLESS, month, day) * DAY_MINUTES;
    const moment = { text: block.prose.text.slice(item.date.end), minutes, range: item.range };
    const run = isOpen ? runs.at(-1) : undefined;
    if (run) run.moments.push(moment);
    else runs.push({ section: block.section, moments: [moment], years: year !== null });
    isOpen = true;
  }
  return runs.flatMap(({ section, moments, years }) =>
    moments.length < FEWEST ? [] : [{ grain: 'day' as const, moments, isOpen: !years, section }],
  );
}

/** The one moment that a story calls so; null where none or several may be meant. */
export function momentNamed({ moments }: Story, name: string, except?: NamedMoment): NamedMoment | null {
  const held = moments.filter((one) => one !== except && one.text.includes(name));
  const headed = held.filter(({ text }) => text.replace(/^[，,：:（(].{0,8}?[）)]?/, '').startsWith(name));
  const [only, ...others] = headed.length > 0 && held.length > 1 ? headed : held;
  return only && others.length === 0 ? only : null;
}
