import type { ProseBlock, ReportDocument } from '../../../../shared/model/document';
import type { Quantity } from '../../../../shared/model/quantity';
import { sourceOffset } from '../../../document/prose';

/** A stated count of things in prose: `6家`, `三种`, `七个维度`. Indices into the block's prose. */
export interface Counted {
  readonly quantity: number;
  readonly block: ProseBlock;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string;
  /** As written, without the unit: `6`, `三`. */
  readonly digits: string;
}

/** Measure words of things that can be named one by one; 笔, 人次, 元 and the like are amounts. */
const COUNT_UNITS = new Set(
  '个 家 款 种 类 项 条 名 位 步 方面 大 篇 轮 批 所 场 份 部 套 座 处 门 组 环节 维度 例 起 点 张 台 大类 小类 步骤 阶段 要素'.split(
    ' ',
  ),
);
const MAX_LISTED = 60;

/** Every exact count that a list could bear out: whole, from 2 on, not approximate, no range. */
export function countedQuantities(
  document: ReportDocument,
  quantities: readonly Quantity[],
): readonly Counted[] {
  return quantities.flatMap((quantity, index) => {
    if (quantity.exempt || quantity.approximator || quantity.place.row !== undefined) return [];
    if (!COUNT_UNITS.has(quantity.unit) || !/^\d{1,2}$/.test(quantity.value)) return [];
    const value = Number(quantity.value);
    const block = document.blocks[quantity.place.block];
    if (value < 2 || value > MAX_LISTED || !block || !('prose' in block)) return [];
    const from = proseIndex(block, quantity.range.start);
    const to = from + quantity.raw.length;
    const { text } = block.prose;
    if (/[-—–~～至到第]$/.test(text.slice(0, from)) || /^[-—–~～至]\d/.test(text.slice(to))) return [];
    const digits = /^[\d０-９]+|^[零〇一二两三四五六七八九十]+/.exec(quantity.raw)?.[0] ?? '';
    return [{ quantity: index, block, from, to, value, unit: quantity.unit, digits }];
  });
}

function proseIndex({ prose }: ProseBlock, offset: number): number {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOffset(prose, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A count in the numerals of `like`: 6 → `6`, `六`; 2 before a measure word → `两`. */
export function writtenLike(value: number, like: string): string {
  if (/^\d/.test(like)) return String(value);
  if (/^[０-９]/.test(like))
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (value === 2) return '两';
  if (value <= 10) return HAN[value] ?? String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : HAN[tens]}十${ones === 0 ? '' : HAN[ones]}`;
}
