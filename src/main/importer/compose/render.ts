import type { Lines } from './stretch';

/** A part of a stretch as written: at `out` in the text, `lead` units of backslash, then `length` units from `from`. */
interface Piece {
  readonly out: number;
  readonly lead: 0 | 1;
  readonly from: number;
  readonly length: number;
}

export interface Rendered {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Writes lines with `glue` between them and a backslash before each place of `escapes`. */
export function render(source: string, lines: Lines, escapes: ReadonlySet<number>, glue: string): Rendered {
  const [line] = lines;
  if (line && lines.length === 1 && escapes.size === 0) {
    const text = source.slice(line.start, line.end);
    return { text, pieces: [{ out: 0, lead: 0, from: line.start, length: text.length }] };
  }
  const ordered = Uint32Array.from(escapes).sort();
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let out = 0;
  let next = 0;
  lines.forEach(({ start, end }, index) => {
    if (index > 0) {
      parts.push(glue);
      out += glue.length;
    }
    for (let at = start; at < end; ) {
      while ((ordered[next] ?? end) < at) next++;
      const lead = ordered[next] === at ? 1 : 0;
      const stop = Math.min(ordered[next + lead] ?? end, end);
      if (lead) parts.push('\\');
      parts.push(source.slice(at, stop));
      pieces.push({ out, lead, from: at, length: stop - at });
      out += lead + stop - at;
      next += lead;
      at = stop;
    }
  });
  return { text: parts.join(''), pieces };
}

/** Place in the source of each ascending place of the text; -1 for a backslash or glue of our own. */
export function sourcePlaces({ pieces }: Rendered, places: readonly number[]): readonly number[] {
  let index = 0;
  return places.map((place) => {
    while ((pieces[index + 1]?.out ?? Number.POSITIVE_INFINITY) <= place) index++;
    const piece = pieces[index];
    const offset = piece ? place - piece.out - piece.lead : -1;
    return piece && offset >= 0 && offset < piece.length ? piece.from + offset : -1;
  });
}

/**
 * Where `from..to` of the source stands in the text, backslashes included. White space that was left out shrinks it;
 * when nothing of it was written, it is empty.
 */
export function placed({ text, pieces }: Rendered, from: number, to: number): readonly [number, number] {
  const last = pieces[firstWhere(pieces, (piece) => piece.from >= to) - 1];
  const end = last ? last.out + last.lead + Math.min(last.length, to - last.from) : 0;
  if (from >= to) return [end, end];
  const first = pieces[firstWhere(pieces, (piece) => piece.from + piece.length > from)];
  if (!first) return [text.length, text.length];
  const start = from <= first.from ? first.out : first.out + first.lead + from - first.from;
  return [start, Math.max(start, end)];
}

/** Index of the first piece for which `holds`; pieces ascend. Binary search. */
function firstWhere(pieces: readonly Piece[], holds: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && !holds(piece)) low = middle + 1;
    else high = middle;
  }
  return low;
}
