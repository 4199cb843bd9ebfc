import { allMatches } from '../../../../shared/matches';
import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';
import { insideAny, quotedSpans } from '../quoted-spans';
import { type TextPlaces, textPlaces } from '../words/text-places';

/** A title or term that stands in marks elsewhere, here without them. */
export interface BareTerm {
  readonly kind: 'title' | 'quoted';
  readonly term: string;
  readonly marks: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

interface Marked {
  readonly places: Range[];
  readonly marks: string;
}

const TITLE = /《([^《》\n]{6,40})》/g;
/** Straight marks pair off from the left. */
const QUOTED = /“([^“”\n]{1,80})”|"([^"\n]{1,80})"/g;
const TERM = /^\p{Script=Han}{3,8}$/u;
/** A quotation twice is a custom, once an emphasis. */
const CUSTOM = 2;
const mayQuote = meets([['quote']]);

/** Titles of documents without 《》, and terms without the quotation marks that they mostly have. */
export function bareTerms(document: ReportDocument): readonly BareTerm[] {
  const marked = prosesWith(document, mayQuote);
  if (marked.length === 0) return [];
  const places = textPlaces(document);
  const titles = markedIn(marked, TITLE, '《》');
  const quoted = new Map([...markedIn(marked, QUOTED, '“”')].filter(([term]) => TERM.test(term)));
  return [
    ...[...titles].flatMap(([term, marked]) => bareIn(places, term, marked, 'title')),
    ...[...quoted].flatMap(([term, marked]) => {
      const bare = marked.places.length < CUSTOM ? [] : bareIn(places, term, marked, 'quoted');
      return bare.length < marked.places.length ? bare : [];
    }),
  ];
}

function markedIn(proses: readonly Prose[], pattern: RegExp, marks: string): ReadonlyMap<string, Marked> {
  const found = new Map<string, Marked>();
  for (const prose of proses) {
    for (const { 0: raw, 1: first, 2: second, index } of allMatches(prose.text, pattern)) {
      const term = first ?? second ?? '';
      const own = found.get(term) ?? { places: [], marks };
      own.places.push(sourceRange(prose, index, index + raw.length));
      found.set(term, own);
    }
  }
  return found;
}

/** What may stand right beside a title that is named without its marks. */
const BESIDE = /[\p{Script=Han}A-Za-z\d]/u;

function bareIn(
  { words, proseAt, startOf }: TextPlaces,
  term: string,
  { places, marks }: Marked,
  kind: BareTerm['kind'],
): BareTerm[] {
  const [elsewhere] = places;
  if (!elsewhere) return [];
  const found: BareTerm[] = [];
  for (let place = words.next(term); place >= 0; place = words.next(term, place + term.length)) {
    const prose = proseAt(place);
    const at = place - startOf(prose);
    const end = at + term.length;
    if (insideAny(spansIn(prose), at, end)) continue;
    // A title alone in its cell, heading or line needs no marks; within a longer name it is another one.
    const isWhole = prose.text.trim() === term || !/[，。；、]/.test(prose.text);
    const isLonger =
      kind === 'title' &&
      BESIDE.test(prose.text.charAt(end)) &&
      !/^(?:的|和|与|及|规定|要求|等|中|第)/.test(prose.text.slice(end));
    if (!isWhole && !isLonger)
      found.push({ kind, term, marks, range: sourceRange(prose, at, end), elsewhere });
  }
  return found;
}

/** A report names the same few titles time and again. */
const spansIn = remembered(({ text }: Prose) => quotedSpans(text));
