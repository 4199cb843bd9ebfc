import type { Segment, Template } from './segment';

export type Path = readonly string[];

/** Where something that a path names stands among the leaves of values of one template. */
export interface Spot {
  /** Position behind the value's first leaf. */
  readonly at: number;
  /** Of a range's end the position of its start; -1 for other numbers. */
  readonly start: number;
  /** Set where the path goes on in a list that is packed by itself. */
  readonly rest: Path | null;
  /** An index into the segment's texts. */
  readonly isText: boolean;
  /** Of a place of a text the positions of the starts of the ranges before it, in their order; else null. */
  readonly ranges: readonly number[] | null;
}

/** The spots of a path (`['terms', '*', 'quantity']`) by template, each found once. */
export function spotsOf(path: Path): (segment: Segment, template: number) => readonly Spot[] {
  const known = new WeakMap<Segment, Map<number, readonly Spot[]>>();
  // Neighbours are mostly of one segment and one template.
  let last: { segment: Segment; template: number; spots: readonly Spot[] } | null = null;
  return (segment, template) => {
    if (last?.segment === segment && last.template === template) return last.spots;
    const own = known.get(segment) ?? new Map<number, readonly Spot[]>();
    known.set(segment, own);
    const spots = own.get(template) ?? found(segment.templates, template, path);
    own.set(template, spots);
    last = { segment, template, spots };
    return spots;
  };
}

function found(templates: readonly Template[], root: number, path: Path): readonly Spot[] {
  const spots: Spot[] = [];
  let at = 0;
  let start = -1;
  const ranges: number[] = [];
  const walk = (index: number, rest: Path | null): void => {
    const template = templates[index];
    if (!template || template.kind === 'same') return;
    if (template.kind === 'object' || template.kind === 'array') {
      template.parts.forEach((part, one) => {
        const name = template.kind === 'array' ? '*' : template.keys[one];
        walk(part, rest !== null && rest[0] === name ? rest.slice(1) : null);
      });
      return;
    }
    if (template.kind === 'start') start = at;
    const spot = { at, start: -1, rest: null, isText: false, ranges: null };
    if (template.kind === 'list' && rest?.[0] === '*') spots.push({ ...spot, rest: rest.slice(1) });
    if (rest?.length === 0) {
      if (template.kind === 'end') spots.push({ ...spot, start });
      else if (template.kind === 'number' || template.kind === 'start') spots.push(spot);
      else if (template.kind === 'text') spots.push({ ...spot, isText: true });
      else if (template.kind === 'place') spots.push({ ...spot, ranges: [...ranges] });
    }
    if (template.kind === 'end') ranges.push(start);
    at++;
  };
  walk(root, path);
  return spots;
}

/** The number at a spot; `first`: the value's first leaf. */
export const numberAt = ({ leaves }: Segment, first: number, { at, start }: Spot): number =>
  (leaves[first + at] ?? 0) + (start < 0 ? 0 : (leaves[first + start] ?? 0));
