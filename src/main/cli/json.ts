/** A list whose entries are made only when they are written. */
export class Lazy {
  readonly items: readonly unknown[];
  readonly #made: (item: never) => unknown;

  constructor(items: readonly unknown[], made: (item: never) => unknown) {
    this.items = items;
    this.#made = made;
  }

  entry(item: unknown): unknown {
    return this.#made(item as never);
  }
}

/** Entries of a list as the function makes them, one after another. */
export const lazy = <T>(items: readonly T[], made: (item: T) => unknown): Lazy => new Lazy(items, made);

/** So many characters are handed on at once. */
const ENOUGH = 1 << 18;

/**
 * What `JSON.stringify(fields, null, 2)` and a line break would be, in parts: of a long report neither all that is said of
 * it nor the text of that stands in memory as a whole. A `Lazy` is the list of its entries.
 */
export function* jsonParts(fields: Readonly<Record<string, unknown>>): Generator<string> {
  let part = '{';
  let between = '\n';
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    part += `${between}  ${JSON.stringify(name)}: `;
    between = ',\n';
    if (!(value instanceof Lazy)) part += indented(value, '  ');
    else if (value.items.length === 0) part += '[]';
    else {
      let before = '[\n    ';
      for (const item of value.items) {
        part += before + indented(value.entry(item), '    ');
        before = ',\n    ';
        if (part.length < ENOUGH) continue;
        yield part;
        part = '';
      }
      part += '\n  ]';
    }
  }
  yield `${part}${between === '\n' ? '' : '\n'}}\n`;
}

const indented = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
