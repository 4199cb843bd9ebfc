import { makeAutoObservable } from 'mobx';
import { type Failure, failure, type Result } from '../../shared/result';
import type { Messages } from '../locales/index';
import type { SettingsStore } from './settings-store';

export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'info';
  readonly text: string;
}

const INFO_MS = 5_000;

/** What is said to the person in passing, and the one place where failed messages become sentences. */
export class Notices {
  items: readonly Notice[] = [];
  private lastId = 0;

  constructor(private readonly settings: SettingsStore) {
    makeAutoObservable<Notices, 'settings' | 'lastId'>(
      this,
      { settings: false, lastId: false },
      { autoBind: true },
    );
  }

  say(kind: Notice['kind'], text: string): void {
    const notice = { id: ++this.lastId, kind, text };
    // The same sentence twice says nothing new.
    this.items = [...this.items.filter((one) => one.text !== text), notice];
    if (kind === 'info') setTimeout(() => this.dismiss(notice.id), INFO_MS);
  }

  dismiss(id: number): void {
    this.items = this.items.filter((one) => one.id !== id);
  }

  get text(): Messages {
    return this.settings.text;
  }

  sentenceOf(error: Failure): string {
    return this.settings.text.failures[error.code] ?? error.message;
  }

  /** Sends a message; a bug on the other side (a rejected promise) becomes a failure like any other. */
  async attempt<T>(send: () => Promise<Result<T>>): Promise<Result<T>> {
    const result = await this.quietly(send);
    if (!result.ok) this.say('error', this.sentenceOf(result.error));
    return result;
  }

  /** As `attempt`, for callers that show the sentence themselves. */
  async quietly<T>(send: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await send();
    } catch {
      return failure('unexpected', this.settings.text.app.unexpected);
    }
  }
}
