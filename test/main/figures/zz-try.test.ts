import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { extractQuantities } from '../../../src/main/figures/quantities';
test('try', () => {
  const file = process.env['F'] ?? '../shared/reports/tenpay-2025.md';
  const d = parseDocument(readFileSync(file, 'utf8'));
  for (const q of extractQuantities(d)) {
    const line = d.text.slice(0, q.range.start).split('\n').length;
    process.stdout.write([line, JSON.stringify(d.text.slice(q.range.start - 5, q.range.start)), JSON.stringify(q.raw), q.value, q.unit, q.precision, q.approximator ?? '', q.exempt ?? 'CLAIM'].join(' | ') + '\n');
  }
});
