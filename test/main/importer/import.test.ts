import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReport } from '../../../src/main/importer/import';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = '# 年度报告\n\n全年交易金额为3,190.25万元。\n';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
  }
  return bytes;
}

/** `勾稽，报告。` in GB18030. */
const GB18030 = new Uint8Array([0xb9, 0xb4, 0xbb, 0xfc, 0xa3, 0xac, 0xb1, 0xa8, 0xb8, 0xe6, 0xa1, 0xa3]);

describe('importReport', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a byte-order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(TEXT)]), 'utf-8'],
    ['UTF-16LE', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16BE', utf16(TEXT, false), 'utf-16be'],
    ['CRLF line ends', utf8(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('reads %s into the same working text', (_, bytes, encoding) => {
    expect(importReport(bytes, 'a.md')).toEqual({
      ok: true,
      value: { text: TEXT, format: 'markdown', encoding },
    });
  });

  it('reads GB18030', () => {
    expect(importReport(GB18030, 'a.txt')).toEqual({
      ok: true,
      value: { text: '勾稽，报告。', format: 'text', encoding: 'gb18030' },
    });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\t\n'), 'empty'],
    ['a PDF', utf8('%PDF-1.7 …'), 'wrong-format'],
    ['a Word file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'wrong-format'],
    ['binary data', new Uint8Array([1, 2, 3, 0, 255, 254]), 'not-text'],
    ['a NUL in text', utf8('报告\u0000'), 'not-text'],
  ])('refuses %s with one sentence', (_, bytes, code) => {
    const result = importReport(bytes, 'a.md');
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.message).toMatch(/^[^\n]{4,80}$/);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const result = importReport(bytes, 'x.md');
        if (result.ok) expect(result.value.text).not.toContain('\r');
      }),
    );
  });
});
