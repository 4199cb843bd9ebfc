import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../../shared/bridge';
import type { DraftCheck, TextChange } from '../../../shared/model/editing';
import type { Failure } from '../../../shared/result';
import type { Notices } from '../notices';
import type { Target } from '../review-store';

const SETTLE_MS = 300;

/** Asks for a check of what is being typed: at once, one at a time, the newest next, and only the newest answer counts. */
export class DraftChecker {
  /** What the check says of the text as it stands; null while that is not known. */
  result: DraftCheck | null = null;
  refusal: Failure | null = null;
  /** The result is of an older state of the text. */
  pending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked last. */
  private asked = 0;
  private running = false;
  private next: (() => void) | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<DraftChecker, 'bridge' | 'notices' | 'timer' | 'asked' | 'running' | 'next'>(
      this,
      {
        bridge: false,
        notices: false,
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
    this.pending = true;
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
    this.pending = false;
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
        this.pending = false;
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
