import type { Block, Prose, ReportDocument, Table } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';
import { movedRange } from '../../shared/moved';
import { ALONE, blockwise, ONLY_TABLES, type Outlook, TABLES_ALONE } from '../document/blockwise';
import type { Move } from '../document/descent';
import { blocksWith, type Stretches, stretchesAt, stretchesOf } from '../document/proses';
import { meets, type Needs } from '../document/signs';
import { movedProblem } from './moved';
import type { Problem } from './rule';

/*
 * Searches that remember what they found: of an edited document only what the edit touched is searched again. Most
 * look at their block alone, some a little around it (see `Outlook`); `input` is made from the document alone, and whatever
 * else a result depends on (a limit, the policy) goes into the `frame`.
 */

/** Problems of each block, found in the block alone; blocks in whose stretches of prose the signs asked for are missing are passed over. */
export const blockSearch = <M extends string, I = undefined>(
  find: (block: Block, input: I) => readonly Problem<M>[],
  needs?: Needs,
) =>
  blockwise<Problem<M>, I>(
    (block, _, input) => find(block, input),
    movedProblem,
    needs ? aloneWith(needs) : ALONE,
  );

/** Nothing is looked at around a block, and nothing found in one without these signs. */
function aloneWith(needs: Needs): Outlook {
  const mayHold = meets(needs);
  return { ...ALONE, where: (document) => blocksWith(document, mayHold) };
}

/**
 * Problems of each stretch of prose that has the signs without which there are none, cells of tables included. `find` gets
 * the signs too, for what needs more of them.
 */
export const proseSearch = <M extends string, I = undefined>(
  needs: Needs,
  find: (prose: Prose, input: I, signs: number) => readonly Problem<M>[],
) => {
  const each = eachOf(needs);
  return blockwise<Problem<M>, I>(
    (_, document, input, at) => each(stretchesAt(document, at), (prose, signs) => find(prose, input, signs)),
    movedProblem,
    aloneWith(needs),
  );
};

/** Problems of each table, found in the table alone. */
export const tableSearch = <M extends string, I = undefined>(
  find: (table: Table, input: I) => readonly Problem<M>[],
) =>
  blockwise<Problem<M>, I>(
    (block, _, input) => (block.kind === 'table' ? find(block, input) : []),
    movedProblem,
    TABLES_ALONE,
  );

/** Problems of each table, found in it and near it. */
export const nearTableSearch = <M extends string, I = undefined>(
  find: (table: Table, document: ReportDocument, input: I) => readonly Problem<M>[],
) =>
  blockwise<Problem<M>, I>(
    (block, document, input) => (block.kind === 'table' ? find(block, document, input) : []),
    movedProblem,
    ONLY_TABLES,
  );

/** Things with one place each, of each stretch of prose that has the signs without which there are none. */
export const placeSearch = <T extends { readonly range: Range }>(
  needs: Needs,
  find: (prose: Prose) => readonly T[],
) => {
  const each = eachOf(needs);
  return blockwise<T, undefined>(
    (_, document, __, at) => each(stretchesAt(document, at), find),
    (one, { units }: Move) => ({ ...one, range: movedRange(one.range, units) }),
    aloneWith(needs),
  );
};

/** All that is found in those stretches of a block that have the signs asked for. */
export function eachStretch(needs: Needs) {
  const each = eachOf(needs);
  return <T>(block: Block, find: (prose: Prose, signs: number) => readonly T[]): readonly T[] =>
    each(stretchesOf(block), find);
}

function eachOf(needs: Needs) {
  const mayHold = meets(needs);
  return <T>(
    { proses, signs, together }: Stretches,
    find: (prose: Prose, signs: number) => readonly T[],
  ): readonly T[] => {
    if (!mayHold(together)) return NOTHING;
    const found: T[] = [];
    for (let at = 0; at < proses.length; at++) {
      const prose = proses[at];
      const own = signs[at] ?? 0;
      if (prose && mayHold(own)) for (const one of find(prose, own)) found.push(one);
    }
    return found;
  };
}

const NOTHING: readonly never[] = [];
