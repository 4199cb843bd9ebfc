import type { Analysis } from './model/analysis';
import type { Block, ReportDocument, Row } from './model/document';
import type { Finding } from './model/finding';
import type { Fact, Quantity, QuantityState } from './model/quantity';
import type { Range } from './model/range';
import type { Alignment } from './model/reference';
import type { Tie } from './model/tie';
import { movedBlock, movedRow } from './moved';

/** Entries `at … at + removed` of the earlier list give way to `items`. Ascending, in positions of the earlier list. */
export interface Splice<T> {
  readonly at: number;
  readonly removed: number;
  readonly items: readonly T[];
}

/** How far what stays has moved: behind `oldEnd` by `units`, and so on. */
export interface Shift {
  /** The one stretch of the earlier text that was replaced. */
  readonly start: number;
  readonly oldEnd: number;
  readonly units: number;
  /** Quantities from this position of the earlier list on have moved by `figures`, facts likewise. */
  readonly figuresFrom: number;
  readonly figures: number;
  readonly factsFrom: number;
  readonly facts: number;
  /** Blocks from here on by `blocks`. */
  readonly blocksFrom: number;
  readonly blocks: number;
}

/** What an edit changed in an analysis; the rest stays, moved. A few kilobytes for an edit in a long report. */
export interface AnalysisChange {
  readonly shift: Shift;
  /** What stands now in place of the stretch that was replaced. */
  readonly text: string;
  readonly title: string;
  readonly blocks: Splice<Block>;
  /** Given, the one item of `blocks` is a table that was one before, told without its rows: of them only what changed. */
  readonly rows?: Splice<Row>;
  readonly quantities: readonly Splice<Quantity>[];
  readonly states: readonly Splice<QuantityState>[];
  readonly facts: readonly Splice<Fact>[];
  readonly ties: readonly Splice<Tie>[];
  readonly findings: readonly Splice<Finding>[];
  readonly alignments: readonly Splice<Alignment>[];
  /** Short, and told whole. */
  readonly rest: Pick<Analysis, 'culprits' | 'references' | 'rules' | 'policy' | 'coverage'>;
}

/** The analysis after the edit, from the one before. Entries that neither changed nor moved stay the same objects. */
export function applyChange(before: Analysis, change: AnalysisChange): Analysis {
  const { shift, rest } = change;
  return {
    ...rest,
    document: documentAfter(before.document, change),
    quantities: spliced(before.quantities, change.quantities, (one) => quantityAfter(one, shift)),
    states: spliced(before.states, change.states, (one) => one),
    facts: spliced(before.facts, change.facts, (one) => factAfter(one, shift)),
    ties: spliced(before.ties, change.ties, (one) => tieAfter(one, shift)),
    findings: findingsAfter(before.findings, change),
    alignments: spliced(before.alignments, change.alignments, (one) => alignmentAfter(one, shift)),
  };
}

/** The document alone of what `applyChange` gives. `text`: where it is known. */
export function documentAfter(
  before: ReportDocument,
  change: AnalysisChange,
  text = textAfter(before, change),
): ReportDocument {
  return {
    text,
    blocks: blocksAfter(before.blocks, change),
    lineStarts: lineStartsAfter(before.lineStarts, change),
    title: change.title,
  };
}

const textAfter = ({ text }: ReportDocument, change: AnalysisChange): string =>
  text.slice(0, change.shift.start) + change.text + text.slice(change.shift.oldEnd);

/** The findings alone. */
export const findingsAfter = (
  before: readonly Finding[],
  { findings, shift }: AnalysisChange,
): readonly Finding[] => spliced(before, findings, (one) => findingAfter(one, shift));

export function spliced<T>(
  before: readonly T[],
  splices: readonly Splice<T>[],
  after: (one: T) => T,
): readonly T[] {
  const result: T[] = [];
  let from = 0;
  const keep = (to: number): void => {
    for (; from < to; from++) result.push(after(before[from] as T));
  };
  for (const { at, removed, items } of splices) {
    keep(at);
    for (const item of items) result.push(item);
    from = at + removed;
  }
  keep(before.length);
  return result;
}

