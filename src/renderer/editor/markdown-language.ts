import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { parser, Table } from '@lezer/markdown';

/** Without links and images, whose parsing is quadratic; as main/document/markdown.ts. */
const reports = parser.configure([
  { remove: ['Link', 'Image', 'LinkReference', 'IndentedCode', 'HTMLBlock'] },
  Table,
]);

const style = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.monospace], color: 'var(--muted)' },
]);

/** Markdown as reports are written in it: headings, emphasis and markup set apart. */
export const markdownLanguage: Extension = [
  new Language(defineLanguageFacet(), reports, [], 'markdown'),
  syntaxHighlighting(style),
];
