/** Reads advance widths out of a CFF font program (Adobe Technical Notes 5176 and 5177), independently of the writer. */
export function cffWidths(cff: Buffer, glyphs: readonly number[]): ReadonlyMap<number, number> {
  const names = indexAt(cff, cff[2] ?? 4);
  const tops = indexAt(cff, names.end);
  const strings = indexAt(cff, tops.end);
  const globals = indexAt(cff, strings.end);
  const top = dictOf(tops.items[0] ?? Buffer.alloc(0));
  const charStrings = indexAt(cff, top.get(17)?.[0] ?? 0).items;
  const fonts = top.has(ESCAPE + 36) ? indexAt(cff, top.get(ESCAPE + 36)?.[0] ?? 0).items.map(dictOf) : [top];
  const select = fontSelector(cff, top.get(ESCAPE + 37)?.[0]);
  const privates = fonts.map((font) => privateOf(cff, font.get(18)));
  const widths = new Map<number, number>();
  for (const glyph of glyphs) {
    const own = privates[select(glyph)];
    const charString = charStrings[glyph];
    if (own && charString) widths.set(glyph, widthOf(charString, own, globals.items));
  }
  return widths;
}

const ESCAPE = 1200;

interface Private {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  readonly subroutines: readonly Buffer[];
}

function privateOf(cff: Buffer, place: readonly number[] | undefined): Private {
  const [size = 0, offset = 0] = place ?? [];
  const dict = dictOf(cff.subarray(offset, offset + size));
  const at = dict.get(19)?.[0];
  return {
    defaultWidth: dict.get(20)?.[0] ?? 0,
    nominalWidth: dict.get(21)?.[0] ?? 0,
    subroutines: at === undefined ? [] : indexAt(cff, offset + at).items,
  };
}

function indexAt(cff: Buffer, at: number): { readonly items: readonly Buffer[]; readonly end: number } {
  const count = cff.readUInt16BE(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = cff[at + 2] ?? 1;
  const offset = (index: number): number => cff.readUIntBE(at + 3 + index * size, size);
  const base = at + 2 + (count + 1) * size;
  const items = Array.from({ length: count }, (_, index) =>
    cff.subarray(base + offset(index), base + offset(index + 1)),
  );
  return { items, end: base + offset(count) };
}

/** Operator → operands; real numbers are taken as 0, none of those read here is one. */
function dictOf(data: Buffer): ReadonlyMap<number, readonly number[]> {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const first = data[at] ?? 0;
    if (first <= 21) {
      const escaped = first === 12;
      dict.set(escaped ? ESCAPE + (data[at + 1] ?? 0) : first, operands);
      operands = [];
      at += escaped ? 2 : 1;
    } else if (first === 30) {
      at += 1;
      while (((data[at] ?? 0xff) & 0x0f) !== 0x0f) at += 1;
      operands.push(0);
      at += 1;
    } else {
      const { value, next } =
        first === 29 ? { value: data.readInt32BE(at + 1), next: at + 5 } : numberAt(data, at);
      operands.push(value);
      at = next;
    }
  }
  return dict;
}

function numberAt(data: Buffer, at: number): { readonly value: number; readonly next: number } {
  const [first = 0, second = 0] = [data[at], data[at + 1]];
  if (first === 28) return { value: data.readInt16BE(at + 1), next: at + 3 };
  if (first === 255) return { value: data.readInt32BE(at + 1) / 65536, next: at + 5 };
  if (first <= 246) return { value: first - 139, next: at + 1 };
  if (first <= 250) return { value: (first - 247) * 256 + second + 108, next: at + 2 };
  return { value: -(first - 251) * 256 - second - 108, next: at + 2 };
}

function fontSelector(cff: Buffer, at: number | undefined): (glyph: number) => number {
  if (at === undefined) return () => 0;
  if (cff[at] === 0) return (glyph) => cff[at + 1 + glyph] ?? 0;
  const count = cff.readUInt16BE(at + 1);
  const ranges = Array.from({ length: count }, (_, index) => ({
    first: cff.readUInt16BE(at + 3 + index * 3),
    font: cff[at + 5 + index * 3] ?? 0,
  }));
  return (glyph) => ranges.findLast((range) => range.first <= glyph)?.font ?? 0;
}

/** How many operands each of the operators that may come first takes; null: pairs. */
const FIRST: ReadonlyMap<number, number | null> = new Map([
  [1, null],
  [3, null],
  [18, null],
  [23, null],
  [19, null],
  [20, null],
  [21, 2],
  [22, 1],
  [4, 1],
  [14, 0],
]);

/** A number more than the first operator takes is the width, less the nominal one. */
function widthOf(charString: Buffer, own: Private, globals: readonly Buffer[]): number {
  const stack: number[] = [];
  const bias = (count: number): number => (count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768);
  const run = (code: Buffer): number | null => {
    for (let at = 0; at < code.length; ) {
      const first = code[at] ?? 0;
      if (first >= 32 || first === 28) {
        const { value, next } = numberAt(code, at);
        stack.push(value);
        at = next;
        continue;
      }
      at += 1;
      if (first === 11) return null;
      if (first === 10 || first === 29) {
        const library = first === 10 ? own.subroutines : globals;
        const found = run(library[(stack.pop() ?? 0) + bias(library.length)] ?? Buffer.alloc(0));
        if (found !== null) return found;
        continue;
      }
      const takes = FIRST.get(first);
      const hasWidth = takes === null ? stack.length % 2 === 1 : stack.length > (takes ?? 0);
      return hasWidth ? own.nominalWidth + (stack[0] ?? 0) : own.defaultWidth;
    }
    return null;
  };
  return run(charString) ?? own.defaultWidth;
}
