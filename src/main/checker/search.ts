import type { Block, Prose, ReportDocument, Table } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';
import { movedRange } from '../../shared/moved';
import { blockwise, type Move } from '../document/descent';
import { prosesIn } from '../document/proses';
import { movedProblem } from './moved';
import type { Problem } from './rule';

/*
 * Searches that remember what they found: of an edited document only what the edit touched is searched again. A search
 * may look at its block and a little around it (see `blockwise`); `input` is made from the document alone, and whatever
 * else a result depends on (a limit, the policy) goes into the `frame`.
 */

/** Problems of each block. */
export const blockSearch = <M extends string, I = undefined>(
  find: (block: Block, document: ReportDocument, input: I) => readonly Problem<M>[],
) => blockwise<Problem<M>, I>(find, movedProblem);

/** Problems of each stretch of prose, cells of tables included. */
export const proseSearch = <M extends string, I = undefined>(
  find: (prose: Prose, input: I) => readonly Problem<M>[],
) => blockSearch<M, I>((block, _, input) => prosesIn(block).flatMap((prose) => find(prose, input)));

/** Problems of each table. */
export const tableSearch = <M extends string, I = undefined>(
  find: (table: Table, document: ReportDocument, input: I) => readonly Problem<M>[],
) =>
  blockSearch<M, I>((block, document, input) => (block.kind === 'table' ? find(block, document, input) : []));

/** Things with one place each, of each stretch of prose. */
export const placeSearch = <T extends { readonly range: Range }>(find: (prose: Prose) => readonly T[]) =>
  blockwise<T, undefined>(
    (block) => prosesIn(block).flatMap(find),
    (one, { units }: Move) => ({ ...one, range: movedRange(one.range, units) }),
  );
