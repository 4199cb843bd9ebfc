import {
  type Grade,
  gradeMeasures,
  isContrast,
  leftOver,
  PART_OF_WHOLE,
} from '../../../figures/identity/grade';
import { type Mention, TELLING } from './mentions';

/** Whether two figures of one family and one period state the same, by their words and by where they stand. */
export function gradeMentions(a: Mention, b: Mention): Grade {
  if (a.family !== b.family || a.period !== b.period) return 'different';
  if (a.shareOf !== '' && b.shareOf !== '' && a.shareOf !== b.shareOf) return 'different';
  if (a.sentence >= 0 && a.sentence === b.sentence && a.isPart !== b.isPart) return 'different';
  const measures = gradeMeasures(a.measure, b.measure);
  if (measures === 'different') return 'different';
  const words = measures === 'same' ? 'same' : gradeWords(a, b);
  if (words === 'different') return 'different';
  const settings = gradeSettings(a, b);
  if (settings === 'different') return 'different';
  const isSame = words === 'same' && settings === 'same' && a.measure.cumulative === b.measure.cumulative;
  return isSame ? 'same' : 'likely';
}

/** What one names and the other leaves to its headings: 银联渠道…为 under 「银联渠道情况」. */
function gradeWords(a: Mention, b: Mention): Grade {
  const left = leftOver(a.measure.body, b.measure.body + b.context);
  const right = leftOver(b.measure.body, a.measure.body + a.context);
  if (isContrast(left) || isContrast(right)) return 'different';
  return left === '' && right === '' ? 'same' : 'likely';
}

function gradeSettings(a: Mention, b: Mention): Grade {
  const left = leftOver(a.context, b.context + b.measure.body + a.measure.body);
  const right = leftOver(b.context, a.context + a.measure.body + b.measure.body);
  if (left === '' && right === '') return 'same';
  if (narrows(left) || narrows(right)) return 'different';
  return 'likely';
}

const narrows = (words: string): boolean => isContrast(words) || PART_OF_WHOLE.test(words);

/** True where only headings tell two figures apart that bear the same telling name. */
export const sameName = (a: Mention, b: Mention): boolean =>
  a.measure.body === b.measure.body &&
  a.measure.body.length >= TELLING &&
  a.measure.cumulative === b.measure.cumulative;
