/** A month, quarter, half or year. */
export interface NamedPeriod {
  readonly year: number;
  readonly kind: 'month' | 'quarter' | 'half' | 'year';
  /** From 1; 1 for a year. */
  readonly nth: number;
}

/** How many of a kind a year has. */
const IN_YEAR = { month: 12, quarter: 4, half: 2, year: 1 } as const;

/** The source of a pattern for one; `readPeriod` reads what it matches. */
export const PERIOD =
  '(?:19|20)\\d{2}年(?:度|全年|第?[一二三四]季度|[上下]半年|(?:1[0-2]|0?[1-9])月份?(?!\\d|[至到—–-]|末|底|初))?';

const READ =
  /^(?<year>\d{4})年(?:(?<whole>度|全年)|第?(?<quarter>[一二三四])季度|(?<half>[上下])半年|(?<month>\d{1,2})月份?)?$/;

/** Null for what is none. */
export function readPeriod(text: string): NamedPeriod | null {
  const groups = READ.exec(text)?.groups;
  if (!groups) return null;
  const year = Number(groups['year']);
  const { quarter, half, month } = groups;
  if (quarter !== undefined) return { year, kind: 'quarter', nth: '一二三四'.indexOf(quarter) + 1 };
  if (half !== undefined) return { year, kind: 'half', nth: half === '上' ? 1 : 2 };
  return month === undefined ? { year, kind: 'year', nth: 1 } : { year, kind: 'month', nth: Number(month) };
}

export const yearBefore = (period: NamedPeriod): NamedPeriod => ({ ...period, year: period.year - 1 });

/** The one right before it. */
export const periodBefore = ({ year, kind, nth }: NamedPeriod): NamedPeriod =>
  nth > 1 ? { year, kind, nth: nth - 1 } : { year: year - 1, kind, nth: IN_YEAR[kind] };

/** The one right behind it. */
export const periodAfter = ({ year, kind, nth }: NamedPeriod): NamedPeriod =>
  nth < IN_YEAR[kind] ? { year, kind, nth: nth + 1 } : { year: year + 1, kind, nth: 1 };

export const isSamePeriod = (a: NamedPeriod, b: NamedPeriod): boolean =>
  a.year === b.year && a.kind === b.kind && a.nth === b.nth;

/** As people write it, in the manner of `like`: 2025年第一季度, 2025年一季度. */
export function periodText({ year, kind, nth }: NamedPeriod, like: string): string {
  switch (kind) {
    case 'month':
      return `${year}年${nth}月`;
    case 'quarter':
      return `${year}年${like.includes('第') ? '第' : ''}${'一二三四'.charAt(nth - 1)}季度`;
    case 'half':
      return `${year}年${nth === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年${like.endsWith('度') ? '度' : ''}`;
  }
}
