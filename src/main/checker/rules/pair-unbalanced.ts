import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { straightQuotes, unpaired } from '../text/pairs';

type MessageId = 'title' | 'unclosed' | 'unopened' | 'straight' | 'straight-alone';

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
    title: '文件名称“{name}”没有加书名号',
    'straight-alone': '这一段的直引号不成对',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

const NEEDS = [['pair']] as const;
const inStretch = eachStretch(NEEDS);

const problemsIn = blockSearch(
  (block) =>
    block.kind === 'table'
      ? []
      : inStretch(block, (prose) => [...brackets(prose), ...quotes(prose), ...titles(prose)]),
  NEEDS,
);

function brackets(prose: Prose): Problem<MessageId>[] {
  return unpaired(prose.text).map(({ at, mark, partner }) => ({
    message: OPENERS.includes(mark) ? 'unclosed' : 'unopened',
    data: { mark, partner },
    range: sourceRange(prose, at, at + 1),
  }));
}

/** A document by its name and number: 根据支付机构重大事项报告管理办法（银发〔2021〕198号）. */
const TITLE =
  /(?:根据|依据|按照|依照|遵照|落实|执行|贯彻|违反|符合|对照|参照)(?<name>(?![^《》]{0,4}(?:有关|相关|上述|该))[^《》，。；：“”（）()\d、和]{6,40}?(?:条例|办法|规定|规则|细则|指引|关于[^《》，。；：“”（）()]{4,40}(?:通知|意见|公告)))(?=（[^（）]{0,30}(?:〔\d{4}〕|\d+号)[^（）]{0,20}）)/g;

const titles = (prose: Prose): Problem<MessageId>[] =>
  allMatches(prose.text, TITLE).map((match) => {
    const name = match.groups?.['name'] ?? '';
    const end = match.index + match[0].length;
    const range = sourceRange(prose, end - name.length, end);
    const edits = [
      { range: { start: range.start, end: range.start }, text: '《' },
      { range: { start: range.end, end: range.end }, text: '》' },
    ];
    return {
      message: 'title',
      severity: 'doubt',
      data: { name },
      range,
      fixes: [{ title: '加书名号', edits }],
    };
  });

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
