import { absolute, compare, decimal, negate } from '../../../shared/decimal';
import type { ProseBlock } from '../../../shared/model/document';
import type { Tie } from '../../../shared/model/tie';
import { leadOf } from '../../figures/identity/lead';
import { isSlipOf } from '../../figures/identity/slip';
import { roundTo } from './arithmetic';
import { buildTie, termOf } from './build';
import type { TieInput } from './input';
import { openingYear } from './opening-year';
import { type Claim, claimsOf } from './prose/claims';
import { type NamedRow, type RowCell, RowIndex, type RowMention } from './row-index';
import { isOfKind, type RowKind, rowKind } from './row-kinds';
import { rowOrderTies, SUPERLATIVE, superlativeTie } from './row-orders';
import { rowShare } from './row-shares';
import { rowSumTies } from './row-sums';
import { digitCount, isSame, sizeOf, toppedBy } from './row-tops';
import { isPerSomething } from './whole-things';

/**
 * A figure of a sentence that names a row of a table, against the cells of that row: 临江支行完成率最低，为97.76% where the
 * row 临江支行 has it, and another row has what is printed. A figure that the row has is confirmed; one that it has not is
 * wrong only where it looks like its cell copied wrongly, or stands in another row of the same column.
 */
export function rowTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const index = new RowIndex(input);
  if (index.isEmpty) return [];
  return input.document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const mentions = index.mentionsIn(block.prose.text);
    return mentions.length === 0 ? [] : tiesIn(input, index, block, mentions, tied);
  });
}

