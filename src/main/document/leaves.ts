import type { SyntaxNodeRef, Tree } from '@lezer/common';

/** The list item whose first paragraph a leaf is. */
export interface ItemMark {
  readonly ordered: boolean;
  readonly marker: string;
  readonly depth: number;
}

/** A Markdown block without blocks inside, in the parser's terms: from its first mark to its last unit. */
export interface Leaf {
  readonly kind: 'paragraph' | 'heading' | 'code' | 'divider' | 'empty-item';
  readonly from: number;
  readonly to: number;
  /** Heading level; 0 for anything else. */
  readonly level: number;
  readonly quoted: boolean;
  readonly item: ItemMark | null;
}

interface OpenItem {
  readonly from: number;
  readonly ordered: boolean;
  readonly depth: number;
  /** How many leaves there were when the item opened. */
  readonly before: number;
  marker: string;
}

const KINDS: Readonly<Record<string, Leaf['kind']>> = {
  Paragraph: 'paragraph',
  FencedCode: 'code',
  HorizontalRule: 'divider',
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
};

const isList = (name: string): boolean => name === 'BulletList' || name === 'OrderedList';

/** All leaves in order, with what their containers say about them. */
export function leavesOf(tree: Tree, text: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const items: OpenItem[] = [];
  const lists: string[] = [];
  let quotes = 0;

  const markOf = (item: OpenItem | undefined): ItemMark | null =>
    item && item.before === leaves.length
      ? { ordered: item.ordered, marker: item.marker, depth: item.depth }
      : null;

  const enter = ({ name, from, to }: SyntaxNodeRef): boolean => {
    const kind = KINDS[name];
    const item = items.at(-1);
    if (kind) {
      const level = kind === 'heading' ? Number(name.at(-1)) : 0;
      const mark = kind === 'paragraph' ? markOf(item) : null;
      leaves.push({ kind, from, to, level, quoted: quotes > 0, item: mark });
      return false;
    }
    if (name === 'Blockquote') quotes++;
    else if (isList(name)) lists.push(name);
    else if (name === 'ListItem') {
      const ordered = lists.at(-1) === 'OrderedList';
      items.push({ from, ordered, depth: lists.length - 1, before: leaves.length, marker: '' });
    } else if (name === 'ListMark' && item) item.marker = text.slice(from, to);
    return true;
  };

  const leave = ({ name, to }: SyntaxNodeRef): void => {
    if (name === 'Blockquote') quotes--;
    else if (isList(name)) lists.pop();
    else if (name === 'ListItem') {
      const item = items.pop();
      const mark = markOf(item);
      if (item && mark)
        leaves.push({ kind: 'empty-item', from: item.from, to, level: 0, quoted: quotes > 0, item: mark });
    }
  };

  tree.iterate({ enter, leave });
  return leaves;
}
