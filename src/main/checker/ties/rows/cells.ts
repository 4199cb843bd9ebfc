import { absolute, compare, negate } from '../../../../shared/decimal';
import { rememberedText } from '../../../../shared/memo';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { roundTo } from '../arithmetic';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from '../prose/claims';
import type { RowKind } from './kinds';
import type { NamedRow, RowCell, RowIndex } from './row-index';
import { digitCount, isSame, sizeOf, toppedBy } from './tops';

/** What a sentence says of a row in one figure. */
export interface Said {
  readonly claim: Claim;
  readonly kind: RowKind;
  /** The sentence up to the figure. */
  readonly sentence: string;
  readonly lead: string;
  /** What follows the figure. */
  readonly after: string;
  /** Told with others, one by one. */
  readonly isListed: boolean;
}

const NUMERAL = /\d[\d,]*(?:\.\d+)?/;
const numeralIn = (raw: string): string => NUMERAL.exec(raw)?.[0].replaceAll(',', '') ?? '';

/** A cell of another unit, or of none that anything tells, with the very digits: 实际 13,874.26 in a table of 万元 and per cents. */
export function isPrintedIn(claim: Claim, cells: readonly RowCell[]): boolean {
  const { unit, raw } = claim.quantity;
  const others = cells.filter(({ quantity: cell }) => cell.unit !== unit);
  if (others.length === 0 || !isTelling(claim)) return false;
  const own = numeralIn(raw);
  return others.some(({ quantity: cell }) => numeralIn(cell.raw) === own);
}

/** Of several columns of the kind, those that the sentence names: 笔数 and 金额 both have a 同比. */
export function meantBy({ sentence }: Said, cells: readonly RowCell[]): readonly RowCell[] {
  if (cells.length < 2) return cells;
  const named = cells.filter(({ header }) => measuresIn(header).some((word) => sentence.includes(word)));
  return named.length > 0 ? named : cells;
}

const MEASURES =
  /笔数|金额|户数|人次|人数|件数|家数|台数|次数|余额|收入|支出|流入|流出|[\p{Script=Han}]{2}率/gu;
const measuresIn = rememberedText((header): readonly string[] => header.match(MEASURES) ?? []);

const NARROW = /日均|月均|人均|笔均|户均|场均|案均|单笔|新增|净增|累计|[线境][上下内外]|男|女|平均/g;

/** The cell that the figure is a slip of, or that another row's figure was taken for; null where nothing shows it. */
export function wrongCell(
  index: RowIndex,
  { claim, kind, sentence, lead, isListed }: Said,
  row: NamedRow,
  meant: readonly RowCell[],
): RowCell | null {
  const turned = meant.filter((cell) => isSame(claim, cell) && isTurned(kind, cell));
  // Of several columns the one whose figure it is but for the sign.
  const isTold = meant.length === 1 ? digitCount(claim) >= FEWEST_TURNED : isTelling(claim);
  if (turned.length === 1 && isTold) return turned[0] ?? null;
  const outdone = toppedBy(index, claim, sentence, row);
  if (outdone) return outdone;
  if (!isTelling(claim)) return null;
  const fits = meant.filter(({ header }) =>
    (lead.match(NARROW) ?? []).every((word) => header.includes(word)),
  );
  const slips = fits.filter((cell) => isSlip(claim, kind, cell));
  if (slips.length === 1) return slips[0] ?? null;
  const [only, ...others] = fits;
  if (!only || others.length > 0 || slips.length > 0) return null;
  const isTaken = index
    .rowsBeside(row)
    .some(
      (other) =>
        other.row !== row.row &&
        (isListed || !sentence.includes(other.label)) &&
        index.figuresOf(other).some((cell) => cell.header === only.header && isSame(claim, cell)),
    );
  return isTaken ? only : null;
}

/** Of a column that tells changes, a figure that only the sign tells from its cell. */
const FEWEST_TURNED = 2;
const FEWEST = 3;

export function isTelling({ quantity: { raw } }: Claim): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST && digits.replace(/0+$/, '').length > 1;
}

/** Two that are equal once rounded are no farther apart than a unit of the last digit; a binary number is off by less than this. */
const WIDER = 1.01;
const TINY = 1e-9;

/** Equal as far as both are printed; a fall that is told as a rise is not. */
export function isEqual({ claim: { quantity, size }, kind }: Said, cell: RowCell): boolean {
  const precision = Math.max(quantity.precision, cell.quantity.precision);
  if (Math.abs(size - cell.size) > 10 ** precision * WIDER + size * TINY) return false;
  const [own, other] = [quantity, cell.quantity].map(({ value }) => roundTo(sizeOf(value), precision));
  return own !== undefined && other !== undefined && compare(own, other) === 0 && !isTurned(kind, cell);
}

const DIRECTED = new Set<RowKind['kind']>(['year', 'step', 'change']);

/** 东北增长0.79% says which way; 增幅为0.79% does not. */
const isDirected = ({ kind, name }: RowKind): boolean =>
  DIRECTED.has(kind) || (kind === 'rise' && name !== '');

const isTurned = (kind: RowKind, { size, quantity: { value } }: RowCell): boolean =>
  isDirected(kind) && size !== 0 && value.startsWith('-') !== kind.sign < 0;

const digitsOf = ({ quantity: { raw } }: RowCell): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

function isSlip(claim: Claim, kind: RowKind, cell: RowCell): boolean {
  const precision = Math.max(claim.quantity.precision, cell.quantity.precision);
  if (isSame(claim, cell)) return isTurned(kind, cell);
  // 195分钟 and 15分钟 are two figures.
  if (digitCount(claim) > digitsOf(cell) && digitsOf(cell) < FEWEST) return false;
  return !isTurned(kind, cell) && isSlipOf(claim.quantity.value, cell.quantity.value, precision);
}

export function equalTie({ quantities }: TieInput, { claim, kind }: Said, cell: RowCell): Tie {
  const isFall = isDirected(kind) && kind.sign < 0;
  const other = termOf(quantities, cell.index);
  return buildTie({
    kind: 'same',
    form: 'equal',
    stated: termOf(quantities, claim.fact.quantity, isFall ? negate(absolute(claim.value)) : claim.value),
    operands: [
      {
        role: 'other',
        term: isDirected(kind)
          ? other
          : { ...other, figure: { ...other.figure, value: sizeOf(cell.quantity.value) } },
      },
    ],
    exact: claim.quantity.precision === cell.quantity.precision,
  });
}
