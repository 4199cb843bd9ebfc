import { allMatches } from '../../../shared/matches';
import type { Block, Prose, ReportDocument } from '../../../shared/model/document';

/** A phrase with the report's own period, where the report tells it. */
export interface Formula {
  readonly prose: Prose;
  /** Indices into the prose, from the year to the period's end. */
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly kind: Kind;
}

type Kind = 'reports' | 'declares' | 'covers' | 'promises' | 'vouches' | 'carried';

const YEAR = '(?<year>(?:19|20)\\d{2})年';
const REST =
  '(?<rest>(?:度|全年|前三季度|第?[一二三四]季度|[上下]半年|\\d{1,2}月(?:末|底|\\d{1,2}日)?)?(?:(?:至|到|[—–~～-]+)(?:(?:19|20)\\d{2}年)?\\d{1,2}月(?:\\d{1,2}日)?)?)';
const WE = '(?:本公司|我公司|公司|我司|本行|我行|本机构|本社|我社|本单位)?';
const FORMULAS: readonly (readonly [Kind, RegExp])[] = [
  [
    'reports',
    new RegExp(
      `现(?:将|就|报送|汇报)[^。；《]{0,40}?(?<!截至|截止|[较比自])${YEAR}${REST}(?!起|以来|同期)`,
      'g',
    ),
  ],
  [
    'declares',
    new RegExp(
      `(?:(?:统计|数据|报告|报表|填报|报送|计算)(?:的)?(?:区间|期间|周期|时段|时间|时间范围|所属期|所属期间|口径|范围)|(?<!上)报告期末?|数据(?:口径|时点)?(?=(?:均|统一)?截[至止]))(?:，?除[^，。]{2,16}外)?(?:，)?(?:均|统一)?(?:为|是|指|系|取|自|：|:|\\*\\*|截[至止](?:到)?|\\s)+${YEAR}${REST}(?!起|以来|同期)`,
      'g',
    ),
  ],
  [
    'covers',
    new RegExp(
      `(?:对|就|针对|覆盖|涵盖)(?:了|自)?${YEAR}(?<rest>1月(?:1日)?(?:至|到|[—–~～-]+)\\d{1,2}月(?:\\d{1,2}日)?)`,
      'g',
    ),
  ],
  [
    'promises',
    new RegExp(
      `(?:(?:承诺|声明|保证)[，：:]?|确认[，：:])${WE}在?${YEAR}(?<rest>(?:度|全年|[上下]半年|第?[一二三四]季度)?)(?:内|期间|以内)?，?(?:均|从|亦|也|${WE})?(?:未(?![决结清到完分兑用使])|没有|不存在|无|不曾)`,
      'g',
    ),
  ],
  [
    'vouches',
    new RegExp(
      `(?:承诺|声明|保证)[^。；《]{0,20}?${YEAR}(?<rest>(?:度|[上下]半年|第?[一二三四]季度))[^。；]{0,24}(?:真实|准确|完整)`,
      'g',
    ),
  ],
  [
    'carried',
    new RegExp(
      `(?:开展|组织|实施|完成|进行)了?(?:对)?${YEAR}(?<rest>(?:度|[上下]半年|第?[一二三四]季度))(?=[^，。；]{0,12}(?:测评|演练|培训|宣传|巡检|巡查|排查|攻防|渗透|清理|走访|抽查))`,
      'g',
    ),
  ],
];
const MAY =
  /现[将就报汇]|区间|期间|周期|时段|报告期|所属期|口径|时间|范围|截[至止]|承诺|声明|保证|确认|开展|完成|组织|实施|进行|覆盖|涵盖|[对就]20/;
const OTHER = /对比|比较|基期|上期|上年|去年|同期|历史|历年|追溯|延伸/;

const HEAD = 14;

/** Strips of prose that may tell the period: paragraphs, items, and of a table at the head a label's cell with the next one. */
export function formulasOf(document: ReportDocument): readonly Formula[] {
  return document.blocks.flatMap((block, at): readonly Formula[] => {
    if (block.kind === 'paragraph' || block.kind === 'list-item')
      return /\d年/.test(block.prose.text) && MAY.test(block.prose.text)
        ? formulasIn(block.prose, '', at < HEAD)
        : [];
    return block.kind === 'table' && at < HEAD ? labelled(block) : [];
  });
}

function labelled(block: Block): readonly Formula[] {
  if (block.kind !== 'table') return [];
  return [block.header, ...block.rows].flatMap(({ cells }) =>
    cells.slice(1).flatMap(({ prose }, at) => {
      const label = cells[at]?.prose.text.replace(/[\s：:]+/g, '') ?? '';
      return label.length > 12 || !/^\d{4}年/.test(prose.text) ? [] : formulasIn(prose, `${label}：`, true);
    }),
  );
}

function formulasIn(prose: Prose, label: string, isHead: boolean): readonly Formula[] {
  const text = label + prose.text;
  return FORMULAS.flatMap(([kind, pattern]) => {
    if (!isHead && kind !== 'promises' && kind !== 'vouches') return [];
    return allMatches(text, pattern).flatMap((match): readonly Formula[] => {
      const { year = '', rest = '' } = match.groups ?? {};
      const at = match.index + match[0].indexOf(`${year}年`);
      const from = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
      const before = text.slice(from, at);
      if (OTHER.test(before) || (kind === 'declares' && /\d{4}年/.test(before))) return [];
      if (!fits(kind, text, from)) return [];
      const start = at - label.length;
      return [{ prose, start, end: start + year.length + 1 + rest.length, year: Number(year), kind }];
    });
  });
}

/** 现将… is a report's opening, and 开展了…测评, 对…进行了梳理 its subject, only where it goes on to report. */
function fits(kind: Kind, text: string, from: number): boolean {
  const stop = text.indexOf('。', from);
  const sentence = text.slice(from, stop < 0 ? text.length : stop);
  if (kind === 'reports') return /如下|现报送|上报|报上/.test(sentence);
  return (kind !== 'carried' && kind !== 'covers') || /如下|现将|现报告|现汇报/.test(text.slice(from));
}
