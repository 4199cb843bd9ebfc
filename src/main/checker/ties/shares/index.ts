import type { Tie } from '../../../../shared/model/tie';
import { blockwise, ONLY_TABLES } from '../../../document/blockwise';
import { movedTie } from '../../moved';
import type { TieInput } from '../input';
import { rateIn } from '../tables/figures';
import { type Lattice, type LatticeName, latticesOf } from '../tables/lattice';
import { bestReading, certaintyOf, tiesOf } from '../tables/reading';
import { measureNamed } from '../tables/words';
import { hundredCandidates, shareCandidates } from './bases';
import { linesOf, type ShareLines } from './lines';
import { settled, sumsOfOutsideShares, sumsOfShares } from './sum';
import { sharesOfWrongWhole } from './whole';

/** 占比 and 比重 columns and rows against part ÷ total, and their sum against 100 %. */
export const tableShareTies = (input: TieInput): readonly Tie[] => sharesOf(input.document, input);

const sharesOf = blockwise(
  (block, _, input: TieInput): readonly Tie[] =>
    block.kind === 'table' ? latticesOf(block, input).flatMap(sharesIn) : [],
  movedTie,
  ONLY_TABLES,
);

function sharesIn(lattice: Lattice): readonly Tie[] {
  const fields = lattice.fields.filter((field) => ['share', 'ratio'].includes(measureNamed(field)));
  if (fields.length === 0) return [];
  const lines = linesOf(lattice);
  return fields.flatMap((field) => tiesIn(lattice, field, lines));
}

function tiesIn(lattice: Lattice, field: LatticeName, lines: ShareLines): readonly Tie[] {
  const stated = lines.all.filter(({ name }) => {
    const cell = lattice.cell(field, name);
    return cell !== null && rateIn(cell) !== null;
  });
  if (stated.length === 0) return [];
  const names = stated.map(({ name }) => name);
  const reading = bestReading(shareCandidates(lattice, field, stated, lines), names);
  if (!reading || certaintyOf(reading) === 'none') {
    const wrong = sharesOfWrongWhole(hundredCandidates(lattice, field, stated, lines), names);
    if (wrong.length > 0) return wrong;
    const sums = sumsOfOutsideShares(lattice, field, lines);
    return sums.length > 0 || !reading ? sums : tiesOf('share', reading);
  }
  const sums = sumsOfShares(lattice, field, reading, lines);
  return [...settled(tiesOf('share', reading), sums), ...sums];
}
