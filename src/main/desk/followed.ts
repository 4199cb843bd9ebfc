import { type AnalysisChange, applyChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';

/** Texts of more units than this have changes of megabytes: none is kept. */
const LONG = 1_000_000;
/** Of some 9 kB each. */
const MOST_KEPT = 40;

/**
 * The analysis of a text that is being edited, from what the worker says has changed. A stroke needs only its document and findings,
 * so the rest is made when somebody asks for it, or too much has come together.
 */
export class Followed {
  private known: Analysis;
  private changes: AnalysisChange[] = [];

  constructor(analysis: Analysis) {
    this.known = analysis;
  }

  follow(change: AnalysisChange): void {
    this.changes.push(change);
    if (this.changes.length > MOST_KEPT || this.known.document.text.length > LONG) this.analysis();
  }

  /** As it stands after all that was followed. */
  analysis(): Analysis {
    for (const change of this.changes) this.known = applyChange(this.known, change);
    this.changes = [];
    return this.known;
  }
}
