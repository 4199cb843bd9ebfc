/** A printed figure, with the unit that may stand behind it: `-1,619.41`, `12件`, `0.31‰`. */
const FIGURE = /^[-+−–]?[\d,，]*\d(?:\.\d+)?(?:[十百千万亿]*[\p{Script=Han}%％‰]{0,4})?$/u;
/** What nobody takes for a plain whole number. */
const MARKED = /[-+−–.,，%％‰]|\d{3}/;
const PLAIN = /^\d+$/;
const DATED = /[年月日号时分秒]$/;
const ABSENT = /^(?:[-—–/／]+|…|无|不适用)$/;
const LONGEST = 24;

/** 序号, 排名, 年份: numbers that are names. */
const NAMED = /序号|编号|代码|号码|名次|排名|年份|年度|月份/;
/** `2024`. */
const YEAR = /^(?:19|20)\d\d$/;
/** So many digits without a comma are a code. */
const CODE = /^\d{7,}$/;

/**
 * Whether a column's cells (of its body, trimmed) are amounts, whose digits stand below each other at the right. Row numbers, years,
 * codes and dates are names and stand like text.
 */
export function isAmountColumn(header: string, cells: readonly string[]): boolean {
  const texts = cells.filter((text) => text !== '' && !ABSENT.test(text));
  if (texts.length === 0 || NAMED.test(header) || texts.some((text) => text.length > LONGEST)) return false;
  const figures = texts.filter((text) => FIGURE.test(text) && !DATED.test(text));
  if (figures.length * 2 <= texts.length) return false;
  if (!figures.every((text) => PLAIN.test(text))) {
    return (
      figures.length === texts.length || figures.filter((text) => MARKED.test(text)).length * 2 > texts.length
    );
  }
  return figures.length === texts.length && !isNamed(figures);
}

const isNamed = (figures: readonly string[]): boolean =>
  figures.every((text) => YEAR.test(text)) || figures.every((text) => CODE.test(text)) || isCounted(figures);

/** 1, 2, 3 … */
const isCounted = (figures: readonly string[]): boolean =>
  figures.every((text, at) => at === 0 || Number(text) === Number(figures[at - 1]) + 1);
