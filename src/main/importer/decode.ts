import { failure, type Result, success } from '../../shared/result';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Bytes → text. A byte-order mark decides; then `declared`, what a web page says of itself, if the bytes are
 * valid there; else UTF-16 without a mark when every other byte is zero as often as Latin text and line ends
 * make it; else UTF-8 if the bytes are valid UTF-8, else GB18030 (a superset of GBK, in which older Chinese
 * tools write) if they are valid there and hold no control characters. Errors: `not-text`, `other-encoding`.
 */
export function decode(
  bytes: Uint8Array,
  declared: string | null = null,
): Result<{ readonly text: string; readonly encoding: Encoding }> {
  const encoding = markedEncoding(bytes);
  if (encoding) return accept(tryDecode(bytes, encoding), encoding);
  if (declared === 'gb18030') {
    const said = accept(tryDecode(bytes, 'gb18030'), 'gb18030');
    if (said.ok && tryDecode(bytes, 'utf-8') === null) return said;
  }
  const wide = unmarkedWide(bytes);
  const widely = wide && tryDecode(bytes, wide);
  if (wide && widely && reportLike(widely)) return accept(widely, wide);
  const text = tryDecode(bytes, 'utf-8');
  if (text !== null) return accept(text, 'utf-8');
  if (isBig5(bytes))
    return failure('other-encoding', '文件的编码像是 Big5，读出来会是乱码；请另存为 UTF-8 编码再导入');
  return accept(tryDecode(bytes, 'gb18030'), 'gb18030');
}

/** Of so many bytes a text shows what it is written in. */
const LOOKED_AT = 65_536;
const LEAST_PAIRS = 4;

/**
 * Big5 is valid GB18030 too, but reads there as rare characters, kana and characters of private use. GB/T 2312 has what simplified
 * Chinese is written with: hanzi in rows 0xB0–0xF7, punctuation, digits and frames in 0xA1–0xA3 and 0xA9, all with both bytes
 * from 0xA1 on.
 */
function isBig5(bytes: Uint8Array): boolean {
  let [pairs, unusual] = [0, 0];
  const end = Math.min(bytes.length, LOOKED_AT) - 1;
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    pairs++;
    const isUsual = (lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3) || lead === 0xa9;
    if (!isUsual || trail < 0xa1) unusual++;
  }
  if (pairs < LEAST_PAIRS || unusual * 4 < pairs) return false;
  // Traditional characters in GBK have bytes that Big5 has not.
  return tryDecode(bytes, 'big5') !== null;
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a byte-order mark: line ends and digits leave zero bytes on one side only, and text none elsewhere. */
function unmarkedWide(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let low = 0;
  let high = 0;
  const end = Math.min(bytes.length, 65_536);
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) high++;
    if (bytes[at + 1] === 0) low++;
  }
  if (low > 0 && high === 0) return 'utf-16le';
  return high > 0 && low === 0 ? 'utf-16be' : null;
}

const USUAL = /[\t\n\r -~\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** Bytes read two by two that were not written so scatter over scripts that no report uses. */
const reportLike = (text: string): boolean => {
  const head = text.slice(0, 8192);
  return (head.match(USUAL)?.length ?? 0) >= head.length * 0.95;
};

function tryDecode(bytes: Uint8Array, encoding: Encoding | 'big5'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function accept(text: string | null, encoding: Encoding): Result<{ text: string; encoding: Encoding }> {
  if (text === null || hasControlCharacter(text)) {
    return failure('not-text', '这不是文本文件，或其编码无法识别（支持 UTF-8、UTF-16、GB18030）');
  }
  return success({ text, encoding });
}

/** Control characters other than white space (TAB, LF, VT, FF, CR): no text holds them, binary files do. */
function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && (code < 9 || code > 13)) return true;
  }
  return false;
}
