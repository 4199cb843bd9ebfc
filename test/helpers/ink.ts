import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a page is not white, in points from its top left corner. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** Places of dark dots, one in a point. */
  readonly dots: readonly (readonly [number, number])[];
}

/** Grey below this is ink: nothing that is drawn is lighter, but for a draft's watermark. */
const DARK = 200;

/** Turns each page into an image of one dot a point, as poppler draws it, and reads the dots. */
export function inkOf(pdf: Uint8Array): readonly Ink[] {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-ink-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '72', '-gray', join(folder, 'in.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => dotsOf(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A portable grey map of eight bits. */
function dotsOf(image: Buffer): Ink {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 64));
  if (!head) throw new Error('no grey map');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dots: [number, number][] = [];
  for (let y = 0, at = head[0].length; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) if ((image[at] ?? 255) < DARK) dots.push([x, y]);
  return { width, height, dots };
}
