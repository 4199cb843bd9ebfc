import { add, compare, zero } from '../../../../../shared/decimal';
import { type TextTerm, type TieDraft, termOf } from '../../build';
import type { TieInput } from '../../input';
import { areCounted, type Claim, type Paragraph } from '../../prose/claims';
import { WHOLE } from '../../prose/derived/reading';
import { isChange } from '../../prose/levels';
import { isOfKind } from '../kinds';
import type { NamedRow, RowCell, RowIndex, RowMention } from '../row-index';
import type { Cell } from './stated-cells';
import type { Subject } from './subject';
import type { RowReading } from './verdict';

interface Asked {
  readonly input: TieInput;
  readonly index: RowIndex;
  readonly paragraph: Paragraph;
  readonly mentions: readonly RowMention[];
  readonly claim: Claim;
  readonly subject: Subject;
}

/** 占全部商户的59.50%: of the total of the column that states the part, or of the row that the words name. */
export function shareReadings(asked: Asked): readonly RowReading[] {
  const { subject, index, claim } = asked;
  if (!/占|比|率/.test(subject.gap)) return [];
  return [...ofTotals(asked), ...ofNamed(asked), ...printedShares(asked, index, claim)];
}

function ofTotals({ input, index, paragraph, mentions, claim, subject }: Asked): readonly RowReading[] {
  const { own, cells, gap } = subject;
  if (!own) return [];
  const joined = cells.length > 0 ? cells : summedCells(own, paragraph, index, mentions);
  return joined.flatMap(({ table, row, column }): readonly RowReading[] => {
    const total = index.totalOf({ table, row, label: '' });
    const whole = total && total.row !== row ? cellIn(index, total, column) : undefined;
    return whole && whole.quantity.unit === own.quantity.unit
      ? [{ draft: draftOf(input, claim, own, whole.index), isNamed: isGeneric(gap) }]
      : [];
  });
}

/** 占, 占全部商户的, 占总额的: of all that there is. */
const isGeneric = (gap: string): boolean =>
  /占(?:比|全[部年行省市国][^，。；\d]{0,10}|总[^，。；\d]{0,10}|比重|比例)?(?:的|为|达到?)*$/.test(gap);

const cellIn = (index: RowIndex, row: NamedRow, column: number): RowCell | undefined =>
  index.figuresOf(row).find((cell) => cell.column === column);

/** 甲9项、乙7项、丙5项，三者合计21项: the column in which the rows of these names state just that. */
function summedCells(
  own: Claim,
  { text, claims }: Paragraph,
  index: RowIndex,
  mentions: readonly RowMention[],
): readonly Pick<Cell, 'table' | 'row' | 'column'>[] {
  const parts = partsBefore(own, claims);
  const [first, ...others] = parts.map((part) => {
    const mention = mentions.findLast(({ to }) => to <= part.spot.from);
    if (!mention || /[，。；、\d]/.test(text.slice(mention.to, part.spot.from))) return [];
    return mention.rows.flatMap((row) =>
      index
        .figuresOf(row)
        .filter(
          ({ quantity: { unit, value } }) => unit === part.quantity.unit && value === part.quantity.value,
        )
        .map(({ column }) => ({ table: row.table, row: row.row, column })),
    );
  });
  return (first ?? []).filter((cell) =>
    others.every((cells) =>
      cells.some(({ table, column }) => table === cell.table && column === cell.column),
    ),
  );
}

/** What stands before a total in its sentence and makes it up. */
function partsBefore(own: Claim, claims: readonly Claim[]): readonly Claim[] {
  const parts: Claim[] = [];
  let sum = zero;
  for (const one of claims.slice(0, claims.indexOf(own)).reverse()) {
    if (one.spot.sentence !== own.spot.sentence || one.quantity.unit !== own.quantity.unit) break;
    parts.push(one);
    sum = add(sum, one.value);
    if (compare(sum, own.value) >= 0) break;
  }
  return parts.length > 1 && compare(sum, own.value) === 0 ? parts : [];
}

const NAMES_WHOLE = /占[^，。；、\d]{0,6}$/;

/** 占营业成本的8.68%: the row 营业成本, of which any figure of the sentence may be so much. */
function ofNamed({ input, index, paragraph, mentions, claim, subject }: Asked): readonly RowReading[] {
  const { text, claims } = paragraph;
  const named = mentions.findLast(({ to }) => to <= claim.spot.from);
  if (
    !named ||
    !NAMES_WHOLE.test(text.slice(0, named.from)) ||
    !/^(?:总额|总量|总数)?的?(?:比重|比例)?为?$/.test(text.slice(named.to, claim.spot.from))
  )
    return [];
  const parts = claims.filter(
    (one) =>
      one.spot.to <= claim.spot.from &&
      one.spot.sentence === claim.spot.sentence &&
      !one.isRatio &&
      !isChange(one, text),
  );
  const wholes = named.rows.flatMap((row) =>
    index
      .figuresOf(row)
      .filter(({ period, header }) => index.isOfOwnYear(period) && !/增|变动|较|比/.test(header)),
  );
  return parts.flatMap((part) =>
    wholes
      .filter(({ quantity }) => quantity.unit === part.quantity.unit)
      .map((whole) => ({ draft: draftOf(input, claim, part, whole.index), isNamed: subject !== null })),
  );
}

/** What a column of the row tells as its share. */
function printedShares({ input, subject }: Asked, index: RowIndex, claim: Claim): readonly RowReading[] {
  return subject.cells.flatMap(({ table, row }) => {
    const shares = index
      .figuresOf({ table, row, label: '' })
      .filter(({ quantity }) => quantity.unit === claim.quantity.unit);
    return shares.map((cell) => ({
      isNamed:
        isGeneric(subject.gap) &&
        shares.filter((one) => isOfKind(one, SHARE)).length === 1 &&
        isOfKind(cell, SHARE),
      draft: {
        kind: 'same' as const,
        form: 'equal' as const,
        stated: termOf(input.quantities, claim.fact.quantity),
        operands: [{ role: 'other' as const, term: termOf(input.quantities, cell.index) }],
        exact: claim.quantity.precision === cell.quantity.precision,
      },
    }));
  });
}

const SHARE = { kind: 'share', name: '', sign: 1 } as const;

function draftOf({ quantities }: TieInput, claim: Claim, part: Claim, whole: number): TieDraft {
  const isCount = areCounted([part]);
  const term = (index: number): TextTerm => {
    const own = termOf(quantities, index);
    return isCount ? { ...own, figure: { ...own.figure, precision: WHOLE } } : own;
  };
  return {
    kind: 'share',
    form: 'share',
    stated: termOf(quantities, claim.fact.quantity),
    operands: [
      { role: 'part', term: term(part.fact.quantity) },
      { role: 'whole', term: term(whole) },
    ],
  };
}
