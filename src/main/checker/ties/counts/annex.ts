import { groupBy } from '../../../../shared/group-by';
import { remembered } from '../../../../shared/memo';
import type { Block, ReportDocument, Row, Table } from '../../../../shared/model/document';
import { headerCells } from '../../../document/spans';
import { bodyRows, compactText, isSpecialRow } from '../../tables/cell-text';
import { sequenceColumn } from '../../tables/sequence';
import { type SequenceDefect, sequenceDefects } from '../../tables/sequence-defects';
import type { Target } from '../../text/references/label-targets';
import { findReferences, type Reference } from '../../text/references/references';
import { lineKind } from '../tables/words';
import type { Counted } from './counted';
import type { CountCheck } from './index';

const MAX_DISTANCE = 40;
/** 共14家，其中综合服务类5家…，具体名单见: what is broken down in between is listed there as a whole. */
const LISTED_IN = /^[^。；]{0,24}，其中[^。；]{0,90}(?:名单|清单|明细|名录)(?:详)?见$/;
const COUNTER = '[个家款种类项条名位场份件笔起次只]';
const INVOLVED = /(?:涉及|覆盖|来自|分布[在于]|由)[^，。；\d]{0,12}$/;
/** 较年初增加1项: what changed is no other count. */
const CHANGED = new RegExp(
  `，?[（(]?[较比][^，。；\\d]{1,10}(?:净?增加?|减少|多|少)了?\\d+${COUNTER}[）)]?`,
  'g',
);
/** 两项口径的差异, 58个评估项的结果分布: the table is about the things counted, its rows are something else. */
const ABOUT_THEM =
  /的[^，。；：（(]{0,8}(?:差异|区别|异同|分布|结构|构成|占比|对比|比较|变化|变动|趋势|关系|口径|汇总|分类|统计|分析|影响|原因|合计|勾稽|关联|划分|定义|评分|权重)(?:情况|结果|表)?(?:[详另参]?见|如|[列载]于)?$/;
/** An annex that does not claim to be whole. */
const EXCERPT = /节选|摘录|摘选|部分|示例|样例|举例|典型|主要|重点|前[一二三四五六七八九十\d]+/;

/** `13款（名单见表2）`: the count against the rows of the table that the same sentence points to. */
export function annexOf(
  document: ReportDocument,
  targets: readonly Target[],
  counted: Counted,
): CountCheck | null {
  const { text } = counted.block.prose;
  const reference = nextReference(text, counted);
  if (!reference) return null;
  const target = tableTarget(targets, reference);
  const table = target && tableOf(document, target);
  if (!target || !table || isExcerpt(target.title, text.slice(Math.max(0, counted.from - 16), counted.to)))
    return null;
  const after = text.slice(counted.to, counted.to + 20).split(/[，。；：、（(]/)[0] ?? '';
  // 示范商圈16个（…）: the noun may as well stand before its count.
  const noun =
    after ||
    (
      text
        .slice(0, counted.from)
        .split(/[，。；：、（(]/)
        .at(-1) ?? ''
    ).slice(-8);
  const headers = headerCells(table)
    .map((cells) => cells.map((cell) => cell.prose.text).join(' '))
    .join(' ');
  if (!shareWord(noun, `${target.title} ${headers}`)) return null;
  const column = sequenceColumn(table);
  const rows = entriesOf(table, column, counted.value);
  if (
    rows.length !== counted.value &&
    (isTotal(table, counted.value) || isToldOtherwise(table, counted, rows.length))
  )
    return null;
  const sound = column < 0 || sequenceDefects(table, column).every(isMisprint);
  const status = rows.length === counted.value ? 'pass' : 'fail';
  return {
    kind: 'annex',
    stated: counted,
    counted: rows.length,
    items: rows.map((row) => row.range),
    status,
    annex: { label: target.written, range: target.range, sound },
  };
}

/** 重点案例清单 of 形成重点案例6个 is whole: the count speaks of no others. */
const isExcerpt = (title: string, counted: string): boolean => {
  const word = EXCERPT.exec(title)?.[0];
  return word !== undefined && !counted.includes(word);
};

/** The row of totals has the very number: what is counted is spread over the rows. */
const isTotal = (table: Table, value: number): boolean =>
  bodyRows(table).some(
    (row) => isSpecialRow(row) && row.cells.some((cell) => Number.parseFloat(compactText(cell)) === value),
  );

/**
 * A table with a column 问题（项） adds up what is counted, its rows are something else; of 账户4个，其中专用1个、自有2个，见附件1
 * the rows are the four.
 */
function isToldOtherwise(table: Table, { block, from, unit }: Counted, rows: number): boolean {
  const inColumn = headerCells(table).some((cells) =>
    cells.some((cell) => new RegExp(`[（(]${unit}[）)]$`).test(cell.prose.text.trim())),
  );
  const { text } = block.prose;
  const sentence = text.slice(Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from)) + 1, from);
  if (inColumn || new RegExp(`(?<!\\d)${rows}${unit}`).test(sentence)) return true;
  // 认定重要项目6个，涉及服务商4家，清单见附件1: listed is what was counted first.
  return INVOLVED.test(sentence) && new RegExp(`(?<!\\d)${rows}${COUNTER}[^，。；\\d]*，`).test(sentence);
}

/**
 * The rows that are counted: below a number that is merged downwards, its first alone. Where no column numbers the
 * rows, a merged first column leaves open whether its groups or their rows are meant: what was stated decides.
 */
function entriesOf(table: Table, column: number, stated: number): readonly Row[] {
  const rows = bodyRows(table).filter((row) => !isSpecialRow(row) && !isOfAll(row));
  const single = rows.filter((row) => row.cells[Math.max(0, column)]?.covered !== 'up');
  return column >= 0 || single.length === stated ? single : rows;
}

/** 全公司 below its branches: a total by another name. */
const isOfAll = ({ cells: [first] }: Row): boolean =>
  first !== undefined && lineKind([compactText(first)]) === 'total';

/** A number that is misprinted does not put the count of the rows in doubt; a gap or a repeat does. */
const isMisprint = ({ kind }: SequenceDefect): boolean => kind === 'wrong' || kind === 'not-a-number';

/** The reference behind the count in its sentence, with no other count between them. */
function nextReference(text: string, counted: Counted): Reference | null {
  const sentence = text.slice(counted.to).split(/[。；\n]/)[0] ?? '';
  const near = findReferences(text).find(
    ({ noun, start }) =>
      start >= counted.to &&
      start - counted.to <= sentence.length &&
      (start - counted.to <= MAX_DISTANCE || LISTED_IN.test(text.slice(counted.to, start))) &&
      noun !== '图' &&
      noun !== '附图',
  );
  if (!near || !isPointedAt(text, near) || hasOwnTable(text, counted) || isBackwards(text, counted))
    return null;
  const between = text.slice(counted.to, near.start).replace(CHANGED, '');
  if (LISTED_IN.test(between)) return near;
  if (ABOUT_THEM.test(between)) return null;
  return /[\d一二两三四五六七八九十]+(?:余|多)?[个家款种类项条名位场份]/.test(between) ? null : near;
}

/** 名单见表2, 表2所列, （表2）; in 即为表1汇兑净损失 the table only says whose loss it is. */
function isPointedAt(text: string, { start, end }: Reference): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return (
    /(?:见|如|[列载附]于|列入|列示?[在于]|参[见照阅]|附|另附|纳入|[：:（(《“、，,])\s*$/.test(before) ||
    /^[）)》”]?(?:所[示列载]|列[示出明]|给出|中?(?:逐[一项]|分别)?列|的?名单|的?清单|的?明细)/.test(
      text.slice(end),
    )
  );
}

