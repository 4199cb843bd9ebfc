import { type Decimal, subtract } from '../../../shared/decimal';
import type { RankedColumn } from './entries';
import { isMeasure } from './measures';

const LOST = /^(?:失分|扣分|丢分)/;
const NET = /^净(?<head>[\p{Script=Han}]{0,2}?)(?<way>[入出])(?<tail>[\p{Script=Han}]{0,3})$/u;

/** The columns that words mean: one called just so before those that only end so. */
export function columnsCalled(columns: readonly RankedColumn[], words: string): readonly RankedColumn[] {
  const exact = columns.filter(({ name }) => name === words);
  if (exact.length > 0) return exact;
  const named = columns.filter(({ name }) => isMeasure(name, words));
  return named.length > 0 ? named : derived(columns, words);
}

/** What no column has and two have together: what is lost of the full score, 净入金 of 入金 and 出金. */
function derived(columns: readonly RankedColumn[], words: string): readonly RankedColumn[] {
  if (LOST.test(words))
    return difference(
      columns.filter(({ name }) => /^(?:满分|标准分|分值|权重分)$/.test(name)),
      columns.filter(({ name }) => /^(?:得分|实得分|实际得分|自评得?分|评分)$/.test(name)),
    );
  const { head = '', way = '', tail = '' } = NET.exec(words)?.groups ?? {};
  if (way === '') return [];
  const called = (own: string): readonly RankedColumn[] =>
    columns.filter(({ name }) => name === head + own + tail);
  return difference(called(way), called(way === '入' ? '出' : '入'));
}

function difference(from: readonly RankedColumn[], less: readonly RankedColumn[]): readonly RankedColumn[] {
  const [one, other] = [from[0], less[0]];
  if (!one || !other || from.length > 1 || less.length > 1) return [];
  const values = one.values.map((value, at): Decimal | null => {
    const own = other.values[at];
    return value && own ? subtract(value, own) : null;
  });
  return [{ ...other, values }];
}
