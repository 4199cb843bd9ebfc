import { allMatches } from '../../../shared/matches';
/** How a day is written. 号 is a spoken 日. */
export type DateWriting = '年月日' | '年月号' | '八位数字' | '短横' | '圆点' | '斜线';

export interface WrittenDate {
  /** Place in the text. */
  readonly start: number;
  readonly end: number;
  readonly writing: DateWriting;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const DATE =
  /(?<![\d.,])(?<!(?:^|[^\d日号])-)((?:19|20)\d{2})(?:年(\d{1,2})月(\d{1,2})(日|号)|([-./])(\d{1,2})\5(\d{1,2})(?![\d.])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d))/g;
const MARKS: Readonly<Record<string, DateWriting>> = { '-': '短横', '.': '圆点', '/': '斜线' };

/** Days written in full, in any notation. Eight digits count as a day only where the caller knows that they are one. */
export function writtenDates(text: string): readonly WrittenDate[] {
  return allMatches(text, DATE).map((match) => {
    const [raw, year = '', month, day, spoken, mark = '', month2, day2, month3 = '', day3 = ''] = match;
    const writing = spoken ? (spoken === '日' ? '年月日' : '年月号') : (MARKS[mark] ?? '八位数字');
    const place = { start: match.index, end: match.index + raw.length };
    return { ...place, writing, year, month: month ?? month2 ?? month3, day: day ?? day2 ?? day3 };
  });
}

/** A day in another notation: without leading zeros in Han, with two digits each elsewhere. */
export function dateIn(writing: DateWriting, { year, month, day }: WrittenDate): string {
  const [m, d] = [Number(month), Number(day)];
  const [mm, dd] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')];
  switch (writing) {
    case '年月日':
      return `${year}年${m}月${d}日`;
    case '年月号':
      return `${year}年${m}月${d}号`;
    case '八位数字':
      return `${year}${mm}${dd}`;
    case '短横':
      return `${year}-${mm}-${dd}`;
    case '圆点':
      return `${year}.${mm}.${dd}`;
    case '斜线':
      return `${year}/${mm}/${dd}`;
  }
}
