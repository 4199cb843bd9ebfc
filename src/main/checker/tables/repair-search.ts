import { isDigit, isWord, type Source, sourceOf } from './repair-source';

/**
 * Puts a torn row together again. The row's units (all but the blanks) are conserved; the search cuts the
 * cells into fragments and lays them out column by column, cheapest way first, until every column reads
 * as its healthy rows do.
 */
export interface TargetColumn {
  /** Whether the text can still become a cell of this column. */
  viable(text: string): boolean;
  /** What a finished cell costs (0: as the healthy rows); null: no cell of this column. */
  cost(text: string): number | null;
  /** Whether a single unit can stand anywhere in a cell. */
  accepts(unit: string): boolean;
  /** Columns of free text keep the blanks between words. */
  readonly free: boolean;
  /** Figures and codes: any order of their digits is as good as another. */
  readonly unstructured: boolean;
}

export interface Repair {
  readonly cells: readonly string[];
  readonly cost: number;
  /** Digits were put beside digits that stood elsewhere: in a figure or a code, other places are as likely. */
  readonly glued: boolean;
}

export interface Budget {
  left: number;
}

export interface SearchLimits {
  /** No repair dearer than this is looked for. */
  readonly cost: number;
  /** States that may still be queued; shared between searches, so that all of them together are bounded. */
  readonly budget: Budget;
  /** Whether two units stand side by side elsewhere in the report; tells a good join from a bad one. */
  joins(left: string, right: string): boolean;
}

const JUMP = 0.5;
const ACROSS_BORDER = 0.5;
/** A column that does not begin with what its own cell began with. */
const NOT_AT_HOME = 0.5;
const DROPPED_BREAK = 1;
const UNKNOWN_JOIN = 1;
/** A comma or hyphen from elsewhere put into words. */
const STRAY_MARK = 6;
const OPENING = '（(【《“';
const BACKWARDS = 2;
/** Two fragments of one run without what stood between them, which is where the missing one belongs. */
const SKIPPED = 0.5;
const BACKWARDS_ELSEWHERE = 0.5;
const LONGEST = 160;
/** How much dearer another place for a digit may be and still be a candidate. */
const GLUED_MARGIN = 2.5;

interface State {
  readonly column: number;
  readonly text: string;
  readonly done: readonly string[];
  /** The same in one text. */
  readonly doneText: string;
  /** Unread stretches of the source: start, end, start, end … */
  readonly left: readonly number[];
  /** Where the last fragment ended. */
  readonly at: number;
  readonly cost: number;
  readonly glued: boolean;
}

/** The cheapest repairs (with those near them, where digits were glued), cheapest first; empty when there is none within the limits. */
export function searchRepairs(
  cells: readonly string[],
  columns: readonly TargetColumn[],
  limits: SearchLimits,
): readonly Repair[] {
  // Typed columns first: they take what can only be theirs, and words get what is left.
  const order = columns
    .map((_, index) => index)
    .sort((a, b) => Number(columns[a]?.free) - Number(columns[b]?.free));
  const source = sourceOf(cells, order);
  if (source.units.length > LONGEST) return [];
  const ordered = order.flatMap((index) => columns[index] ?? []);
  return searchAround(source, ordered, limits).map((repair) => ({
    ...repair,
    cells: columns.map((_, index) => repair.cells[order.indexOf(index)] ?? ''),
  }));
}

function searchAround(
  source: Source,
  columns: readonly TargetColumn[],
  limits: SearchLimits,
): readonly Repair[] {
  const repairs = searchWithin(source, columns, limits, 0);
  const [best] = repairs;
  if (!best?.glued || !columns.some((column) => column.unstructured)) return repairs;
  return searchWithin(source, columns, { ...limits, cost: best.cost + GLUED_MARGIN }, GLUED_MARGIN);
}

function searchWithin(
  source: Source,
  columns: readonly TargetColumn[],
  limits: SearchLimits,
  margin: number,
): readonly Repair[] {
  const queue = new Queue(limits.budget);
  queue.push({
    column: 0,
    text: '',
    done: [],
    doneText: '',
    left: source.runs,
    at: 0,
    cost: 0,
    glued: false,
  });
  const found = new Map<string, Repair>();
  const visited = new Set<string>();
  let best = limits.cost;
  while (limits.budget.left > 0) {
    const state = queue.pop();
    if (!state || state.cost > best) break;
    const key = keyOf(state);
    if (visited.has(key)) continue;
    visited.add(key);
    if (state.column === columns.length) {
      if (state.left.length > 0) continue;
      const name = state.doneText;
      if (!found.has(name)) found.set(name, { cells: state.done, cost: state.cost, glued: state.glued });
      best = Math.min(best, state.cost + margin);
      continue;
    }
    expand(state, source, columns, limits, queue);
  }
  return [...found.values()];
}

/** Equal for states from which the same follows. Numbers are below `LONGEST` or so many: each is one unit. */
const keyOf = ({ column, doneText, text, left, at }: State): string =>
  `${String.fromCharCode(column, at, left.length, ...left)}${doneText}|${text}`;

