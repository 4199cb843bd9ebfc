import { it } from 'vitest';
import { readFileSync } from 'node:fs';
import { parseDocument } from '/work/main/src/main/document/parse';
import { extractFacts } from '/work/main/src/main/figures/facts';
import { extractQuantities } from '/work/main/src/main/figures/quantities';
it('x', () => {
  const text = readFileSync('/work/shared/reports/tenpay-2025.md','utf8');
  const d = parseDocument(text);
  const t0 = performance.now();
  const q = extractQuantities(d);
  console.log(performance.now()-t0, q.length);
  console.log(q.filter(x=>!x.exempt).map(x=>`${x.raw}=${x.value}${x.unit}/${x.precision}${x.approximator??''}`).join(' | '));
  const f=extractFacts(d,q); console.log(f.map(x=>[q[x.quantity].raw,x.concept,x.scope,x.period,JSON.stringify(x.comparison)].join(' ; ')).join('\n'));
});
