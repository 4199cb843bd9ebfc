import type { Heading } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { headingTree, type Node, siblings } from '../text/lists/heading-tree';

type MessageId = 'skipped' | 'repeated' | 'miswritten' | 'level' | 'unnumbered';

/** Levels and numbers of headings go on without a gap; a heading over numbered ones has a number too. */
export const headingOrder = defineRule<MessageId>({
  code: 'S401',
  name: 'heading-order',
  severity: 'doubt',
  looks: 'near',
  messages: {
    skipped: '标题“{own}”前面缺第{expected}项',
    repeated: '标题编号“{own}”与前面重复或颠倒，应为第{expected}项',
    miswritten: '标题编号“{own}”应为第{expected}项，后面的标题是接着第{expected}项编的',
    level: '标题跳级：上一级标题是{parent}级，本标题是{level}级',
    unnumbered: '本标题没有编号，但下级标题有编号，同级其他标题也有编号',
  },
  applies: ({ document }) =>
    document.blocks.some((block) => block.kind === 'heading' && block.number !== null),
  check({ document }) {
    const nodes = headingTree(document);
    return [...siblings(nodes).flatMap(numbersOf), ...nodes.flatMap(levelOf), ...unnumbered(nodes)];
  },
});

/** Of one scheme under one parent: a new scheme begins anew. */
function numbersOf(group: readonly Node[]): Problem<MessageId>[] {
  const problems: Problem<MessageId>[] = [];
  const last = new Map<string, Heading>();
  const due = new Map<string, number>();
  const numbered = group.flatMap(({ heading }) => (heading.number ? [heading] : []));
  for (const [at, heading] of numbered.entries()) {
    const { number } = heading;
    if (!number) continue;
    const previous = last.get(number.scheme);
    const expected = due.get(number.scheme) ?? 1;
    last.set(number.scheme, heading);
    due.set(number.scheme, number.value + 1);
    if (number.value === expected) continue;
    // A part of a longer document may begin anywhere, an introduction is numbered 0.
    if (!previous && (number.value === 0 || (number.value > 1 && group[0]?.parent === null))) continue;
    const next = numbered.slice(at + 1).find((one) => one.number?.scheme === number.scheme)?.number;
    const isMiswritten = previous !== undefined && next?.value === expected + 1;
    if (isMiswritten) due.set(number.scheme, expected + 1);
    problems.push({
      message: isMiswritten ? 'miswritten' : number.value > expected ? 'skipped' : 'repeated',
      data: { own: number.raw.trim(), expected },
      range: rangeOf(heading),
      related: previous ? [{ range: rangeOf(previous), note: '前一个标题' }] : [],
    });
  }
  return problems;
}

function levelOf({ heading, parent }: Node): Problem<MessageId>[] {
  if (!parent || heading.level <= parent.heading.level + 1) return [];
  return [
    {
      message: 'level',
      data: { parent: parent.heading.level, level: heading.level },
      range: rangeOf(heading),
      related: [{ range: rangeOf(parent.heading), note: '上一级标题' }],
    },
  ];
}

/** Where numbers are the custom of a level, or of the levels above and below. */
function unnumbered(nodes: readonly Node[]): Problem<MessageId>[] {
  const numbered = new Map<number, number>();
  for (const { heading } of nodes) {
    if (heading.number) numbered.set(heading.level, (numbered.get(heading.level) ?? 0) + 1);
  }
  return nodes.flatMap(({ heading, parent, children }) => {
    if (heading.number || !children.some((child) => child.heading.number)) return [];
    if (!numbered.has(heading.level) || (parent && !parent.heading.number)) return [];
    const child = children.find((one) => one.heading.number);
    const related = child ? [{ range: rangeOf(child.heading), note: '有编号的下级标题' }] : [];
    return [{ message: 'unnumbered' as const, range: rangeOf(heading), related }];
  });
}

const rangeOf = ({ prose }: Heading) => sourceRange(prose, 0, prose.text.length);