/** 表3摘录8个，…与表2: what stands in the clause before the count is where it is listed. */
const hasOwnTable = (text: string, { from }: Counted): boolean =>
  /(?:表|附件|附录|附表)\s*[\d一二三四五六七八九十]+[^，。；：（）()]*$/.test(
    text.slice(Math.max(0, from - 24), from),
  );

/** 上述两项, 两项相抵: the things counted were named before. */
const isBackwards = (text: string, { from, to }: Counted): boolean =>
  /(?:上述|以上|前述|前|后|这|该|其余|另|另外|其他)$/.test(text.slice(Math.max(0, from - 3), from)) ||
  /^[^，。；]{0,4}(?:相[抵加减]|合并|合计|之[和差])/.test(text.slice(to, to + 8));

/** The labelled thing that holds a table; a caption without one stands for the annex of the same title. */
export function tableTarget(targets: readonly Target[], { number, noun }: Reference): Target | null {
  const known = knownTargets(targets);
  const key = `${number} ${ANNEX.has(noun) ? '附件' : noun}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = findTarget(targets, number, noun);
  known.set(key, made);
  return made;
}

/** What each number and kind of a reference stands for, as far as it was asked for: many references are to one table. */
const knownTargets = remembered((_: readonly Target[]) => new Map<string, Target | null>());

function findTarget(targets: readonly Target[], number: string, kind: string): Target | null {
  const named = (byNumber(targets).get(number) ?? []).filter(({ noun }) => sameKind(noun, kind));
  const direct = named.find((target) => target.hasTable && target.kind !== 'listed');
  if (direct) return direct;
  const titles = new Set(named.map((target) => target.title).filter((title) => title !== ''));
  if (titles.size === 0) return null;
  return (
    targets.find((target) => target.kind === 'annex' && target.hasTable && titles.has(target.title)) ?? null
  );
}

const byNumber = remembered((targets: readonly Target[]) => groupBy(targets, ({ number }) => number));

const ANNEX = new Set(['附件', '附录', '附表']);
const sameKind = (a: string, b: string): boolean => a === b || (ANNEX.has(a) && ANNEX.has(b));

/** The first table behind the label, before the next heading or caption; for an annex the only one it has. */
export function tableOf(document: ReportDocument, target: Target): Table | null {
  const level = levelOf(document.blocks[target.index]);
  const tables: Table[] = [];
  for (let at = target.index + 1; at < document.blocks.length; at++) {
    const block = document.blocks[at];
    if (block?.kind === 'heading' && block.level <= level) break;
    if (block?.kind === 'caption' && target.kind === 'caption') break;
    if (block?.kind === 'table') tables.push(block);
    if (target.kind === 'caption' && tables.length > 0) break;
  }
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

const levelOf = (block: Block | undefined): number => (block?.kind === 'heading' ? block.level : 6);

/** Two Han characters in a row, or a Latin word, that both hold. */
function shareWord(noun: string, title: string): boolean {
  const latin = noun.match(/[A-Za-z]{2,}/g) ?? [];
  if (latin.some((word) => title.toLowerCase().includes(word.toLowerCase()))) return true;
  for (let at = 0; at + 2 <= noun.length; at++) {
    const pair = noun.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && title.includes(pair)) return true;
  }
  return false;
}
