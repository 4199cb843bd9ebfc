import { allMatches } from '../../../../shared/matches';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { annexes } from '../../../document/labels';
import { sourceRange } from '../../../document/prose';
import { orderedItemsBehind } from './label-targets';

/** A number that the list of annexes has and no annex bears, or the other way round. */
export interface ListDefect {
  readonly kind: 'listed' | 'unlisted';
  readonly number: string;
  readonly range: Range;
}

const LISTED = /(?:^|[：:\n])\s*(\d{1,2})\s*[.．、]/g;

/** The list of annexes before the signature against the annexes behind it, where both are numbered. */
export function annexListDefects(document: ReportDocument): readonly ListDefect[] {
  const listed = listedIn(document);
  const own = annexes(document).flatMap(({ label: { noun, number, range } }) =>
    noun === '附件' && /^\d+$/.test(number) ? [{ number, range }] : [],
  );
  if (listed.length === 0 || own.length === 0) return [];
  const lacks = (others: readonly { readonly number: string }[], number: string): boolean =>
    !others.some((one) => one.number === number);
  return [
    ...listed.filter(({ number }) => lacks(own, number)).map((one) => ({ kind: 'listed' as const, ...one })),
    ...own
      .filter(({ number }) => lacks(listed, number))
      .map((one) => ({ kind: 'unlisted' as const, ...one })),
  ];
}

const listedIn = (document: ReportDocument): readonly Omit<ListDefect, 'kind'>[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.role === 'annex-list'
      ? [
          ...allMatches(block.prose.text, LISTED).map((match) => {
            const number = match[1] ?? '';
            const start = match.index + match[0].lastIndexOf(number);
            return { number, range: sourceRange(block.prose, start, start + number.length) };
          }),
          ...orderedItemsBehind(document, block.index).map(({ marker, range }) => ({
            number: marker.replace(/\D/g, ''),
            range,
          })),
        ]
      : [],
  );
