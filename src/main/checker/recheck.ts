import type { AnalysisChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import type { SourceMark } from '../../shared/model/source';
import { parseDocument } from '../document/parse';
import { type Change, reparse } from '../document/reparse';
import { changesBetween } from './changes';
import { applyEdits, movedRanges } from './edits';
import { type CheckOptions, checkText } from './run';

/** What stays the same while a text is edited. */
export type RecheckOptions = Pick<CheckOptions, 'references' | 'policy' | 'rules'>;

/**
 * Checks a text that is being edited. Keeps what was found in each block, so that an edit costs what it touched and the
 * comparisons over the whole report; the analysis is the one that `checkText` gives of the edited text.
 */
export class Rechecker {
  #analysis: Analysis;
  #marks: readonly SourceMark[];
  readonly #options: RecheckOptions;

  constructor(text: string, marks: readonly SourceMark[] = [], options: RecheckOptions = {}) {
    this.#options = options;
    this.#marks = marks;
    this.#analysis = checkText(text, { ...options, marks, document: parseDocument(text) });
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  /**
   * Applies edits in offsets of the text as it stands, and says what changed; null where that is everything. Throws where
   * they overlap.
   */
  edit(edits: readonly Edit[]): AnalysisChange | null {
    const before = this.#analysis;
    const old = before.document;
    const text = applyEdits(old.text, edits);
    const ranges = movedRanges(
      this.#marks.map(({ range }) => range),
      edits,
    );
    this.#marks = this.#marks.map((mark, at) => ({ ...mark, range: ranges[at] ?? mark.range }));
    const change = changeOf(edits, text.length - old.text.length);
    const document = reparse(old, text, change) ?? parseDocument(text);
    this.#analysis = checkText(text, { ...this.#options, marks: this.#marks, document });
    return changesBetween(before, this.#analysis, change);
  }
}

/** The one stretch that all edits lie in. */
function changeOf(edits: readonly Edit[], units: number): Change {
  if (edits.length === 0) return { start: 0, oldEnd: 0, newEnd: 0 };
  const start = Math.min(...edits.map(({ range }) => range.start));
  const oldEnd = Math.max(...edits.map(({ range }) => range.end));
  return { start, oldEnd, newEnd: oldEnd + units };
}
