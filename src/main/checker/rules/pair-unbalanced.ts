import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { straightQuotes, unpaired } from '../text/pairs';

type MessageId = 'unclosed' | 'unopened' | 'straight' | 'straight-alone';

const OPENERS = '（([【〔「『《〈“‘{';

/** Brackets, quotation marks and title marks that do not close; straight quotes in Chinese text. */
export const pairUnbalanced = defineRule<MessageId>({
  code: 'W308',
  name: 'pair-unbalanced',
  severity: 'error',
  looks: 'near',
  messages: {
    unclosed: '“{mark}”没有配对的“{partner}”',
    unopened: '“{mark}”前面没有“{partner}”',
    straight: '中文里用了直引号，应为弯引号：{fixed}',
    'straight-alone': '这一段的直引号不成对',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

const inStretch = eachStretch([['pair']]);

const problemsIn = blockSearch((block) =>
  block.kind === 'table' ? [] : inStretch(block, (prose) => [...brackets(prose), ...quotes(prose)]),
);

function brackets(prose: Prose): Problem<MessageId>[] {
  return unpaired(prose.text).map(({ at, mark, partner }) => ({
    message: OPENERS.includes(mark) ? 'unclosed' : 'unopened',
    data: { mark, partner },
    range: sourceRange(prose, at, at + 1),
  }));
}

function quotes(prose: Prose): Problem<MessageId>[] {
  return straightQuotes(prose.text).map(({ start, end }) => {
    const range = sourceRange(prose, start, end);
    if (end === start + 1) return { message: 'straight-alone', range };
    const edits = [
      { range: sourceRange(prose, start, start + 1), text: '“' },
      { range: sourceRange(prose, end - 1, end), text: '”' },
    ];
    const inner = prose.text.slice(start + 1, end - 1);
    const fixed = `“${inner.length > 20 ? `${inner.slice(0, 20)}…` : inner}”`;
    return {
      message: 'straight',
      severity: 'doubt',
      data: { fixed },
      range,
      fixes: [{ title: '改为弯引号', edits }],
    };
  });
}
