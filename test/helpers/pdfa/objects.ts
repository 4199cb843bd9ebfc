import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A value as qpdf's JSON (version 2) writes it: names with a slash, strings as `u:…` or `b:…`, references as `5 0 R`. */
export type Value = null | boolean | number | string | readonly Value[] | Dictionary;
export interface Dictionary {
  readonly [key: string]: Value;
}

interface QpdfObject {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data?: string };
}

/** The objects of a PDF as an independent parser, qpdf, reads them; streams decoded. */
export class PdfObjects {
  private readonly objects: Readonly<Record<string, QpdfObject>>;
  readonly trailer: Dictionary;

  constructor(readonly bytes: Uint8Array) {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-pdfa-'));
    try {
      const path = join(folder, 'file.pdf');
      writeFileSync(path, bytes);
      const args = [
        '--json=2',
        '--json-key=qpdf',
        '--json-stream-data=inline',
        '--decode-level=generalized',
        path,
      ];
      const json = execFileSync('qpdf', args, { encoding: 'utf8', maxBuffer: 1 << 30 });
      this.objects = JSON.parse(json).qpdf[1];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    this.trailer = this.objects.trailer?.value as Dictionary;
  }

  get catalog(): Dictionary {
    return this.dict(this.trailer['/Root']);
  }

  /** All indirect objects: number, value or stream dictionary, whether it is a stream. */
  *all(): Generator<{ readonly id: string; readonly value: Value; readonly isStream: boolean }> {
    for (const [key, object] of Object.entries(this.objects)) {
      if (!key.startsWith('obj:')) continue;
      const value = object.stream?.dict ?? object.value ?? null;
      yield { id: key.slice(4), value, isStream: object.stream !== undefined };
    }
  }

  /** The value that a reference points to, or the value itself. */
  get(value: Value | undefined): Value {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null;
    const object = this.objects[`obj:${value}`];
    return object?.stream?.dict ?? object?.value ?? null;
  }

  dict(value: Value | undefined): Dictionary {
    const found = this.get(value);
    return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Dictionary) : {};
  }

  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : [];
  }

  /** A stream's bytes, decoded. */
  data(reference: Value | undefined): Buffer {
    const data = typeof reference === 'string' ? this.objects[`obj:${reference}`]?.stream?.data : undefined;
    return Buffer.from(data ?? '', 'base64');
  }

  /** References to the pages, in order. */
  pages(node: Value = this.catalog['/Pages'] ?? null): readonly string[] {
    const dict = this.dict(node);
    if (dict['/Type'] === '/Page') return typeof node === 'string' ? [node] : [];
    return this.list(dict['/Kids']).flatMap((kid) => this.pages(kid));
  }
}

/** The text of a string value. */
export const textOf = (value: Value | undefined): string =>
  typeof value === 'string' ? value.replace(/^[ub]:/, '') : '';
