import { formatDecimal } from '../../shared/decimal';
import { allMatches } from '../../shared/matches';
import type { Block, Code, Heading, Prose, ReportDocument, Row, Table } from '../../shared/model/document';
import type { Place, Quantity } from '../../shared/model/quantity';
import { type Range, rangeOf } from '../../shared/model/range';
import { blockwise } from '../document/blockwise';
import { noteFigures } from '../document/descent';
import { rowwise } from '../document/rows';
import { type TableReader, tableReader } from './cells';
import { isoDate, yearOfDate } from './date-iso';
import { exemptFound, type Found } from './found';
import { halfWidth } from './match';
import { movedQuantity } from './moved';
import { sourceRanges } from './prose-ranges';
import { scanText } from './scan';

/** Every quantity of a report in the order of the text. Each run of digits lies in exactly one. Pure and linear. */
export function extractQuantities(document: ReportDocument): readonly Quantity[] {
  const quantities = quantitiesIn(document, undefined);
  noteFigures(document, quantities);
  return quantities;
}

const quantitiesIn = blockwise(blockQuantities, movedQuantity, { alone: ({ kind }) => kind !== 'table' });

function blockQuantities(block: Block, document: ReportDocument): readonly Quantity[] {
  switch (block.kind) {
    case 'table':
      return tableQuantities(document, block);
    case 'code':
      return codeQuantities(document, block);
    case 'heading':
      return quantitiesOf(block.prose, headingFound(block), { block: block.index });
    case 'paragraph':
    case 'list-item':
    case 'caption':
      return quantitiesOf(block.prose, scanText(block.prose.text), { block: block.index });
    default:
      return [];
  }
}

/** Header first, then row by row. */
function tableQuantities(document: ReportDocument, table: Table): readonly Quantity[] {
  const { read, frame } = tableReader(document, table);
  const header = rowQuantities(table.header, -1, read);
  return [header, ...quantitiesOfRows(table, read, frame)].flat();
}

const rowQuantities = (row: Row, index: number, read: TableReader['read']): readonly Quantity[] =>
  read(row, index).flatMap(({ place, found }) => {
    const prose = row.cells[place.column]?.prose;
    return prose ? quantitiesOf(prose, found, place) : [];
  });

const quantitiesOfRows = rowwise(rowQuantities, (quantities, { units, rows }) =>
  units === 0 && rows === 0
    ? quantities
    : quantities.map((one) => {
        const moved = movedQuantity(one, { units, blocks: 0, figures: 0 });
        return rows === 0 ? moved : { ...moved, place: { ...one.place, row: (one.place.row ?? 0) + rows } };
      }),
);

/** The number that a heading begins with is no figure of its text. */
function headingFound(heading: Heading): readonly Found[] {
  const { text } = heading.prose;
  const raw = heading.number?.raw ?? '';
  if (raw === '' || !/[\d０-９]/.test(raw) || !text.startsWith(raw)) return scanText(text);
  const rest = scanText(text.slice(raw.length));
  const moved = rest.map((found) => ({
    ...found,
    start: found.start + raw.length,
    end: found.end + raw.length,
  }));
  return [exemptFound(0, raw.trimEnd().length, 'heading-number'), ...moved];
}

const CODE_DIGITS = /[\d０-９]+/g;

function codeQuantities(document: ReportDocument, block: Code): readonly Quantity[] {
  const text = document.text.slice(block.content.start, block.content.end);
  return allMatches(text, CODE_DIGITS).map((match) => {
    const start = block.content.start + match.index;
    const range = rangeOf(start, start + match[0].length);
    return quantityOf(match[0], range, exemptFound(0, match[0].length, 'code'), { block: block.index });
  });
}

function quantitiesOf(prose: Prose, found: readonly Found[], place: Place): readonly Quantity[] {
  const ranges = sourceRanges(prose, found);
  let year: number | null = null;
  let last = -1;
  return found.flatMap((one, index) => {
    const range = ranges[index];
    if (!range) return [];
    const quantity = quantityOf(prose.text.slice(one.start, one.end), range, one, place);
    if (one.exempt !== 'date') return quantity;
    const goesOn = last >= 0 && ENUMERATED.test(prose.text.slice(last, one.start));
    const date = isoDate(quantity.raw, goesOn ? year : null);
    year = yearOfDate(date) ?? (goesOn ? year : null);
    last = one.end;
    return date === '' ? quantity : { ...quantity, date };
  });
}

/** 2022年3月5日、6日和4月2日 are all of one year. */
const ENUMERATED = /^(?:[、和与及至到~～—–-]|以及|，)$/;

const quantityOf = (raw: string, range: Range, found: Found, place: Place): Quantity => ({
  range,
  raw,
  value: found.exempt ? firstNumber(raw) : formatDecimal(found.value),
  unit: found.unit,
  precision: found.precision,
  approximator: found.approximator,
  place,
  exempt: found.exempt,
});

/** What stands for the value of a number that is no claim: its first digits. */
const firstNumber = (raw: string): string => /\d+/.exec(halfWidth(raw))?.[0].replace(/^0+(?=\d)/, '') ?? '0';