function expand(
  state: State,
  source: Source,
  columns: readonly TargetColumn[],
  limits: SearchLimits,
  queue: Queue,
): void {
  const column = columns[state.column];
  if (!column) return;
  const price = column.cost(state.text);
  if (price !== null && leftFits(state, source, columns)) {
    const done = [...state.done, state.text];
    const doneText = state.column === 0 ? state.text : `${state.doneText}|${state.text}`;
    const { left, at, glued } = state;
    const cost = state.cost + price;
    queue.push({ column: state.column + 1, text: '', done, doneText, left, at, cost, glued });
  }
  for (let index = 0; index < state.left.length; index += 2) {
    const start = state.left[index] ?? 0;
    const end = state.left[index + 1] ?? 0;
    if (source.units[start] === '\n') {
      const left = withoutStretch(state.left, index, start, start, start + 1, end);
      queue.push({ ...state, left, cost: state.cost + DROPPED_BREAK });
    }
    for (let from = start; from < end; from++) {
      readFrom(state, index, from, source, column, limits, queue);
    }
  }
}

/** Every fragment of one unread stretch that begins at `from` and keeps the cell viable. */
function readFrom(
  state: State,
  index: number,
  from: number,
  source: Source,
  column: TargetColumn,
  limits: SearchLimits,
  queue: Queue,
): void {
  const start = state.left[index] ?? 0;
  const end = state.left[index + 1] ?? 0;
  const before =
    state.cost +
    (from === start ? 0 : (source.cuts[from] ?? 0)) +
    joinCost(state, from, source, column, limits);
  if (before > limits.cost) return;
  const blank =
    column.free &&
    state.text !== '' &&
    from === state.at &&
    source.cuts[from] === 0 &&
    !source.borders.has(from);
  const head = state.text + (blank ? ' ' : '');
  const joined = from !== state.at && isDigit(state.text.at(-1) ?? '') && isDigit(source.units[from] ?? '');
  const glued = state.glued || (joined && column.unstructured);
  for (let to = from + 1; to <= end; to++) {
    const text = head + source.units.slice(from, to);
    if (!column.viable(text)) return;
    const cost = before + (to === end ? 0 : (source.cuts[to] ?? 0));
    if (cost > limits.cost) continue;
    queue.push({
      column: state.column,
      text,
      done: state.done,
      doneText: state.doneText,
      left: withoutStretch(state.left, index, start, from, to, end),
      at: to,
      cost,
      glued,
    });
  }
}

function joinCost(
  state: State,
  from: number,
  source: Source,
  column: TargetColumn,
  limits: SearchLimits,
): number {
  if (from === state.at) {
    if (state.text === '') return 0;
    // A fragment that was just cut off is never continued: the longer fragment is the cheaper one.
    if ((source.cuts[from] ?? 0) > 0) return Number.POSITIVE_INFINITY;
    return source.borders.has(from) ? ACROSS_BORDER : 0;
  }
  const backwards = from < state.at && source.runOf[from] === source.runOf[state.at - 1];
  if (state.text === '') {
    if (source.homes[state.column] === from) return 0;
    return JUMP + NOT_AT_HOME + (backwards ? BACKWARDS_ELSEWHERE : 0);
  }
  const sameRun = source.runOf[from] === source.runOf[state.at - 1];
  const order = backwards ? BACKWARDS : sameRun ? SKIPPED : 0;
  if (!column.free) return JUMP + order;
  const left = state.text.at(-1) ?? '';
  const right = source.units[from] ?? '';
  if (!isWord(right) && !OPENING.includes(right)) return JUMP + order + STRAY_MARK;
  const known = !isWord(left) || !isWord(right) || limits.joins(left, right);
  return JUMP + order + (known ? 0 : UNKNOWN_JOIN);
}

/** Nothing may be left over that no later column can hold. */
function leftFits(state: State, source: Source, columns: readonly TargetColumn[]): boolean {
  const later = columns.slice(state.column + 1);
  if (later.some((column) => column.free)) return true;
  for (let index = 0; index < state.left.length; index += 2) {
    for (let at = state.left[index] ?? 0; at < (state.left[index + 1] ?? 0); at++) {
      const unit = source.units[at] ?? '';
      if (unit !== '\n' && !later.some((column) => column.accepts(unit))) return false;
    }
  }
  return true;
}

function withoutStretch(
  left: readonly number[],
  index: number,
  start: number,
  from: number,
  to: number,
  end: number,
): number[] {
  const rest: number[] = [];
  for (let at = 0; at < index; at++) rest.push(left[at] as number);
  if (start < from) rest.push(start, from);
  if (to < end) rest.push(to, end);
  for (let at = index + 2; at < left.length; at++) rest.push(left[at] as number);
  return rest;
}

/** A priority queue for costs that are multiples of one half. */
class Queue {
  readonly #buckets: State[][] = [];
  #lowest = 0;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  push(state: State): void {
    this.#budget.left--;
    const bucket = Math.round(state.cost * 2);
    if (!Number.isFinite(bucket)) return;
    this.#buckets[bucket] ??= [];
    this.#buckets[bucket].push(state);
    if (bucket < this.#lowest) this.#lowest = bucket;
  }

  pop(): State | undefined {
    for (; this.#lowest < this.#buckets.length; this.#lowest++) {
      const state = this.#buckets[this.#lowest]?.pop();
      if (state) return state;
    }
    return undefined;
  }
}
