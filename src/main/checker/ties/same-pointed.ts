import { absolute, compare, decimal, formatDecimal, shift, subtract } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Block, Label, ProseBlock, ReportDocument, Table } from '../../../shared/model/document';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';
import { leadOf } from '../../figures/identity/lead';
import { bodyOf, type Measure } from '../../figures/identity/measure';
import { measuresOf } from '../../figures/identity/measures';
import { isNearMiss } from '../../figures/identity/near-miss';
import { shareMeasureBefore, shareMeasureNamed } from '../../figures/identity/share-measure';
import { labelColumn } from '../../figures/table-rows';
import { buildTie, termOf } from './build';
import type { TieInput } from './input';
import { openingYear, ownYear, sentenceStart } from './opening-year';

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

const SUMMED = /(?:共计?|合计|总计)(?:为|有|达)?$/;

interface PointedCell {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly measure: Measure;
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const NEAREST = 2;

/** The sentences that point at a table: those right above it, and all that name its label or its annex's. */
function pointingAt(
  { blocks }: ReportDocument,
  table: Table,
  naming: ReadonlyMap<string, readonly ProseBlock[]>,
): readonly ProseBlock[] {
  const above: ProseBlock[] = [];
  for (let at = table.index - 1; at >= 0 && above.length < NEAREST; at--) {
    const block = blocks[at];
    if (!block || block.kind === 'heading' || block.kind === 'table') break;
    if (isProse(block) && block.prose.text.includes('。')) above.push(block);
  }
  const named = labelsOf(blocks, table).flatMap((label) => naming.get(label) ?? []);
  return [...new Set([...above, ...named])];
}

/** Of its caption, and of the annex that it stands in. */
function labelsOf(blocks: readonly Block[], table: Table): readonly string[] {
  const labels: string[] = [];
  for (let at = table.index - 1; at >= Math.max(0, table.index - NEAREST); at--) {
    const block = blocks[at];
    if (block?.kind === 'caption') labels.push(nameOf(block.label));
    else if (block?.kind !== 'paragraph') break;
  }
  const heading = blocks[table.section];
  if (heading?.kind === 'heading' && heading.annex) labels.push(nameOf(heading.annex));
  return labels;
}

/** An annex may hold a few tables. */
const MOST_BEARERS = 4;

const LABEL = /(?:附[件录表图]|[表图])\s?(?:[\d一二三四五六七八九十]{1,3}(?:[-－–.．]\d{1,3})*)?/g;

/** Label → the sentences that name it. One walk over the report. */
function namingSentences({ blocks }: ReportDocument): ReadonlyMap<string, readonly ProseBlock[]> {
  const naming = new Map<string, ProseBlock[]>();
  for (const block of blocks) {
    if (!isProse(block) || !/[表附图]/.test(block.prose.text)) continue;
    const names = new Set(block.prose.text.match(LABEL)?.map((name) => name.replace(/\s/g, '')));
    for (const name of names) push(naming, name, block);
  }
  // A label that several tables bear names none of them.
  const bearers = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const label of labelsOf(blocks, block)) bearers.set(label, (bearers.get(label) ?? 0) + 1);
  }
  for (const [label, count] of bearers) if (count > MOST_BEARERS) naming.delete(label);
  return naming;
}

const nameOf = ({ noun, number }: Label): string => `${noun}${number}`;

const isProse = (block: Block): block is ProseBlock =>
  block.kind === 'paragraph' || block.kind === 'list-item';

interface TableNames {
  readonly rows: readonly string[];
  readonly headers: readonly string[];
}

const TOTAL = /^(?:合计|总计|共计|小计|总额|总数|总量|全部|全市|全省|全国|全司|全行)/;

function namesOf(table: Table): TableNames {
  const column = labelColumn(table);
  return {
    rows: table.rows.map(({ cells }) => cells[column]?.prose.text.replace(/\s+/g, '') ?? ''),
    headers: table.header.cells.map(({ prose }) => prose.text.replace(/\s+/g, '')),
  };
}

/** So many digits do not agree by chance. */
const DIGITS = 3;

/** A figure of a pointing sentence, with the words before it. */
interface Pointer {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly measure: Measure;
  readonly words: string;
  /** 共35人: says itself that it is the total. */
  readonly isTotal: boolean;
  /** See `shareMeasureBefore`. */
  readonly shareOf: string;
}

function pointerOf(
  text: string,
  quantities: readonly Quantity[],
  from: ProseBlock,
  fact: Fact,
  measure: (fact: Fact, quantity: Quantity) => Measure,
): Pointer | null {
  const quantity = quantities[fact.quantity];
  if (!quantity || quantity.approximator !== null) return null;
  const head = wordsBefore(from, quantity);
  const isTotal = SUMMED.test(head);
  if (!isTelling(quantity, isTotal)) return null;
  const lead = leadOf(text, quantity.range.start, quantity.range.end);
  if (lead.change || lead.planned || lead.adjusted || lead.earlier) return null;
  if (OTHER_YEAR.test(head.split(/[，；]/).at(-1) ?? '')) return null;
  const words = head + fact.concept + fact.scope;
  const shareOf = shareMeasureBefore(quantities, fact.quantity);
  return { fact, quantity, measure: measure(fact, quantity), words, isTotal, shareOf };
}

type FindCell = (
  pointer: Pointer,
  cells: readonly PointedCell[],
  names: TableNames,
  used: ReadonlySet<PointedCell>,
) => PointedCell | null;

const equalCell: FindCell = (pointer, cells, names) =>
  cells.find((cell) => isAlike(pointer, cell) && isEqual(pointer, cell) && isMeant(cell, pointer, names)) ??
  null;

