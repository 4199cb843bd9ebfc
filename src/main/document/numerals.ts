const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Value of an ordinal as headings, captions and annexes write it: `12`, `十二`, `二〇`; null for anything else. */
export function ordinalValue(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (/^[〇○零一二三四五六七八九]+$/.test(text)) {
    return Number(Array.from(text, (unit) => DIGITS[unit]).join(''));
  }
  const parts =
    /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === '') return null;
  const [, hundreds, tens, ten, ones] = parts;
  const of = (digit: string | undefined): number => DIGITS[digit ?? ''] ?? 0;
  return of(hundreds) * 100 + (ten ? (of(tens) || 1) * 10 : 0) + of(ones);
}
