import { type AnalysisChange, applyChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';

/** Texts of more units than this have changes of megabytes: none is kept. */
const LONG = 1_000_000;
/** Of some 9 kB each. */
const MOST_KEPT = 400;

/**
 * The analysis of a text that is being edited, from what the worker says has changed. A stroke needs only its document and findings,
 * so the rest is made when somebody asks for it, or nobody types.
 */
export class Followed {
  private known: Analysis;
  private changes: AnalysisChange[] = [];

  /** `mostKept`: more strokes without a rest are taken in as they come. */
  constructor(
    analysis: Analysis,
    private readonly mostKept = MOST_KEPT,
  ) {
    this.known = analysis;
  }

  follow(change: AnalysisChange): void {
    this.changes.push(change);
    if (this.known.document.text.length > LONG) this.analysis();
    // Who never rests pays for one stroke at each stroke, not for all at one.
    else if (this.changes.length > this.mostKept) this.takeIn();
  }

  /** Takes in what has come together, each change in a task of its own (some 12 ms in 1 MB), until another comes. */
  async rest(): Promise<void> {
    const newest = this.changes.at(-1);
    try {
      while (this.changes.length > 0 && this.changes.at(-1) === newest) {
        this.takeIn();
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch {
      // Nobody asked yet. What cannot be taken in stays, and fails again before whoever asks for the analysis.
    }
  }

  /** As it stands after all that was followed. */
  analysis(): Analysis {
    while (this.changes.length > 0) this.takeIn();
    return this.known;
  }

  private takeIn(): void {
    const [change] = this.changes;
    if (!change) return;
    this.known = applyChange(this.known, change);
    this.changes.shift();
  }
}
