import type { AnalysisChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { ReportDocument } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import type { SourceMark } from '../../shared/model/source';
import type { Steps } from '../../shared/steps';
import { noteSettled } from '../document/descent';
import { parseDocument } from '../document/parse';
import { type Change, reparse } from '../document/reparse';
import { carriedOver } from './carry';
import { changesBetween } from './changes';
import { applyEdits, movedMarks } from './edits';
import type { Problem } from './rule';
import { type Carried, type CheckOptions, checkText } from './run';
import { settling } from './settle';
import type { Stamped } from './stamp';

/** What stays the same while a text is edited. */
export type RecheckOptions = Pick<CheckOptions, 'references' | 'policy' | 'rules'>;

type Progress = (done: number) => void;

/**
 * Checks a text that is being edited. Keeps what was found in each block, so that an edit costs what it touched. What
 * compares words and facts of the whole report is carried over at first, and brought up to date by `settle`: then the
 * analysis is the one that `checkText` gives of the edited text.
 */
export class Rechecker {
  #analysis: Analysis;
  #marks: readonly SourceMark[];
  #problems = new Map<string, readonly Problem[] | null>();
  #stamps = new Map<string, readonly Stamped[]>();
  #settled = true;
  /** What `settle` has begun. */
  #settling: Steps<Carried> | null = null;
  readonly #options: RecheckOptions;

  /** `document`: the text as parsed already. */
  constructor(
    text: string,
    marks: readonly SourceMark[] = [],
    options: RecheckOptions = {},
    { document, onProgress }: { readonly document?: ReportDocument; readonly onProgress?: Progress } = {},
  ) {
    this.#options = options;
    this.#marks = marks;
    this.#analysis = this.#check(document ?? parseDocument(text), null, NO_CHANGE, onProgress);
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  /** What an editor's program left in the source, where it stands after the edits. */
  get marks(): readonly SourceMark[] {
    return this.#marks;
  }

  /** False where something was carried over. */
  get isSettled(): boolean {
    return this.#settled;
  }

  /**
   * Applies edits in offsets of the text as it stands, and says what changed; null where that is everything. Throws where
   * they overlap.
   */
  edit(edits: readonly Edit[], onProgress?: Progress): AnalysisChange | null {
    const before = this.#analysis;
    const old = before.document;
    this.#settling = null;
    const text = applyEdits(old.text, edits);
    this.#marks = movedMarks(this.#marks, edits);
    const change = changeOf(edits, text.length - old.text.length);
    const document = reparse(old, text, change);
    this.#settled = document === null;
    this.#analysis = this.#check(
      document ?? parseDocument(text),
      document && carriedOver(before, this.#problems, change),
      change,
      onProgress,
    );
    return changesBetween(before, this.#analysis, change);
  }

  /**
   * Brings up to date what the edits since the last time carried over, and says what that changed. Asks between its steps
   * whether it may go on: `more` where it may not, and the next call does. An edit in between has it begin anew.
   */
  settle(): AnalysisChange | null;
  settle(mayGoOn: () => boolean): AnalysisChange | null | 'more';
  settle(mayGoOn = (): boolean => true): AnalysisChange | null | 'more' {
    const before = this.#analysis;
    const steps = this.#settling ?? settling(before, { ...this.#options, marks: this.#marks });
    this.#settling = steps;
    let step = steps.next();
    while (!step.done) {
      if (!mayGoOn()) return 'more';
      step = steps.next();
    }
    this.#settling = null;
    this.#analysis = this.#check(before.document, step.value, NO_CHANGE);
    this.#settled = true;
    noteSettled(before.document);
    return changesBetween(before, this.#analysis, NO_CHANGE);
  }

  /**
   * Makes edits of a text at rest and forgets them: nothing is left of it but that their code has run. False where the text
   * was not at rest, or the edits had all of it checked afresh.
   */
  rehearse(edits: readonly Edit[]): boolean {
    if (!this.#settled || this.#settling) return false;
    const [analysis, marks, problems, stamps] = [this.#analysis, this.#marks, this.#problems, this.#stamps];
    try {
      return this.edit(edits) !== null;
    } finally {
      [this.#analysis, this.#marks, this.#problems, this.#stamps] = [analysis, marks, problems, stamps];
      this.#settled = true;
    }
  }

  #check(
    document: ReportDocument,
    carried: Carried | null,
    change: Change,
    onProgress: Progress = () => {},
  ): Analysis {
    const problems = new Map<string, readonly Problem[] | null>();
    const stamps = new Map<string, readonly Stamped[]>();
    const analysis = checkText(document.text, {
      ...this.#options,
      marks: this.#marks,
      document,
      onProgress,
      ...(carried ? { carried } : {}),
      stamped: { stamps: this.#stamps, change },
      onProblems: (rule, told, stamped) => {
        if (rule.looks === 'across') problems.set(rule.code, told);
        stamps.set(rule.code, stamped);
      },
    });
    this.#problems = problems;
    this.#stamps = stamps;
    return analysis;
  }
}

const NO_CHANGE: Change = { start: 0, oldEnd: 0, newEnd: 0 };

/** The one stretch that all edits lie in. */
function changeOf(edits: readonly Edit[], units: number): Change {
  if (edits.length === 0) return NO_CHANGE;
  const start = Math.min(...edits.map(({ range }) => range.start));
  const oldEnd = Math.max(...edits.map(({ range }) => range.end));
  return { start, oldEnd, newEnd: oldEnd + units };
}
