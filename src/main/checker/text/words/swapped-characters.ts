import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { type Occurrences, occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { isDictionaryWord } from '../../language/segment';
import { insideAny, quotedSpans } from '../quoted-spans';
import { pairCounts, rarePairs } from './pair-counts';

/** 风控险制 in a report that else writes 风险控制. */
export interface SwappedCharacters {
  readonly own: string;
  readonly usual: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

/** The right order stands so often between the same neighbours. */
const OFTEN = 3;
/** Characters that stand freely, before or behind others: 数占 and 占数 are no slips. */
const FREE =
  /[的了和与及或等为是在对由从以各其该将已未不无均共约较占年月日季半上下前后内外中间大小多少新老一二三四五六七八九十百千万亿笔家个件名人次项同比又再可能并且而向至到于自每全本]/;

/** Two characters in the wrong order, once, where the report else has them the other way round between the same two. */
export function swappedCharacters(document: ReportDocument): readonly SwappedCharacters[] {
  const counts = pairCounts(document);
  const words = occurrencesOf(document);
  return rarePairs(document).flatMap(({ prose, at }) =>
    at.flatMap((one) => {
      const [a, b] = [prose.text.charCodeAt(one), prose.text.charCodeAt(one + 1)];
      return counts.of(b, a) >= OFTEN ? (swapAt(words, prose, one) ?? []) : [];
    }),
  );
}

function swapAt(words: Occurrences, prose: Prose, at: number): SwappedCharacters | null {
  const { text } = prose;
  const own = text.slice(at - 1, at + 3);
  if (at < 1 || !/^\p{Script=Han}{4}$/u.test(own)) return null;
  const [left = '', a = '', b = '', right = ''] = own;
  if (FREE.test(a + b) || isDictionaryWord(a + b)) return null;
  const usual = left + b + a + right;
  const elsewhere = words.next(usual);
  if (elsewhere < 0 || words.count(usual, OFTEN) < OFTEN || words.count(a + b, 2) > 1) return null;
  if (insideAny(quotedSpans(text), at, at + 2)) return null;
  return {
    own,
    usual,
    range: sourceRange(prose, at - 1, at + 3),
    elsewhere: { start: elsewhere, end: elsewhere + usual.length },
  };
}
