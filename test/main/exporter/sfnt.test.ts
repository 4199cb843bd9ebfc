import { describe, expect, it } from 'vitest';
import { readFontMetrics } from '../../../src/main/exporter/sfnt';
import { fonts } from './helpers';

const code = (character: string): number => character.codePointAt(0) ?? 0;

describe('readFontMetrics', () => {
  it('gives a Chinese character a full square in every text face', () => {
    for (const name of ['FangSong', 'HeiTi', 'KaiTi', 'Song', 'TitleSong'] as const) {
      expect(fonts[name].glyph(code('国')), name).toBeGreaterThan(0);
      expect(fonts[name].advance(code('国')), name).toBe(1);
    }
  });

  it('gives Latin letters and Chinese characters of the code face widths of one to two', () => {
    expect(fonts.Mono.advance(code('i'))).toBe(0.5);
    expect(fonts.Mono.advance(code('M'))).toBe(0.5);
  });

  it('says that an unknown character has neither glyph nor width', () => {
    expect(fonts.FangSong.glyph(0x1f600)).toBe(0);
    expect(fonts.FangSong.advance(0x1f600)).toBe(0);
  });

  it('refuses what is no font', () => {
    expect(() => readFontMetrics(new Uint8Array(64))).toThrow(/font without/);
  });
});
