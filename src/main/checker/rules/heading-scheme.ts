import { groupBy } from '../../../shared/group-by';
import type { Heading, HeadingNumber } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { headingTree, type Node, siblings } from '../text/lists/heading-tree';

type Scheme = HeadingNumber['scheme'];
type MessageId = 'mixed' | 'differs';

const RELATED = 12;

/** How each scheme looks. */
const SHOWN: Readonly<Record<Scheme, string>> = {
  chapter: '第一章',
  'han-comma': '一、',
  'han-paren': '（一）',
  'arabic-dot': '1.',
  'arabic-paren': '（1）',
  decimal: '1.1',
};

/** Sections that number their headings differently: 一、→1. in one, 一、→（一） in another. */
export const headingScheme = defineRule<MessageId>({
  code: 'S402',
  name: 'heading-scheme',
  severity: 'doubt',
  looks: 'near',
  messages: {
    mixed: '同一上级下的标题编号有“{own}”也有“{usual}”',
    differs: '这里的{level}级标题用“{own}”编号，其他部分用“{usual}”',
  },
  applies: ({ document }) =>
    document.blocks.some((block) => block.kind === 'heading' && block.number !== null),
  check({ document }) {
    const groups = siblings(headingTree(document)).map((group) =>
      group.filter(({ heading }) => heading.number !== null),
    );
    const filled = groups.filter((group) => group.length > 0);
    return [...filled.flatMap(mixedIn), ...differing(filled)];
  },
});

function mixedIn(group: readonly Node[]): Problem<MessageId>[] {
  const usual = mostOf(group.flatMap(schemeOf));
  const odd = group.find((node) => schemeOf(node)[0] !== usual);
  const own = odd && schemeOf(odd)[0];
  if (!odd || !own || !usual) return [];
  return [{ message: 'mixed', data: { own: SHOWN[own], usual: SHOWN[usual] }, range: rangeOf(odd.heading) }];
}

/** Groups of one level whose first heading is numbered otherwise than most groups of that level. */
function differing(groups: readonly (readonly Node[])[]): Problem<MessageId>[] {
  const levels = groupBy(groups, (group) => group[0]?.heading.level ?? 0);
  return [...levels].flatMap(([level, own]) => {
    const schemes = own.flatMap((group) => mostOf(group.flatMap(schemeOf)) ?? []);
    if (new Set(schemes).size < 2) return [];
    const usual = usualOf(schemes);
    return own.flatMap((group, at): Problem<MessageId>[] => {
      const scheme = schemes[at];
      const first = group[0]?.heading;
      const other = own[schemes.indexOf(usual)]?.[0]?.heading;
      if (!first || scheme === undefined || scheme === usual) return [];
      return [
        {
          message: 'differs',
          data: { level, own: SHOWN[scheme], usual: SHOWN[usual] },
          range: rangeOf(first),
          related: [
            ...(other ? [{ range: rangeOf(other), note: '其他部分的编号' }] : []),
            ...group.slice(1, RELATED).map(({ heading }) => ({ range: rangeOf(heading), note: '同组标题' })),
          ],
        },
      ];
    });
  });
}

/** The order of GB/T 9704-2012 §7.3.3 decides between equals. */
const STANDARD: readonly Scheme[] = [
  'han-comma',
  'han-paren',
  'arabic-dot',
  'arabic-paren',
  'chapter',
  'decimal',
];

function usualOf(schemes: readonly Scheme[]): Scheme {
  const count = (scheme: Scheme) => schemes.filter((one) => one === scheme).length;
  const ranked = [...new Set(schemes)].sort(
    (a, b) => count(b) - count(a) || STANDARD.indexOf(a) - STANDARD.indexOf(b),
  );
  return ranked[0] ?? 'han-comma';
}

const schemeOf = ({ heading }: Node): Scheme[] => (heading.number ? [heading.number.scheme] : []);

const mostOf = (schemes: readonly Scheme[]): Scheme | undefined =>
  schemes.length === 0 ? undefined : usualOf(schemes);

const rangeOf = ({ prose }: Heading) => sourceRange(prose, 0, prose.text.length);
