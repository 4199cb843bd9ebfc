import { shift } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { blockwise, ONLY_TABLES } from '../../../document/blockwise';
import { movedTie } from '../../moved';
import { holds } from '../arithmetic';
import { buildTie, type TextTerm, type TieDraft } from '../build';
import type { TieInput } from '../input';
import { type Lattice, type LatticeCell, type LatticeName, latticesOf } from '../tables/lattice';
import { namedRelations } from './named';
import { isStep, type Numbers, type Relation, relationsOf } from './search';
import { slipsOf } from './slips';

/** More columns are not tried with each other, and of longer tables only what does not fit is told. */
const MOST_FIELDS = 24;
const MOST_TURNED = 12;
const LONG = 500;
const LEAST_LINES = 4;

/** Rows that gather others take no step from the row above. */
const GATHERS = /合计|总计|小计|总额|平均|累计|全年|年度/;

/** What the rows of a table show of its columns without any name: see `relation-search.ts`. */
export const columnTies = (input: TieInput): readonly Tie[] => relationsIn(input.document, input);

const relationsIn = blockwise(
  (block, _, input: TieInput): readonly Tie[] =>
    block.kind === 'table'
      ? latticesOf(block, input).flatMap((lattice) => [...namedRelations(lattice), ...tiesIn(lattice)])
      : [],
  movedTie,
  ONLY_TABLES,
);

function tiesIn(lattice: Lattice): readonly Tie[] {
  const { fields, lines, turned } = lattice;
  if (lines.length < LEAST_LINES || fields.length < 2) return [];
  if (fields.length > (turned ? MOST_TURNED : MOST_FIELDS)) return [];
  const cells = fields.map((field) => lines.map((line) => lattice.cell(field, line)));
  const isEntry = lines.map(({ text }) => !GATHERS.test(text));
  const read = { fields, lines, cells, isEntry };
  return withoutTurned(relationsOf(cells.map(numbersOf), isEntry)).flatMap((relation) =>
    tiesOf(relation, read),
  );
}

/** Of the ways to read three columns the one whose stated column stands furthest right: it was worked out from the others. */
function withoutTurned(relations: readonly Relation[]): readonly Relation[] {
  const best = new Map<string, Relation>();
  for (const relation of relations) {
    const { stated, x, y } = relation;
    const key = [...new Set([stated, x, y])].sort((a, b) => a - b).join();
    const other = best.get(key);
    if (!other || other.stated < stated) best.set(key, relation);
  }
  return [...best.values()];
}

function numbersOf(column: readonly (LatticeCell | null)[]): Numbers {
  const values = new Float64Array(column.length).fill(Number.NaN);
  const units = new Float64Array(column.length);
  for (const [row, cell] of column.entries()) {
    if (!cell?.printed) continue;
    values[row] = Number(cell.printed.units) / 10 ** cell.printed.scale;
    units[row] = 10 ** cell.precision;
  }
  return { values, units };
}

interface Columns {
  readonly fields: readonly LatticeName[];
  readonly lines: readonly LatticeName[];
  readonly cells: readonly (readonly (LatticeCell | null)[])[];
  readonly isEntry: readonly boolean[];
}

function tiesOf(relation: Relation, columns: Columns): readonly Tie[] {
  const { lines, isEntry } = columns;
  const misses = new Set(relation.misses);
  const isLong = lines.length > LONG;
  const told = nameOf(relation, columns.fields);
  let above = -1;
  return lines.flatMap((_, row): readonly Tie[] => {
    const before = above;
    if (isEntry[row]) above = row;
    if ((isStep(relation.form) && !isEntry[row]) || (isLong && !misses.has(row))) return [];
    const draft = draftOf(relation, columns, row, before);
    if (!draft) return [];
    const tie = buildTie(draft);
    if (tie.status === 'fail' && slipsOf(draft).length === 0) return [];
    return holds(tie.status) || tie.status === 'fail' ? [{ ...tie, relation: told }] : [];
  });
}

/** What a row claims; null where it has not all the figures. */
function draftOf(relation: Relation, { cells }: Columns, row: number, above: number): TieDraft | null {
  const { form, stated, x, y, power } = relation;
  const term = (column: number, line = row, by = 0): TextTerm | null =>
    termOf(cells[column]?.[line] ?? null, by);
  const [own, first] = [term(stated), term(x, row, form === 'ratio' ? power : 0)];
  const second = form === 'step' ? term(x, above) : form === 'running' ? term(stated, above) : term(y);
  if (!own || !first || !second) return null;
  switch (form) {
    case 'ratio':
      return pair('share', 'multiple', own, first, second);
    case 'rate':
      return pair('growth', 'rate', own, first, second);
    case 'step':
      return pair('growth', 'difference', own, first, second);
    case 'running':
      return sum(own, first, second);
    case 'plus': {
      if (!isDifference(relation)) return sum(own, first, second);
      const [last, other] = x > y ? [first, second] : [second, first];
      return pair('growth', 'difference', last, own, other);
    }
  }
}

/** x + y = z is told as z − x = y where the sum stands between the two: what stands last was worked out. */
const isDifference = ({ form, stated, x, y }: Relation): boolean =>
  form === 'plus' && stated < Math.max(x, y) && stated > Math.min(x, y);

const pair = (
  kind: TieDraft['kind'],
  form: TieDraft['form'],
  stated: TextTerm,
  current: TextTerm,
  base: TextTerm,
): TieDraft => ({
  kind,
  form,
  stated,
  operands: [
    { role: 'current', term: current },
    { role: 'base', term: base },
  ],
});

const sum = (stated: TextTerm, ...addends: readonly TextTerm[]): TieDraft => ({
  kind: 'sum',
  form: 'sum',
  stated,
  operands: addends.map((term) => ({ role: 'addend', term })),
});

/** As printed, in the unit of its column. */
function termOf(cell: LatticeCell | null, by: number): TextTerm | null {
  if (!cell?.printed) return null;
  const { range, raw, approximator } = cell.source;
  const figure = { value: shift(cell.printed, by), precision: cell.precision + by, approximator };
  return { range, raw, quantity: cell.quantity, figure };
}

/** `余量 = RTO - 实测恢复时间`. */
function nameOf(relation: Relation, fields: readonly LatticeName[]): string {
  const { form, stated, x, y } = relation;
  const [own, first, second] = [stated, x, y].map((at) => `“${fields[at]?.text ?? ''}”`);
  switch (form) {
    case 'ratio':
      return `${own} = ${first} ÷ ${second}`;
    case 'rate':
      return `${own} = (${first} - ${second}) ÷ ${second}`;
    case 'step':
      return `${own} = ${first} - 上一行的${first}`;
    case 'running':
      return `${own} = 上一行的${own} + ${first}`;
    case 'plus':
      if (!isDifference(relation)) return `${own} = ${first} + ${second}`;
      return x > y ? `${first} = ${own} - ${second}` : `${second} = ${own} - ${first}`;
  }
}
