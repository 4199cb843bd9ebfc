import { failure, type Result, success } from '../../shared/result';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Bytes → text. A byte-order mark decides; else UTF-8 if the bytes are valid UTF-8, else GB18030 (a superset
 * of GBK, in which older Chinese tools write) if they are valid there and hold no control characters.
 */
export function decode(bytes: Uint8Array): Result<{ readonly text: string; readonly encoding: Encoding }> {
  const encoding = markedEncoding(bytes);
  if (encoding) return accept(tryDecode(bytes, encoding), encoding);
  const text = tryDecode(bytes, 'utf-8');
  if (text !== null) return accept(text, 'utf-8');
  return accept(tryDecode(bytes, 'gb18030'), 'gb18030');
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
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
