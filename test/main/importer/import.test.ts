import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReport } from '../../../src/main/importer/import';
import { docx, p } from '../../helpers/docx';
import { zip } from '../../helpers/zip';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ole = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(stream, 'utf16le')]);
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

/** Every pair of bytes of GBK, the other way round: no encoder for it comes with the engine. */
const PAIRS = new Map(
  Array.from({ length: 0x7e * 0xbf }, (_, at): [string, number[]] => {
    const pair = [0x81 + Math.floor(at / 0xbf), 0x40 + (at % 0xbf)];
    return [new TextDecoder('gb18030').decode(new Uint8Array(pair)), pair];
  }),
);

const gb18030 = (text: string): Uint8Array =>
  new Uint8Array(Array.from(text).flatMap((char) => PAIRS.get(char) ?? [char.charCodeAt(0)]));

describe('importReport', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a byte-order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(TEXT)]), 'utf-8'],
    ['UTF-16LE', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16BE', utf16(TEXT, false), 'utf-16be'],
    ['CRLF line ends', utf8(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
    ['UTF-16LE without a byte-order mark', utf16(TEXT, true).slice(2), 'utf-16le'],
    ['UTF-16BE without a byte-order mark', utf16(TEXT, false).slice(2), 'utf-16be'],
    ['GB18030', gb18030(TEXT), 'gb18030'],
  ])('reads %s into the same working text', async (_, bytes, encoding) => {
    expect(await importReport(bytes, 'a.md')).toMatchObject({
      ok: true,
      value: { text: TEXT, format: 'markdown', encoding, notes: [], proof: { differenceCount: 0 } },
    });
  });

  it.each(['本報告所稱實體商戶是指與我司簽訂協議的單位', '─│┌─┐①℃②', '喆堃镕'])(
    'takes GB18030 for what it is: %s',
    async (text) =>
      expect(await importReport(gb18030(text), 'a.txt')).toMatchObject({
        ok: true,
        value: { encoding: 'gb18030', text: `${text}\n` },
      }),
  );

  it.each(['a.txt', 'a.html'])('reads every encoding of %s into one working text', async (name) => {
    const source = name.endsWith('html') ? `<html><body><h1>年度报告</h1><p>${TEXT}</p></body></html>` : TEXT;
    const versions = [
      utf8(source),
      new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(source)]),
      utf16(source, true),
      gb18030(source),
    ];
    const texts = await Promise.all(
      versions.map(async (bytes) => {
        const result = await importReport(bytes, name);
        return result.ok ? result.value.text : result.error.code;
      }),
    );
    expect(texts[0]).toContain('3,190.25万元');
    expect(new Set(texts).size).toBe(1);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\t\n'), 'empty'],
    ['a PDF', utf8('%PDF-1.7 …'), 'wrong-format'],
    ['a broken Word file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'broken-zip'],
    [
      'a workbook',
      zip([
        { name: '[Content_Types].xml', data: '<a/>' },
        { name: 'xl/workbook.xml', data: '<a/>' },
      ]),
      'not-a-report',
    ],
    [
      'slides',
      zip([
        { name: '[Content_Types].xml', data: '<a/>' },
        { name: 'ppt/a.xml', data: '<a/>' },
      ]),
      'wrong-format',
    ],
    ['an OpenDocument file', zip([{ name: 'mimetype', data: 'application/vnd.oasis' }]), 'wrong-format'],
    ['an archive', zip([{ name: 'a.txt', data: '报告' }]), 'wrong-format'],
    ['an old Word file', ole('WordDocument'), 'legacy-office'],
    ['an old Excel file', ole('Workbook'), 'legacy-office'],
    ['a password-protected file', ole('EncryptedPackage'), 'encrypted'],
    ['an RTF file', utf8('{\\rtf1'), 'wrong-format'],
    ['a web archive', utf8('MIME-Version: 1.0\n\n报告'), 'wrong-format'],
    [
      'a flat Word file',
      utf8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>'),
      'wrong-format',
    ],
    [
      'a Word package without a document',
      zip([{ name: '[Content_Types].xml', data: '<a/>' }]),
      'broken-docx',
    ],
    ['binary data', new Uint8Array([1, 2, 3, 0, 255, 254]), 'not-text'],
    ['a NUL in text', utf8('报告\u0000'), 'not-text'],
    // 全年受理投訴128件，其中線上80件。
    [
      'Big5',
      new Uint8Array(
        Buffer.from('a5fea67ea8fcb27aa7ebb644313238a5f3a141a8e4a4a4bd75a4573830a5f3a143', 'hex'),
      ),
      'other-encoding',
    ],
  ])('refuses %s with one sentence', async (_, bytes, code) => {
    const result = await importReport(bytes, 'a.md');
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.message).toMatch(/^[^\n]{4,80}$/);
  });

  it('never throws, whatever the bytes', async () => {
    const names = fc.constantFrom('x.md', 'x.txt', 'x.html', 'x.docx');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, name) => {
        const result = await importReport(bytes, name);
        if (result.ok) expect(result.value.text).not.toContain('\r');
      }),
    );
  });

  it('reads by content and says so when the name says otherwise', async () => {
    const page = await importReport(utf8('<!DOCTYPE html><p>全年交易12笔。</p>'), 'a.doc');
    expect(page).toMatchObject({ ok: true, value: { format: 'html', notes: [{ code: 'extension' }] } });
    const word = await importReport(docx(p('全年交易12笔。')), 'a.txt');
    expect(word).toMatchObject({ ok: true, value: { format: 'word', notes: [{ code: 'extension' }] } });
    expect(await importReport(utf8('项目,金额\n收入,1\n'), 'a.csv')).toMatchObject({
      ok: false,
      error: { code: 'not-a-report' },
    });
    expect(await importReport(utf8('全年交易12笔。'), 'a.docx')).toMatchObject({
      ok: false,
      error: { code: 'wrong-format' },
    });
  });
});
