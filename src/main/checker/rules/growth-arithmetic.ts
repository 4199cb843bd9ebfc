import { absolute, compare, decimal, subtract } from '../../../shared/decimal';
import { overlaps } from '../../../shared/model/range';
import type { Tie } from '../../../shared/model/tie';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { outOfScale } from '../text/out-of-scale';
import { fixesOf, mendOf, type Standing, standingOf } from '../text/prose-ties';
import { type TurnedBasis, turnedBasis } from '../text/turned-basis';
import { turnedFigures } from '../text/turned-figures';
import { turnedWords } from '../text/turned-words';
import { UNIT, unitProblem } from '../text/unit-mends';
import { NEAREST } from '../ties/prose/nearest';
import { proseTiesOf } from '../ties/standing';

type MessageId =
  | 'words'
  | 'turned'
  | 'basis'
  | 'points'
  | 'difference'
  | 'mismatch'
  | 'direction'
  | 'multiple'
  | 'doubled'
  | 'unit';

const KINDS = ['growth'] as const;

/** In prose: 从9个拓展到29个，增加20个 and 增长…% against the two figures that the text itself states. */
export const growthArithmetic = defineRule<MessageId>({
  code: 'N206',
  name: 'growth-arithmetic',
  severity: 'error',
  looks: 'near',
  messages: {
    words: '前面写“{verb}”，接着写“{noun}”，升降方向相反',
    turned: '由 {before} 到 {after} 是{way}，文中写作“{verb}”',
    basis: '写作“{word}”，比的却是{with}，应为“{right}”：{expression}',
    mismatch: '变动写作 {stated}，按文中两期数字计算应为 {expected}：{expression}',
    direction: '变动写作 {stated}，按文中两期数字计算为 {expected}，升降方向相反：{expression}',
    points: '“{stated}”是 {current} 与 {base} 之差，应写作“{written}”；按比率计算的变动是 {expected}',
    difference: '“{stated}”是 {current} 与 {base} 两个比率之差，应写作“{written}”',
    doubled: '“翻{stated}”指本期约为基期的 {times} 倍，按文中两期数字为 {expected} 倍：{expression}',
    multiple:
      '增长 {stated} 与“为原来的 {stated}”只能有一个成立，按文中数字计算为增长 {expected}：{expression}',
    unit: UNIT,
  },
  check(report) {
    const ties = proseTiesOf(report, KINDS);
    // What is wrong by its unit alone is N210's to tell.
    const slips = outOfScale(report.document, undefined);
    const failing = ties.filter(
      ({ status, reason, terms }) =>
        (status === 'fail' || reason === NEAREST) &&
        !terms.some((term) => slips.some(({ range }) => overlaps(range, term.range))),
    );
    return [
      ...turnedIn(report.document, undefined),
      ...failing.map((tie) => problemOf(tie, standingOf(report))),
      ...ties.flatMap(inPerCent),
      ...turnedBasis(report, ties).map(basisProblem),
    ];
  },
});

const turnedIn = proseSearch<MessageId>([['digit']], (prose) => [
  ...turnedWords(prose.text).map(({ verb, noun, from, to }) => ({
    message: 'words' as const,
    data: { verb, noun },
    range: sourceRange(prose, from, to),
  })),
  ...turnedFigures(prose.text).map(({ before, after, verb, falls, from, to }) => ({
    message: 'turned' as const,
    data: { before, after, verb, way: falls ? '下降' : '上升' },
    range: sourceRange(prose, from, to),
  })),
]);

const basisProblem = ({ tie, word, right, with: other, range }: TurnedBasis): Problem<MessageId> => ({
  message: 'basis',
  severity: 'doubt',
  data: { word, right, with: other, expression: tie.expression },
  range,
  related: tie.terms
    .slice(1)
    .map((term) => ({ range: term.range, note: term.role === 'base' ? '基期数' : '本期数' })),
  fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
});

/** 99.34%，较99.21%上升0.13%: borne out as a difference and, by chance, as a rate. */
function inPerCent(tie: Tie): readonly Problem<MessageId>[] {
  const points = tie.status === 'pass' || tie.status === 'rounding' ? pointsOf(tie) : null;
  const [stated, ...others] = tie.terms;
  if (!points || !stated) return [];
  const related = others.map(({ range, role }) => ({ range, note: role === 'base' ? '基期数' : '本期数' }));
  const data = { stated: stated.raw, ...points.data };
  return [
    { message: 'difference', severity: 'doubt', data, range: stated.range, related, fixes: points.fixes },
  ];
}

function problemOf(tie: Tie, standing: Standing): Problem<MessageId> {
  const [stated, ...others] = tie.terms;
  if (!stated) throw new Error('a tie without its stated figure');
  const data = { stated: stated.raw, expected: tie.expected, expression: tie.expression };
  const related = others.map(({ range, role }) => ({ range, note: role === 'base' ? '基期数' : '本期数' }));
  const { range } = stated;
  const points = pointsOf(tie);
  if (points)
    return { message: 'points', data: { ...data, ...points.data }, range, related, fixes: points.fixes };
  const unit = unitProblem(tie, standing);
  if (unit) return { message: 'unit', ...unit, related };
  if (tie.form === 'multiple') {
    const times = stated.figure?.value ?? '';
    return { message: 'doubled', severity: 'doubt', data: { ...data, times }, range, related };
  }
  if (tie.form === 'increase') return { message: 'multiple', severity: 'doubt', data, range, related };
  if (tie.expected.startsWith('-') !== stated.raw.startsWith('-')) {
    return { message: 'direction', data, range, related };
  }
  if (tie.reason === NEAREST) return { message: 'mismatch', severity: 'doubt', data, range, related };
  return { message: 'mismatch', data, range, related, fixes: fixesOf(tie, mendOf(tie, standing)) };
}

/** 由6.2%提高到8.9%，提高2.7%: what it should read; null for other changes. */
function pointsOf({ form, terms }: Tie) {
  const [stated, current, base] = terms;
  if (!stated?.figure || !current?.figure || !base?.figure || !isInPerCent(stated)) return null;
  if (form !== 'points' && (form !== 'rate' || ![current, base].every(isInPerCent))) return null;
  const difference = subtract(decimal(current.figure.value), decimal(base.figure.value));
  if (compare(absolute(difference), absolute(decimal(stated.figure.value))) !== 0) return null;
  const written = stated.raw.replace(/\s*[%％]$/, '个百分点');
  return {
    data: { current: current.raw, base: base.raw, written },
    fixes: [{ title: `改为 ${written}`, edits: [{ range: stated.range, text: written }] }],
  };
}

const isInPerCent = ({ raw }: Tie['terms'][number]): boolean => /[%％]$/.test(raw);
