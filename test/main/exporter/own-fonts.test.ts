import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MissingGlyphsError } from '../../../src/main/exporter/export';
import { readOwnFonts } from '../../../src/main/exporter/own-fonts';
import { pdfaBreaches } from '../../helpers/pdfa/pdfa';
import { exportText, FONTS_DIRECTORY, hasPdfTools, inspect, pageTexts, visible } from './helpers';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (from: string, name: string): void =>
  copyFileSync(join(FONTS_DIRECTORY, from), join(folder, name));

/** A copy whose table OS/2 says otherwise of embedding. */
function restricted(from: string, name: string, fsType: number): void {
  const bytes = readFileSync(join(FONTS_DIRECTORY, from));
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16)
    if (bytes.toString('latin1', at, at + 4) === 'OS/2')
      bytes.writeUInt16BE(fsType, bytes.readUInt32BE(at + 8) + 8);
  writeFileSync(join(folder, name), bytes);
}

const reportOf = (face: string) => readOwnFonts(folder).reports.find((report) => report.face === face);

describe('a company’s own fonts', () => {
  it('are known by their files’ names, Chinese ones too', () => {
    put('KaiTi.ttf', 'simfang.ttf');
    put('HeiTi.ttf', '方正小标宋_GBK.TTF');
    expect(reportOf('FangSong')).toMatchObject({ file: 'simfang.ttf', lacking: 0, problem: null });
    expect(reportOf('TitleSong')).toMatchObject({ file: '方正小标宋_GBK.TTF', name: 'Gouji HeiTi' });
    expect(reportOf('KaiTi')).toMatchObject({ file: null, problem: null });
  });

  it.each([
    [0x0000, null],
    [0x0004, null],
    [0x0008, null],
    [0x0002, 'fsType 2'],
    [0x0100, 'fsType 0x100'],
    [0x0200, 'fsType 0x200'],
  ])('with fsType %i are used or refused as the licence flags say', (fsType, problem) => {
    restricted('Mono.ttf', 'simkai.ttf', fsType);
    const report = reportOf('KaiTi');
    if (problem === null) expect(report?.problem).toBeNull();
    else expect(report?.problem).toContain(problem);
  });

  it('are refused when they are no single font', () => {
    writeFileSync(join(folder, 'simsun.ttc'), 'ttcf\0\0\0\0');
    writeFileSync(join(folder, 'simhei.ttf'), 'no font');
    expect(reportOf('Song')?.problem).toContain('TTC');
    expect(reportOf('HeiTi')?.problem).toContain('不是可以读取的');
  });

  it('say how many common characters they lack', () => {
    put('Mono.ttf', 'simkai.ttf');
    expect(reportOf('KaiTi')?.lacking).toBeGreaterThan(6_000);
  });

  it('that cannot be read are told by their folder', async () => {
    await expect(exportText('# 报告', { ownFonts: join(folder, 'none') })).rejects.toThrow(
      /字体文件夹无法读取/,
    );
  });

  it.skipIf(!hasPdfTools)('are drawn with; what they lack comes from the shipped ones', async () => {
    put('KaiTi.ttf', 'simfang.ttf');
    put('Mono.ttf', 'simsun.ttf');
    restricted('KaiTi.ttf', 'simhei.ttf', 2);
    const text = '# 关于业务的报告\n\n## 一、情况\n\n正文喆堃㎡，12.5%。';
    const pdf = await exportText(text, { ownFonts: folder });
    const used = inspect(pdf, 'pdffonts', '{}');
    expect(used).toMatch(/GoujiKaiTi/);
    expect(used).not.toMatch(/FandolFang/);
    expect(used).toMatch(/GoujiHeiTi/);
    expect(visible(pageTexts(pdf))).toBe('关于业务的报告一、情况正文喆堃㎡，12.5%。');
    expect(pdfaBreaches(pdf)).toEqual([]);
  });
});

it('a character that no font has is named with its line', async () => {
  const failed = await exportText('# 报告\n\n第一段。\n\n进展顺利😀。').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(MissingGlyphsError);
  expect(String(failed)).toContain('“😀”（U+1F600，工作稿第5行）');
});
