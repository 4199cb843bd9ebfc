import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { placeSearch } from '../../search';
import { insideAny, quotedSpans } from '../quoted-spans';

export interface LatinWord {
  readonly text: string;
  readonly range: Range;
}

const WORD = /(?<![A-Za-z0-9_@./\\-])[A-Za-z][A-Za-z0-9]{2,}(?:-\d{1,3})?(?![A-Za-z0-9_@/\\-]|\.[A-Za-z])/g;
const CODE = /https?:\/\/|www\./;

/** Latin words of the text and its tables, outside titles and quotations, addresses and codes. */
export const latinWords = (document: ReportDocument): readonly LatinWord[] => wordsIn(document, undefined);

const wordsIn = placeSearch([['latin']], (prose): readonly LatinWord[] => {
  if (!/[A-Za-z]{3}/.test(prose.text) || CODE.test(prose.text)) return [];
  const spans = quotedSpans(prose.text);
  return allMatches(prose.text, WORD).flatMap(({ 0: text, index }) => {
    const end = index + text.length;
    return insideAny(spans, index, end) ? [] : [{ text, range: sourceRange(prose, index, end) }];
  });
});
