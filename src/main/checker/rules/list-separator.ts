import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import {
  commasAfterNames,
  marksAmongFigures,
  type OddMark,
  semicolonsAmongFigures,
} from '../text/lists/list-marks';

type MessageId = 'comma' | 'clause' | 'quoted' | 'objects' | 'odd';

/** 、 before words that only open a clause; 查否28件、正在核查6件 are items. */
const CLAUSE =
  /、(?!\p{Script=Han}{2,8}\d[\d,.]*\p{Script=Han}{1,2}(?:[、，；。）]|$))(?=(?:目前(?=[正已在将仍尚还处])|同时(?=[在将对与推加开积进完提优成保确降有实])|此外|因此|从而|进而|为此|随后|现已|正在|已经|但是?|而且|并且|并(?![购列网发表行轨联存重入非处])))/gu;
/** A list that 等 closes does not go on with a clause that opens with a preposition. */
const CLOSED =
  /(?<=等\p{Script=Han}{2,10})、(?=(?:结合|基于|依托|根据|按照|针对|围绕|为了|通过|利用)\p{Script=Han}{6})/gu;
const QUOTED = /(?<=[”》"」])、(?=[“《"「])/g;
/** Neither a verb nor a particle nor a connective is in a name. */
const PLAIN = /^[^的了是为在已将和及等对从向把被并而但因则这那有无不可应须由经使让]{2,18}$/;
/** What only a name ends in, or holds. */
const NAME =
  /[A-Za-z]|(?:银行|公司|支付|钱包|集团|中心|协会|大学|医院|证券|保险|基金|[省市县州付宝部处科室局署厅]|办公室|委员会|事务所)$/;
const OF_WHICH = /^(?:其中|包括|分为|含|合计|共)/;
const SUMMED = /\d\p{Script=Han}{1,2}$/u;
const LIST_END = /^[^，。；：！？、]{0,16}(?:等|共|[\d一二三四五六七八九十]+[家个款种项国])/;
/** 、 that a list must hold on both sides of the comma together. */
const LEAST = 3;

/** ， or ； inside a list of 、; 、 between clauses; 、 between quoted items. */
export const listSeparator = defineRule<MessageId>({
  code: 'W309',
  name: 'list-separator',
  severity: 'error',
  looks: 'near',
  messages: {
    comma: '并列的“{left}”与“{right}”之间用了逗号，同一列举的其他各项用顿号',
    clause: '分句之间用了顿号，应为逗号',
    odd: '并列的“{left}”与“{behind}”之间，标点与同一列举的其他各项不一',
    objects: '“{verb}”的两项之间用了逗号，应为“和”',
    quoted: '标有引号或书名号的并列成分之间不用顿号',
  },
  check: ({ document }) => problemsIn(document, undefined),
});

const inLists = eachStretch([['list']]);
const inFigures = eachStretch([['digit', 'list', 'comma']]);
const inListsOfFigures = eachStretch([['digit', 'list', 'stop']]);
const inClauses = eachStretch([['comma', 'stop']]);

const problemsIn = blockSearch(
  (block) =>
    block.kind === 'paragraph' || block.kind === 'list-item'
      ? [
          ...inLists(block, (prose) => [
            ...commas(prose),
            ...marks(prose, CLAUSE, 'clause', '，'),
            ...marks(prose, CLOSED, 'clause', '，'),
            ...commasAfterNames(prose.text).map((one) => oddMark(prose, one)),
          ]),
          ...inFigures(block, (prose) => marksAmongFigures(prose.text).map((one) => oddMark(prose, one))),
          ...inListsOfFigures(block, (prose) =>
            semicolonsAmongFigures(prose.text).map((one) => oddMark(prose, one)),
          ),
          ...inClauses(block, twoObjects),
          ...inLists(block, (prose) => marks(prose, QUOTED, 'quoted', '')),
        ]
      : [],
  [['list'], ['comma', 'stop']],
);

function marks(
  prose: Prose,
  pattern: RegExp,
  message: 'clause' | 'quoted',
  text: string,
): Problem<MessageId>[] {
  return allMatches(prose.text, pattern).map(({ index }) => {
    const range = sourceRange(prose, index, index + 1);
    const title = text === '' ? '删去顿号' : '改为逗号';
    const severity = message === 'quoted' ? ('notice' as const) : ('error' as const);
    return { message, severity, range, fixes: [{ title, edits: [{ range, text }] }] };
  });
}

function oddMark(prose: Prose, { at, right, left, behind }: OddMark): Problem<MessageId> {
  const range = sourceRange(prose, at, at + 1);
  const fixes = [{ title: `改为“${right}”`, edits: [{ range, text: right }] }];
  return { message: 'odd', severity: 'doubt', data: { left, behind }, range, fixes };
}

const OBJECTS =
  /(包括|包含|涵盖|分为)((?:(?!包括|包含|涵盖|分为)[^，。；：、\d]){4,24})，([^，。；：、\d]{4,24})(?=[。；])/g;
/** 服务电商的线上收单: what it is, then the noun. */
const DESCRIBED = /的\p{Script=Han}{0,4}(\p{Script=Han}{2})$/u;

/** 包括服务电商的线上收单，服务个人的线下收单。: two objects of one verb. */
const twoObjects = (prose: Prose): Problem<MessageId>[] =>
  allMatches(prose.text, OBJECTS).flatMap((match): Problem<MessageId>[] => {
    const [, verb = '', one = '', other = ''] = match;
    const [first, second] = [DESCRIBED.exec(one)?.[1], DESCRIBED.exec(other)?.[1]];
    if (first === undefined || first !== second || /[了已将也都]/.test(one + other)) return [];
    const at = match.index + verb.length + one.length;
    const range = sourceRange(prose, at, at + 1);
    const fixes = [{ title: '改为“和”', edits: [{ range, text: '和' }] }];
    return [{ message: 'objects', severity: 'doubt', data: { verb }, range, fixes }];
  });

const SENTENCE = /[^。；！？\n：:]+/g;

/** One comma among the 、 of a list of names that a count or 等 closes. */
function commas(prose: Prose): Problem<MessageId>[] {
  if (!prose.text.includes('、')) return [];
  return allMatches(prose.text, SENTENCE).flatMap(({ 0: sentence, index }) => {
    const clauses = sentence.split('，');
    let at = index;
    return clauses.flatMap((clause, nth): Problem<MessageId>[] => {
      at += clause.length + (nth > 0 ? 1 : 0);
      const next = clauses[nth + 1];
      if (next === undefined) return [];
      const before = clause.split('、');
      const after = next.split('、');
      if (before.length - 1 + after.length - 1 < LEAST || before.length < 2 || after.length < 2) return [];
      const [left = '', right = ''] = [before.at(-1), after[0]];
      const names = [...before.slice(1), ...after.slice(0, -1)].filter((one) => NAME.test(one)).length;
      // 三类系统共12个，其中A类4个: a sum, and what it is made of.
      const named =
        [left, right].every((one) => PLAIN.test(one) && NAME.test(one)) &&
        !OF_WHICH.test(right) &&
        !SUMMED.test(left);
      if (!named || names * 2 < before.length + after.length - 2 || !LIST_END.test(after.at(-1) ?? ''))
        return [];
      const range = sourceRange(prose, at, at + 1);
      return [
        {
          message: 'comma',
          data: { left, right },
          range,
          fixes: [{ title: '改为顿号', edits: [{ range, text: '、' }] }],
        },
      ];
    });
  });
}
