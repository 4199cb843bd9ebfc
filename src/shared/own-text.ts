/** Shorter cuts are copied by V8 itself. */
const SHORT = 13;

/**
 * The same text, apart from the one that it was cut from. V8 keeps a cut as a place in the longer text, which then stays in
 * memory for as long as the cut does.
 */
export const ownText = (cut: string): string => (cut.length < SHORT ? cut : ` ${cut}`.slice(1));
