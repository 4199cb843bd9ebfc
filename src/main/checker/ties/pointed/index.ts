import type { Fact, Quantity } from '../../../../shared/model/quantity';
import type { Tie } from '../../../../shared/model/tie';
import type { Measure } from '../../../figures/identity/measure';
import { measuresOf } from '../../../figures/identity/measures';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { openingYear, ownYear, sentenceStart } from '../opening-year';
import { equalCell, namesOf, type PointedCell, slippedCell } from './cells';
import { type Pointer, pointerOf } from './pointers';
import { namingSentences, pointingAt, push } from './sentences';

/**
 * A figure of the sentence that points at a table, and the one cell of that table that states it or that it is a slip
 * of: 金额1,928.5亿元，分业务线情况见表1 over a table whose 合计 is 1,982.5. The names need not be told apart as finely
 * as between any two places of a report: the sentence itself says where its figures come from.
 */
export function pointedTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const { document, quantities, facts } = input;
  const year = ownYear(input);
  const measures = measuresOf(document);
  const measure = ({ concept, scope }: Fact, { unit }: Quantity): Measure =>
    measures.of({ concept, scope, unit });
  const cells = new Map<number, PointedCell[]>();
  const prose = new Map<number, Fact[]>();
  for (const fact of facts) {
    const quantity = quantities[fact.quantity];
    if (!quantity || quantity.exempt !== null) continue;
    const { block, row } = quantity.place;
    if (row === undefined) push(prose, block, fact);
    else push(cells, block, { fact, quantity, measure: measure(fact, quantity) });
  }
  const naming = namingSentences(document);
  const ties: Tie[] = [];
  const done = new Set(tied);
  for (const [block, figures] of cells) {
    const table = document.blocks[block];
    if (table?.kind !== 'table') continue;
    const names = namesOf(table);
    const pointing = pointingAt(document, table, naming).flatMap((from) =>
      (prose.get(from.index) ?? [])
        .filter((fact) => !isOfOtherYear(document.text, quantities[fact.quantity], year))
        .map((fact) => pointerOf(document.text, quantities, from, fact, measure)),
    );
    const used = new Set<PointedCell>();
    // A cell that one figure states is not what another is a slip of.
    for (const find of [equalCell, slippedCell]) {
      for (const pointer of pointing) {
        if (!pointer || done.has(pointer.fact.quantity)) continue;
        const cell = find(pointer, figures, names, used);
        if (!cell) continue;
        done.add(pointer.fact.quantity);
        used.add(cell);
        ties.push(tieOf(quantities, pointer, cell));
      }
    }
  }
  return ties;
}

function isOfOtherYear(text: string, quantity: Quantity | undefined, year: string | undefined): boolean {
  const start = quantity?.range.start ?? 0;
  const opening = openingYear(text.slice(sentenceStart(text, start), start));
  return opening !== '' && year !== undefined && opening !== year;
}

const tieOf = (quantities: readonly Quantity[], { fact, quantity }: Pointer, other: PointedCell): Tie =>
  buildTie({
    kind: 'same',
    form: 'equal',
    stated: termOf(quantities, fact.quantity),
    operands: [{ role: 'other', term: termOf(quantities, other.fact.quantity) }],
    exact: quantity.precision === other.quantity.precision,
  });
