import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { exportPdf } from '../../../src/main/exporter/export';
import { loadFonts } from '../../../src/main/exporter/fonts';
import type { SealKey } from '../../../src/main/seal/key';
import { sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { pdfaBreaches } from '../../helpers/pdfa/pdfa';
import { pem } from '../../helpers/pki';
import { randomReport } from '../../helpers/random-report';
import { FONTS_DIRECTORY, hasReference, REFERENCE_REPORT } from '../exporter/helpers';
import { has, keyOf, SIGNED_AT, textOf } from './helpers';

/** `GOUJI_SEAL_RUNS=200` for the long version. */
const RUNS = Number(process.env['GOUJI_SEAL_RUNS'] ?? 5);
const SAMPLE = resolve(import.meta.dirname, '../../../resources/samples/sample-report.md');
const TOOLS = ['pdfsig', 'mutool', 'qpdf', 'openssl'] as const;
const found = TOOLS.every((tool) => has(tool, tool === 'qpdf' || tool === 'openssl' ? 'version' : '-v'));
const folder = mkdtempSync(join(tmpdir(), 'gouji-releases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

function run(command: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

async function released(text: string, keys: readonly SealKey[]): Promise<Uint8Array> {
  const made = await exportPdf(checkText(text, { marks: [], references: [] }), {
    fontsDirectory: FONTS_DIRECTORY,
    createdAt: SIGNED_AT,
    version: '0.0.0',
    draft: true,
  });
  const fonts = loadFonts({ fontsDirectory: FONTS_DIRECTORY });
  const stampFonts = [fonts.HeiTi, fonts.Song].map(({ bytes, metrics }) => ({ bytes, glyph: metrics.glyph }));
  let pdf = made;
  for (const key of keys) pdf = await sealPdf(pdf, key, { signedAt: SIGNED_AT, reason: '报送', stampFonts });
  return pdf;
}

/** The CMS of each signature and the bytes it signs, through OpenSSL, with its root trusted. */
function cmsHolds(pdf: Uint8Array, keys: readonly SealKey[]): void {
  const ranges = [...textOf(pdf).matchAll(/\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/g)];
  expect(ranges).toHaveLength(keys.length);
  for (const [index, key] of keys.entries()) {
    const [, from = 0, to = 0, rest = 0] = (ranges[index] ?? []).map(Number);
    writeFileSync(file('content.bin'), Buffer.concat([pdf.subarray(0, from), pdf.subarray(to, to + rest)]));
    writeFileSync(file('cms.der'), Buffer.from(textOf(pdf).slice(from + 1, to - 1), 'hex'));
    writeFileSync(file('root.pem'), pem('CERTIFICATE', (key.chain.at(-1) ?? key.certificate).der));
    const where = ['-inform', 'DER', '-in', file('cms.der'), '-content', file('content.bin'), '-binary'];
    const trust = ['-cades', '-purpose', 'any', '-CAfile', file('root.pem'), '-out', file('out.bin')];
    expect(run('openssl', 'cms', '-verify', ...where, ...trust)).toMatch(/verification successful/i);
  }
}

const texts: readonly (readonly [string, () => string])[] = [
  ['the sample', () => readFileSync(SAMPLE, 'utf8')],
  ...(hasReference ? [['the reference report', () => readFileSync(REFERENCE_REPORT, 'utf8')] as const] : []),
  ...fc
    .sample(randomReport, { numRuns: RUNS, seed: 11 })
    .map((text, index) => [`random report ${index + 1}`, () => text] as const),
];
if (!hasReference) process.stderr.write('SKIPPED: no reference report beside the repository\n');

describe.skipIf(!found)('released reports, with two stamped seals', () => {
  let keys: readonly SealKey[];
  beforeAll(async () => {
    keys = [await keyOf('gouji'), await keyOf('chain')];
  });

  it.each(texts)(
    '%s: valid here and for pdfsig, mutool, OpenSSL and qpdf',
    { timeout: 60_000 },
    async (_, text) => {
      const pdf = await released(text(), keys);
      const report = await verifyPdf(pdf);
      expect(report).toMatchObject({ status: 'valid', problems: [], evidence: { state: 'agrees' } });
      expect(pdfaBreaches(pdf)).toEqual([]);
      const path = file('report.pdf');
      writeFileSync(path, pdf);
      const signatures = run('pdfsig', '-nocert', path);
      expect(signatures.match(/Signature is Valid/g)).toHaveLength(keys.length);
      expect(signatures).toContain('Total document signed');
      const mupdf = run('mutool', 'sign', '-v', path).replace(/^\tCertificate error: Self-signed.*$/gm, '');
      expect(mupdf).not.toMatch(/fail|error|invalid/i);
      expect(mupdf.match(/Verifying signature/g)).toHaveLength(keys.length);
      cmsHolds(pdf, keys);
      const checked = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
      expect(`${checked.stdout}${checked.stderr}`).not.toMatch(/warning/i);
      expect(checked.status).toBe(0);
    },
  );
});
