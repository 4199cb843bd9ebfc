import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';

/** A Latin word of which only the first letter is left: 钱包A扫码 in a report that writes 钱包App扫码. */
export interface CutWord {
  readonly letter: string;
  readonly word: string;
  readonly range: Range;
}

const WORD = /(\p{Script=Han}{2})([A-Z][A-Za-z]{1,11})(?![A-Za-z])/gu;
const LETTER = /(?<=(\p{Script=Han}{2}))([A-Z])(?=\p{Script=Han})(?![股端级类日值座区点面角型档])/gu;

const mayHoldLetters = meets([['latin']]);

export function cutWords(document: ReportDocument): readonly CutWord[] {
  const proses = prosesWith(document, mayHoldLetters).filter(({ text }) => /[A-Z]/.test(text));
  const words = new Map<string, Map<string, number>>();
  for (const { text } of proses) {
    for (const [, before = '', word = ''] of allMatches(text, WORD)) {
      const key = before + word.charAt(0);
      const forms = words.get(key) ?? new Map<string, number>();
      words.set(key, forms.set(word, (forms.get(word) ?? 0) + 1));
    }
  }
  return proses.flatMap((prose) =>
    allMatches(prose.text, LETTER).flatMap(({ 1: before = '', 2: letter = '', index }) => {
      const word = onlyWord(words.get(before + letter));
      return word === null ? [] : [{ letter, word, range: sourceRange(prose, index, index + 1) }];
    }),
  );
}

/** One word, however its letters are written: the form with most places. */
function onlyWord(forms: ReadonlyMap<string, number> | undefined): string | null {
  if (!forms || new Set([...forms.keys()].map((form) => form.toLowerCase())).size > 1) return null;
  return [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
