import type { Analysis } from '../../shared/model/analysis';
import type { Fact, Quantity } from '../../shared/model/quantity';
import type { Connection } from './open';
import { type SharedEnds, sharedEnds } from './shared-ends';

/** A revision of which the store holds what this analysis says. */
export interface StoredAnalysis {
  readonly revisionId: number;
  readonly analysis: Analysis;
}

interface Target {
  readonly connection: Connection;
  readonly revisionId: number;
  readonly analysis: Analysis;
}

/**
 * Stores the quantities and facts of a revision that has none. Those that the revision `before` has as well, moved alike, are copied
 * within the database: after an edit in a table of 100,000 rows all but a few of 400,000.
 */
export function saveFigures(
  connection: Connection,
  revisionId: number,
  analysis: Analysis,
  before: StoredAnalysis | null,
): void {
  const target = { connection, revisionId, analysis };
  const { length } = analysis.quantities;
  if (!before) {
    insertQuantities(target, 0, length);
    insertFacts(target, 0, analysis.facts.length);
    return;
  }
  const old = before.analysis;
  const quantities = sharedEnds(old.quantities, analysis.quantities, sameQuantity, movedBetween);
  copyQuantities(target, before.revisionId, quantities);
  insertQuantities(target, quantities.head, quantities.to);
  updateStates(target, old, quantities);
  const facts = sharedEnds(old.facts, analysis.facts, sameFact, (a, b) => b.quantity - a.quantity);
  copyFacts(target, before.revisionId, facts);
  insertFacts(target, facts.head, facts.to);
}

/** How far a quantity has moved. */
interface Move {
  readonly units: number;
  readonly blocks: number;
}

const STILL: Move = { units: 0, blocks: 0 };

const movedBetween = (a: Quantity, b: Quantity): Move => ({
  units: b.range.start - a.range.start,
  blocks: b.place.block - a.place.block,
});

const sameQuantity = (a: Quantity, b: Quantity, { units, blocks }: Move = STILL): boolean =>
  a.range.start + units === b.range.start &&
  a.range.end + units === b.range.end &&
  a.place.block + blocks === b.place.block &&
  a.raw === b.raw &&
  a.value === b.value &&
  a.unit === b.unit &&
  a.precision === b.precision &&
  a.approximator === b.approximator &&
  a.exempt === b.exempt;

const sameFact = (a: Fact, b: Fact, figures = 0): boolean =>
  a.quantity + figures === b.quantity &&
  a.concept === b.concept &&
  a.scope === b.scope &&
  a.period === b.period &&
  a.comparison?.basis === b.comparison?.basis &&
  a.comparison?.direction === b.comparison?.direction &&
  a.comparison?.rate === b.comparison?.rate;

function copyQuantities({ connection, revisionId }: Target, old: number, ends: SharedEnds<Move>): void {
  const { head, from, to, move = STILL } = ends;
  const copy = connection.prepare(
    `INSERT INTO quantity SELECT @revisionId, position + @moved, start_offset + @units, end_offset + @units, raw, value, unit,
       printed_precision, approximator, exempt, state, block + @blocks
     FROM quantity WHERE revision_id = @old AND position >= @from AND position < @until`,
  );
  if (head > 0) copy.run({ revisionId, old, from: 0, until: head, moved: 0, ...STILL });
  if (ends.tail > 0) copy.run({ revisionId, old, from, until: from + ends.tail, moved: to - from, ...move });
}

function copyFacts({ connection, revisionId }: Target, old: number, ends: SharedEnds<number>): void {
  const { head, from, to, move = 0 } = ends;
  const copy = connection.prepare(
    `INSERT INTO fact SELECT @revisionId, position + @moved, quantity + @figures, concept, scope, period, basis, direction, rate
     FROM fact WHERE revision_id = @old AND position >= @from AND position < @until`,
  );
  if (head > 0) copy.run({ revisionId, old, from: 0, until: head, moved: 0, figures: 0 });
  if (ends.tail > 0)
    copy.run({ revisionId, old, from, until: from + ends.tail, moved: to - from, figures: move });
}

/** What was copied had the states of the earlier revision. */
function updateStates({ connection, revisionId, analysis }: Target, old: Analysis, ends: SharedEnds<Move>) {
  const update = connection.prepare('UPDATE quantity SET state = ? WHERE revision_id = ? AND position = ?');
  analysis.states.forEach((state, at) => {
    if (at >= ends.head && at < ends.to) return;
    if (state !== old.states[at < ends.head ? at : at - ends.to + ends.from])
      update.run(state, revisionId, at);
  });
}

function insertQuantities(target: Target, from: number, to: number): void {
  const { connection, revisionId, analysis } = target;
  const insert = connection.prepare('INSERT INTO quantity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (let at = from; at < to; at++) {
    const { range, raw, value, unit, precision, approximator, exempt, place } = analysis.quantities[
      at
    ] as Quantity;
    const state = analysis.states[at] ?? 'single';
    insert.run(
      revisionId,
      at,
      range.start,
      range.end,
      raw,
      value,
      unit,
      precision,
      approximator,
      exempt,
      state,
      place.block,
    );
  }
}

function insertFacts({ connection, revisionId, analysis }: Target, from: number, to: number): void {
  const insert = connection.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (let at = from; at < to; at++) {
    const { quantity, concept, scope, period, comparison } = analysis.facts[at] as Fact;
    const { basis = null, direction = null, rate = null } = comparison ?? {};
    insert.run(revisionId, at, quantity, concept, scope, period, basis, direction, rate);
  }
}
