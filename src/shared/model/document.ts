import type { Range } from './range';

/**
 * Text as it reads, without inline markup. `text[i]` stands at working-text offset
 * `start + i + (sum of skip of all gaps with at <= i)`; see main/document/prose.ts.
 */
export interface Prose {
  readonly text: string;
  /** Offset in the working text of `text[0]` before any gap at 0. */
  readonly start: number;
  /** Removed markup, ascending by `at`. Empty for most text. */
  readonly gaps: readonly Gap[];
}

/** `skip` units of markup (`**`, `<br>`, a soft line's `> `) removed just before `text[at]`. */
export interface Gap {
  readonly at: number;
  readonly skip: number;
}

interface BlockBase {
  /** Index in `ReportDocument.blocks`. */
  readonly index: number;
  /** The block's whole lines, markup included, without the final line break. */
  readonly range: Range;
  /** Index of the nearest heading above (the block's own for a heading), or -1 before the first. */
  readonly section: number;
}

/** The number a heading begins with. `一、` → scheme `han-comma`, value 1. */
export interface HeadingNumber {
  readonly raw: string;
  readonly scheme: 'han-comma' | 'han-paren' | 'arabic-dot' | 'arabic-paren' | 'chapter' | 'decimal';
  readonly value: number;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly prose: Prose;
  readonly number: HeadingNumber | null;
  /** Set when the heading opens an annex: `附件1：…`, `附录2 …`. */
  readonly annex: Label | null;
}

/** Where in a report a paragraph stands, told by its form; see GB/T 9704-2012 §7.3. */
export type ParagraphRole = 'body' | 'addressee' | 'signatory' | 'date' | 'annex-list';

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly prose: Prose;
  readonly role: ParagraphRole;
}

export interface ListItem extends BlockBase {
  readonly kind: 'list-item';
  readonly prose: Prose;
  readonly ordered: boolean;
  /** The marker as written: `-`, `1.`. */
  readonly marker: string;
  /** 0 for the outermost list. */
  readonly depth: number;
}

/** `图3`, `表2`, `附录1`: what captions, annex headings and references name. */
export interface Label {
  readonly noun: '图' | '表' | '附件' | '附录' | '附表' | '附图';
  /** As written after the noun: `3`, `一`, `1-2`; empty when the only one is not numbered. */
  readonly number: string;
  readonly range: Range;
}

export interface Caption extends BlockBase {
  readonly kind: 'caption';
  readonly prose: Prose;
  readonly label: Label;
}

export interface Cell {
  /** The trimmed content; empty at the cell's middle for an empty cell. */
  readonly range: Range;
  /** All between the two pipes. */
  readonly outer: Range;
  /** Visible text; a `<br>` reads as `\n`, `\|` as `|`. Empty for a covered cell. */
  readonly prose: Prose;
  /**
   * Set when a merged cell reaches here, from its left neighbour (written `<<`) or from the cell above (`^^`).
   * That neighbour may be covered itself.
   */
  readonly covered?: 'left' | 'up';
}

export interface Row {
  /** The whole line. */
  readonly range: Range;
  readonly cells: readonly Cell[];
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly header: Row;
  readonly delimiter: Row;
  readonly rows: readonly Row[];
  /** How many of `rows` carry on a header with merged cells; 0 for a header of one row. */
  readonly headerRows: number;
  /** True when header and delimiter rows differ in width, so that Markdown sees no table here. */
  readonly broken: boolean;
}

/** Fenced code: shown as it is, its numbers are exempt. */
export interface Code extends BlockBase {
  readonly kind: 'code';
  readonly content: Range;
}

export interface Divider extends BlockBase {
  readonly kind: 'divider';
}

export interface PageBreak extends BlockBase {
  readonly kind: 'page-break';
}

export type Block = Heading | Paragraph | ListItem | Caption | Table | Code | Divider | PageBreak;

/** Blocks that carry one stretch of prose. */
export type ProseBlock = Heading | Paragraph | ListItem | Caption;

/** The parsed working text. */
export interface ReportDocument {
  /** Working text, LF line ends. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Offset of each line's first unit; line n (from 1) starts at `lineStarts[n - 1]`. */
  readonly lineStarts: readonly number[];
  /** The first level-1 heading's text, else the first prose block's, else empty. */
  readonly title: string;
}
