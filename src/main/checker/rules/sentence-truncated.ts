import type { Block, ListItem, Paragraph, Prose } from '../../../shared/model/document';
import { type Range, rangeOf } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { type Break, findMarkClashes, findMidBreaks, findStartLost } from '../text/sentences/broken-clauses';
import { findJunctions } from '../text/sentences/connectives';
import { contentEnd } from '../text/sentences/sentences';
import { type BrokenEnd, findBrokenEnds } from '../text/sentences/unfinished';

type MessageId =
  | 'noFinalMark'
  | 'brokenOff'
  | 'junction'
  | 'startLost'
  | 'verbLost'
  | 'dangling'
  | 'markClash'
  | 'markTwice';

/** A sentence that stops, or begins, in its middle: no final mark, a clause cut off, two sentences run into one. */
export const sentenceTruncated = defineRule<MessageId>({
  code: 'W301',
  name: 'sentence-truncated',
  severity: 'error',
  looks: 'across',
  messages: {
    noFinalMark: '句末缺少标点，句子可能没有写完',
    brokenOff: '段落停在“{word}”，句子没有写完',
    junction: '“{word}”前没有标点，前一句没有写完',
    startLost: '段落以“{word}”开头，前文缺失',
    verbLost: '“{word}”缺少谓语：“已”后面直接接了名词',
    dangling: '句子停在“{word}”，后文缺失',
    markClash: '“{word}”连用，两个标点之间可能缺字',
    markTwice: '标点“{word}”重复',
  },
  applies: ({ document }) => document.blocks.some(isProse),
  check({ document }) {
    const problems: Problem<MessageId>[] = [];
    const ends = findBrokenEnds(document);
    for (const block of document.blocks) {
      if (!isProse(block)) continue;
      const end = ends.get(block.index);
      if (end) problems.push(endProblem(block, end, document.blocks));
      const startsOn = ends.get(block.index - 1);
      problems.push(...insideProblems(block, end, startsOn !== undefined));
    }
    return problems;
  },
});

const isProse = (block: Block): block is Paragraph | ListItem =>
  block.kind === 'list-item' || (block.kind === 'paragraph' && block.role === 'body');

function endProblem(
  block: Paragraph | ListItem,
  end: BrokenEnd,
  blocks: readonly Block[],
): Problem<MessageId> {
  const { prose } = block;
  const range = sourceRange(prose, end.start, end.end);
  const next = blocks[block.index + 1];
  const related =
    end.continues && next
      ? [{ range: rangeOf(next.range.start, next.range.end), note: '下一段像是接着写的' }]
      : [];
  if (!end.mark) return { message: 'brokenOff', data: { word: end.word }, range, related };
  const at = sourceRange(prose, 0, contentEnd(prose.text)).end;
  const edits = [{ range: rangeOf(at, at), text: end.mark }];
  return { message: 'noFinalMark', range, related, fixes: [{ title: `句末补“${end.mark}”`, edits }] };
}

/** Problems within a block; those inside its broken end or a junction are the same defect and left out. */
function insideProblems(
  block: Paragraph | ListItem,
  end: BrokenEnd | undefined,
  joined: boolean,
): Problem<MessageId>[] {
  const { prose } = block;
  const { text } = prose;
  const start = joined ? null : findStartLost(text);
  const junctions = findJunctions(text);
  const free = outside(end ? [...junctions, end] : junctions, text.length);
  const placed = (message: MessageId, at: Break): Problem<MessageId> => ({
    message,
    data: { word: at.word },
    range: sourceRange(prose, at.start, at.end),
  });
  return [
    ...(start ? [placed('startLost', start)] : []),
    ...junctions.map((at) => placed('junction', at)),
    ...findMidBreaks(text).flatMap((at) => (free(at) ? [placed(at.kind, at)] : [])),
    ...findMarkClashes(text).flatMap((at) => (free(at) ? [clashProblem(prose, at, placed)] : [])),
  ];
}

/** Tells ranges that touch none of `covered`. */
function outside(covered: readonly Range[], length: number): (range: Range) => boolean {
  if (covered.length === 0) return () => true;
  const taken = new Uint8Array(length);
  for (const { start, end } of covered) taken.fill(1, start, end);
  return ({ start, end }) => !taken.subarray(start, end).includes(1);
}

function clashProblem(
  prose: Prose,
  at: Break,
  placed: (message: MessageId, at: Break) => Problem<MessageId>,
): Problem<MessageId> {
  if (at.word[0] !== at.word[1]) return placed('markClash', at);
  const edits = [{ range: sourceRange(prose, at.start + 1, at.end), text: '' }];
  return { ...placed('markTwice', at), fixes: [{ title: '删去重复的标点', edits }] };
}
