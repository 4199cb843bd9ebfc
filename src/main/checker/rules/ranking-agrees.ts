import { wrongGrades } from '../rankings/grades';
import { wrongHeadingScores } from '../rankings/heading-scores';
import { wrongOrders } from '../rankings/orders';
import { wrongRankCells } from '../rankings/rank-columns';
import { wrongRanks } from '../rankings/ranks';
import { wrongSuperlatives } from '../rankings/superlatives';
import { turnedExtremes } from '../rankings/told-extremes';
import { wrongTrends } from '../rankings/trends';
import { defineRule, type Problem } from '../rule';

type MessageId = 'other' | 'turned' | 'column' | 'order' | 'rank' | 'grade' | 'heading' | 'trend';

/** What a sentence calls the greatest, the least, the first or the last is so in the table that names it; so are lists said to be sorted. */
export const rankingAgrees = defineRule<MessageId>({
  code: 'N215',
  name: 'ranking-agrees',
  severity: 'doubt',
  looks: 'across',
  messages: {
    other: '“{words}{name}”，表中却是“{rival}”',
    turned: '写作“最{way}”，表中{name}的 {shown} 却是最{right}的',
    column: '名次写作 {shown}，按“{by}”应为 {right}，其他各行的名次都与“{by}”相符',
    grade: '{score}写作“{grade}”，按写明的等级标准应为“{right}”',
    rank: '“{name}”说是第{rank}位，表中第{rank}位是“{rival}”',
    heading: '标题写作{score}分，得分表中是{right}分',
    trend: '写作“{words}”，{before}之后却是{after}',
    order: '“{name}”排在“{before}”之后，与表中的大小次序不符',
  },
  check: ({ document }) => [
    ...wrongSuperlatives(document).map(
      ({ words, name, rival, range, cells }): Problem<MessageId> => ({
        message: 'other',
        data: { words, name, rival },
        range,
        related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
      }),
    ),
    ...turnedExtremes(document).map(
      ({ name, shown, way, right, range, cell }): Problem<MessageId> => ({
        message: 'turned',
        data: { name, shown, way, right },
        range,
        related: [{ range: cell, note: name }],
        fixes: [{ title: `改为“最${right}”`, edits: [{ range, text: right }] }],
      }),
    ),
    ...wrongRankCells(document).map(
      ({ shown, right, by, range, cell }): Problem<MessageId> => ({
        message: 'column',
        data: { shown, right, by },
        range,
        related: [{ range: cell, note: by }],
      }),
    ),
    ...wrongOrders(document).map(
      ({ name, before, range, cells }): Problem<MessageId> => ({
        message: 'order',
        data: { name, before },
        range,
        related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : before })),
      }),
    ),
    ...wrongRanks(document).map(
      ({ name, rank, rival, range, cells }): Problem<MessageId> => ({
        message: 'rank',
        data: { name, rank, rival },
        range,
        related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
      }),
    ),
    ...wrongTrends(document).map(
      ({ words, before, after, range, steps, turned }): Problem<MessageId> => ({
        message: 'trend',
        data: { words, before, after },
        range,
        related: steps.map((step) => ({ range: step, note: '方向相反的一步' })),
        fixes: turned ? [{ title: `改为“${turned.text}”`, edits: [turned] }] : [],
      }),
    ),
    ...wrongHeadingScores(document).map(
      ({ score, right, range, cell }): Problem<MessageId> => ({
        message: 'heading',
        data: { score, right },
        range,
        related: [{ range: cell, note: '得分表' }],
      }),
    ),
    ...wrongGrades(document).map(
      ({ score, grade, right, range, scale }): Problem<MessageId> => ({
        message: 'grade',
        data: { score, grade, right },
        range,
        related: [{ range: scale, note: '等级标准' }],
        fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
      }),
    ),
  ],
});
