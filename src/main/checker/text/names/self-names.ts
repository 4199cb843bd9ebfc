import { groupBy } from '../../../../shared/group-by';
import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { insideAny, quotedSpans } from '../quoted-spans';

/** What an author calls itself, where it mostly says otherwise. */
export interface SelfName {
  readonly own: string;
  readonly usual: string;
  readonly range: Range;
  readonly places: number;
}

/** Words for the author of one kind each; a group calls itself 我司 and 本集团 of two bodies. */
const KINDS: readonly (readonly string[])[] = [
  ['我司', '我公司', '本公司', '本司'],
  ['我行', '本行'],
  ['我局', '本局'],
  ['我单位', '本单位'],
  ['我部', '本部'],
];
const LEAST = 5;
const MOST_SHARE = 5;

/** 本行 once in a report that else writes 我行. */
export const selfNames = ({ blocks }: ReportDocument): readonly SelfName[] =>
  KINDS.flatMap((names) => {
    // 本行业, 本部门 are other words.
    const pattern = new RegExp(`(?:${names.join('|')})(?![业政员门分署限面法])`, 'g');
    const found = blocks.flatMap((block) => {
      if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
      const { prose } = block;
      if (!names.some((name) => prose.text.includes(name))) return [];
      const spans = quotedSpans(prose.text);
      return allMatches(prose.text, pattern).flatMap(({ 0: name, index }) =>
        insideAny(spans, index, index + name.length)
          ? []
          : [{ name, range: sourceRange(prose, index, index + name.length) }],
      );
    });
    const forms = [...groupBy(found, ({ name }) => name)].sort(([, a], [, b]) => b.length - a.length);
    const [usual, ...others] = forms;
    if (!usual || usual[1].length < LEAST) return [];
    return others.flatMap(([own, places]) =>
      places.length * MOST_SHARE <= usual[1].length
        ? places.map(({ range }) => ({ own, usual: usual[0], range, places: usual[1].length }))
        : [],
    );
  });
