import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FONT_FILES, FONT_NAMES, loadFonts, missingGlyphs } from '../../../src/main/exporter/fonts';
import { chooser, FONTS_DIRECTORY, fonts } from './helpers';

const SHIPPED = loadFonts({ fontsDirectory: FONTS_DIRECTORY });

/** All characters of GB 2312 in the rows of the standard given. */
function gb2312(firstRow: number, lastRow: number): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = 1; cell <= 94; cell += 1) {
      const character = decoder.decode(new Uint8Array([row + 0xa0, cell + 0xa0]));
      const assigned = [...character].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character);
      if (assigned) characters.push(character);
    }
  }
  return characters;
}

describe('the fonts', () => {
  it('hold all 6,763 Chinese characters of GB 2312 in each text face', () => {
    const characters = gb2312(16, 87).filter((character) => /\p{Script=Han}/u.test(character));
    expect(characters.length).toBeGreaterThanOrEqual(6763);
    for (const name of FONT_NAMES.filter((face) => face !== 'Mono' && face !== 'Signs')) {
      const lacking = characters.filter(
        (character) => fonts[name].glyph(character.codePointAt(0) ?? 0) === 0,
      );
      expect(lacking, name).toEqual([]);
    }
  });

  it('hold the symbols of GB 2312 between them', () => {
    expect(missingGlyphs(gb2312(1, 3).join(''), SHIPPED)).toEqual([]);
  });

  it('hold characters of names beyond GB 2312 and the signs of reports', () => {
    expect(
      missingGlyphs('喆堃昇镕翀珺赟玥昉婳㎡℃‰√①⑩ⅠⅣ㈠★→≥≤±×÷£€¥αβΩ—…·“”☐☑☒✓✔✗➢❖⁰¹⁵⁹₀₂₉', SHIPPED),
    ).toEqual([]);
  });

  it('have a file each and stay below 45 MB together', () => {
    const files = readdirSync(FONTS_DIRECTORY);
    expect(files).toEqual(expect.arrayContaining(Object.values(FONT_FILES)));
    const total = Object.values(SHIPPED).reduce((sum, font) => sum + font.bytes.length, 0);
    expect(total).toBeLessThan(45_000_000);
  });

  it('name the file that cannot be read', () => {
    expect(() => loadFonts({ fontsDirectory: '/nowhere' })).toThrow(/FangSong\.otf/);
  });
});

describe('missingGlyphs', () => {
  it('lists each character once, with count and first place', () => {
    expect(missingGlyphs('好😀的😀𠮷\ufffd', SHIPPED)).toEqual(
      [
        { character: '😀', codePoint: 'U+1F600', count: 2, offset: 1 },
        { character: '\ufffd', codePoint: 'U+FFFD', count: 1, offset: 8 },
      ].toSpliced(1, 0, { character: '𠮷', codePoint: 'U+20BB7', count: 1, offset: 6 }),
    );
  });

  it('passes over spaces, line breaks and invisible marks', () => {
    expect(missingGlyphs('一\u3000\u00a0\t二\r\n\u200b\ufeff三\ufe0f', SHIPPED)).toEqual([]);
  });
});

describe('fontChooser', () => {
  const code = (character: string): number => character.codePointAt(0) ?? 0;

  it('takes the role’s own face when it has the character', () => {
    expect(chooser().fontOf('FangSong', code('国'))).toBe('FangSong');
    expect(chooser().fontOf('KaiTi', code('国'))).toBe('KaiTi');
  });

  it('falls back to Song for what FangSong lacks', () => {
    expect(fonts.FangSong.glyph(code('喆'))).toBe(0);
    expect(chooser().fontOf('FangSong', code('喆'))).toBe('Song');
  });

  it('sets curly quotes on a full square even where the face has narrow ones', () => {
    expect(fonts.KaiTi.advance(code('“'))).toBeLessThan(0.5);
    const fontsOfReport = chooser();
    const face = fontsOfReport.fontOf('KaiTi', code('“'));
    expect(face && fontsOfReport.advance(face, code('“'))).toBe(1);
  });

  it('never lets two characters share a glyph of one font, and gives the face to the ordinary one', () => {
    // The radical ⼀ (U+2F00) and 一 look alike; FangSong draws both with one glyph.
    expect(fonts.FangSong.glyph(0x2f00)).toBe(fonts.FangSong.glyph(code('一')));
    const both = chooser();
    expect(both.fontOf('FangSong', 0x2f00)).not.toBe('FangSong');
    expect(both.fontOf('FangSong', code('一'))).toBe('FangSong');
    expect(both.fontOf('FangSong', code('·'))).toBe('FangSong');
    expect(both.fontOf('FangSong', code('•'))).not.toBe('FangSong');
  });

  it('says when no face has a character', () => {
    expect(chooser().fontOf('FangSong', 0x1f600)).toBeNull();
  });
});
