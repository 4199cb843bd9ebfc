import { tableOffsets } from './sfnt';

/** What a font file says of itself. */
export interface FontFacts {
  /** Full name, the Chinese one when there is one. */
  readonly name: string;
  /** `fsType` of the table OS/2; 0 when there is none: may be embedded. */
  readonly embedding: number;
  readonly isVariable: boolean;
}

/** Reads names and licence flags of a TrueType or OpenType font. Throws on anything else. */
export function readFontFacts(bytes: Uint8Array): FontFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const os2 = tables.find('OS/2');
  return {
    name: nameOf(view, tables.find('name')),
    embedding: os2 === null ? 0 : view.getUint16(os2 + 8),
    isVariable: tables.find('fvar') !== null,
  };
}

const FULL_NAME = 4;
const CHINESE = 0x804;

/** Names for Windows, in UTF-16. */
function nameOf(view: DataView, table: number | null): string {
  if (table === null) return '';
  const storage = table + view.getUint16(table + 4);
  const names: { readonly language: number; readonly text: string }[] = [];
  for (let index = 0, at = table + 6; index < view.getUint16(table + 2); index += 1, at += 12) {
    if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== FULL_NAME) continue;
    const [length, offset] = [view.getUint16(at + 8), view.getUint16(at + 10)];
    const bytes = new Uint8Array(view.buffer, view.byteOffset + storage + offset, length);
    names.push({ language: view.getUint16(at + 4), text: new TextDecoder('utf-16be').decode(bytes) });
  }
  return (names.find((one) => one.language === CHINESE) ?? names[0])?.text ?? '';
}
