import type { CellBudget } from '../limits';
import type { Counted } from '../ordered';
import type { OpenTable } from './grid';
import type { Look, Styles } from './styles';

/** Where a note belongs, by its number in the file. */
export interface NoteReference {
  readonly kind: 'footnotes' | 'endnotes';
  readonly id: string;
}

export type Found = Counted | NoteReference;

interface Paragraph {
  readonly parts: string[];
  style?: string;
}

interface Run extends Look {
  style?: string;
}

/** What is known while a part is scanned. */
export interface Scan {
  readonly styles: Styles;
  readonly budget: CellBudget;
  readonly found: Found[];
  /** For a part of notes: what each note holds, by its number. */
  readonly notes: Map<string, Found[]>;
  /** Where text outside tables goes: `found`, or a note. */
  flow: Found[];

  /** Names of the open elements, outermost first. */
  readonly path: string[];
  readonly paragraphs: Paragraph[];
  readonly runs: Run[];
  readonly tables: OpenTable[];
  /** How formulas raise and lower what is being read, innermost last. */
  readonly scripts: ('superscript' | 'subscript')[];
  boxes: number;
  /** Where the paragraphs of the innermost cell, box or of the text itself go. */
  readonly holders: ((paragraph: string) => void)[];
  /** Whether each open drawing holds a picture. */
  readonly drawings: { pictured: boolean }[];
  readonly alternates: { readonly branch: number; begun: number }[];
  /** Of each `mc:AlternateContent`, the branch that counts. */
  readonly branches: readonly number[];
  nextAlternate: number;
  /** Elements open within one that is left out, itself included. */
  skipped: number;
  /** True within `w:t` and `m:t`. */
  reading: boolean;
}

export function newScan(styles: Styles, budget: CellBudget, branches: readonly number[]): Scan {
  const found: Found[] = [];
  const scan: Scan = {
    ...{ styles, budget, branches, found, flow: found, notes: new Map() },
    ...{ path: [], paragraphs: [], runs: [], tables: [], drawings: [], scripts: [], alternates: [] },
    ...{ nextAlternate: 0, boxes: 0, skipped: 0, reading: false },
    holders: [(text) => void scan.flow.push({ text })],
  };
  return scan;
}

/** Whether a run is hidden, by itself or by a style. */
export function isHidden({ runs, paragraphs, styles }: Scan): boolean {
  const run = runs.at(-1);
  if (!run) return false;
  if (run.hidden !== undefined) return run.hidden;
  const paragraph = paragraphs.at(-1)?.style ?? styles.paragraph;
  return (styles.look(run.style).hidden ?? false) || (styles.look(paragraph).hidden ?? false);
}
