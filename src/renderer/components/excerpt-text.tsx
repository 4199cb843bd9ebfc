import type { Excerpt, RowExcerpt } from '../tables/excerpt';

/** A sentence, or a row of a table under its header, with the places that matter marked. */
export const ExcerptText = ({ excerpt }: { readonly excerpt: Excerpt }) =>
  excerpt.kind === 'row' ? (
    <RowText excerpt={excerpt} />
  ) : (
    <span className="excerpt" lang="zh-CN">
      {excerpt.pieces.map(({ text, marked }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
        marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </span>
  );

const RowText = ({ excerpt }: { readonly excerpt: RowExcerpt }) => (
  <span className="excerpt excerpt-row" lang="zh-CN">
    {excerpt.cells.map(({ header, text, marked }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row never move
      <span key={at} className="excerpt-cell">
        <small>{header || '\u00a0'}</small>
        {marked ? <mark>{text}</mark> : text}
      </span>
    ))}
  </span>
);
