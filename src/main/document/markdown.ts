import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { parser } from '@lezer/markdown';

/**
 * Blocks only, without tables. Inline parsers are off: prose-builder.ts reads inline markup, because `**重点：**内容`
 * is emphasis to no Markdown parser, and Link is quadratic. Tables are read in pieces.ts, which sees the broken ones
 * too. IndentedCode, HTMLBlock and LinkReference are off because their content would go unchecked; SetextHeading
 * because reports set `---` right below text.
 */
const blockParser = parser.configure({
  remove: [
    'LinkReference',
    'IndentedCode',
    'HTMLBlock',
    'SetextHeading',
    'Escape',
    'Entity',
    'InlineCode',
    'HTMLTag',
    'Emphasis',
    'HardBreak',
    'Link',
    'Image',
    'LinkEnd',
  ],
});

/** Quotes and lists within each other beyond this are read as text: deep nesting costs stack and time. */
const DEEP_MARKERS =
  /^((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){16}[ \t]*)(?:>|[-+*](?=[ \t]|$)|\d(?=\d{0,8}[.)]))/gm;
const DEEP_INDENT = /^([ \t>]{80,})(?:[-+*](?=[ \t]|$)|\d(?=\d{0,8}[.)]))/gm;
const LEADING_FORM_FEED = /^\f+(?=[^\n]*\S)/gm;

/** A text of the same length, in which nothing nests beyond reason and a form feed hides no heading. */
function tamed(text: string): string {
  const shallow = text.replace(DEEP_MARKERS, '$1x').replace(DEEP_INDENT, '$1x');
  return shallow.includes('\f')
    ? shallow.replace(LEADING_FORM_FEED, (feed) => ' '.repeat(feed.length))
    : shallow;
}

/** Where a fence opens that nothing closes, or -1. Its "code" would be the rest of the report. */
function unclosedFence(tree: Tree): number {
  let found = -1;
  tree.iterate({
    enter(node: SyntaxNodeRef) {
      if (found >= 0) return false;
      if (node.name !== 'FencedCode') return node.name !== 'Paragraph';
      if (node.node.getChildren('CodeMark').length < 2) found = node.from;
      return false;
    },
  });
  return found;
}

const FENCE = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)(?:`(?=``)|~(?=~~))/gm;

/** The tree of blocks. An unclosed fence is read as text, so that nothing below it goes unchecked. */
export function parseBlocks(text: string): Tree {
  let source = tamed(text);
  for (let attempt = 0; attempt < 3; attempt++) {
    const tree = blockParser.parse(source);
    const open = unclosedFence(tree);
    if (open < 0) return tree;
    source = `${source.slice(0, open)}x${source.slice(open + 1)}`;
  }
  return blockParser.parse(source.replace(FENCE, '$1x'));
}
