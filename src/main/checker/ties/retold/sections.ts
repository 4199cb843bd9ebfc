import { remembered } from '../../../../shared/memo';
import type { ReportDocument } from '../../../../shared/model/document';
import { parentHeadings } from '../../../document/outline';
import { spanOf } from '../../../figures/identity/span';
import { reportPeriod } from '../../../figures/report-period';
import type { TieInput } from '../input';
import type { Claim } from '../prose/claims';

const PLAN =
  /计划|下一步|下一?阶段|后续|下半年|下季度|下月|来年|明年|安排|打算|重点|措施|思路|展望|工作要求|整改要求/;

/** Whether a heading, or one above it, speaks of what is to come. */
export function plansIn(document: ReportDocument): (section: number) => boolean {
  const headings = headingsIn(document);
  return (section) => PLAN.test(headings(section));
}

/** The headings from a section's own upwards, a line each, the title left out. */
export const headingsIn = remembered((document: ReportDocument): ((section: number) => string) => {
  const parents = parentHeadings(document);
  const known = new Map<number, string>();
  return (section) => {
    const found = known.get(section);
    if (found !== undefined) return found;
    let all = '';
    for (let at = section; at >= 0; at = parents.get(at) ?? -1) {
      const heading = document.blocks[at];
      const isTitle = heading?.kind !== 'heading' || heading.prose.text === document.title;
      all += isTitle ? '' : `${heading.prose.text}\n`;
    }
    known.set(section, all);
    return all;
  };
});

/** What was counted at an earlier date than the end of the period that the title tells was told of then. */
export function isOfNow({ document }: TieInput, { fact: { period } }: Claim): boolean {
  const [own, main] = [spanOf(period), spanOf(reportPeriod(document.title).value)];
  return own === null || main === null || own.end >= main.end;
}
