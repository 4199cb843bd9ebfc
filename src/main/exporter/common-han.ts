let known: readonly number[] | null = null;

/** The 6,763 Chinese characters of GB/T 2312-1980, which every text face of a report should have. */
export function commonHan(): readonly number[] {
  if (known) return known;
  const decoder = new TextDecoder('gb18030');
  const found: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const codePoint = decoder.decode(new Uint8Array([row, cell])).codePointAt(0) ?? 0;
      if (codePoint >= 0x4e00 && codePoint <= 0x9fff) found.push(codePoint);
    }
  }
  known = found;
  return found;
}
