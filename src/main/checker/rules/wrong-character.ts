import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { miswrittenIn } from '../text/miswritten';
import { insideAny, quotedSpans } from '../text/quoted-spans';

/** Words with a wrong character, from a closed list: 台帐, 布署, 均以完成. */
export const wrongCharacter = defineRule<'wrong'>({
  code: 'W313',
  name: 'wrong-character',
  severity: 'error',
  looks: 'near',
  messages: { wrong: '“{wrong}”是错别字，应为“{right}”' },
  check: ({ document }) => problemsIn(document, undefined),
});

const inStretch = eachStretch([[]]);

const problemsIn = blockSearch((block) => inStretch(block, inProse));

function inProse(prose: Prose): Problem<'wrong'>[] {
  const found = miswrittenIn(prose.text);
  if (found.length === 0) return [];
  const spans = quotedSpans(prose.text);
  return found
    .filter(({ start, end }) => !insideAny(spans, start, end))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, wrong, right }) => {
      const range = sourceRange(prose, start, end);
      return {
        message: 'wrong',
        data: { wrong, right },
        range,
        fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
      };
    });
}
