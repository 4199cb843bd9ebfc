import type { Piece } from '../text/changed-pieces';

interface Props {
  readonly pieces: readonly Piece[];
  /** For what the other side has not. */
  readonly tag: 'del' | 'ins' | 'mark';
}

/** One side of a change with what differs marked. */
export const Pieces = ({ pieces, tag: Tag }: Props) =>
  pieces.map(({ text, changed }, index) =>
    changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Tag key={index}>{text}</Tag>
    ) : (
      text
    ),
  );
