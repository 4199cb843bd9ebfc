import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import type { SourceMark } from '../../shared/model/source';
import { parseDocument } from '../document/parse';
import { type Change, reparse } from '../document/reparse';
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

  /** Applies edits in offsets of the text as it stands; throws where they overlap. */
  edit(edits: readonly Edit[]): Analysis {
    const before = this.#analysis.document;
    if (edits.length === 0) return this.#analysis;
    const text = applyEdits(before.text, edits);
    const ranges = movedRanges(
      this.#marks.map(({ range }) => range),
      edits,
    );
    this.#marks = this.#marks.map((mark, at) => ({ ...mark, range: ranges[at] ?? mark.range }));
    const document =
      reparse(before, text, changeOf(edits, text.length - before.text.length)) ?? parseDocument(text);
    this.#analysis = checkText(text, { ...this.#options, marks: this.#marks, document });
    return this.#analysis;
  }
}

/** The one stretch that all edits lie in. */
function changeOf(edits: readonly Edit[], units: number): Change {
  const start = Math.min(...edits.map(({ range }) => range.start));
  const oldEnd = Math.max(...edits.map(({ range }) => range.end));
  return { start, oldEnd, newEnd: oldEnd + units };
}
