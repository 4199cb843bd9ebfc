import type { LosslessProof } from '../../shared/model/source';
import type { Language } from '../locales/index';

/** An ISO 8601 time as a person of that language reads it; empty or broken input stays as it is. */
export function formatTime(iso: string, language: Language): string {
  const time = new Date(iso);
  if (iso === '' || Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

export const formatCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(language).format(count);

export const formatShare = (share: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** An exact decimal string with grouped digits; the digits themselves stay untouched. */
export function formatDecimal(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(GROUPS, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `..2025-12-31` is how a fact says that it runs up to that day. */
export const formatPeriod = (period: string, upTo: (date: string) => string): string =>
  period.startsWith('..') ? upTo(period.slice(2)) : period;

/** Numbers, tables, cells and characters that a proof compared, as the sentences take them. */
export const proofCounts = (
  { numbers, tables, cells, characters }: LosslessProof,
  language: Language,
): [string, string, string, string] => [
  formatCount(numbers, language),
  formatCount(tables, language),
  formatCount(cells, language),
  formatCount(characters, language),
];
