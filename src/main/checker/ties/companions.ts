import { absolute, compare, decimal, multiply, subtract } from '../../../shared/decimal';
import { addTo } from '../../../shared/group-by';
import type { Block, ReportDocument } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';
import { isSlipOf } from '../../figures/identity/slip';
import { buildTie, termOf } from './build';
import type { TieInput } from './input';

/** The telling figures of a sentence, or of a row of a table. */
interface Group {
  readonly isRow: boolean;
  readonly block: number;
  /** Indices of quantities by what they state. */
  readonly figures: ReadonlyMap<string, number>;
}

/** Figures that so many groups state tell none of them. */
const MOST_BEARERS = 6;
const SHARED = 2;
const FEWEST = 3;

/**
 * A sentence and a row, or two sentences, that share two telling figures speak of the same; where a third of one then looks
 * like a third of the other copied wrongly, one of them was left behind: 10月收付117.52亿元，环比增长3.55%，同比增长12.84% beside
 * a row with 117.22, 3.55 and 12.84.
 */
export function companionTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const { quantities } = input;
  const groups = groupsOf(input);
  const bearers = new Map<string, number[]>();
  groups.forEach(({ figures }, at) => {
    for (const key of figures.keys()) addTo(bearers, key, at);
  });
  const done = new Set(tied);
  return [...sharedBy(bearers.values(), groups.length)].flatMap(([pair, count]): readonly Tie[] => {
    if (count < SHARED) return [];
    const [a, b] = [groups[Math.floor(pair / groups.length)], groups[pair % groups.length]];
    if (!a || !b || (a.isRow && b.isRow)) return [];
    const [own, row] = a.isRow ? [b, a] : [a, b];
    return slipsOf(quantities, own, row, bearers, done, count >= MANY && row.isRow);
  });
}

/** How many figures two groups share, by the first one's index times `size` and the second one's. */
function sharedBy(bearers: Iterable<readonly number[]>, size: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const places of bearers) {
    if (places.length > MOST_BEARERS) continue;
    for (let at = 0; at < places.length; at++) {
      for (let other = at + 1; other < places.length; other++) {
        const pair = (places[at] ?? 0) * size + (places[other] ?? 0);
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  return pairs;
}

/** Of the first group, which is no row, the figures that look like one that only the second has. */
function slipsOf(
  quantities: readonly Quantity[],
  own: Group,
  other: Group,
  bearers: ReadonlyMap<string, readonly number[]>,
  done: Set<number>,
  isRowOfMany: boolean,
): readonly Tie[] {
  const left = [...own.figures].filter(([key, index]) => !other.figures.has(key) && !done.has(index));
  const right = [...other.figures].filter(([key]) => !own.figures.has(key));
  return left.flatMap(([key, index]): readonly Tie[] => {
    const one = quantities[index];
    // A figure that stands elsewhere too was not mistyped here.
    if (!one || (bearers.get(key)?.length ?? 0) > 1) return [];
    const alike = right.filter(
      ([, candidate]) =>
        isSlip(one, quantities[candidate]) || (isRowOfMany && isLeftBehind(one, quantities[candidate])),
    );
    const [found, ...others] = alike;
    if (!found || others.length > 0) return [];
    done.add(index);
    return [tieOf(quantities, index, found[1])];
  });
}

const SURE = 4;

/** Of figures of three digits any two may be alike by chance. */
const isSlip = (a: Quantity, b: Quantity | undefined): boolean =>
  b !== undefined &&
  a.unit === b.unit &&
  a.raw.replace(/\D/g, '').replace(/^0+/, '').length >= SURE &&
  isSlipOf(a.value, b.value, Math.max(a.precision, b.precision)) &&
  magnitude(a) === magnitude(b);

/** So many figures of a sentence that a row has too leave little doubt of the rest. */
const MANY = 3;
const CLOSE = decimal('1000');

/** Of an earlier draft: within a thousandth, printed as exactly, and not the same rounded. */
function isLeftBehind(a: Quantity, b: Quantity | undefined): boolean {
  if (b === undefined || a.unit !== b.unit || a.precision !== b.precision || a.unit === '%') return false;
  const [own, other] = [a, b].map(({ value }) => absolute(decimal(value)));
  if (!own || !other || digitsIn(a) < SURE) return false;
  return compare(multiply(absolute(subtract(own, other)), CLOSE), other) <= 0;
}

const digitsIn = ({ raw }: Quantity): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

const magnitude = ({ value }: Quantity): number => (unsigned(value).split('.')[0] ?? '').length;

/** Values are decimals in plain notation. */
const unsigned = (value: string): string => (value.startsWith('-') ? value.slice(1) : value);

const tieOf = (quantities: readonly Quantity[], stated: number, other: number): Tie =>
  buildTie({
    kind: 'same',
    form: 'equal',
    stated: termOf(quantities, stated, absolute(decimal(quantities[stated]?.value ?? '0'))),
    operands: [
      { role: 'other', term: termOf(quantities, other, absolute(decimal(quantities[other]?.value ?? '0'))) },
    ],
  });

function groupsOf({ document, quantities }: TieInput): readonly Group[] {
  const groups = new Map<string, { isRow: boolean; block: number; figures: Map<string, number> }>();
  quantities.forEach((quantity, index) => {
    const { block, row } = quantity.place;
    if (quantity.exempt !== null || quantity.approximator !== null || !isTelling(quantity)) return;
    if (row === undefined && !isSentence(document.blocks[block])) return;
    const key = row === undefined ? `${sentenceAt(document, quantity)}` : `${block} ${row}`;
    const group = groups.get(key) ?? { isRow: row !== undefined, block, figures: new Map<string, number>() };
    group.figures.set(`${unsigned(quantity.value)} ${quantity.unit}`, index);
    groups.set(key, group);
  });
  return [...groups.values()].filter(({ figures }) => figures.size > SHARED);
}

const isSentence = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' || block?.kind === 'list-item';

const sentenceAt = ({ text }: ReportDocument, { range: { start } }: Quantity): number =>
  Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('\n', start - 1));

function isTelling({ raw }: Quantity): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST && digits.replace(/0+$/, '').length > 1;
}
