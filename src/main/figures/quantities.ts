import { formatDecimal } from '../../shared/decimal';
import type { Block, Code, Heading, Prose, ReportDocument } from '../../shared/model/document';
import type { Place, Quantity } from '../../shared/model/quantity';
import { rangeOf } from '../../shared/model/range';
import { sourceRange } from '../document/prose';
import { tableQuantities } from './cells';
import { exemptFound, type Found } from './found';
import { halfWidth } from './match';
import { scanText } from './scan';

/** Every quantity of a report in the order of the text. Each run of digits lies in exactly one. Pure and linear. */
export function extractQuantities(document: ReportDocument): readonly Quantity[] {
  return document.blocks.flatMap((block) => blockQuantities(document, block));
}

function blockQuantities(document: ReportDocument, block: Block): readonly Quantity[] {
  switch (block.kind) {
    case 'table':
      return tableQuantities(document, block).flatMap(({ place, found }) => {
        const row = place.row < 0 ? block.header : block.rows[place.row];
        const prose = row?.cells[place.column]?.prose;
        return prose ? found.map((one) => quantityOf(prose, one, place)) : [];
      });
    case 'code':
      return codeQuantities(document, block);
    case 'heading':
      return headingFound(block).map((found) => quantityOf(block.prose, found, { block: block.index }));
    case 'paragraph':
    case 'list-item':
    case 'caption':
      return scanText(block.prose.text).map((found) => quantityOf(block.prose, found, { block: block.index }));
    default:
      return [];
  }
}

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
  return Array.from(text.matchAll(CODE_DIGITS), (match) => {
    const start = block.content.start + match.index;
    const range = rangeOf(start, start + match[0].length);
    const found = exemptFound(0, match[0].length, 'code');
    return { ...quantityOf({ text: match[0], start, gaps: [] }, found, { block: block.index }), range };
  });
}

function quantityOf(prose: Prose, found: Found, place: Place): Quantity {
  const raw = prose.text.slice(found.start, found.end);
  return {
    range: sourceRange(prose, found.start, found.end),
    raw,
    value: found.exempt ? firstNumber(raw) : formatDecimal(found.value),
    unit: found.unit,
    precision: found.precision,
    approximator: found.approximator,
    place,
    exempt: found.exempt,
  };
}

/** What stands for the value of a number that is no claim: its first digits. */
const firstNumber = (raw: string): string => /\d+/.exec(halfWidth(raw))?.[0].replace(/^0+(?=\d)/, '') ?? '0';
