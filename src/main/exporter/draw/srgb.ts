/**
 * An ICC profile (ICC.1:2001-04, version 2.4) of the colour space of IEC 61966-2-1, sRGB, made from the numbers of that
 * standard, so that no foreign profile must be shipped. A display profile of matrix and curves, all a renderer needs.
 */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1 (Gouji)')],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    // The primaries, adapted from D65 to the connection space's D50 (Bradford).
    ['rXYZ', xyzTag(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyzTag(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyzTag(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return profileOf(tags);
}

function profileOf(tags: readonly (readonly [string, Buffer])[]): Buffer {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  const placed = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let at = HEADER + table.length;
  tags.forEach(([signature, body], index) => {
    if (!placed.has(body)) {
      placed.set(body, at);
      bodies.push(body);
      at += body.length;
    }
    table.write(signature, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(placed.get(body) ?? 0, 8 + 12 * index);
    table.writeUInt32BE(body.length, 12 + 12 * index);
  });
  return Buffer.concat([headerOf(at), table, ...bodies]);
}

const HEADER = 128;

function headerOf(size: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(size);
  header.writeUInt32BE(0x02400000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => {
    header.writeUInt16BE(part, 24 + 2 * index);
  });
  header.write('acsp', 36, 'latin1');
  // The connection space's illuminant, D50.
  writeXyz(header, 68, [0.9642, 1, 0.8249]);
  return header;
}

/** The curve of §5.2 of IEC 61966-2-1 at 1,024 places. */
function curveTag(): Buffer {
  const count = 1024;
  const tag = Buffer.alloc(12 + 2 * count);
  tag.write('curv', 'latin1');
  tag.writeUInt32BE(count, 8);
  for (let index = 0; index < count; index += 1) {
    const value = index / (count - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    tag.writeUInt16BE(Math.round(linear * 65535), 12 + 2 * index);
  }
  return tag;
}

function xyzTag(...values: readonly [number, number, number]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  writeXyz(tag, 8, values);
  return tag;
}

function writeXyz(buffer: Buffer, at: number, values: readonly number[]): void {
  values.forEach((value, index) => {
    buffer.writeInt32BE(Math.round(value * 65536), at + 4 * index);
  });
}

const textTag = (text: string): Buffer => aligned(Buffer.from(`text\0\0\0\0${text}\0`, 'latin1'));

/** A description in ASCII, none in Unicode or in Macintosh script (§6.5.17). */
function descriptionTag(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + 1);
  const head = Buffer.from('desc\0\0\0\0', 'latin1');
  return aligned(Buffer.concat([head, length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(78)]));
}

const aligned = (tag: Buffer): Buffer => Buffer.concat([tag, Buffer.alloc(-tag.length & 3)]);
