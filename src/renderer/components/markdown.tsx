import { Fragment, type ReactNode } from 'react';
import { type HelpBlock, helpBlocks } from '../text/markdown-blocks';

/** A help page as React elements; no HTML is ever made from text. `level`: of the page's outermost heading. */
export const Markdown = ({ text, level = 3 }: { readonly text: string; readonly level?: number }) => (
  <div className="markdown">
    {helpBlocks(text).map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move
      <Fragment key={index}>{blockOf(block, level)}</Fragment>
    ))}
  </div>
);

function blockOf(block: HelpBlock, level: number): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = headingTag(level + block.level - 1);
      return <Heading>{inline(block.text)}</Heading>;
    }
    case 'paragraph':
      return <p>{inline(block.text)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {keyed(block.items, (item) => (
            <li>{inline(item)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return tableOf(block.rows);
  }
}

const headingTag = (level: number): 'h3' | 'h4' | 'h5' | 'h6' =>
  (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(6, Math.max(3, level)) - 3] ?? 'h6';

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {keyed(head, (cell) => (
            <th scope="col">{inline(cell)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows, (row) => (
          <tr>
            {keyed(row, (cell) => (
              <td>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const keyed = <T,>(items: readonly T[], render: (item: T) => ReactNode): ReactNode =>
  items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of one text never move
    <Fragment key={index}>{render(item)}</Fragment>
  ));

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*/g;

function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(at, match.index));
    const [whole, code, strong] = match;
    parts.push(code !== undefined ? <code>{code}</code> : <strong>{strong}</strong>);
    at = match.index + whole.length;
  }
  parts.push(text.slice(at));
  return keyed(parts, (part) => part);
}
