import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';
import { insideAny, quotedSpans } from '../quoted-spans';

/** 内审部 in a report that writes 内部审计部. */
export interface ShortName {
  readonly full: string;
  readonly short: string;
  readonly range: Range;
  readonly places: readonly Range[];
}

/** What units are called; looked for first, as it is rarer than what may stand before it. */
const KIND = /[部处科]|中心|委员会/g;
const BEFORE_KIND = 4;
/** Two words of two characters and what kind of unit it is. */
const UNIT =
  /(?=(?<name>(?<first>\p{Script=Han})[^\P{Script=Han}和及与的由](?<second>[^\P{Script=Han}和及与的])[^\P{Script=Han}和及与的](?<kind>部|处|科|中心|委员会))(?!门|分|署|委|级|队|位))/uy;
const LEAST = 2;
const mayName = meets([['office']]);

/** Units that the report calls by their full name and, rarely, by first characters. An introduced short name is meant. */
export function shortNames(document: ReportDocument): readonly ShortName[] {
  const proses = prosesWith(document, mayName);
  const full = new Map<string, { readonly short: string; readonly places: Range[] }>();
  for (const prose of proses) {
    for (const match of unitsIn(prose.text)) {
      const { name = '', first = '', second = '', kind = '' } = match.groups ?? {};
      const known = full.get(name) ?? { short: `${first}${second}${kind}`, places: [] };
      known.places.push(sourceRange(prose, match.index, match.index + name.length));
      full.set(name, known);
    }
  }
  const words = occurrencesOf(document);
  return [...full].flatMap(([name, { short, places }]): ShortName[] => {
    if (places.length < LEAST || !words.has(short) || words.has(`“${short}”`)) return [];
    const found = proses.flatMap((prose) => {
      if (!prose.text.includes(short)) return [];
      const spans = quotedSpans(prose.text);
      return allMatches(prose.text, new RegExp(short, 'g')).flatMap(({ index }) =>
        insideAny(spans, index, index + short.length)
          ? []
          : [sourceRange(prose, index, index + short.length)],
      );
    });
    return found.length < places.length ? found.map((range) => ({ full: name, short, range, places })) : [];
  });
}

const unitsIn = (text: string): readonly RegExpExecArray[] =>
  allMatches(text, KIND).flatMap(({ index }) => {
    UNIT.lastIndex = index - BEFORE_KIND;
    const match = index < BEFORE_KIND ? null : UNIT.exec(text);
    return match ? [match] : [];
  });
