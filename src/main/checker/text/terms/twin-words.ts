import { groupBy } from '../../../../shared/group-by';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { prosesOf } from '../../../document/proses';
import { insideAny, quotedSpans } from '../quoted-spans';

/** One term of a report, written in two ways that differ in one word: 商家收款码, 商户收款码. */
export interface TwinTerm {
  /** Each way as it stands in the text, with its places. */
  readonly forms: ReadonlyMap<string, readonly Range[]>;
}

/** Words that stand for one another in names. Beside the same neighbours they name one thing in two ways. */
const TWINS: readonly (readonly [string, string])[] = [
  ['商家', '商户'],
  ['人员', '人士'],
  ['辖区', '辖内'],
  ['巡检', '巡查'],
  ['国家和地区', '国家与地区'],
  ['省和市', '省与市'],
  ['模式', '模型'],
  ['电子化', '数字化'],
  ['端', '侧'],
  ['登录', '登陆'],
  ['帐户', '账户'],
  ['帐号', '账号'],
  ['其他', '其它'],
  ['收单机构', '收单单位'],
  ['外包机构', '外包商'],
  ['外包服务机构', '外包服务商'],
  ['合作方', '合作商'],
  ['持牌机构', '持证机构'],
  ['特约商户', '签约商户'],
  ['受理终端', '受理机具'],
  ['旧系统', '老系统'],
  ['旧平台', '老平台'],
];
const WORDS = [...new Set(TWINS.flat())];
/** One look for all of them: most texts hold none. */
const ANY = new RegExp(WORDS.join('|'), 'g');
const BY_START = groupBy(WORDS, (word) => word.charAt(0));
/** Not compared beside others: the pair itself is one thing. */
const ALONE = new Set(['国家和地区', '省和市', '帐户', '帐号', '其他', '旧系统', '旧平台']);
/** So many characters beside both must be the same: behind them, or before. */
const BEHIND = 2;
const BEFORE = 2;
const SHOWN = 4;
const HAN = /^\p{Script=Han}+$/u;
/** What begins a clause or another word is no part of a name. */
const WEAK = /[的了和与及或在为是对将把被等有各其该本我到从以由于并也都还就]/;

interface Place {
  readonly word: string;
  readonly before: string;
  readonly behind: string;
  /** A longer stretch behind it, for showing. */
  readonly tail: string;
  readonly range: Range;
}

/** Terms that the report writes in two ways. Titles and quotations are left out. Linear in the text for each pair. */
export function twinTerms(document: ReportDocument): readonly TwinTerm[] {
  const all = prosesOf(document);
  const bearers = bearersIn(all);
  return TWINS.flatMap(([one, other]) => {
    const [ofOne, ofOther] = [bearers.get(one), bearers.get(other)];
    if (!ofOne || !ofOther) return [];
    const bearing = [...new Set([...ofOne, ...ofOther])].sort((a, b) => a - b);
    const places = bearing.flatMap((at) => {
      const prose = all[at];
      if (!prose) return [];
      const spans = quotedSpans(prose.text);
      return [...placesOf(prose.text, one, other)]
        .filter(({ start, end }) => !insideAny(spans, start, end))
        .map(({ word, start, end }): Place => {
          const before = prose.text.slice(Math.max(0, start - BEFORE), start);
          const behind = prose.text.slice(end, end + BEHIND);
          const tail = prose.text.slice(end, end + SHOWN);
          return { word, before, behind, tail, range: sourceRange(prose, start, end) };
        });
    });
    return new Set(places.map(({ word }) => word)).size < 2 ? [] : termsOf(places, ALONE.has(one));
  });
}

/** The stretches that hold each word, by their indexes, ascending. */
function bearersIn(proses: readonly Prose[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { text }] of proses.entries()) {
    if (text.length < 2) continue;
    ANY.lastIndex = 0;
    for (let match = ANY.exec(text); match; match = ANY.exec(text)) {
      for (const word of BY_START.get(text.charAt(match.index)) ?? []) {
        if (!text.startsWith(word, match.index)) continue;
        const own = found.get(word);
        if (!own) found.set(word, [at]);
        else if (own.at(-1) !== at) own.push(at);
      }
      // Another word may begin within this one.
      ANY.lastIndex = match.index + 1;
    }
  }
  return found;
}

/** Every place of either word; where one begins the other the longer one counts. */
function* placesOf(text: string, one: string, other: string) {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  const taken = new Set<number>();
  for (const word of [long, short]) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (taken.has(at)) continue;
      taken.add(at);
      yield { word, start: at, end: at + word.length };
    }
  }
}

function termsOf(places: readonly Place[], alone: boolean): readonly TwinTerm[] {
  if (alone) return [termOf(places, ({ word }) => word)];
  const found: TwinTerm[] = [];
  const told = new Set<Place>();
  for (const side of ['behind', 'before'] as const) {
    const groups = new Map<string, Place[]>();
    for (const place of places) {
      const context = place[side];
      if (side === 'behind' && place.word.length === 1 && !places.some(({ word }) => word.length > 1))
        continue;
      if (context.length < 2 || !HAN.test(context) || WEAK.test(context) || told.has(place)) continue;
      const group = groups.get(context);
      if (group) group.push(place);
      else groups.set(context, [place]);
    }
    for (const [context, group] of groups) {
      if (new Set(group.map(({ word }) => word)).size < 2) continue;
      for (const place of group) told.add(place);
      const shared = commonHead(group.map(({ tail }) => tail));
      found.push(termOf(group, ({ word }) => (side === 'behind' ? `${word}${shared}` : `${context}${word}`)));
    }
  }
  return found;
}

/** The Han characters that all of them begin with. */
function commonHead(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text.charAt(length) === first.charAt(length)))
    length++;
  return /^\p{Script=Han}*/u.exec(first.slice(0, length))?.[0] ?? '';
}

function termOf(places: readonly Place[], nameOf: (place: Place) => string): TwinTerm {
  const forms = new Map<string, Range[]>();
  for (const place of places) {
    const name = nameOf(place);
    const own = forms.get(name);
    if (own) own.push(place.range);
    else forms.set(name, [place.range]);
  }
  return { forms };
}
