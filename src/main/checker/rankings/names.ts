import { addTo } from '../../../shared/group-by';
import { remembered } from '../../../shared/memo';
import type { ReportDocument } from '../../../shared/model/document';
import { type RankedTable, rankedTables } from './entries';

/** What may follow a name, behind a word for its kind or not: 城南网点 of the row 城南. */
const BEHIND =
  /^(?:网点|支行|分行|分公司|地区|商户|机构|门店|渠道)?(?:$|[，。；、（(的”：\d]|牵头|负责|承担|达|和|与|及|为|共)/;

/** Entries as a sentence names them: by a text of theirs, or as 第5项. */
export interface EntryName {
  readonly name: string;
  readonly entries: readonly number[];
  /** Where the text stands; null for a number. */
  readonly column: number | null;
}

const ORDINAL = /^第(?<number>\d{1,2})(?:项|个|份|号|条|类)/;

const START = 2;

/** The tables by what texts of theirs begin with. No text is shorter. */
const tablesByStart = remembered((document: ReportDocument): ReadonlyMap<string, readonly RankedTable[]> => {
  const found = new Map<string, RankedTable[]>();
  for (const table of rankedTables(document)) {
    const starts = new Set(table.texts.flatMap((own) => own.map((text) => text.slice(0, START))));
    for (const start of starts) if (start !== '') addTo(found, start, table);
  }
  return found;
});

const NONE: readonly RankedTable[] = [];

/** The tables that have an entry which a text may begin to name. */
export const tablesNaming = (document: ReportDocument, behind: string): readonly RankedTable[] =>
  ORDINAL.test(behind)
    ? rankedTables(document)
    : (tablesByStart(document).get(behind.slice(0, START)) ?? NONE);

/** An entry by the text that a sentence calls it. */
export interface NamedEntry {
  readonly table: RankedTable;
  readonly entry: number;
  readonly name: string;
}

interface Edges {
  readonly starts: ReadonlyMap<string, readonly NamedEntry[]>;
  readonly ends: ReadonlyMap<string, readonly NamedEntry[]>;
}

/** Entries by the first and by the last characters of their texts. */
const entriesByEdge = remembered((document: ReportDocument): Edges => {
  const [starts, ends] = [new Map<string, NamedEntry[]>(), new Map<string, NamedEntry[]>()];
  for (const table of rankedTables(document))
    table.texts.forEach((own, entry) => {
      for (const name of new Set(own)) {
        if (name === '') continue;
        addTo(starts, name.slice(0, START), { table, entry, name });
        addTo(ends, name.slice(-START), { table, entry, name });
      }
    });
  return { starts, ends };
});

/** With more entries of one beginning than this, those are meant that stand below the sentence's own heading. */
const MANY = 200;
const nearest = (all: readonly NamedEntry[], section: number): readonly NamedEntry[] =>
  all.length > MANY ? all.filter(({ table: { table } }) => table.section === section) : all;

/** Entries whose texts a text begins with. */
export const entriesStarting = (
  document: ReportDocument,
  text: string,
  section: number,
): readonly NamedEntry[] =>
  nearest(entriesByEdge(document).starts.get(text.slice(0, START)) ?? [], section).filter(({ name }) =>
    text.startsWith(name),
  );

/** Entries whose texts a text ends with. */
export const entriesEnding = (
  document: ReportDocument,
  text: string,
  section: number,
): readonly NamedEntry[] =>
  nearest(entriesByEdge(document).ends.get(text.slice(-START)) ?? [], section).filter(({ name }) =>
    text.endsWith(name),
  );

/** The entries that a text begins to name. */
export function nameAt({ texts, numbers }: RankedTable, behind: string): EntryName | null {
  const ordinal = ORDINAL.exec(behind);
  if (ordinal) {
    const entry = numbers.indexOf(Number(ordinal.groups?.['number']));
    return entry < 0 ? null : { name: ordinal[0], entries: [entry], column: null };
  }
  let name = '';
  let column = -1;
  for (const own of texts)
    own.forEach((text, at) => {
      if (text.length <= name.length || !behind.startsWith(text) || !BEHIND.test(behind.slice(text.length)))
        return;
      name = text;
      column = at;
    });
  return name === ''
    ? null
    : { name, column, entries: texts.flatMap((own, at) => (own[column] === name ? [at] : [])) };
}
