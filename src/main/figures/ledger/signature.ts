import { createHash } from 'node:crypto';
import { takePeriod } from './period';

/** No header names more. */
const MOST_PERIODS = 4;

/** Tells layouts apart whatever the period: 64 hex digits over the headers with years, months and dates taken out. */
export function signatureOf(headers: readonly (readonly string[])[]): string {
  const normal = headers.map((path) => path.map(withoutPeriods));
  return createHash('sha256').update(JSON.stringify(normal)).digest('hex');
}

function withoutPeriods(text: string): string {
  let rest = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  for (let count = 0; count < MOST_PERIODS; count++) {
    const found = takePeriod(rest);
    if (!found) break;
    rest = found.rest;
  }
  return rest;
}
