import { placeOf, type Segment, type Template } from './segment';

/** Makes the list that a value holds packed. */
type MakeList = (segments: readonly Segment[]) => readonly unknown[];

/** One value of a segment, made anew. */
export function unpacked(segment: Segment, index: number, text: string, listOf: MakeList): unknown {
  const { templates, values, leaves, texts, inner } = segment;
  const ranges: number[] = [];
  let at = values[index * 2 + 1] ?? 0;
  let start = 0;
  const next = (): number => leaves[at++] ?? 0;
  const placed = (leaf: number): string => {
    const { length, range, ahead } = placeOf(leaf);
    const from = (ranges[ranges.length - 1 - range] ?? 0) + ahead;
    return text.slice(from, from + length);
  };
  const read = (template: Template | undefined): unknown => {
    switch (template?.kind) {
      case 'object': {
        const value: Record<string, unknown> = {};
        const { keys, parts } = template;
        for (let part = 0; part < parts.length; part++)
          value[keys[part] ?? ''] = read(templates[parts[part] ?? 0]);
        return value;
      }
      case 'array':
        return template.parts.map((part) => read(templates[part]));
      case 'same':
        return template.value;
      case 'start':
        start = next();
        return start;
      case 'end':
        ranges.push(start);
        return start + next();
      case 'place':
        return placed(next());
      case 'text':
        return texts[next()];
      case 'list':
        return listOf(inner[next()] ?? []);
      default:
        return next();
    }
  };
  return read(templates[values[index * 2] ?? 0]);
}
