import { compactText } from '../../tables/cell-text';
import type { GridRow } from './grid';
import { isSum } from './layers';

const SUM_WORD = /(?:合计|总计|小计|共计|总额|总和)(?:数|金额)?$/;
const NUMBERING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])/;
const NOTE = /[（(][^）)]*[）)]/g;
const AND = /[、和及与]/;

/** What a row is called, without numbering, 减： and notes in brackets. */
export function nameOf({ row }: GridRow): string {
  const label = row.cells.map(compactText).find((text) => /\p{L}/u.test(text)) ?? '';
  return label
    .replace(NOTE, '')
    .replace(NUMBERING, '')
    .replace(/^(?:加|减|其中)[：:]/, '')
    .replace(/[：:]$/, '');
}

/** 资产总计 is the sum of 资产; empty for a bare 合计. */
export const nameOfSum = (row: GridRow): string => nameOf(row).replace(SUM_WORD, '');

/**
 * The sums above that a sum is made of by its name: 资产总计 of 流动资产合计 and 非流动资产合计, 负债和所有者权益总计 of
 * 负债合计 and 所有者权益合计 (the formats of financial statements of the Ministry of Finance). Empty where names do not tell.
 */
export function namedSums(name: string, above: readonly GridRow[]): readonly GridRow[] {
  if (name === '') return [];
  const sums = above.filter(isSum);
  const components = name.split(AND).filter(Boolean);
  if (components.length > 1) {
    const found = components.map((part) => sums.findLast((row) => nameOfSum(row) === part));
    const rows = found.filter((row) => row !== undefined);
    if (rows.length === components.length) return rows.sort((a, b) => a.index - b.index);
  }
  const last = sums.findLastIndex((row) => nameOfSum(row) === name);
  return sums.slice(last + 1).filter((row) => {
    const own = nameOfSum(row);
    return own !== name && own.endsWith(name);
  });
}
