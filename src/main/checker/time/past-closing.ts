import type { Prose, ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { isValidDate, namedDates } from './calendar';

/** A day behind the closing date. */
export interface PastDay {
  readonly range: Range;
  readonly text: string;
}

/** What is still to come. */
export const PLAN = /将|拟|计划|预计|力争|争取|目标|确保|下一步|预期/;

/** Days behind the closing date (as 20250731) that are told as past. */
export function daysPast(document: ReportDocument, closing: number): readonly PastDay[] {
  return document.blocks.flatMap((one) => {
    if ((one.kind !== 'paragraph' || one.role !== 'body') && one.kind !== 'list-item' && one.kind !== 'table')
      return [];
    const proses = one.kind === 'table' ? pastCells(one) : [one.prose];
    return proses.flatMap((prose) =>
      namedDates(prose.text).flatMap((date) => {
        const { year, month, day, start, end } = date;
        if (year === null || month === null || day === null || !isValidDate(date)) return [];
        const around = prose.text.slice(Math.max(0, start - 24), end + 24);
        const isLater = year * 10000 + month * 100 + day > closing;
        return isLater &&
          !PLAN.test(around) &&
          !RANGE_END.test(prose.text.slice(Math.max(0, start - 6), start)) &&
          !/前|生效|施行|实施|到期|截止|有效期|保留|保存|期满|届满|存续|延至|顺延/.test(around)
          ? [{ range: sourceRange(prose, start, end), text: prose.text.slice(start, end) }]
          : [];
      }),
    );
  });
}

/** 2023年7月1日至2026年6月30日: a term that runs on. */
const RANGE_END = /[年月日]\s?(?:[至到]|[-—–~～]+)\s?$/;

/** Cells of columns whose header does not speak of what is still to come. */
const pastCells = ({ header, rows }: Table): readonly Prose[] =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ prose }, column) =>
      /计划|预计|拟|目标|到期|截止|时限|期限|有效|生效|完成(?:时间|日期|期限)|整改|责任|合同|协议|起止|质保|租期|下次|终止/.test(
        header.cells[column]?.prose.text ?? '',
      )
        ? []
        : [prose],
    ),
  );
