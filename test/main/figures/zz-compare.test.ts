import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parseDocument } from '../../../src/main/document/parse';
import { CLAIMS, EXEMPT, HAN, WORDS } from './cases';
const impl = process.env['IMPL'] ?? '/work/main';
const { extractQuantities } = await import(`${impl}/src/main/figures/quantities.ts`);
const say = (s: string) => process.stdout.write(`${s}\n`);
const show = (q: any) => q.exempt ? `${q.raw} ${q.exempt}` : `${q.raw} ${q.value} ${q.unit} ${q.precision} ${q.approximator ?? '-'}`;
test('compare', () => {
  for (const [name, cases] of Object.entries({ CLAIMS, HAN, EXEMPT })) {
    let ok = 0;
    for (const c of cases) { const got = extractQuantities(parseDocument(`前文${c.text}。`.replace('前文1、', '1、'))).map(show); if (JSON.stringify(got) === JSON.stringify(c.expect)) ok++; else say(`  ${name} ${c.text}: ${JSON.stringify(got)} want ${JSON.stringify(c.expect)}`); }
    say(`${name} ${ok}/${cases.length}`);
  }
  let ok = 0; for (const w of WORDS) { const got = extractQuantities(parseDocument(`有关${w}的情况。`)); if (got.length === 0) ok++; else say(`  WORD ${w}: ${got.map(show)}`); }
  say(`WORDS ${ok}/${WORDS.length}`);
});
test('coverage', () => {
  const piece = fc.constantFrom('1','23','2025','年','月','日','.',',','，','-','~','%','万','亿','元','家','个','第','图','表','（','）','(',')','A','App','B2','v',':',' ','/','〔','〕','号','《','》','三','百','分之','两','余','近','至','、','0','１','20220105','。','\n');
  let bad = 0, first = '', n = 0;
  fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (ps) => {
    n++; const t = `甲${ps.join('')}`; const d = parseDocument(t); const qs = extractQuantities(d);
    for (const b of d.blocks) { if (!('prose' in b)) continue; for (const m of b.prose.text.matchAll(/[\d０-９]+/g)) { if (b.prose.gaps.length) continue; const s = b.prose.start + m.index, e = s + m[0].length; const k = qs.filter((q: any) => q.range.start <= s && e <= q.range.end).length; if (k !== 1) { bad++; first ||= JSON.stringify(t); } } }
  }), { numRuns: 4000, seed: 7 });
  say(`digit runs not in exactly one quantity: ${bad} in ${n} texts; first ${first}`);
});
test('speed', () => {
  const one = readFileSync('resources/samples/sample-report.md', 'utf8');
  let t = ''; while (Buffer.byteLength(t) < 1_000_000) t += `${one}\n\n`;
  const d = parseDocument(t); extractQuantities(d);
  const a = performance.now(); const n = extractQuantities(d).length; const b = performance.now(); 
  say(`1 MB: ${(b - a).toFixed(0)} ms, ${n} quantities`);
});
