/** A run of `*`, `_` or `~` with what it can do where it stands. */
export interface Delimiter {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const SPACE_OR_EDGE = /^\s?$/;
const DIGIT = /^\d$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
/** Marks that end a clause or a bracket: `张**、李**` masks names, nothing opens before the 、. */
const CLOSING_MARK = /^[，。、；：！？）》〉」』】〕”’…,.;:!?)\]}]$/;

interface Flanks {
  readonly before: string;
  readonly after: string;
}

export function delimiterAt(source: string, start: number): Delimiter {
  const unit = source.charAt(start);
  let end = start + 1;
  while (source.charAt(end) === unit) end++;
  const flanks = { before: source.charAt(start - 1), after: source.charAt(end) };
  const mark = source.slice(start, Math.min(end, start + 5));
  const [opens, closes] = abilities(unit, end - start, flanks);
  return { mark, start, end, opens, closes };
}

function abilities(unit: string, size: number, flanks: Flanks): readonly [boolean, boolean] {
  if (unit === '~') return size === 2 ? [!isSpace(flanks.after), !isSpace(flanks.before)] : [false, false];
  if (size > 3) return [false, false];
  if (unit === '_') return underscore(flanks);
  if (DIGIT.test(flanks.before) && DIGIT.test(flanks.after)) return [false, false];
  return size === 1 ? singleStar(flanks) : doubleStar(flanks);
}

const isSpace = (unit: string): boolean => SPACE_OR_EDGE.test(unit);
const isMark = (unit: string): boolean => PUNCTUATION.test(unit);
const isBoundary = (unit: string): boolean => isSpace(unit) || isMark(unit);

/** CommonMark's flanking rules: `3 * 4` and the footnote mark of `*注：` stay text. */
function singleStar({ before, after }: Flanks): readonly [boolean, boolean] {
  const left = !isSpace(after) && (!isMark(after) || isBoundary(before));
  const right = !isSpace(before) && (!isMark(before) || isBoundary(after));
  return [left, right];
}

/** Looser than CommonMark, which sees no emphasis in `**重点：**内容`. */
function doubleStar({ before, after }: Flanks): readonly [boolean, boolean] {
  const opens = !isSpace(after) && (!CLOSING_MARK.test(after) || isBoundary(before));
  return [opens, !isSpace(before)];
}

/** Underscores inside words and blanks to be filled in (`__年__月`) are text. */
function underscore({ before, after }: Flanks): readonly [boolean, boolean] {
  const opens = isBoundary(before) && !isSpace(after) && !CLOSING_MARK.test(after);
  const closes = !isSpace(before) && (isBoundary(after) || isMark(before));
  return [opens, closes];
}
