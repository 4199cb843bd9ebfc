import type { Heading, ReportDocument } from '../../../../shared/model/document';
import { annexes } from '../../../document/labels';

/** A heading with its place in the outline. */
export interface Node {
  readonly heading: Heading;
  /** Null for a heading of the top. */
  readonly parent: Node | null;
  readonly children: Node[];
}

/** The report's headings as a tree; its title and all that belongs to annexes left out. */
export function headingTree(document: ReportDocument): readonly Node[] {
  const outside = new Set(annexes(document).flatMap(({ blocks }) => blocks.map((block) => block.index)));
  const headings = document.blocks.filter(
    (block): block is Heading =>
      block.kind === 'heading' && block.annex === null && !outside.has(block.index),
  );
  const first = headings[0];
  // The one heading of the first level is the title; several are the sections.
  const titled =
    first?.level === 1 && first.number === null && headings.filter(({ level }) => level === 1).length === 1;
  const nodes: Node[] = [];
  const path: Node[] = [];
  for (const heading of titled ? headings.slice(1) : headings) {
    while ((path.at(-1)?.heading.level ?? 0) >= heading.level) path.pop();
    const node: Node = { heading, parent: path.at(-1) ?? null, children: [] };
    node.parent?.children.push(node);
    nodes.push(node);
    path.push(node);
  }
  return nodes;
}

/** Headings next to each other under one parent, those of the top together. */
export function siblings(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const top = nodes.filter(({ parent }) => parent === null);
  return [top, ...nodes.map(({ children }) => children)].filter((group) => group.length > 0);
}
