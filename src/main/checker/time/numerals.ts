const HAN_DIGITS = '零一二三四五六七八九';

/** 175, 十二, 两, 二十一; null where it is no number below a hundred in Han or none in digits. */
export function smallNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (char: string): number => (char === '两' ? 2 : HAN_DIGITS.indexOf(char));
  if (!text.includes('十')) return text.length === 1 && digit(text) >= 0 ? digit(text) : null;
  const [tens = '', ones = ''] = text.split('十');
  const ten = tens === '' ? 1 : digit(tens);
  const one = ones === '' ? 0 : digit(ones);
  return ten < 0 || one < 0 || tens.length > 1 || ones.length > 1 ? null : ten * 10 + one;
}
