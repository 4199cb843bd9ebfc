import { diffArrays } from 'diff';
import type { CellChange, TableChange } from '../../../shared/model/comparison';
import type { ReportDocument, Row, Table } from '../../../shared/model/document';
import { likeness } from './likeness';
import { keyOf } from './units';

interface Titled {
  readonly table: Table;
  readonly title: string;
  readonly columns: readonly string[];
}

/** Two tables more alike than this, by title and header, are one that was changed. */
const ALIKE = 0.5;
const MAX_EDITS = 5_000;

/** Tables paired by title and header, in the order of the later text; of each pair the cells that differ. */
export function compareTables(before: ReportDocument, after: ReportDocument): readonly TableChange[] {
  const left = tablesOf(before);
  const right = tablesOf(after);
  const partners = partnersOf(left, right);
  const taken = new Set(partners.values());
  const changes = right.flatMap((now): TableChange[] => {
    const old = partners.get(now);
    const { title, table } = now;
    if (!old) return [{ kind: 'added', title, before: null, after: table.range, cells: [] }];
    const cells = compareRows(old, now);
    const places = { before: old.table.range, after: table.range };
    return cells.length === 0 ? [] : [{ kind: 'changed', title, ...places, cells }];
  });
  const gone = left
    .filter((old) => !taken.has(old))
    .map(
      ({ title, table }): TableChange => ({
        kind: 'removed',
        title,
        before: table.range,
        after: null,
        cells: [],
      }),
    );
  return [...changes, ...gone];
}

function tablesOf({ blocks }: ReportDocument): readonly Titled[] {
  let heading = '';
  const tables: Titled[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'heading') heading = block.prose.text;
    if (block.kind !== 'table') return;
    const caption = [blocks[at - 1], blocks[at + 1]].find((one) => one?.kind === 'caption');
    const title = caption?.kind === 'caption' ? caption.prose.text : heading;
    tables.push({ table: block, title, columns: block.header.cells.map((cell) => oneLine(cell.prose.text)) });
  });
  return tables;
}

/** Each later table's earlier one: the likeliest pairs first, the first of those that are equally likely. */
function partnersOf(left: readonly Titled[], right: readonly Titled[]): ReadonlyMap<Titled, Titled> {
  const pairs = right
    .flatMap((now, to) =>
      nearby(left, to).map(({ old, apart }) => ({ old, now, apart, alike: alikeness(old, now) })),
    )
    .filter(({ alike }) => alike > ALIKE)
    .sort((a, b) => b.alike - a.alike || a.apart - b.apart);
  const partners = new Map<Titled, Titled>();
  const taken = new Set<Titled>();
  for (const { old, now } of pairs) {
    if (partners.has(now) || taken.has(old)) continue;
    partners.set(now, old);
    taken.add(old);
  }
  return partners;
}

/** Of very many tables only those not far away are looked at. */
const NEARBY = 60;
const nearby = (tables: readonly Titled[], at: number) =>
  tables
    .slice(Math.max(0, at - NEARBY), at + NEARBY)
    .map((old, index) => ({ old, apart: Math.abs(Math.max(0, at - NEARBY) + index - at) }));

const yearless = (text: string): string => text.replace(/(?:19|20)\d{2}/g, '');

const alikeness = (old: Titled, now: Titled): number =>
  (likeness(yearless(old.title), yearless(now.title)) +
    likeness(yearless(old.columns.join('|')), yearless(now.columns.join('|')))) /
  2;

const oneLine = (text: string): string => text.replaceAll('\n', ' ');
const cellText = (row: Row, at: number): string => oneLine(row.cells[at]?.prose.text ?? '');

/** What a row is called: its first cell that is no number. */
function nameOf(row: Row): string {
  const names = row.cells.map((cell) => keyOf(cell.prose.text)).filter(Boolean);
  return names.find((name) => !/^[\d.,%\-—/]+$/.test(name)) ?? names[0] ?? '';
}

function compareRows(old: Titled, now: Titled): readonly CellChange[] {
  const left = old.table.rows;
  const right = now.table.rows;
  const parts = diffArrays(left.map(nameOf), right.map(nameOf), { maxEditLength: MAX_EDITS });
  const columns = columnPairs(old.columns, now.columns);
  if (!parts) return [];
  const changes: CellChange[] = [...headerChanges(old, now), ...lostColumns(old, columns)];
  let [from, to] = [0, 0];
  for (const part of parts) {
    const length = part.value.length;
    for (let at = 0; at < length; at++) {
      if (part.removed) changes.push(...wholeRow('removed', left[from++]));
      else if (part.added) changes.push(...wholeRow('added', right[to++]));
      else changes.push(...changedCells(left[from++], right[to++], to, columns, now.columns));
    }
  }
  return changes;
}

/** Later column → earlier one: of the same name, else at the same place when nothing else has its name. */
function columnPairs(old: readonly string[], now: readonly string[]): readonly number[] {
  const names = old.map((name) => keyOf(yearless(name)));
  return now.map((name, at) => {
    const key = keyOf(yearless(name));
    if (names[at] === key) return at;
    const there = names.indexOf(key);
    return there >= 0 ? there : now.length === old.length ? at : -1;
  });
}

function headerChanges(old: Titled, now: Titled): readonly CellChange[] {
  if (old.columns.length !== now.columns.length) return [];
  return changedCells(
    old.table.header,
    now.table.header,
    0,
    now.columns.map((_, at) => at),
    now.columns,
  );
}

function lostColumns({ table, columns }: Titled, kept: readonly number[]): readonly CellChange[] {
  return columns.flatMap((column, at): CellChange[] => {
    const cell = table.header.cells[at];
    if (!cell || kept.includes(at)) return [];
    return [{ kind: 'removed', row: '', column, before: { range: cell.range, text: column }, after: null }];
  });
}

function changedCells(
  old: Row | undefined,
  now: Row | undefined,
  number: number,
  columns: readonly number[],
  names: readonly string[],
): readonly CellChange[] {
  if (!old || !now) return [];
  const row = number === 0 ? '' : nameOf(now) || String(number);
  return columns.flatMap((from, at): CellChange[] => {
    const before = from < 0 ? undefined : old.cells[from];
    const after = now.cells[at];
    if (!after || keyOf(before?.prose.text ?? '') === keyOf(after.prose.text)) return [];
    return [
      {
        kind: before ? 'changed' : 'added',
        row,
        column: names[at] ?? String(at + 1),
        before: before ? { range: before.range, text: cellText(old, from) } : null,
        after: { range: after.range, text: cellText(now, at) },
      },
    ];
  });
}

/** A row that only one of the tables has, as one change. */
function wholeRow(kind: 'added' | 'removed', row: Row | undefined): readonly CellChange[] {
  if (!row) return [];
  const text = row.cells.map((cell) => oneLine(cell.prose.text)).join(' | ');
  const told = { range: row.range, text };
  return [
    {
      kind,
      row: nameOf(row),
      column: '',
      before: kind === 'removed' ? told : null,
      after: kind === 'added' ? told : null,
    },
  ];
}
