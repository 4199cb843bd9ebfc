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
