import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../../shared/bridge';
import type { DraftCheck, TextChange } from '../../../shared/model/editing';
import type { Failure } from '../../../shared/result';
import type { Notices } from '../notices';
import type { Target } from '../review-store';

const SETTLE_MS = 300;
/** An answer that comes sooner is not waited for in sight: what is shown would flicker at each stroke. */
const LATE_MS = 200;

/** Asks for a check of what is being typed: at once, one at a time, the newest next, and only the newest answer counts. */
export class DraftChecker {
  /** What the check says of the text as it stands; null while that is not known. */
  result: DraftCheck | null = null;
  refusal: Failure | null = null;
  /** The result is of an older state of the text. */
  pending = false;
  /** It has been so for long enough to show it. */
  isLate = false;
  private lateness: ReturnType<typeof setTimeout> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked last. */
  private asked = 0;
  private running = false;
  private next: (() => void) | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<
      DraftChecker,
      'bridge' | 'notices' | 'lateness' | 'timer' | 'asked' | 'running' | 'next'
    >(
      this,
      {
        bridge: false,
        notices: false,
        lateness: false,
        timer: false,
        asked: false,
        running: false,
        next: false,
        result: observableRef,
      },
      { autoBind: true },
    );
  }

  /** `change` is called when it is time: it may have grown until then. Null: there is nothing to check. */
  ask(target: Target | null, change: () => TextChange | null): void {
    this.asked++;
    this.wait(true);
    clearTimeout(this.timer);
    if (this.running) this.next = () => void this.run(target, change);
    else void this.run(target, change);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.next = null;
    this.result = null;
    this.refusal = null;
    this.wait(false);
  }

  private wait(pending: boolean): void {
    this.pending = pending;
    if (!pending) {
      clearTimeout(this.lateness);
      this.lateness = undefined;
      this.isLate = false;
    } else this.lateness ??= setTimeout(() => runInAction(() => (this.isLate = true)), LATE_MS);
  }

  private async run(target: Target | null, change: () => TextChange | null): Promise<void> {
    const sent = change();
    if (!target || !sent) {
      this.forget();
      return;
    }
    this.running = true;
    await this.check(target, sent, () => {
      this.running = false;
      const { next } = this;
      this.next = null;
      next?.();
    });
    // Nothing more was typed: what the quick check left as it was is looked at now. The next stroke need not wait for it.
    if (!this.pending && this.result?.isSettled === false)
      this.timer = setTimeout(() => void this.check(target, sent), SETTLE_MS);
  }

  private async check(target: Target, sent: TextChange, done = (): void => {}): Promise<void> {
    const { asked } = this;
    const answer = await this.notices.quietly(() =>
      this.bridge.checkDraft({ ...target, change: writable(sent) }),
    );
    runInAction(() => {
      // Not an answer to what is typed now; but what was typed is sent only when nothing else is under way.
      if (asked === this.asked) {
        this.wait(false);
        this.result = answer.ok ? answer.value : null;
        this.refusal = answer.ok || answer.error.code === 'unchanged' ? null : answer.error;
      }
      done();
    });
  }
}

/** The bridge takes lists that may be written to. */
export const writable = (change: TextChange) =>
  change.kind === 'source' ? { ...change, edits: change.edits.map((edit) => ({ ...edit })) } : change;
