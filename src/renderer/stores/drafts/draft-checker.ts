import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../../shared/bridge';
import type { DraftCheck, TextChange } from '../../../shared/model/editing';
import type { Failure } from '../../../shared/result';
import type { Notices } from '../notices';
import type { Target } from '../review-store';

const PAUSE_MS = 60;
const SETTLE_MS = 300;

/** Asks for a check of what is being typed: after a pause, one at a time, and only the newest answer counts. */
export class DraftChecker {
  /** What the check says of the text as it stands; null while that is not known. */
  result: DraftCheck | null = null;
  refusal: Failure | null = null;
  /** The result is of an older state of the text. */
  pending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private running = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<DraftChecker, 'bridge' | 'notices' | 'timer' | 'asked' | 'running'>(
      this,
      { bridge: false, notices: false, timer: false, asked: false, running: false, result: observableRef },
      { autoBind: true },
    );
  }

  /** `change` is called when it is time: it may have grown until then. Null: there is nothing to check. */
  ask(target: Target | null, change: () => TextChange | null): void {
    this.asked++;
    this.pending = true;
    clearTimeout(this.timer);
    if (!this.running) this.timer = setTimeout(() => void this.run(target, change), PAUSE_MS);
    else this.next = () => void this.run(target, change);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.next = null;
    this.result = null;
    this.refusal = null;
    this.pending = false;
  }

  private next: (() => void) | null = null;

  private async run(target: Target | null, change: () => TextChange | null): Promise<void> {
    const asked = this.asked;
    const sent = change();
    if (!target || !sent) {
      this.forget();
      return;
    }
    this.running = true;
    const answer = await this.notices.quietly(() =>
      this.bridge.checkDraft({ ...target, change: writable(sent) }),
    );
    runInAction(() => {
      this.running = false;
      const { next } = this;
      this.next = null;
      if (next) next();
      if (asked !== this.asked) return;
      this.pending = false;
      this.result = answer.ok ? answer.value : null;
      this.refusal = answer.ok || answer.error.code === 'unchanged' ? null : answer.error;
      // Nothing more was typed: what the quick check left as it was is looked at now.
      if (answer.ok && !answer.value.isSettled)
        this.timer = setTimeout(() => void this.run(target, change), SETTLE_MS);
    });
  }
}

/** The bridge takes lists that may be written to. */
export const writable = (change: TextChange) =>
  change.kind === 'source' ? { ...change, edits: change.edits.map((edit) => ({ ...edit })) } : change;
