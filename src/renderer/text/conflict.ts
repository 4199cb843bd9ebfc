import type { Analysis } from '../../shared/model/analysis';
import type { Edit, Finding } from '../../shared/model/finding';
import { overlaps, type Range, rangeOf } from '../../shared/model/range';
import type { Tie } from '../../shared/model/tie';

/** Rules whose finding and related places say the same thing in two ways, of which one is right. */
const SAME_THING = new Set(['N203', 'N204', 'N210', 'T113', 'W305']);
const MOST_PLACES = 9;

/** The places that disagree, the finding's own first; none when it is not about two ways of saying one thing. */
export function placesOfConflict(finding: Finding, text: string): readonly Range[] {
  if (!SAME_THING.has(finding.code) || finding.related.length === 0) return [];
  const others = finding.related.map(({ range }) => range);
  const rest = finding.code === 'N203' ? [hull(others)] : others;
  const own = finding.range;
  const said = text.slice(own.start, own.end);
  // What says the same as the finding's own place is no other side.
  const apart = rest.filter(
    (range) =>
      !overlaps(range, own) && (finding.code === 'N203' || text.slice(range.start, range.end) !== said),
  );
  return apart.length === 0 ? [] : [own, ...apart.slice(0, MOST_PLACES - 1)];
}

const hull = (ranges: readonly Range[]): Range =>
  rangeOf(Math.min(...ranges.map(({ start }) => start)), Math.max(...ranges.map(({ end }) => end)));

const FIGURE = /^(\D*)([\d,，]*\d(?:[.．]\d+)?)(.*)$/s;

/** How a place must read so that it says what the right one says: its own words around the right figure, if both have one. */
export function agreed(right: string, other: string): string {
  const [from, to] = [FIGURE.exec(right), FIGURE.exec(other)];
  const [, , figure = '', unit = ''] = from ?? [];
  const [, before = '', , own = ''] = to ?? [];
  if (!from || !to || /\d/.test(unit) || /\d/.test(own)) return right;
  if (own === unit || unit === '') return `${before}${figure}${own}`;
  // A table's cell has its unit in the header: one would have to reckon what its figure means.
  return `${before}${figure}${unit}`;
}

/** Why the places were made to agree, for the record, which is Chinese. `line` 0: none of them was right. */
export const reasonToAgree = (code: string, line: number, text: string): string =>
  line > 0 ? `${code} 以第${line}行“${text}”为准` : `${code} 统一改为“${text}”`;

/** The edits that make every place read as it shall; those that do already are left alone. */
export function editsToAgree(
  text: string,
  places: readonly Range[],
  wanted: readonly string[],
): readonly Edit[] {
  return places
    .map((range, index) => ({ range, text: wanted[index] ?? '' }))
    .filter((edit) => edit.text !== text.slice(edit.range.start, edit.range.end))
    .sort((a, b) => a.range.start - b.range.start);
}

/** Failing arithmetic that states the finding's figure, or else takes it. */
export function arithmeticOf(finding: Finding, { ties }: Pick<Analysis, 'ties'>): readonly Tie[] {
  const failing = ties.filter(({ status }) => status === 'fail' || status === 'rounding');
  const stated = failing.filter(({ terms }) => terms[0] && overlaps(terms[0].range, finding.range));
  if (stated.length > 0) return stated.slice(0, 3);
  return failing.filter(({ terms }) => terms.some(({ range }) => overlaps(range, finding.range))).slice(0, 3);
}
