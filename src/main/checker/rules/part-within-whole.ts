import { remembered } from '../../../shared/memo';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { fixesOf, mendOf, type Standing, standingOf } from '../text/prose-ties';
import { UNIT, unitProblem } from '../text/unit-mends';
import { NEAREST } from '../ties/prose/nearest';
import { NOT_LISTED } from '../ties/prose/parts';
import { NOT_SORTED } from '../ties/prose/rankings';
import { UNNAMED } from '../ties/prose/share-near';
import { proseTiesOf } from '../ties/standing';

type MessageId = 'order' | 'exceeds' | 'average' | 'times' | 'sum' | 'listed' | 'share' | 'rounding' | 'unit';

const RELATED = 12;
const KINDS = ['part', 'sum', 'share'] as const;

/** In prose: 其中 within its whole, parts that make up the whole they claim to be, 占比 against part ÷ whole. */
export const partWithinWhole = defineRule<MessageId>({
  code: 'N205',
  name: 'part-within-whole',
  severity: 'error',
  looks: 'near',
  messages: {
    order: '{stated} 排在 {whole} 之后，与句中所说的排列次序不符',
    exceeds: '其中项 {stated} 大于所属的总数 {whole}',
    sum: '总数写作 {stated}，各部分相加为 {expected}：{expression}',
    listed: '总数写作 {stated}，其中各项相加为 {expected}，请核对：{expression}',
    share: '占比写作 {stated}，按文中数字计算应为 {expected}：{expression}',
    average: '平均数写作 {stated}，按文中数字计算应为 {expected}：{expression}',
    times: '倍数写作 {stated}，按文中数字计算应为 {expected}：{expression}',
    rounding: '写作 {stated}，按文中数字计算为 {expected}，相差在四舍五入范围内：{expression}',
    unit: UNIT,
  },
  applies: (report) => tiesOf(report).length > 0,
  check(report) {
    return tiesOf(report).flatMap((tie) => problemOf(tie, standingOf(report)));
  },
});

const tiesOf = remembered((report: CheckedReport): readonly Tie[] => proseTiesOf(report, KINDS));

function problemOf(tie: Tie, standing: Standing): Problem<MessageId>[] {
  const isUnnamed = tie.reason === UNNAMED;
  const isUnsorted = tie.reason === NOT_SORTED;
  const isNearest = tie.reason === NEAREST;
  const isDoubt = tie.reason === NOT_LISTED || isUnnamed || isUnsorted || isNearest;
  if (tie.status !== 'fail' && tie.status !== 'rounding' && !isDoubt) return [];
  const [stated, ...others] = tie.terms;
  if (!stated) return [];
  const { range } = stated;
  const related = others.slice(0, RELATED).map(relatedOf);
  if (isUnsorted) {
    const data = { stated: stated.raw, whole: others[0]?.raw ?? '' };
    return [{ message: 'order', severity: 'doubt', data, range, related }];
  }
  if (tie.kind === 'part') {
    if (tie.status === 'rounding') return [];
    return [
      { message: 'exceeds', data: { stated: stated.raw, whole: others[0]?.raw ?? '' }, range, related },
    ];
  }
  const unit = unitProblem(tie, standing);
  if (unit) return [{ message: 'unit', ...unit, related }];
  const data = { stated: stated.raw, expected: tie.expected, expression: tie.expression };
  if (isNearest) return [{ message: messageOf(tie), severity: 'doubt', data, range, related }];
  if (isUnnamed) return [{ message: 'share', severity: 'doubt', data, range, related }];
  if (isDoubt) return [{ message: 'listed', severity: 'doubt', data, range, related }];
  if (tie.form === 'multiple') {
    if (tie.status === 'rounding') return [];
    return [{ message: messageOf(tie), data, range, related, fixes: fixesOf(tie, mendOf(tie, standing)) }];
  }
  if (tie.status === 'rounding') return [{ message: 'rounding', severity: 'notice', data, range, related }];
  return [
    {
      message: tie.kind === 'share' ? 'share' : 'sum',
      data,
      range,
      related,
      fixes: fixesOf(tie, mendOf(tie, standing)),
    },
  ];
}

function messageOf({ kind, form, actual }: Tie): 'share' | 'average' | 'times' | 'sum' {
  if (form === 'multiple') return actual.endsWith('倍') ? 'times' : 'average';
  return kind === 'share' ? 'share' : 'sum';
}

const NOTES: Readonly<Partial<Record<TieTerm['role'], string>>> = {
  whole: '总数',
  part: '部分',
  addend: '部分',
};

const relatedOf = ({ range, role }: TieTerm) => ({ range, note: NOTES[role] ?? '同一勾稽关系中的数' });
