import { addTo } from '../../../../shared/group-by';
import type { ReportDocument, Table } from '../../../../shared/model/document';
import type { Fact, Quantity } from '../../../../shared/model/quantity';
import { factsByQuantity } from '../../../figures/fact-of';
import { firstFigures } from '../../../figures/table-cells';
import { type ColumnContext, tableContext } from '../../../figures/table-columns';
import { labelColumn } from '../../../figures/table-rows';
import type { TieInput } from '../input';
import { ownYear } from '../opening-year';

/** A row of a table that a sentence may name. */
export interface NamedRow {
  readonly table: Table;
  readonly row: number;
  readonly label: string;
}

/** Where a sentence names rows. Indices into the text. */
export interface RowMention {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly NamedRow[];
}

/** A figure of a table with its header. */
export interface RowCell {
  readonly index: number;
  readonly column: number;
  readonly quantity: Quantity;
  /** Its value without its sign, as near as binary numbers tell. */
  readonly size: number;
  /** The header's texts in one, without units. */
  readonly header: string;
  /** Empty where nothing names one. */
  readonly period: string;
}

const MOST_ROWS = 60;
const MOST_BEARERS = 6;
const SHORTEST = 2;
const LONGEST = 20;
const NO_NAME =
  /^(?:合计|总计|共计|小计|总额|总数|全部|全市|全省|全国|全司|全行|全辖|平均|其他|其它|其余|(?:单位|个人|企业)$|项目|指标|金额|笔数|数量|收入|支出|[\d.%—－-]+$|第?[一二三四]季度|[上下]半年|全年|\d{1,2}月.*|(?:19|20)\d{2}年.*)/;
const TOTAL = /^(?:全[年部行辖市省国]|[上下]半年)?(?:合计|总计|共计)$/;
const FRAME =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）]|其中[:：]?|[加减][:：]|#)|[“”《》\s]|[（(].*?[）)]/g;

/** The rows of a report's tables by their names. */
export class RowIndex {
  private readonly starts = new Map<string, NamedRow[][]>();
  /** Whether a name may begin with two characters, by their codes; some share a place. */
  private readonly mayStart = new Uint8Array(SLOTS);
  private readonly figures = new Map<Table, (readonly RowCell[] | undefined)[]>();
  private readonly columns = new Map<Table, readonly ColumnContext[]>();
  private readonly names = new Map<Table, readonly NamedRow[]>();
  private readonly totals = new Map<Table, NamedRow | null>();
  private readonly ownYear: string | undefined;
  private readonly cells: (table: Table, row: number) => readonly (number | undefined)[];

  private readonly document: ReportDocument;
  private readonly quantities: readonly Quantity[];
  private readonly facts: readonly (Fact | undefined)[];

  constructor(input: TieInput) {
    const { document, quantities, facts } = input;
    this.document = document;
    this.quantities = quantities;
    this.ownYear = ownYear(input);
    this.facts = factsByQuantity(facts);
    this.cells = firstFigures(quantities);
    const byLabel = new Map<string, NamedRow[]>();
    for (const table of document.blocks) {
      if (table.kind !== 'table' || table.broken || table.rows.length > MOST_ROWS) continue;
      for (const named of this.namesIn(table)) {
        addTo(byLabel, named.label, named);
      }
    }
    for (const [label, rows] of byLabel) {
      if (new Set(rows.map(({ table }) => table)).size < rows.length || rows.length > MOST_BEARERS) continue;
      const start = label.slice(0, SHORTEST);
      addTo(this.starts, start, rows);
      this.mayStart[slotAt(label, 0)] = 1;
    }
    for (const lists of this.starts.values())
      lists.sort(([a], [b]) => (b?.label.length ?? 0) - (a?.label.length ?? 0));
  }

  get isEmpty(): boolean {
    return this.starts.size === 0;
  }

  /** Whether a period lies in the report's own year, which cells that name none are of. */
  isOfOwnYear(period: string): boolean {
    const years = period.match(/\d{4}(?!\d)/g);
    return this.ownYear === undefined || years === null || years.includes(this.ownYear);
  }

  /** What a text names, the longest name first; names do not overlap. */
  mentionsIn(text: string): readonly RowMention[] {
    const mentions: RowMention[] = [];
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      if (this.mayStart[slotAt(text, at)] === 0) continue;
      const lists = this.starts.get(text.slice(at, at + SHORTEST));
      const rows = lists?.find(([first]) => first !== undefined && text.startsWith(first.label, at));
      const label = rows?.[0]?.label;
      if (!rows || label === undefined) continue;
      mentions.push({ from: at, to: at + label.length, rows });
      at += label.length - 1;
    }
    return mentions;
  }

  /** The figures of a row, one for each cell that holds one. */
  figuresOf({ table, row }: NamedRow): readonly RowCell[] {
    const rows = this.figures.get(table) ?? [];
    this.figures.set(table, rows);
    // The header's is -1.
    const known = rows[row + 1];
    if (known) return known;
    const made = this.readFigures(table, row);
    rows[row + 1] = made;
    return made;
  }

  private readFigures(table: Table, row: number): readonly RowCell[] {
    const columns = this.columns.get(table) ?? tableContext(this.document, table).columns;
    this.columns.set(table, columns);
    return this.cells(table, row).flatMap((index, column): RowCell[] => {
      const quantity = this.quantities[index ?? -1];
      const context = columns[column];
      return index === undefined || !quantity || !context || context.kind !== 'plain'
        ? []
        : [
            {
              index,
              column,
              quantity,
              size: Math.abs(Number(quantity.value)),
              header: context.path.join(''),
              period: this.facts[index]?.period ?? '',
            },
          ];
    });
  }

  /** The row that totals the table of one, if it has just one. */
  totalOf({ table }: NamedRow): NamedRow | null {
    const known = this.totals.get(table);
    if (known !== undefined) return known;
    const made = totalIn(table);
    this.totals.set(table, made);
    return made;
  }

  /** All rows of the table of one. */
  rowsBeside = ({ table }: NamedRow): readonly NamedRow[] => this.namesIn(table);

  private namesIn(table: Table): readonly NamedRow[] {
    const known = this.names.get(table);
    if (known) return known;
    const made = namesIn(table);
    this.names.set(table, made);
    return made;
  }
}

const SLOTS = 2 ** 13;

const slotAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 40_503) ^ Math.imul(text.charCodeAt(at + 1), 2_654_435)) & (SLOTS - 1);

function totalIn(table: Table): NamedRow | null {
  const column = labelColumn(table);
  const totals = table.rows.flatMap(({ cells }, row) => {
    const label = cells.slice(0, column + 1).map(({ prose }) => prose.text.replace(/\s+/g, ''));
    const name = label.find((text) => TOTAL.test(text));
    return name === undefined ? [] : [{ table, row, label: name }];
  });
  const [only, ...others] = totals;
  return only && others.length === 0 ? only : null;
}

function namesIn(table: Table): readonly NamedRow[] {
  const column = labelColumn(table);
  return table.rows.flatMap(({ cells }, row): NamedRow[] => {
    // 西部小计 is what sentences call 西部.
    const label = (cells[column]?.prose.text ?? '').replace(FRAME, '').replace(/小计$/, '');
    const isName = label.length >= SHORTEST && label.length <= LONGEST && !NO_NAME.test(label);
    return isName && row >= table.headerRows ? [{ table, row, label }] : [];
  });
}
