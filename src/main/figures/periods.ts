/** A period named at a place of a text; it holds until the next one. */
export interface PeriodAt {
  readonly at: number;
  readonly value: string;
}

const PERIOD =
  /(?<until>截至|截止|到)?(?<year>(?:19|20)\d{2})年(?:度)?(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?|第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|下半年))?(?<end>年?[末底]|[末底])?/g;
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const pad = (value: string | number): string => String(value).padStart(2, '0');

/** Last day of a month, Gregorian. */
export const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Periods in the order of the text: `2025-12`, `2025`, `2025Q4`, `2025H1`, `2025-12-31`, and
 * `..2025-12-31` for 截至….
 */
export function periodsOf(text: string): readonly PeriodAt[] {
  return [...text.matchAll(PERIOD)].map((match) => {
    const value = periodValue(match.groups ?? {});
    const isEnd = match.groups?.until !== undefined || match.groups?.end !== undefined;
    return { at: match.index, value: isEnd ? `..${lastDate(match.groups ?? {})}` : value };
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function periodValue({ year = '', month, day, quarter, half }: Groups): string {
  if (month && day) return `${year}-${pad(month)}-${pad(day)}`;
  if (month) return `${year}-${pad(month)}`;
  if (quarter) return `${year}Q${QUARTERS[quarter] ?? quarter}`;
  if (half) return `${year}H${half === '上半年' ? 1 : 2}`;
  return year;
}

function lastDate({ year = '', month, day, quarter, half }: Groups): string {
  if (month && day) return `${year}-${pad(month)}-${pad(day)}`;
  const last = month
    ? Number(month)
    : quarter
      ? Number(QUARTERS[quarter] ?? quarter) * 3
      : half === '上半年'
        ? 6
        : 12;
  return `${year}-${pad(last)}-${pad(lastDay(Number(year), last))}`;
}
