const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** An exact decimal string with grouped digits; the digits themselves stay untouched. */
export function formatDecimal(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(GROUPS, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `..2025-12-31` is how a fact says that it runs up to that day, `2025-01..2025-06` that it runs from one to the other. */
export const formatPeriod = (period: string, upTo: (date: string) => string): string =>
  period.startsWith('..') ? upTo(period.slice(2)) : period.replace('..', '～');
