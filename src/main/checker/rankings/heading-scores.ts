import { compare, type Decimal, decimal } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Heading, ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { compactText } from '../tables/cell-text';
import { tablesOf } from '../tables/each-table';

/** A score in a heading that the table of scores has otherwise, while those of its sister headings agree. */
export interface WrongHeadingScore {
  readonly score: string;
  readonly right: string;
  readonly range: Range;
  readonly cell: Range;
}

interface Scored {
  readonly name: string;
  readonly value: Decimal;
  readonly raw: string;
  readonly range: Range;
}

const SCORED =
  /(?<name>[\p{Script=Han}、“”]{3,24})（(?:得|自评得?|实得|计)?(?<score>\d{1,3}(?:\.\d{1,2})?)分）$/u;
const FEWEST = 3;
const SUBTOTAL = /^小计$/;
const NUMBER = /^\d{1,3}(?:\.\d{1,2})?$/;

/** （三）可疑交易监测（24.5分） over a table whose row of that name, or the 小计 of that group, has 26.0. */
export function wrongHeadingScores(document: ReportDocument): readonly WrongHeadingScore[] {
  const byLevel = new Map<number, Scored[]>();
  for (const block of document.blocks) {
    const scored = block.kind === 'heading' ? scoredIn(block) : null;
    if (!scored || block.kind !== 'heading') continue;
    byLevel.set(block.level, [...(byLevel.get(block.level) ?? []), scored]);
  }
  const [headings, ...others] = [...byLevel.values()].filter((list) => list.length >= FEWEST);
  if (!headings || others.length > 0) return [];
  return tablesOf(document).flatMap((table) => inTable(table, headings));
}

function scoredIn({ prose }: Heading): Scored | null {
  const match = SCORED.exec(prose.text);
  const { name = '', score: raw = '' } = match?.groups ?? {};
  if (!match) return null;
  const at = prose.text.lastIndexOf(raw);
  const range = sourceRange(prose, at, at + raw.length);
  return { name: name.replace(/^[一二三四五六七八九十]+、/, ''), value: decimal(raw), raw, range };
}

/** The column in which most of the headings' scores stand; told only where all but one do, and no other column does as well. */
function inTable(table: Table, headings: readonly Scored[]): readonly WrongHeadingScore[] {
  const groups = groupsOf(table);
  const rows = headings.map(({ name }) => groups.get(name));
  if (rows.some((row) => row === undefined)) return [];
  const wrong = table.header.cells.map((_, column) =>
    headings.flatMap((scored, at): WrongHeadingScore[] => {
      const cell = rows[at]?.cells[column];
      const text = compactText(cell);
      const isNumber = cell !== undefined && NUMBER.test(text);
      if (isNumber && compare(decimal(text), scored.value) === 0) return [];
      return [
        {
          score: scored.raw,
          right: isNumber ? text : '',
          range: scored.range,
          cell: cell?.range ?? scored.range,
        },
      ];
    }),
  );
  if (wrong.some((found) => found.length === 0)) return [];
  const [found, ...others] = wrong.filter((list) => list.length === 1);
  return found && others.length === 0 && headings.length >= FEWEST && found[0]?.right !== '' ? found : [];
}

/** By its name the row of a group: its own, or the 小计 that closes it. */
const groupsOf = remembered((table: Table): ReadonlyMap<string, Table['rows'][number]> => {
  const found = new Map<string, Table['rows'][number]>();
  let open = '';
  for (const row of table.rows) {
    const texts = row.cells.slice(0, 3).map((cell) => compactText(cell));
    const isSubtotal = texts.some((text) => SUBTOTAL.test(text));
    if (isSubtotal && open !== '') found.set(open, row);
    else if (texts[0] !== undefined && texts[0].length > 2) {
      open = texts[0].replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.]/, '');
      found.set(open, row);
    }
  }
  return found;
});
