import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { articleDefects } from '../text/lists/article-chains';
import { type NumberDefect, numberDefects } from '../text/lists/numbered-items';
import { type ChainDefect, chainDefects, type Ordinal } from '../text/lists/ordinal-chains';

type MessageId = ChainDefect['kind'];

/** 一是, 二是 …, （一）, （二） …, 1., 2. … and 第一条, 第二条 … without a gap, and never 一是 alone. */
export const ordinalChain = defineRule<MessageId>({
  code: 'S403',
  name: 'ordinal-chain',
  severity: 'error',
  looks: 'across',
  messages: {
    gap: '“{previous}”之后直接是“{own}”，缺“{expected}”',
    repeated: '“{previous}”之后又是“{own}”，应为“{expected}”',
    headless: '前面没有“一是”，直接从“{own}”开始',
    alone: '只有“一是”，没有“二是”',
  },
  check: ({ document }) => [
    ...chainDefects(document).map(problemOf),
    ...numberDefects(document).map(numberProblem),
    ...articleDefects(document).map(numberProblem),
  ],
});

function problemOf({
  kind,
  ordinal,
  expected,
  previous,
  miswritten = false,
}: ChainDefect): Problem<MessageId> {
  const range = rangeOf(ordinal);
  const data = {
    own: worded(ordinal.value),
    expected: worded(expected),
    previous: previous ? worded(previous.value) : '',
  };
  const related = previous ? [{ range: rangeOf(previous), note: '前一项' }] : [];
  if (kind !== 'repeated' && !miswritten) return { message: kind, data, range, related };
  return {
    message: kind,
    data,
    range,
    related,
    fixes: [{ title: `改为“${data.expected}”`, edits: [{ range, text: data.expected }] }],
  };
}

function numberProblem(defect: NumberDefect): Problem<MessageId> {
  const { kind, own, previous, expected, range, previousRange, miswritten = false } = defect;
  const fixes = [{ title: `改为“${expected}”`, edits: [{ range, text: expected }] }];
  return {
    message: kind,
    severity: 'doubt',
    data: { own, previous, expected },
    range,
    related: [{ range: previousRange, note: '前一项' }],
    fixes: kind === 'repeated' || miswritten ? fixes : [],
  };
}

const rangeOf = ({ block, start, end }: Ordinal) => sourceRange(block.prose, start, end);

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function worded(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${DIGITS[ones] ?? ''}是`;
}
