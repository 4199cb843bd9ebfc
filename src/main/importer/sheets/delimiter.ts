/** Best first where two fit equally well. */
const CANDIDATES = [',', '\t', ';', '|', '，'] as const;
/** So many lines tell how a file is delimited. */
const LINES = 500;
const CHARACTERS = 1_000_000;

export interface Delimiter {
  readonly delimiter: string;
  /** Where the table begins: behind a `sep=;` line, which tells Excel the delimiter. */
  readonly from: number;
}

/** The delimiter that the most lines hold equally often. A file without any is one column. */
export function delimiterOf(text: string): Delimiter {
  const stated = /^"?sep=([^\r\n"])"?(?:\r\n?|\n|$)/i.exec(text);
  if (stated) return { delimiter: stated[1] ?? ',', from: stated[0].length };
  const counts = countsOf(text.slice(0, CHARACTERS));
  let best = { delimiter: ',', lines: 0 };
  for (const delimiter of CANDIDATES) {
    const lines = mostAlike(counts.map((count) => count.get(delimiter) ?? 0));
    if (lines > best.lines) best = { delimiter, lines };
  }
  return { delimiter: best.delimiter, from: 0 };
}

/** How often each candidate stands outside quotation marks, line by line. */
function countsOf(text: string): readonly Map<string, number>[] {
  const lines = [new Map<string, number>()];
  let isQuoted = false;
  for (let at = 0; at < text.length && lines.length <= LINES; at++) {
    const char = text.charAt(at);
    const line = lines.at(-1);
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '\n' || char === '\r') lines.push(new Map());
    else if ((CANDIDATES as readonly string[]).includes(char)) line?.set(char, (line.get(char) ?? 0) + 1);
  }
  return lines;
}

/** The number of lines that share the commonest count above zero. */
function mostAlike(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}
