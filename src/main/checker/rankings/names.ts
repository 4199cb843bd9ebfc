import type { RankedTable } from './entries';

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
