import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/main/importer/bounds';
import { openPackage } from '../../../src/main/importer/package';
import { parseXml, scanXml } from '../../../src/main/importer/xml';
import { zip } from '../../helpers/zip';

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof ImportError) return thrown.code;
    throw thrown;
  }
  return 'none';
};

describe('openPackage', () => {
  it('reads parts by name', async () => {
    const pack = await openPackage(zip([{ name: 'a.xml', data: '<甲/>' }]));
    expect(pack.names).toEqual(['a.xml']);
    expect(await pack.read('a.xml')).toBe('<甲/>');
    expect(await pack.read('b.xml')).toBeNull();
  });

  it('reads UTF-16 parts', async () => {
    const data = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<甲/>', 'utf16le')]);
    const pack = await openPackage(zip([{ name: 'a.xml', data: new Uint8Array(data) }]));
    expect(await pack.read('a.xml')).toBe('<甲/>');
  });

  const whole = zip([{ name: 'a.xml', data: '<a/>'.repeat(500) }]);
  it.each([
    ['a cut file', whole.subarray(0, whole.length - 30), 'broken-zip'],
    ['only a signature', new Uint8Array([0x50, 0x4b, 3, 4]), 'broken-zip'],
    ['a wrong checksum', zip([{ name: 'a.xml', data: '<a/>', claim: { crc: 1 } }]), 'broken-zip'],
    [
      'a size that lies low',
      zip([{ name: 'a.xml', data: 'x'.repeat(5000), claim: { size: 10 } }]),
      'broken-zip',
    ],
    ['a size that lies high', zip([{ name: 'a.xml', data: 'x', claim: { size: 5000 } }]), 'broken-zip'],
    ['a huge size', zip([{ name: 'a.xml', data: 'x', claim: { size: 0xfffffff0 } }]), 'bomb'],
    ['an encrypted part', zip([{ name: 'a.xml', data: 'x', claim: { flags: 1 } }]), 'encrypted'],
    ['a part that unpacks 1,000-fold', zip([{ name: 'a.xml', data: ' '.repeat(30_000_000) }]), 'bomb'],
    [
      'two parts of one name',
      zip([
        { name: 'a.xml', data: '1' },
        { name: 'a.xml', data: '2' },
      ]),
      'broken-zip',
    ],
    ['a path that leaves the package', zip([{ name: '../a.xml', data: 'x' }]), 'broken-zip'],
    ['bytes that are no text', zip([{ name: 'a.xml', data: new Uint8Array([0xc3, 0x28]) }]), 'broken-xml'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(async () => (await openPackage(bytes)).read('a.xml'))).toBe(code);
  });

  it('refuses a central directory of thousands of entries', async () => {
    const parts = Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}`, data: '' }));
    expect(await codeOf(() => openPackage(zip(parts)))).toBe('bomb');
  });
});

describe('scanXml', () => {
  it('names elements by their namespace, not by the prefix in the file', () => {
    const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const root = parseXml(`<x:document xmlns:x="${main}"><x:p x:val="1"/></x:document>`);
    expect(root.name).toBe('w:document');
    expect(root.children).toMatchObject([{ name: 'w:p', attributes: { 'w:val': '1' } }]);
  });

  it('leaves out what is not kept, with all that is in it', () => {
    const root = parseXml('<a><b>1<c>2</c></b>3</a>', (name) => name !== 'b');
    expect(root.children).toEqual(['3']);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'doctype'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'doctype'],
    ['an unknown entity', '<a>&nbsp;</a>', 'broken-xml'],
    ['a missing end tag', '<a><b></a>', 'broken-xml'],
    ['an unbound prefix', '<w:a/>', 'broken-xml'],
    ['nothing', '', 'broken-xml'],
    ['deep nesting', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`, 'too-deep'],
  ])('refuses %s', async (_, source, code) => {
    expect(await codeOf(() => scanXml(source, { open() {}, close() {}, text() {} }))).toBe(code);
  });
});
