/** A PDF as text of one unit a byte: structure is ASCII, and every index is a byte offset. */
export type Latin1 = string;

export const latin1 = (bytes: Uint8Array): Latin1 =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export interface Trailer {
  readonly root: number;
  readonly info: number | null;
  /** As written, brackets included; empty when there is none. */
  readonly id: string;
  readonly size: number;
  /** Offset of the newest cross-reference table. */
  readonly startXref: number;
}

/** A PDF that this small reader does not understand: encrypted, or with cross-reference streams. */
export class UnsupportedPdf extends Error {}

const MAX_UPDATES = 1000;

/** Reads the newest trailer. Throws `UnsupportedPdf`. */
export function readTrailer(pdf: Latin1): Trailer {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-1024))?.[1];
  if (start === undefined) throw new UnsupportedPdf('文件结尾不完整');
  const startXref = Number(start);
  const text = trailerAt(pdf, startXref);
  if (/\/Encrypt\b/.test(text)) throw new UnsupportedPdf('文件已加密');
  const root = /\/Root\s+(\d+)\s+0\s+R/.exec(text)?.[1];
  const size = /\/Size\s+(\d+)/.exec(text)?.[1];
  if (root === undefined || size === undefined) throw new UnsupportedPdf('文件结构不完整');
  const info = /\/Info\s+(\d+)\s+0\s+R/.exec(text)?.[1];
  const id = /\/ID\s*(\[[^\]]*\])/.exec(text)?.[1] ?? '';
  return {
    root: Number(root),
    info: info === undefined ? null : Number(info),
    id,
    size: Number(size),
    startXref,
  };
}

function trailerAt(pdf: Latin1, offset: number): string {
  if (!pdf.startsWith('xref', offset)) throw new UnsupportedPdf('不支持这种交叉引用格式');
  const from = pdf.indexOf('trailer', offset);
  const to = pdf.indexOf('startxref', from);
  if (from < 0 || to < 0) throw new UnsupportedPdf('文件结构不完整');
  return pdf.slice(from, to);
}

/** Offset of each object, the newest where an update replaced it. */
export function objectOffsets(pdf: Latin1, startXref: number): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  let at: number | null = startXref;
  for (let count = 0; at !== null; count++) {
    if (count > MAX_UPDATES) throw new UnsupportedPdf('文件的更新次数过多');
    const trailer = trailerAt(pdf, at);
    readSection(pdf, at, offsets);
    const previous = /\/Prev\s+(\d+)/.exec(trailer)?.[1];
    at = previous === undefined ? null : Number(previous);
  }
  return offsets;
}

function readSection(pdf: Latin1, offset: number, offsets: Map<number, number>): void {
  const end = pdf.indexOf('trailer', offset);
  const lines = pdf
    .slice(offset + 4, end)
    .trim()
    .split(/\r\n|\n|\r/);
  let number = 0;
  for (const line of lines) {
    const entry = /^(\d{10}) (\d{5}) ([nf])/.exec(line);
    const head = entry ? null : /^(\d+) (\d+)\s*$/.exec(line);
    if (head) number = Number(head[1]);
    if (!entry) continue;
    if (entry[3] === 'n' && !offsets.has(number)) offsets.set(number, Number(entry[1]));
    number++;
  }
}

/** The body of an object that is a dictionary, from `<<` to `>>`. Throws when it is none. */
export function readDictionary(pdf: Latin1, offsets: ReadonlyMap<number, number>, number: number): string {
  const offset = offsets.get(number);
  const head = offset === undefined ? null : /^\s*(\d+)\s+0\s+obj\s*/.exec(pdf.slice(offset, offset + 40));
  if (offset === undefined || !head || Number(head[1]) !== number) throw new UnsupportedPdf('文件结构不完整');
  const from = offset + head[0].length;
  const to = pdf.indexOf('endobj', from);
  const body = pdf.slice(from, to).trim();
  if (to < 0 || !body.startsWith('<<') || !body.endsWith('>>')) throw new UnsupportedPdf('文件结构不完整');
  return body;
}

/** The first page's object number, down the page tree. */
export function firstPage(pdf: Latin1, offsets: ReadonlyMap<number, number>, catalog: string): number {
  let number = reference(catalog, 'Pages');
  for (let depth = 0; number !== null && depth < 64; depth++) {
    const node = readDictionary(pdf, offsets, number);
    if (/\/Type\s*\/Page\b(?!s)/.test(node)) return number;
    const kid: string | undefined = /\/Kids\s*\[\s*(\d+)\s+0\s+R/.exec(node)?.[1];
    number = kid === undefined ? null : Number(kid);
  }
  throw new UnsupportedPdf('文件里没有页面');
}

/** The object that a key of a dictionary refers to. */
export function reference(dictionary: string, key: string): number | null {
  const match = new RegExp(`/${key}\\s+(\\d+)\\s+0\\s+R`).exec(dictionary);
  return match ? Number(match[1]) : null;
}

/** Adds an entry to a dictionary's end. */
export const withEntry = (dictionary: string, entry: string): string =>
  `${dictionary.slice(0, -2).trimEnd()} ${entry} >>`;

/** Adds a reference to an array entry, which is made when it is not there. Indirect arrays are not supported. */
export function withReference(dictionary: string, key: string, object: number): string {
  const inline = new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`);
  if (inline.test(dictionary)) {
    return dictionary.replace(inline, (_, items: string) => `/${key} [${items.trim()} ${object} 0 R]`);
  }
  if (new RegExp(`/${key}\\b`).test(dictionary)) throw new UnsupportedPdf('不支持这种注释结构');
  return withEntry(dictionary, `/${key} [${object} 0 R]`);
}

/** A text string as UTF-16BE with its mark, in hexadecimal (ISO 32000-1 §7.9.2.2). */
export function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}

/** `D:20260110090000Z` (ISO 32000-1 §7.9.4). */
export const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;

/** Writes objects as an incremental update (ISO 32000-1 §7.5.6) behind `base`. */
export function appendUpdate(base: Latin1, trailer: Trailer, objects: ReadonlyMap<number, string>): Latin1 {
  let text = base.endsWith('\n') ? base : `${base}\n`;
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const entries = numbers.map((number) => {
    const offset = text.length;
    text += `${number} 0 obj\n${objects.get(number)}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = Math.max(trailer.size, ...numbers.map((number) => number + 1));
  const info = trailer.info === null ? '' : ` /Info ${trailer.info} 0 R`;
  const id = trailer.id === '' ? '' : ` /ID ${trailer.id}`;
  const startXref = text.length;
  return `${text}xref\n${entries.join('')}trailer\n<< /Size ${size} /Root ${trailer.root} 0 R${info}${id} /Prev ${trailer.startXref} >>\nstartxref\n${startXref}\n%%EOF\n`;
}
