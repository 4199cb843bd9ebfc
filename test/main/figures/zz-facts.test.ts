import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parseDocument } from '../../../src/main/document/parse';
import { extractQuantities } from '../../../src/main/figures/quantities';
import { extractFacts } from '../../../src/main/figures/facts';
test('facts', () => {
  const d = parseDocument(readFileSync(process.env['F'] ?? '../shared/reports/tenpay-2025.md', 'utf8'));
  const qs = extractQuantities(d); const fs = extractFacts(d, qs);
  for (const f of fs) { const q = qs[f.quantity]; if (!q) continue; const line = d.text.slice(0, q.range.start).split('\n').length; process.stdout.write(`${line} | ${q.raw} | ${f.concept} | ${f.scope} | ${f.period} | ${f.comparison ? JSON.stringify(f.comparison) : ''}\n`); }
  const claims = qs.filter((q) => !q.exempt).length; process.stdout.write(`claims ${claims} facts ${fs.length}\n`);
});
