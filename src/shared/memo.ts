/**
 * Remembers what a pure function makes of a value that never changes, as long as the value lives. The value alone must
 * determine the result.
 */
export function remembered<K extends WeakKey, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    // What is nothing is made again: that is as quick as a look-up, and no box need be made around all others.
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** So many texts are remembered; with one more all are forgotten. */
const MOST_TEXTS = 5_000;

/**
 * Remembers what a pure function makes of a text, for texts that come time and again: what stands in the cells of tables, what
 * figures are called. What is made is not changed by those who get it.
 */
export function rememberedText<V>(make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, made);
    return made;
  };
}
