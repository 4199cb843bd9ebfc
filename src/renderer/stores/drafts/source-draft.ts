import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../../shared/bridge';
import type { TextChange } from '../../../shared/model/editing';
import type { Edit } from '../../../shared/model/finding';
import type { Notices } from '../notices';
import type { ReviewStore } from '../review-store';
import type { Memory } from '../ui-store';
import { DraftChecker } from './draft-checker';

/** Beyond this the draft lives only as long as the window. */
const MAX_KEPT = 1_000_000;
const KEEP_AFTER_MS = 500;
export const sourceDraftKey = (reportId: number): string => `gouji.source-draft.${reportId}`;

interface KeptDraft {
  readonly revisionId: number;
  readonly edits: readonly Edit[];
  readonly reason?: string;
}

/** What is changed in the source view and not saved. It outlives the view, and the window. */
export class SourceDraft {
  /** From the text of the revision shown to that in the editor. */
  edits: readonly Edit[] = [];
  reason = '';
  saving = false;
  /** Counts up when the editor must begin anew: the draft was given up. */
  round = 0;
  readonly check: DraftChecker;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    bridge: Bridge,
    notices: Notices,
    private readonly review: ReviewStore,
    private readonly memory: Memory,
  ) {
    this.check = new DraftChecker(bridge, notices);
    makeAutoObservable<SourceDraft, 'review' | 'memory' | 'timer'>(
      this,
      { review: false, memory: false, timer: false, check: false, edits: observableRef },
      { autoBind: true },
    );
  }

  get changed(): boolean {
    return this.edits.length > 0;
  }

  /** The revision that is shown now: what was kept for it comes back, anything else is gone. */
  show(): void {
    const { target } = this.review;
    this.edits = [];
    this.reason = '';
    this.check.forget();
    if (!target) return;
    const kept = this.recall(target.reportId);
    if (kept?.revisionId !== target.revisionId) return;
    this.edits = kept.edits;
    this.reason = kept.reason ?? '';
    this.askCheck();
  }

  take(edits: readonly Edit[]): void {
    this.edits = edits;
    this.keepSoon();
    if (edits.length === 0) this.check.forget();
    else this.askCheck();
  }

  setReason(reason: string): void {
    this.reason = reason;
    this.keepSoon();
  }

  /** A window that closes waits for nothing. Returns a function that stops listening. */
  listen(): () => void {
    const flush = (): void => {
      if (this.timer !== undefined) this.keep();
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }

  cancel(): void {
    this.edits = [];
    this.round++;
    this.check.forget();
    this.keep();
  }

  async save(): Promise<boolean> {
    const { change } = this;
    if (!change || this.saving) return false;
    this.saving = true;
    const done = await this.review.editText(change, this.reason.trim());
    runInAction(() => {
      this.saving = false;
      if (done) this.edits = [];
      if (done) this.reason = '';
    });
    if (done) this.keep();
    return done;
  }

  private get change(): TextChange | null {
    return this.edits.length > 0 ? { kind: 'source', edits: this.edits } : null;
  }

  private askCheck(): void {
    this.check.ask(this.review.target, () => this.change);
  }

  private keepSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.keep, KEEP_AFTER_MS);
  }

  private keep(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { target } = this.review;
    if (!target) return;
    const kept = this.changed
      ? JSON.stringify({ revisionId: target.revisionId, edits: this.edits, reason: this.reason })
      : '';
    try {
      this.memory.setItem(sourceDraftKey(target.reportId), kept.length > MAX_KEPT ? '' : kept);
    } catch {
      // The store of the window is full: the draft lives as long as the window.
    }
  }

  private recall(reportId: number): KeptDraft | null {
    try {
      return JSON.parse(this.memory.getItem(sourceDraftKey(reportId)) ?? '') ?? null;
    } catch {
      return null;
    }
  }
}
