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

/** So many entries are made and written at once. */
const BATCH = 32;
/** What stands around the entries of a list in a list: where they are indented as entries of a field. */
const [BEFORE, BEHIND] = ['[\n  ['.length, '\n  ]\n]'.length];

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
      let before = '[';
      for (let at = 0; at < value.items.length; at += BATCH) {
        const entries = value.items.slice(at, at + BATCH).map((item) => value.entry(item));
        yield part + before + JSON.stringify([entries], null, 2).slice(BEFORE, -BEHIND);
        part = '';
        before = ',';
      }
      part = '\n  ]';
    }
  }
  yield `${part}${between === '\n' ? '' : '\n'}}\n`;
}

const indented = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
