import { makeAutoObservable } from 'mobx';
import type { UiStore } from '../ui-store';

/** Something typed that is not in any revision yet. */
export interface Unsaved {
  readonly changed: boolean;
  /** False when it could not be saved: it stays. */
  save(): Promise<boolean>;
  cancel(): void;
}

/** Asks before what is typed would be lost or meet another text. */
export class UnsavedStore {
  private answer: ((cleared: boolean) => void) | null = null;

  constructor(
    private readonly ui: UiStore,
    private readonly drafts: readonly Unsaved[],
  ) {
    makeAutoObservable<UnsavedStore, 'ui' | 'drafts' | 'answer'>(
      this,
      { ui: false, drafts: false, answer: false },
      { autoBind: true },
    );
  }

  get any(): boolean {
    return this.drafts.some(({ changed }) => changed);
  }

  /** True when nothing stands in the way (any more); false when the person stays with what is typed. */
  cleared(): true | Promise<boolean> {
    if (!this.any) return true;
    this.answer?.(false);
    this.ui.openDialog('unsaved');
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  async save(): Promise<void> {
    for (const draft of this.drafts) {
      if (draft.changed && !(await draft.save())) {
        this.stay();
        return;
      }
    }
    this.close(true);
  }

  discard(): void {
    for (const draft of this.drafts) if (draft.changed) draft.cancel();
    this.close(true);
  }

  stay(): void {
    this.close(false);
  }

  private close(cleared: boolean): void {
    const { answer } = this;
    this.answer = null;
    if (this.ui.dialog === 'unsaved') this.ui.closeDialog();
    answer?.(cleared);
  }
}
