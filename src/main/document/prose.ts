import type { Prose } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';

/** Working-text offset of `prose.text[index]`; `index` may equal the length (the end). */
export function sourceOffset(prose: Prose, index: number): number {
  let offset = prose.start + index;
  for (const gap of prose.gaps) {
    if (gap.at > index) break;
    offset += gap.skip;
  }
  return offset;
}

/** Working-text range of `prose.text.slice(from, to)`: from its first character to just after its last. */
export function sourceRange(prose: Prose, from: number, to: number): Range {
  const start = sourceOffset(prose, from);
  return { start, end: to > from ? sourceOffset(prose, to - 1) + 1 : start };
}
