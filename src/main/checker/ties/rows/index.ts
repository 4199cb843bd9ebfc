import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { type Claim, claimsOf } from '../prose/claims';
import { isPerSomething } from '../whole-things';
import { equalTie, isEqual, isPrintedIn, isTelling, meantBy, type Said, wrongCell } from './cells';
import { DerivedFromRows } from './derived/index';
import { isOfKind, rowKind } from './kinds';
import { isOfOther, isOfOtherYear, isUnfirm, mentionBefore, oneByOne } from './naming';
import { rowOrderTies, SUPERLATIVE, superlativeTie } from './orders';
import { type NamedRow, type RowCell, RowIndex, type RowMention } from './row-index';
import { rowShare } from './shares';
import { rowSumTies } from './sums';

const REACH = 40;
const AFTER = 24;

/**
 * A figure of a sentence that names a row of a table, against the cells of that row: 临江支行完成率最低，为97.76% where the
 * row 临江支行 has it, and another row has what is printed. A figure that the row has is confirmed; one that it has not is
 * wrong only where it looks like its cell copied wrongly, or stands in another row of the same column.
 */
export function rowTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const index = new RowIndex(input);
  if (!input.document.blocks.some(({ kind }) => kind === 'table')) return [];
  const derived = new DerivedFromRows(input, index);
  return input.document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const mentions = index.isEmpty ? [] : index.mentionsIn(block.prose.text);
    const isDerived = derived.mayBeIn(block);
    if (mentions.length === 0 && !isDerived) return [];
    const claims = claimsOf(block, input);
    const said = mentions.length === 0 ? [] : tiesIn(input, index, block, claims, mentions, tied);
    const told = new Set(said.flatMap(({ terms }) => terms[0]?.quantity ?? []));
    return isDerived ? [...said, ...derived.tiesIn(block, claims, mentions, told)] : said;
  });
}

function tiesIn(
  input: TieInput,
  index: RowIndex,
  block: ProseBlock,
  claims: readonly Claim[],
  mentions: readonly RowMention[],
  tied: ReadonlySet<number>,
): readonly Tie[] {
  const { text } = block.prose;
  const sums = rowSumTies(input, index, block, claims, mentions);
  const respectively = oneByOne(text, claims, mentions);
  const single = claims.flatMap((claim, at): readonly Tie[] => {
    const after = text.slice(claim.spot.to, claim.spot.to + AFTER);
    const isTied = tied.has(claim.fact.quantity);
    if ((isTied && !SUPERLATIVE.test(after)) || claim.quantity.approximator !== null) return [];
    const listed = respectively.get(claim);
    const mention = listed?.mention ?? mentionBefore(text, mentions, claim);
    if (!mention || isOfOtherYear(index, text, claim)) return [];
    const lead =
      listed?.lead ??
      text.slice(
        Math.max(mention.to, claims[at - 1]?.spot.to ?? 0, claim.spot.from - REACH),
        claim.spot.from,
      );
    const kind = rowKind(lead, claim.quantity.unit);
    const between = listed ? listed.lead : text.slice(mention.to, claim.spot.from);
    if (!kind || isOfOther(between, kind) || isUnfirm(input, claim)) return [];
    const said = {
      claim,
      kind,
      sentence: text.slice(claim.spot.sentence, claim.spot.from),
      lead,
      after,
      isListed: listed !== undefined,
    };
    // What is tied already may still be called the greatest.
    return tieOf(input, index, said, mention.rows).filter(({ kind }) => !isTied || kind === 'part');
  });
  return [...sums, ...single, ...rowOrderTies(input, index, block, mentions)];
}

function tieOf(input: TieInput, index: RowIndex, said: Said, rows: readonly NamedRow[]): readonly Tie[] {
  const { quantity } = said.claim;
  const { period } = said.claim.fact;
  const isThen = (cell: RowCell): boolean =>
    period === '' || (cell.period === '' ? index.isOfOwnYear(period) : cell.period === period);
  if (rows.some((row) => isPrintedIn(said.claim, index.figuresOf(row)))) return [];
  const isPer = isPerSomething(quantity);
  const read = rows.map((row) => {
    const cells = index
      .figuresOf(row)
      .filter((cell) => cell.quantity.unit === quantity.unit && isPerSomething(cell.quantity) === isPer);
    return {
      row,
      cells,
      meant: meantBy(
        said,
        cells.filter((cell) => isThen(cell) && isOfKind(cell, said.kind)),
      ),
    };
  });
  // Any cell of the row that says so acquits the figure; only one that could have convicted it confirms it.
  if (read.some(({ cells }) => cells.some((cell) => isEqual(said, cell)))) {
    const equal = read.flatMap(({ meant }) => meant).find((cell) => isEqual(said, cell));
    const row = read.find(({ meant }) => equal !== undefined && meant.includes(equal))?.row;
    const outdone = equal && row ? superlativeTie(input, index, said.claim, said.after, row, equal) : null;
    if (outdone) return [outdone];
    return equal && isTelling(said.claim) ? [equalTie(input, said, equal)] : [];
  }
  const isOpen = said.kind.kind === 'share' && read.every(({ meant }) => meant.length === 0);
  const computed = isOpen ? rowShare(input, index, said.claim, said.lead, rows) : null;
  if (computed) return [computed];
  const wrong = read.flatMap(({ row, meant }) => wrongCell(index, said, row, meant) ?? []);
  const [cell, ...others] = wrong;
  return cell && others.every((one) => one.quantity.value === cell.quantity.value)
    ? [equalTie(input, said, cell)]
    : [];
}
