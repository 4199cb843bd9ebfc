import type { Tie, TieTerm } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { type OutOfScale, outOfScale } from '../text/out-of-scale';
import { standingOf } from '../text/prose-ties';
import { rescaled } from '../text/unit-words';

type MessageId = 'slip' | 'scale';

/** The same fact a power of ten away: 万 for 亿, 元 for 万元. An error where it is certain that both are one fact. */
export const unitSlip = defineRule<MessageId, 'digits'>({
  code: 'N210',
  name: 'unit-slip',
  severity: 'doubt',
  looks: 'near',
  messages: {
    slip: '此处为 {stated}，另一处为 {other}：数字相同，相差 {times} 倍，可能写错了单位',
    scale: '{stated} 与同一句的 {other} 不可能同时成立，改为 {written} 才说得通，可能写错了单位',
  },
  // The same conflict, with its probable cause.
  absorbs: ['N204', 'T113'],
  // So many digits must agree before only the unit can be wrong.
  limits: { digits: { value: 3, least: 2, most: 9 } },
  applies: (report) => pairsOf(report).length > 0 || outOfScale(report.document, undefined).length > 0,
  check: (report, limits) => [
    ...outOfScale(report.document, undefined).map(scaleProblem),
    ...pairsOf(report).flatMap((tie): Problem<MessageId>[] => {
      const [stated, other] = tie.terms;
      const times = stated && other && timesApart(stated, other, limits.digits);
      if (!stated || !other || !times) return [];
      return [
        {
          message: 'slip',
          severity: tie.status === 'fail' ? 'error' : 'doubt',
          data: { stated: stated.raw, other: other.raw, times },
          range: stated.range,
          related: [{ range: other.range, note: '另一处' }],
          fixes: fixesFor(stated, other),
        },
      ];
    }),
  ],
});

/** An amount that the rest of its sentence makes impossible. */
const scaleProblem = ({ raw, written, other, range, beside }: OutOfScale): Problem<MessageId> => ({
  message: 'scale',
  data: { stated: raw, other, written },
  range,
  related: [{ range: beside, note: '同一句' }],
  fixes: [{ title: `改为 ${written}`, edits: [{ range, text: written }] }],
});

/** The same digits with the scale that makes both figures one: 3,862.57亿元 → 3,862.57万元. */
function fixesFor(stated: TieTerm, other: TieTerm) {
  const [own, right] = [stated.figure?.value, other.figure?.value];
  if (own === undefined || right === undefined) return [];
  const text = rescaled(stated.raw, powerOf(right) - powerOf(own));
  return text === null ? [] : [{ title: `改为 ${text}`, edits: [{ range: stated.range, text }] }];
}

/** Where each of the two fits figures of its own, they are two facts. */
const pairsOf = (report: CheckedReport): readonly Tie[] => {
  const { holds } = standingOf(report);
  return report.ties.filter(
    ({ kind, status, terms }) =>
      kind === 'same' &&
      (status === 'fail' || status === 'unclear') &&
      !terms.every(({ quantity }) => quantity !== null && (holds[quantity] ?? 0) > 0),
  );
};

/** `10000` for figures of the same digits in other units; null for others. */
function timesApart(a: TieTerm, b: TieTerm, least: number): string | null {
  const [left, right] = [a.figure?.value ?? '', b.figure?.value ?? ''];
  const digits = bare(left);
  if (digits === '' || digits.length < least || digits !== bare(right)) return null;
  const power = Math.abs(powerOf(left) - powerOf(right));
  return power === 0 ? null : `1${'0'.repeat(power)}`;
}

const bare = (value: string): string => value.replace(/\D/g, '').replace(/^0+|0+$/g, '');

/** Power of ten of the last digit that is not zero. */
function powerOf(value: string): number {
  const [whole = '', fraction = ''] = value.split('.');
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? whole.length - whole.replace(/0+$/, '').length : -tail.length;
}
