import type { ReportDocument } from '../../../shared/model/document';
import { wrongGrades } from '../rankings/grades';
import { wrongHeadingScores } from '../rankings/heading-scores';
import { type WrongExtreme, wrongExtremes } from '../rankings/named-extremes';
import { wrongOnlyOnes } from '../rankings/only-ones';
import { wrongOrders } from '../rankings/orders';
import { wrongRankCells } from '../rankings/rank-columns';
import { wrongRanks } from '../rankings/ranks';
import { wrongSuperlatives } from '../rankings/superlatives';
import { type TurnedExtreme, turnedExtremes } from '../rankings/told-extremes';
import { wrongTopLists } from '../rankings/top-lists';
import { wrongTrends } from '../rankings/trends';
import { defineRule, type Problem } from '../rule';

type MessageId =
  | 'other'
  | 'most'
  | 'only'
  | 'turned'
  | 'column'
  | 'order'
  | 'rank'
  | 'top'
  | 'grade'
  | 'heading'
  | 'trend';

/** What a sentence calls the greatest, the least, the first or the last is so in the table that names it; so are lists said to be sorted. */
export const rankingAgrees = defineRule<MessageId>({
  code: 'N215',
  name: 'ranking-agrees',
  severity: 'doubt',
  looks: 'across',
  messages: {
    other: '“{words}{name}”，表中却是“{rival}”',
    most: '“{name}”说是{words}，表中却是“{rival}”',
    only: '“{name}”说是{words}，表中{fact}',
    turned: '写作“最{way}”，表中{name}的 {shown} 却是最{right}的',
    column: '名次写作 {shown}，按“{by}”应为 {right}，其他各行的名次都与“{by}”相符',
    grade: '{score}写作“{grade}”，按写明的等级标准应为“{right}”',
    rank: '“{name}”说是第{rank}位，表中第{rank}位是“{rival}”',
    top: '“{name}”列在其中，表中却排第{rank}位，应有的是“{rival}”',
    heading: '标题写作{score}分，得分表中是{right}分',
    trend: '写作“{words}”，{before}之后却是{after}',
    order: '“{name}”排在“{before}”之后，与表中的大小次序不符',
  },
  check: ({ document }) => {
    const turned = turnedExtremes(document);
    return [
      ...wrongSuperlatives(document).map(
        ({ words, name, rival, range, cells }): Problem<MessageId> => ({
          message: 'other',
          data: { words, name, rival },
          range,
          related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
        }),
      ),
      ...extremesBeside(document, turned).map(
        ({ name, words, rival, range, cells }): Problem<MessageId> => ({
          message: 'most',
          data: { name, words, rival },
          range,
          related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
        }),
      ),
      ...wrongOnlyOnes(document).map(
        ({ name, words, rival, isAlone, range, cells }): Problem<MessageId> => ({
          message: 'only',
          data: { name, words, fact: isAlone ? '不是这样' : `“${rival}”也是` },
          range,
          related: cells
            .slice(isAlone ? 1 : 0)
            .map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
        }),
      ),
      ...turned.map(
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
      ...wrongTopLists(document).map(
        ({ name, rank, rival, range, cells }): Problem<MessageId> => ({
          message: 'top',
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
    ];
  },
});

/** So near before the word for the other end stands the name that has it. */
const NEAR = 40;

/** An extreme whose figure shows that the word is turned is told by that. */
const extremesBeside = (
  document: ReportDocument,
  turned: readonly TurnedExtreme[],
): readonly WrongExtreme[] =>
  wrongExtremes(document).filter(({ range }) =>
    turned.every((one) => one.range.start < range.start || one.range.start - range.end > NEAR),
  );
