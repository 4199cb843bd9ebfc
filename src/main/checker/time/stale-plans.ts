import { allMatches } from '../../../shared/matches';
import type { ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { monthsIn, toldYears } from './own-period';
import { PERIOD, readPeriod } from './period';

/** What is planned for a period that was over when the report was closed. */
export interface StalePlan {
  readonly period: string;
  readonly range: Range;
}

/** What a chapter or a paragraph on what comes next is headed. */
const NEXT =
  /下一?(?:期|步|阶段|年度?|季度|半年|月)(?:的)?(?:工作|目标|计划|安排|打算|展望|重点|措施|任务|思路|$)|^(?:[（(]?[\d.．、一二三四五六七八九十]+[）)．.、\s]*)?(?:工作|后续)(?:计划|安排|打算|思路|展望|工作计划|工作安排)$|展望$/;
const PLAN = new RegExp(
  `(?<=^|[。；：:）)、]|^\\s*[（(][一二三四五六七八九十\\d]{1,2}[）)]|工作计划，)(?<period>${PERIOD})(?:，|(?=(?:我|本|全)?(?:公司|司|行|机构|单位|社)|将|力争|争取|拟|计划))(?<rest>[^。；]{2,80})`,
  'g',
);
const COMES = /将|争取|力争|计划|拟|确保|继续|目标/;
const WAS = /已|了|以来|完成情况|取得|累计|共|较|比|同比|原|未能|曾|要求|印发|发布/;

/** 下期目标。2024年下半年，…争取达到85分 in a report closed in August 2025. */
export function stalePlans(document: ReportDocument): readonly StalePlan[] {
  const { closing } = toldYears(document);
  if (!closing) return [];
  let isNext = false;
  return document.blocks.flatMap((block): readonly StalePlan[] => {
    if (block.kind === 'heading') isNext = NEXT.test(block.prose.text.trim());
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    if (!/\d年/.test(text) || !COMES.test(text)) return [];
    const lead = text.search(/[。：:]/);
    const isLed = lead > 0 && lead < 24 && NEXT.test(text.slice(0, lead));
    if (!isNext && !isLed) return [];
    return allMatches(text, PLAN).flatMap((match) => {
      const { period: raw = '', rest = '' } = match.groups ?? {};
      const period = readPeriod(raw);
      if (!period || period.kind === 'month' || !COMES.test(rest) || WAS.test(rest)) return [];
      const to = monthsIn(raw)?.to ?? 12;
      const isOver = period.year < closing.year || (period.year === closing.year && to < closing.month);
      return isOver
        ? [{ period: raw, range: sourceRange(block.prose, match.index, match.index + raw.length) }]
        : [];
    });
  });
}