const slippedCell: FindCell = (pointer, cells, names, used) => {
  const [only, ...others] = cells.filter(
    (cell) =>
      !used.has(cell) && isAlike(pointer, cell) && isMeant(cell, pointer, names) && isSlip(pointer, cell),
  );
  if (!only || others.some((one) => one.quantity.value !== only.quantity.value)) return null;
  // Where the table has the figure elsewhere, a sentence that names no row may mean that cell.
  const equal = cells.filter((cell) => isAlike(pointer, cell) && isEqual(pointer, cell));
  const beside = equal.some(({ quantity }) => quantity.place.row === only.quantity.place.row);
  return beside || (equal.length > 0 && !isNamed(only, pointer, names)) ? null : only;
};

const isAlike = ({ quantity }: Pointer, cell: PointedCell): boolean =>
  cell.quantity.unit === quantity.unit && cell.quantity.approximator === null;

/** The decimal of a quantity has one spelling for each value. */
const isEqual = ({ quantity }: Pointer, cell: PointedCell): boolean => quantity.value === cell.quantity.value;

/** One digit more or less proves something of longer figures only; the last digit may be rounded otherwise. */
function isSlip({ quantity: a, isTotal }: Pointer, { quantity: b }: PointedCell): boolean {
  const precision = Math.max(a.precision, b.precision);
  const [one, other] = [absolute(decimal(a.value)), absolute(decimal(b.value))];
  if (compare(absolute(subtract(one, other)), shift(decimal('1'), precision)) <= 0) return false;
  if (isNearMiss(a.value, b.value, precision)) return true;
  const [left, right] = [formatDecimal(one), formatDecimal(other)];
  const isUnit = left.replace(/[.0]/g, '') === right.replace(/[.0]/g, '');
  const isLong = left.split('.')[0]?.length === right.split('.')[0]?.length;
  return (isUnit || isLong) && isNearMiss(a.value, b.value, precision, isTotal ? DIGITS - 1 : DIGITS);
}

const tieOf = (quantities: readonly Quantity[], { fact, quantity }: Pointer, other: PointedCell): Tie =>
  buildTie({
    kind: 'same',
    form: 'equal',
    stated: termOf(quantities, fact.quantity),
    operands: [{ role: 'other', term: termOf(quantities, other.fact.quantity) }],
    exact: quantity.precision === other.quantity.precision,
  });

/** 20.0% is as good as one digit. */
function isTelling({ raw }: Quantity, isTotal: boolean): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= (isTotal ? DIGITS - 1 : DIGITS) && digits.replace(/0+$/, '').length > 1;
}

const OTHER_YEAR = /上年(?!末)|去年(?!末)|前年|明年|次年|上月(?!末)|上季度?(?!末)/;
const REACH = 40;

/** What the clause says before a figure, back to the figure before it. */
function wordsBefore({ prose, range }: ProseBlock, { range: { start } }: Quantity): string {
  const at = Math.max(0, start - range.start);
  return /[^。\d]*$/.exec(prose.text.slice(Math.max(0, at - REACH), at))?.[0] ?? '';
}

const rowOf = ({ quantity }: PointedCell, { rows }: TableNames): string =>
  rows[quantity.place.row ?? -1] ?? '';

/** The sentence names the cell's row: 高风险 in 高风险客户1,842户. */
function isNamed(cell: PointedCell, { words }: Pointer, names: TableNames): boolean {
  const label = rowOf(cell, names).replace(ORDINAL, '').replace(ASIDE, '');
  return label.length >= 2 && words.includes(label);
}

const ORDINAL = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）]|其中[:：]?|[加减][:：])/;
const ASIDE = /[（(].*?[）)]/g;

const NARROWING =
  /线[上下]|境[内外]|跨境|城[镇乡]|农村|日均|月均|人均|笔均|户均|单笔|新增|净增|活跃|有效|实名|成功|失败|个人|单位|企业|小微|借记|贷记/g;

/** 线上交易笔数 over a column 交易笔数 of a row that says nothing of it. */
function isNarrower(cell: PointedCell, { words }: Pointer, names: TableNames): boolean {
  const header = names.headers[cell.quantity.place.column ?? -1] ?? '';
  const own = `${rowOf(cell, names)}${header}${cell.fact.concept}${cell.fact.scope}`;
  return (words.match(NARROWING) ?? []).some((word) => !own.includes(word));
}

/** What each column measures, by its header alone. */
const headerMeasures = remembered(({ headers }: TableNames): readonly string[] =>
  headers.map((header) => bodyOf(header.replace(ASIDE, ''))),
);

/** The row is named or is the total; the column does not speak of something else, nor of another period. */
function isMeant(cell: PointedCell, pointer: Pointer, names: TableNames): boolean {
  const { period } = pointer.fact;
  const share = shareMeasureNamed(names.headers[cell.quantity.place.column ?? -1] ?? '');
  if (share !== '' && pointer.shareOf !== '' && share !== pointer.shareOf) return false;
  if (period !== '' && cell.fact.period !== '' && period !== cell.fact.period) return false;
  if (cell.measure.qualifiers !== pointer.measure.qualifiers || isNarrower(cell, pointer, names))
    return false;
  if (isNamed(cell, pointer, names)) return true;
  const measure = headerMeasures(names)[cell.quantity.place.column ?? -1] ?? '';
  const { words } = pointer;
  const fits = measure.length < 2 || words.includes(measure) || words.includes(measure.slice(-2));
  return fits && TOTAL.test(rowOf(cell, names));
}
