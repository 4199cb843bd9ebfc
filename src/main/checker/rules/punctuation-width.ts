import type { Prose, ReportDocument } from '../../../shared/model/document';
import { blockwise } from '../../document/blockwise';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { FULL_OF, fullWidthFaults, halfWidthFaults } from '../text/widths';

type MessageId = 'half' | 'halfPair' | 'full';

/** Half-width marks in Chinese text, full-width ones in numbers and Latin text (GB/T 15834-2011 §5.1). */
export const punctuationWidth = defineRule<MessageId>({
  code: 'W307',
  name: 'punctuation-width',
  severity: 'error',
  looks: 'near',
  messages: {
    half: '中文里用了半角“{mark}”，应为“{right}”',
    halfPair: '中文里用了半角括号，应为全角“（）”',
    full: '数字和字母应用半角：“{mark}”应为“{right}”',
  },
  check({ document }) {
    const isFull = usesFullArabicParens(document);
    const problems = problemsIn(document, isFull, String(isFull));
    if (!document.text.includes('`')) return problems;
    return problems.filter((problem) => !insideCode(document.text, problem.range.start));
  },
});

const problemsIn = proseSearch([['half'], ['wide']], inProse);

/** Prose has lost its backticks; the working text still shows whether `offset` is between two of them. */
function insideCode(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

function inProse(prose: Prose, arabicParens: boolean): Problem<MessageId>[] {
  const { text } = prose;
  const problems: Problem<MessageId>[] = [];
  for (const fault of halfWidthFaults(text, arabicParens)) {
    const edits = fault.at.map((at) => ({
      // A blank behind a half-width mark goes with it; a full-width one has its own room.
      range: sourceRange(prose, at, text[at] !== '(' && text[at + 1] === ' ' ? at + 2 : at + 1),
      text: FULL_OF[text[at] ?? ''] ?? '',
    }));
    const mark = text[fault.at[0] ?? 0] ?? '';
    const right = FULL_OF[mark] ?? '';
    const range = sourceRange(prose, fault.range.start, fault.range.end);
    if (fault.kind === 'pair')
      problems.push({ message: 'halfPair', range, fixes: [{ title: '改为全角括号', edits }] });
    else
      problems.push({
        message: 'half',
        data: { mark, right },
        range,
        fixes: [{ title: `改为“${right}”`, edits }],
      });
  }
  for (const fault of fullWidthFaults(text)) {
    const range = sourceRange(prose, fault.start, fault.end);
    const data = { mark: text.slice(fault.start, fault.end), right: fault.text };
    problems.push({
      message: 'full',
      data,
      range,
      fixes: [{ title: `改为“${fault.text}”`, edits: [{ range, text: fault.text }] }],
    });
  }
  return problems;
}

/** Whether the report numbers with （1）, so that a (1) among them is a slip and not a style. */
function usesFullArabicParens(document: ReportDocument): boolean {
  const kinds = numberedIn(document, undefined);
  const full = kinds.filter((kind) => kind === 'full').length;
  return full >= 1 && full >= kinds.length - full;
}

/** How the blocks that begin with a number in brackets write them. */
const numberedIn = blockwise(
  (block): readonly ('full' | 'half')[] => {
    const text = 'prose' in block ? block.prose.text : '';
    if (/^（\d{1,2}）/.test(text)) return ['full'];
    return /^\(\d{1,2}\)/.test(text) ? ['half'] : [];
  },
  (kind) => kind,
  { alone: () => true },
);
