import { allMatches } from '../../../shared/matches';

/** Names under which pages give their encoding (WHATWG Encoding §4.2), as far as `decode` knows it. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

const HEAD = 2048;
const META = /<meta\s[^>]{0,400}/gi;
const CHARSET = /\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/**
 * The encoding that a web page states in `<meta charset>` or `<meta http-equiv>`, by the name `decode` has for it;
 * null when it states none, or another.
 */
export function htmlCharset(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, HEAD), (byte) => String.fromCharCode(byte)).join('');
  for (const [meta] of allMatches(head.replace(/<!--[\s\S]*?-->/g, ''), META)) {
    const name = CHARSET.exec(meta)?.[1];
    if (name) return ENCODINGS[name.toLowerCase()] ?? null;
  }
  return null;
}
