import { decimal, formatDecimal, shift } from '../../shared/decimal';
import type { Block, Prose, ReportDocument, Table } from '../../shared/model/document';
import type { ExemptReason, Place, Quantity } from '../../shared/model/quantity';
import { sourceRange } from '../document/prose';
import { type ColumnUnit, columnUnits, sequenceColumns } from './columns';
import { scanner } from './patterns';
import { type Reading, readMatch } from './readings';
import { SCALE, SCALES } from './units';

const LEADING_NUMBER =
  /^\s*(?:[（(]\d{1,3}[）)]|\d{1,3}(?:\.\d{1,3})*(?:[.．、](?!\d)|\s)|第\s*\d+\s*[章节条])/;

/** Every number of the text, claims and exempt ones, in the text's order. */
export function extractQuantities(document: ReportDocument): readonly Quantity[] {
  const regex = scanner();
  return document.blocks.flatMap((block) => blockQuantities(document, block, regex));
}

function blockQuantities(document: ReportDocument, block: Block, regex: RegExp): readonly Quantity[] {
  if (block.kind === 'table') return tableQuantities(document, block, regex);
  if (block.kind === 'code') return codeQuantities(document, block);
  if (!('prose' in block)) return [];
  const lead = LEADING_NUMBER.exec(block.prose.text)?.[0].length ?? 0;
  const reason: ExemptReason = block.kind === 'heading' ? 'heading-number' : 'list-number';
  return scan(block.prose, { block: block.index }, regex, (at) => (at < lead ? reason : null));
}

function tableQuantities(document: ReportDocument, table: Table, regex: RegExp): readonly Quantity[] {
  const sequences = sequenceColumns(table);
  const units = columnUnits(document, table);
  return [table.header, ...table.rows].flatMap((row, index) =>
    row.cells.flatMap((cell, column) => {
      const place = { block: table.index, row: index - 1, column };
      const exempt: ExemptReason | null = index > 0 && sequences.has(column) ? 'sequence-number' : null;
      const found = scan(cell.prose, place, regex, () => exempt);
      const unit = units[column];
      return index > 0 && unit ? found.map((one) => withColumnUnit(one, cell.prose, unit)) : found;
    }),
  );
}

/** Digits in code make no claim, but each of them is accounted for. */
function codeQuantities(
  document: ReportDocument,
  block: Extract<Block, { kind: 'code' }>,
): readonly Quantity[] {
  const { start, end } = block.content;
  const text = document.text.slice(start, end);
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => {
    const from = start + match.index;
    const value = { value: match[0], unit: '', precision: 0, approximator: null };
    const range = { start: from, end: from + match[0].length };
    return { range, raw: match[0], ...value, place: { block: block.index }, exempt: 'code' as const };
  });
}

function scan(
  prose: Prose,
  place: Place,
  regex: RegExp,
  exemptAt: (at: number) => ExemptReason | null,
): Quantity[] {
  const found: Quantity[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(prose.text); match; match = regex.exec(prose.text)) {
    const reading = readMatch(match, prose.text);
    if (!reading) {
      // A word, not a number: look again just behind its first character.
      regex.lastIndex = match.index + 1;
      continue;
    }
    found.push(quantityOf(prose, place, reading, exemptAt(reading.from)));
    regex.lastIndex = Math.max(reading.to, match.index + 1);
  }
  return shareRangeUnits(found, prose);
}

/** `3-5元`, `10～15万户`: the first number takes the unit and the scale that only the second one shows. */
function shareRangeUnits(found: readonly Quantity[], prose: Prose): Quantity[] {
  if (found.length < 2 || !/\d[-—–~～至到]\d/.test(prose.text)) return [...found];
  return found.map((one, index) => {
    const next = found[index + 1];
    const bare = one.unit === '' && one.exempt === null && /^[\d０-９.,]+$/.test(one.raw);
    if (!bare || !next || next.unit === '' || next.exempt !== null) return one;
    // Adjacent but for one character: with the test above that is the range mark.
    if (next.range.start - one.range.end !== 1) return one;
    const exponent = scaleOf(next);
    return {
      ...one,
      value: formatDecimal(shift(decimal(one.value), exponent)),
      precision: one.precision + exponent,
      unit: next.unit,
    };
  });
}

function quantityOf(prose: Prose, place: Place, reading: Reading, forced: ExemptReason | null): Quantity {
  const { from, to, value, unit, precision, approximator } = reading;
  const range = sourceRange(prose, from, to);
  const exempt = forced ?? reading.exempt;
  return { range, raw: prose.text.slice(from, to), value, unit, precision, approximator, place, exempt };
}

const SCALE_WORD = new RegExp(`\\d\\s?[余多]?(${SCALE})`, 'u');

const scaleOf = (quantity: Quantity): number => SCALES[SCALE_WORD.exec(quantity.raw)?.[1] ?? ''] ?? 0;

/** A bare number in a column `金额（万元）` is a number of 万元. */
function withColumnUnit(quantity: Quantity, prose: Prose, column: ColumnUnit): Quantity {
  const bare =
    quantity.unit === '' && quantity.exempt === null && /^[\s(（+−-]*[\d,.]+[)）\s]*$/.test(prose.text);
  if (!bare) return quantity;
  return { ...quantity, ...column.apply(quantity), unit: column.unit };
}
