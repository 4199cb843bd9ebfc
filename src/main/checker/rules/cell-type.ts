import type { Table } from '../../../shared/model/document';
import { defineRule, type Problem } from '../rule';
import { tableSearch } from '../search';
import { cellText, compactText, isMerged } from '../tables/cell-text';
import { type ColumnPattern, columnPatterns } from '../tables/column-pattern';
import { entriesOf, tablesOf } from '../tables/each-table';
import { cellFit } from '../tables/misfits';

type MessageId = 'date' | 'number';

/** A cell that does not hold what its column holds. */
export const cellType = defineRule<MessageId, 'filled'>({
  code: 'T104',
  name: 'cell-type',
  severity: 'doubt',
  looks: 'near',
  messages: {
    date: '“{header}”一列都是日期，这一格是“{text}”',
    number: '“{header}”一列都是数字，这一格是“{text}”',
  },
  // With fewer cells a column teaches nothing certain.
  limits: { filled: { value: 4, least: 3, most: 50 } },
  applies: ({ document }) => tablesOf(document).length > 0,
  check: ({ document }, limits) => problemsIn(document, limits.filled, String(limits.filled)),
});

const problemsIn = tableSearch((table, least: number) => inTable(table, least));

function inTable(table: Table, least: number): Problem<MessageId>[] {
  const patterns = columnPatterns(table);
  const isTyped = (pattern: ColumnPattern): pattern is Typed =>
    (pattern.kind === 'date' || pattern.kind === 'number') && pattern.filled >= least;
  if (!patterns.some(isTyped)) return [];
  return entriesOf(table).flatMap(({ row }) =>
    patterns.flatMap((pattern, column): Problem<MessageId>[] => {
      const cell = row.cells[column];
      if (!cell || !isTyped(pattern) || isMerged(row, column)) return [];
      const text = cellText(cell);
      // 持平, 新增, 待定: words say what no figure could. 五个 is a figure in words.
      if ((!/\d/.test(text) && !(pattern.kind === 'number' && IN_WORDS.test(text))) || text.length > 60)
        return [];
      const fit = cellFit(text, pattern);
      if (fit === 'fits' || fit === 'weak' || readsAsOther(text, pattern)) return [];
      const header = compactText(table.header.cells[column]) || `第${column + 1}列`;
      return [{ message: pattern.kind, data: { header, text: text.replace(/\n/g, ' ') }, range: cell.range }];
    }),
  );
}

const IN_WORDS =
  /^[一二三四五六七八九十百千万两]{1,6}(?:个|家|户|件|项|人|次|笔|台|份|条|名|张|万元|亿元|元)?$/;

type Typed = ColumnPattern & { readonly kind: 'date' | 'number' };

/** 每笔10.00元 among rates: a price of its own kind. */
const PER_ONE = /^(?:每|按)[\p{Script=Han}]{1,4}\d[\d,.]*[\p{L}％%‰]{0,4}$/u;
/** A figure with a remark, a range or a bound in a column of figures; a period in a column of dates. */
const FIGURE =
  /^[约近超逾<>≤≥＜＞±]*[-+−－（(]?\d[\d,.，]*[％%‰）)]?[\p{L}％%‰]{0,6}(?:[-—~～至/:：×xX][-+]?\d[\d,.]*[\p{L}％%‰]{0,6})*(?:[（([【][^）)\]】]*[）)\]】]|以上|以下|以内|左右|余|多|[*＊※]|注\d*)*$/u;
const PERIOD = /年|月|季度|半年|周|日|天|\d{4}[-/.]?/;

/** Nothing but times and what joins them: 2025-06-10清结 is a date that a word was torn into. */
const TIMES =
  /[\d年月日时分秒点号季度半旬初末底至到起止前后约每上中下全第周星期一二三四五六七八九十天-]|[—–~～/.:：、，,（）()*＊※]|之|工作日|以|内|长期|持续|待定|立即|当|次|未|已|完成|计划|预计|拟|试运行|正式|上线|续/g;

const isOfTime = (whole: string): boolean => whole.replace(TIMES, '').length === 0;

function readsAsOther(text: string, { kind }: Typed): boolean {
  if (/\d\s+\d/.test(text)) return false;
  const whole = text.replace(/\s+/g, '');
  if (kind === 'number')
    return (
      FIGURE.test(whole) ||
      PER_ONE.test(whole) ||
      /^(?:增加|减少|上升|下降|提高|降低|增长)[\d.,]+/.test(whole)
    );
  return PERIOD.test(whole) && !/^[-—、，]|[-—、，]$/.test(whole) && isOfTime(whole);
}
