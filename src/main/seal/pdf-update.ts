import { createHash } from 'node:crypto';
import { objectOf, type PdfFile } from './pdf-file';
import { type Latin1, readArray, writeArray, writeDictionary } from './pdf-syntax';

const FIELD_WIDTHS = [1, 5, 2] as const;

/**
 * Writes objects as an incremental update (ISO 32000-1 §7.5.6): the text to append. The cross-references are of the
 * kind that the file has.
 */
export function writeUpdate(file: PdfFile, objects: ReadonlyMap<number, string>): Latin1 {
  const base = file.text.length;
  let text = /[\r\n]$/.test(file.text.slice(-1)) ? '' : '\n';
  const entries: Entry[] = [];
  for (const number of [...objects.keys()].sort((a, b) => a - b)) {
    const generation = file.places.has(number) ? objectOf(file, number).generation : 0;
    entries.push({ number, generation, offset: base + text.length });
    text += `${number} ${generation} obj\n${objects.get(number)}\nendobj\n`;
  }
  const startXref = base + text.length;
  const references =
    file.kind === 'table' ? writeTable(file, entries) : writeStream(file, entries, startXref);
  return `${text}${references}startxref\n${startXref}\n%%EOF\n`;
}

interface Entry {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

function writeTable(file: PdfFile, entries: readonly Entry[]): string {
  const lines = runs(entries).map((run) => {
    const rows = run.map(({ offset, generation }) => `${padded(offset, 10)} ${padded(generation, 5)} n \n`);
    return `${run[0]?.number} ${run.length}\n${rows.join('')}`;
  });
  return `xref\n${lines.join('')}trailer\n${writeDictionary(trailerOf(file, entries))}\n`;
}

function writeStream(file: PdfFile, entries: readonly Entry[], offset: number): string {
  const number = sizeOf(file, entries);
  const all = [...entries, { number, generation: 0, offset }];
  const bytes = all.map((entry) =>
    [1, entry.offset, entry.generation]
      .map((value, field) => bigEndian(value, FIELD_WIDTHS[field] ?? 1))
      .join(''),
  );
  const data = bytes.join('');
  const index = runs(all).flatMap((run) => [String(run[0]?.number), String(run.length)]);
  const dictionary = writeDictionary(
    new Map([
      ['Type', '/XRef'],
      ...trailerOf(file, all),
      ['W', writeArray(FIELD_WIDTHS.map(String))],
      ['Index', writeArray(index)],
      ['Length', String(data.length)],
    ]),
  );
  return `${number} 0 obj\n${dictionary}\nstream\n${data}\nendstream\nendobj\n`;
}

function trailerOf(file: PdfFile, entries: readonly Entry[]): Map<string, string> {
  const kept = ['Root', 'Info'].flatMap((key) => {
    const value = file.trailer.get(key);
    return value === undefined ? [] : ([[key, value]] as const);
  });
  return new Map<string, string>([
    ['Size', String(sizeOf(file, entries))],
    ...kept,
    ['ID', identifiers(file)],
    ['Prev', String(file.startXref)],
  ]);
}

/** The first identifier stays, the second one is new with every update (ISO 32000-1 §14.4). */
function identifiers(file: PdfFile): string {
  const hash = createHash('sha256').update(file.text, 'latin1').digest('hex').slice(0, 32);
  const given = file.trailer.get('ID');
  const first = given?.startsWith('[') ? readArray(given, 0).value[0] : undefined;
  return writeArray([first ?? `<${hash}>`, `<${hash}>`]);
}

const sizeOf = (file: PdfFile, entries: readonly Entry[]): number =>
  entries.reduce((size, { number }) => Math.max(size, number + 1), file.size);

/** Entries with numbers that follow each other, together. */
function runs(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const all: Entry[][] = [];
  for (const entry of entries) {
    const run = all.at(-1);
    if (run && run.at(-1)?.number === entry.number - 1) run.push(entry);
    else all.push([entry]);
  }
  return all;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

function bigEndian(value: number, width: number): Latin1 {
  const hex = value.toString(16).padStart(width * 2, '0');
  return Buffer.from(hex, 'hex').toString('latin1');
}