function tiesIn(
  input: TieInput,
  index: RowIndex,
  block: ProseBlock,
  mentions: readonly RowMention[],
  tied: ReadonlySet<number>,
): readonly Tie[] {
  const { text } = block.prose;
  const claims = claimsOf(block, input);
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

interface Listed {
  readonly mention: RowMention;
  /** What is said of all of them. */
  readonly lead: string;
}

const ONE_BY_ONE = /^(?:的)?(?<lead>[^，。；\d]{0,12}分别[^，。；\d]{0,10})$/;
const ALSO = /^[^，。；\d]{0,4}(?:、|和|与|及|以及)$/;
const NEXT = /^(?:、|和|与|及|以及)$/;

/** 云岭县、平水县分别下降2.56%和3.63%: so many rows, so many figures. */
function oneByOne(
  text: string,
  claims: readonly Claim[],
  mentions: readonly RowMention[],
): ReadonlyMap<Claim, Listed> {
  const found = new Map<Claim, Listed>();
  if (!text.includes('分别')) return found;
  claims.forEach((first, at) => {
    const last = mentions.findLastIndex(({ to }) => to <= first.spot.from);
    const lead = ONE_BY_ONE.exec(text.slice(mentions[last]?.to ?? first.spot.from, first.spot.from))
      ?.groups?.['lead'];
    if (lead === undefined) return;
    const run = [first];
    for (const next of claims.slice(at + 1)) {
      if (next.quantity.unit !== first.quantity.unit || !NEXT.test(next.spot.gap)) break;
      run.push(next);
    }
    const rows = mentions.slice(last + 1 - run.length, last + 1);
    const isList =
      run.length > 1 &&
      rows.length === run.length &&
      rows.every((row, nth) => nth === 0 || ALSO.test(text.slice(rows[nth - 1]?.to ?? 0, row.from))) &&
      !/[、和与及]$/.test(text.slice(0, rows[0]?.from ?? 0));
    if (!isList) return;
    run.forEach((claim, nth) => {
      const mention = rows[nth];
      if (mention) found.set(claim, { mention, lead: lead.replace('分别', '') });
    });
  });
  return found;
}

/** ；金额…: goes on with the row; any other clause behind a semicolon has its own subject. */
const OTHER_ITEM = /；(?!(?:交易|业务)?(?:金额|笔数|户数|件数|数量|余额|收入|支出))/;
const REACH = 40;
const AFTER = 24;
const FARTHEST = 80;

/** The row that the claim's clauses name last; null where they name several in one breath. */
function mentionBefore(text: string, mentions: readonly RowMention[], { spot }: Claim): RowMention | null {
  const at = mentions.findLastIndex(({ to }) => to <= spot.from);
  const mention = mentions[at];
  if (!mention || mention.from < spot.sentence || spot.from - mention.to > FARTHEST) return null;
  if (
    OTHER_ITEM.test(text.slice(mention.to, spot.from)) ||
    /^[^，。；\d]{0,4}[、和与及]/.test(text.slice(mention.to))
  )
    return null;
  const before = mentions[at - 1];
  const isListed =
    before !== undefined && /^[^，。；\d]{0,4}[、和与及]$/.test(text.slice(before.to, mention.from));
  return isListed || /[非未除较]$/.test(text.slice(0, mention.from)) ? null : mention;
}

const OTHER_SUM = /其中|合计|共计|两者|二者|三者|分别|其余|剩余/;
const OTHER_TIME =
  /上年|去年|同期|上月|上季|上期|年初|期初|计划|目标|预计|力争|控制在|不低于|不少于|不超过|以内|原来|此前|明年|次年|下年/;

const isOfOther = (between: string, { kind }: RowKind): boolean =>
  OTHER_SUM.test(between) ||
  ((kind === 'amount' || kind === 'share' || kind === 'rate') && OTHER_TIME.test(between));

/** 2025年拟安排…；业务费用预算9,700万元: the year that the sentence begins with. */
const isOfOtherYear = (index: RowIndex, text: string, { fact, spot }: Claim): boolean =>
  fact.period === '' && !index.isOfOwnYear(openingYear(text.slice(spot.sentence, spot.from)));

/** Aims, and what is measured otherwise than the table's figures. */
function isUnfirm({ document }: TieInput, { quantity: { range } }: Claim): boolean {
  const { planned, adjusted, earlier } = leadOf(document.text, range.start, range.end);
  return planned || adjusted || earlier;
}

interface Said {
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

function tieOf(input: TieInput, index: RowIndex, said: Said, rows: readonly NamedRow[]): readonly Tie[] {
  const { quantity } = said.claim;
  const { period } = said.claim.fact;
  const isThen = (cell: RowCell): boolean =>
    period === '' || (cell.period === '' ? index.isOfOwnYear(period) : cell.period === period);
  if (rows.some((row) => index.figuresOf(row).some((cell) => isPrintedAs(said.claim, cell)))) return [];
  const read = rows.map((row) => {
    const cells = index
      .figuresOf(row)
      .filter(
        (cell) =>
          cell.quantity.unit === quantity.unit && isPerSomething(cell.quantity) === isPerSomething(quantity),
      );
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

const NUMERAL = /\d[\d,]*(?:\.\d+)?/;
const numeralIn = (raw: string): string => NUMERAL.exec(raw)?.[0].replaceAll(',', '') ?? '';

/** A cell of another unit, or of none that anything tells, with the very digits: 实际 13,874.26 in a table of 万元 and per cents. */
const isPrintedAs = (claim: Claim, { quantity: cell }: RowCell): boolean =>
  cell.unit !== claim.quantity.unit &&
  isTelling(claim) &&
  numeralIn(claim.quantity.raw) === numeralIn(cell.raw);

/** Of several columns of the kind, those that the sentence names: 笔数 and 金额 both have a 同比. */
function meantBy({ sentence }: Said, cells: readonly RowCell[]): readonly RowCell[] {
  if (cells.length < 2) return cells;
  const named = cells.filter(({ header }) => measuresIn(header).some((word) => sentence.includes(word)));
  return named.length > 0 ? named : cells;
}

const MEASURES =
  /笔数|金额|户数|人次|人数|件数|家数|台数|次数|余额|收入|支出|流入|流出|[\p{Script=Han}]{2}率/gu;
const measuresIn = (header: string): readonly string[] => header.match(MEASURES) ?? [];

const NARROW = /日均|月均|人均|笔均|户均|场均|案均|单笔|新增|净增|累计|[线境][上下内外]|男|女|平均/g;

/** The cell that the figure is a slip of, or that another row's figure was taken for; null where nothing shows it. */
function wrongCell(
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

function isTelling({ quantity: { raw } }: Claim): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST && digits.replace(/0+$/, '').length > 1;
}

/** Equal as far as both are printed; a fall that is told as a rise is not. */
function isEqual({ claim: { quantity }, kind }: Said, cell: RowCell): boolean {
  const precision = Math.max(quantity.precision, cell.quantity.precision);
  const [own, other] = [quantity, cell.quantity].map(({ value }) => roundTo(sizeOf(value), precision));
  return own !== undefined && other !== undefined && compare(own, other) === 0 && !isTurned(kind, cell);
}

const DIRECTED = new Set<RowKind['kind']>(['year', 'step', 'change']);

/** 东北增长0.79% says which way; 增幅为0.79% does not. */
const isDirected = ({ kind, name }: RowKind): boolean =>
  DIRECTED.has(kind) || (kind === 'rise' && name !== '');

const isTurned = (kind: RowKind, { quantity: { value } }: RowCell): boolean =>
  isDirected(kind) && decimal(value).units !== 0n && value.startsWith('-') !== kind.sign < 0;

function isSlip(claim: Claim, kind: RowKind, cell: RowCell): boolean {
  const precision = Math.max(claim.quantity.precision, cell.quantity.precision);
  if (isSame(claim, cell)) return isTurned(kind, cell);
  return !isTurned(kind, cell) && isSlipOf(claim.quantity.value, cell.quantity.value, precision);
}

function equalTie({ quantities }: TieInput, { claim, kind }: Said, cell: RowCell): Tie {
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
