import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';

type MessageId = 'after-stop';

const NOTE = /。([（(][^（）()。！？\n]{1,40}[）)])(?:(?=$|[\s\u4e00-\u9fff“《])|(?=。)(?<again>。))/g;
/** What stands in brackets of its own right. */
const OWN =
  /^[（(](?:完|略|下同|下略|节选|待续|续|注|来源|资料来源|数据来源|作者|记者|供稿|责任编辑|编者|见下页|接下页|本期|第\d+|[一二三四五六七八九十\d]{1,3}[）)]$)/;

/** A bracketed note behind the full stop of the sentence that it belongs to. */
export const parenthesisPlace = defineRule<MessageId>({
  code: 'W310',
  name: 'parenthesis-place',
  severity: 'doubt',
  looks: 'near',
  messages: { 'after-stop': '“{note}”是前一句的注，应放在句号之前' },
  check: ({ document }) => problemsIn(document, undefined),
});

const NEEDS = [['stop', 'pair']] as const;
const inStretch = eachStretch(NEEDS);

const problemsIn = blockSearch(
  (block) => (block.kind === 'paragraph' || block.kind === 'list-item' ? inStretch(block, inProse) : []),
  NEEDS,
);

function inProse(prose: Prose): Problem<MessageId>[] {
  return allMatches(prose.text, NOTE).flatMap((match) => {
    const note = match[1] ?? '';
    // （一）, （二） … open the next sentence.
    if (OWN.test(note)) return [];
    const range = sourceRange(prose, match.index, match.index + match[0].length);
    const stop = sourceRange(prose, match.index, match.index + 1);
    const edits = [
      { range: stop, text: '' },
      ...(match.groups?.['again'] ? [] : [{ range: { start: range.end, end: range.end }, text: '。' }]),
    ];
    return [{ message: 'after-stop', data: { note }, range, fixes: [{ title: '句号移到括号之后', edits }] }];
  });
}
