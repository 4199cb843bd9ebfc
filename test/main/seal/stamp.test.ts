import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFonts } from '../../../src/main/exporter/fonts';
import { readFontMetrics } from '../../../src/main/exporter/sfnt';
import { UnsupportedPdf } from '../../../src/main/seal/pdf-syntax';
import { SealRefused, sealPdf } from '../../../src/main/seal/sign';
import { subsetFont } from '../../../src/main/seal/stamp/font-subset';
import { STAMP, stampLines, stampTexts } from '../../../src/main/seal/stamp/text';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';
import { bytesOf, has, keyOf, packedPdf, pdfOf, SIGNED_AT, statusOf, textOf } from './helpers';

const fonts = loadFonts({ fontsDirectory: resolve(import.meta.dirname, '../../../resources/fonts') });
const stampFonts = (['HeiTi', 'Song'] as const).map((name) => ({
  bytes: fonts[name].bytes,
  glyph: fonts[name].metrics.glyph,
}));
const folder = mkdtempSync(join(tmpdir(), 'gouji-stamp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stamped = async (name: string, pdf = smallPdf(), reason = '年度报告，核对无误'): Promise<Uint8Array> =>
  sealPdf(pdf, await keyOf(name), { signedAt: SIGNED_AT, reason, stampFonts });

describe('what a stamp says', () => {
  it('who, why, and when in China', () => {
    expect(stampTexts({ name: '张三', reason: '同意\n报送', signedAt: SIGNED_AT })).toEqual([
      '张三',
      '事由：同意 报送',
      '时间：2027-01-10 17:00:00（UTC+8）',
    ]);
    expect(stampTexts({ name: '张三', reason: '', signedAt: SIGNED_AT })).toHaveLength(2);
  });

  it.each([
    ['short', '张三', '同意'],
    [
      'long',
      '某某网络科技股份有限公司反洗钱合规管理部（仅供测试使用）',
      '报送二〇二六年度专项工作报告及附件一至附件十二，内容已核对',
    ],
    ['endless', '名'.repeat(400), '由'.repeat(400)],
    ['empty', '', ''],
  ])('every line stays inside: %s', (_, name, reason) => {
    const width = (one: string): number => (one.charCodeAt(0) > 255 ? 1000 : 550);
    const lines = stampLines({ name, reason, signedAt: SIGNED_AT }, width);
    for (const { text, size, x, y } of lines) {
      const length = ([...text].reduce((sum, one) => sum + width(one), 0) / 1000) * size;
      expect(x).toBeGreaterThanOrEqual(3);
      expect(x + length).toBeLessThanOrEqual(STAMP.width - 3);
      expect(y).toBeGreaterThan(2);
      expect(y + size * 0.88).toBeLessThan(STAMP.height - 1);
      expect(size).toBeGreaterThanOrEqual(5);
    }
    const bottoms = lines.map(({ y }) => y);
    expect(bottoms).toEqual([...bottoms].sort((a, b) => b - a));
  });
});

describe('a visible stamp', () => {
  it('stands in the file beside others, each seal valid', async () => {
    const three = await stamped('chain', await stamped('ec', await stamped('gouji')));
    expect(await verifyPdf(three)).toMatchObject({ status: 'valid', problems: [] });
    const rectangles = [...textOf(three).matchAll(/\/Rect \[(\d+) (\d+) (\d+) (\d+)\]/g)].map((one) =>
      Number(one[1]),
    );
    expect(rectangles).toHaveLength(3);
    expect(
      rectangles.every((x, index) => index === 0 || x + STAMP.width < (rectangles[index - 1] ?? 0)),
    ).toBe(true);
    await expect(stamped('ec', three)).rejects.toThrow(new UnsupportedPdf('页面下方已没有可见签章的位置'));
    expect(await statusOf(await sealPdf(three, await keyOf('ec'), { signedAt: SIGNED_AT }))).toBe('valid');
    expect(await statusOf(await stamped('ec', await stamped('ec', packedPdf())))).toBe('valid');
  });

  it('cannot be made to show or to cover anything else by a later signer', async () => {
    const first = await stamped('gouji');
    const second = textOf(await stamped('ec', first));
    const at = (pattern: RegExp): number => first.length + second.slice(first.length).search(pattern);
    for (const place of [/\/Rect \[/, /re S/, /Tj ET/, /\/W \[1 \[/, /beginbfchar/, /\/FontBBox/, /\/BBox/]) {
      const from = at(place) + 8;
      const digit = /\d/.exec(second.slice(from))?.index ?? 0;
      const other = second[from + digit] === '1' ? '2' : '1';
      const changed = second.slice(0, from + digit) + other + second.slice(from + digit + 1);
      expect(await statusOf(bytesOf(changed)), String(place)).toBe('invalid');
    }
  });

  it('is refused where it cannot be', async () => {
    const page = (entries: string): Uint8Array =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [3 0 R] /Count 1 ${entries} >>`,
        '<< /Type /Page /Parent 2 0 R /Resources << >> >>',
      ]);
    await expect(stamped('ec', page('/MediaBox [0 0 200 200]'))).rejects.toThrow('没有可见签章的位置');
    await expect(stamped('ec', page('/MediaBox [0 0 595 842] /Rotate 90'))).rejects.toThrow('横向');
    await expect(stamped('ec', page(''))).rejects.toThrow('大小不明');
    await expect(stamped('ec', smallPdf(), '表情🀄️')).rejects.toThrow(SealRefused);
    expect(await statusOf(await stamped('ec', page('/MediaBox [0 0 595 842]')))).toBe('valid');
  });

  it.skipIf(!has('pdftotext', '-v') || !has('qpdf', '--version'))('is read by other programs', async () => {
    const file = join(folder, 'two.pdf');
    writeFileSync(file, await stamped('ec', await stamped('gouji')));
    const said = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(said.stdout).toContain('测试椭圆曲线章 TEST ONLY');
    expect(said.stdout).toContain('事由：年度报告，核对无误');
    expect(said.stderr).toBe('');
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
    expect(
      spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout.match(/is Valid/g),
    ).toHaveLength(2);
    spawnSync('pdftoppm', ['-r', '100', '-png', file, join(folder, 'page')]);
    expect(readFileSync(join(folder, 'page-1.png')).length).toBeGreaterThan(5000);
  });
});

describe('a subset of a font', () => {
  it.each(['HeiTi', 'Song', 'KaiTi', 'Mono', 'Signs'] as const)('%s keeps outlines and widths', (name) => {
    const { bytes, metrics } = fonts[name];
    const wanted = [...'Aé(1一丁α中']
      .map((one) => metrics.glyph(one.codePointAt(0) ?? 0))
      .filter((glyph) => glyph > 0);
    const { program, widths } = subsetFont(bytes, [...wanted, wanted[0] ?? 0]);
    expect(widths.every((width) => width > 0 && width <= 2500)).toBe(true);
    expect(widths[0]).toBe(widths.at(-1));
    expect(program.length).toBeLessThan(60_000);
    expect(() => readFontMetrics(program)).toThrow('cmap');
  });
});
