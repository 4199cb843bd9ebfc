import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';

/** A short name that is introduced and never used, where the report uses one that differs in a character or two. */
export interface UnusedName {
  readonly own: string;
  readonly usual: string;
  readonly range: Range;
  /** Where the used one first stands. */
  readonly places: readonly Range[];
}

const INTRODUCED =
  /(?:以下(?:统称|简称|称)|下称|简称)(?:为|作)?[：:]?\s?[“"《]?(?<short>\p{Script=Han}{3,16})(?=[”"》]|[）)，,；;。]|$)/gu;
const LEAST = 2;
const mayIntroduce = meets([['pair']]);

/** （以下称职工持股平台） in a report that goes on with 员工持股平台; 下称《询问函》 where it is 《问询函》 everywhere else. */
export function unusedNames(document: ReportDocument): readonly UnusedName[] {
  const { text } = document;
  if (!text.includes('称')) return [];
  const introduced = prosesWith(document, mayIntroduce).flatMap((prose) =>
    prose.text.includes('称')
      ? allMatches(prose.text, INTRODUCED).map(({ 0: raw, index, groups }) => {
          const own = groups?.['short'] ?? '';
          const start = index + raw.lastIndexOf(own);
          return { own, range: sourceRange(prose, start, start + own.length) };
        })
      : [],
  );
  const names = new Set(introduced.map(({ own }) => own));
  return introduced.flatMap(({ own, range }): UnusedName[] => {
    if (text.indexOf(own) !== text.lastIndexOf(own)) return [];
    const [usual, ...more] = [...likeIn(text, own)].filter(
      ([name, places]) => !names.has(name) && places.length >= LEAST,
    );
    return usual && more.length === 0 ? [{ own, usual: usual[0], range, places: usual[1] }] : [];
  });
}

/** All that is one character off or has two side by side exchanged, with its places: one half at least is the same. */
function likeIn(text: string, own: string): ReadonlyMap<string, readonly Range[]> {
  const found = new Map<string, Range[]>();
  for (const [from, part] of partsOf(own))
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const start = at - from;
      const name = text.slice(Math.max(0, start), start + own.length);
      if (!isLike(name, own)) continue;
      const places = found.get(name) ?? [];
      if (places.some((place) => place.start === start)) continue;
      found.set(name, [...places, { start, end: start + name.length }]);
    }
  return found;
}

/** The halves; of three and four characters the first and the last, because two exchanged may leave no more. */
function partsOf(own: string): readonly (readonly [from: number, part: string])[] {
  const half = own.length < 5 ? 1 : Math.floor(own.length / 2) - 1;
  return [
    [0, own.slice(0, half)],
    [own.length - half, own.slice(-half)],
  ];
}

const HAN = /^\p{Script=Han}+$/u;
/** Characters that tell one thing from another. */
const KINDS = /[一二三四五六七八九十甲乙丙丁戊东西南北中新旧老大小上下前后内外总分正副首末]/;

function isLike(name: string, own: string): boolean {
  if (name === own || name.length !== own.length || !HAN.test(name)) return false;
  const off = [...own].flatMap((one, at) => (name[at] === one ? [] : [at]));
  const [a = 0, b] = off;
  if (b === undefined) return own.length > 3 && !KINDS.test(own.charAt(a) + name.charAt(a));
  return off.length === 2 && b === a + 1 && own[a] === name[b] && own[b] === name[a];
}
