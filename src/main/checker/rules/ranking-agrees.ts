import { wrongOrders } from '../rankings/orders';
import { wrongSuperlatives } from '../rankings/superlatives';
import { defineRule, type Problem } from '../rule';
import { tablesOf } from '../tables/each-table';

type MessageId = 'other' | 'order';

/** What a sentence calls the greatest, the least, the first or the last is so in the table that names it; so are lists said to be sorted. */
export const rankingAgrees = defineRule<MessageId>({
  code: 'N215',
  name: 'ranking-agrees',
  severity: 'doubt',
  looks: 'across',
  messages: {
    other: '“{words}{name}”，表中却是“{rival}”',
    order: '“{name}”排在“{before}”之后，与表中的大小次序不符',
  },
  applies: ({ document }) => tablesOf(document).length > 0,
  check: ({ document }) => [
    ...wrongSuperlatives(document).map(
      ({ words, name, rival, range, cells }): Problem<MessageId> => ({
        message: 'other',
        data: { words, name, rival },
        range,
        related: cells.map((cell, at) => ({ range: cell, note: at === 0 ? name : rival })),
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
  ],
});