/** Where a range that the edit left alone stands now. */
export function rangeAfter(range: Range, { start, oldEnd, units }: Shift): Range {
  if (units === 0 || range.end <= start) return range;
  const moves = range.start >= oldEnd;
  return { start: moves ? range.start + units : range.start, end: range.end + units };
}

export const figureAfter = (quantity: number, { figuresFrom, figures }: Shift): number =>
  quantity >= figuresFrom ? quantity + figures : quantity;

export function quantityAfter(quantity: Quantity, shift: Shift): Quantity {
  const range = rangeAfter(quantity.range, shift);
  const { block } = quantity.place;
  const isStill = shift.blocks === 0 || block < shift.blocksFrom;
  if (range === quantity.range && isStill) return quantity;
  return {
    ...quantity,
    range,
    place: isStill ? quantity.place : { ...quantity.place, block: block + shift.blocks },
  };
}

export function factAfter(fact: Fact, shift: Shift): Fact {
  if (shift.figures === 0) return fact;
  const { comparison } = fact;
  const stated = comparison?.quantity ?? null;
  return {
    ...fact,
    quantity: figureAfter(fact.quantity, shift),
    comparison:
      comparison && stated !== null ? { ...comparison, quantity: figureAfter(stated, shift) } : comparison,
  };
}

export function tieAfter(tie: Tie, shift: Shift): Tie {
  if (shift.units === 0 && shift.figures === 0) return tie;
  return {
    ...tie,
    terms: tie.terms.map((term) => ({
      ...term,
      range: rangeAfter(term.range, shift),
      quantity: term.quantity === null ? null : figureAfter(term.quantity, shift),
    })),
  };
}

export function findingAfter(finding: Finding, shift: Shift): Finding {
  if (shift.units === 0) return finding;
  const moved = <T extends { readonly range: Range }>(one: T): T => ({
    ...one,
    range: rangeAfter(one.range, shift),
  });
  return {
    ...moved(finding),
    related: finding.related.map(moved),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
  };
}

export const alignmentAfter = (alignment: Alignment, { factsFrom, facts }: Shift): Alignment =>
  facts === 0 || alignment.fact < factsFrom ? alignment : { ...alignment, fact: alignment.fact + facts };

/** Where a row that the edit left alone stands now. */
const rowAfter = (row: Row, { start, units }: Shift): Row =>
  units === 0 || row.range.end <= start ? row : movedRow(row, units);

/** With the rows that stay, where they are not told. */
function itemsOf(
  before: readonly Block[],
  { blocks: { at, items }, rows, shift }: AnalysisChange,
): readonly Block[] {
  const [old, [item]] = [before[at], items];
  if (!rows || old?.kind !== 'table' || item?.kind !== 'table') return items;
  return [{ ...item, rows: spliced(old.rows, [rows], (row) => rowAfter(row, shift)) }];
}

function blocksAfter(before: readonly Block[], change: AnalysisChange): readonly Block[] {
  const { blocks: splice, shift } = change;
  const result = before.slice(0, splice.at);
  result.push(...itemsOf(before, change));
  let section = result.findLast(({ kind }) => kind === 'heading')?.index ?? -1;
  for (let at = splice.at + splice.removed; at < before.length; at++) {
    const block = before[at] as Block;
    const index = result.length;
    if (block.kind === 'heading') section = index;
    result.push(movedBlock(block, shift.units, index, section));
  }
  return result;
}

/** A line begins behind each line break. */
function lineStartsAfter(before: readonly number[], { shift, text }: AnalysisChange): readonly number[] {
  const { start, oldEnd, units } = shift;
  const result = before.filter((at) => at <= start);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) result.push(start + at + 1);
  for (const at of before) if (at > oldEnd) result.push(at + units);
  return result;
}
