import { makeAutoObservable, observableRef } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { CommentThread } from '../../shared/model/comment';
import type { Finding } from '../../shared/model/finding';
import { overlaps, type Range, rangeOf } from '../../shared/model/range';
import type { KeptTexts } from './drafts/kept-texts';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

export const threadStates = ['open', 'settled', 'all'] as const;
export type ThreadState = (typeof threadStates)[number];

/** What a comment will be about. */
export interface CommentPlace {
  readonly range: Range;
  readonly fingerprint: string | null;
}

interface KeptComment {
  readonly revisionId: number;
  readonly place: CommentPlace;
  readonly excerpt: string;
  readonly body: string;
}

/** What people say about passages and findings. */
export class CommentStore {
  /** Where a new thread is being written; null while none is. */
  writing: CommentPlace | null = null;
  body = '';
  state: ThreadState = 'open';
  /** The thread that was gone to last. */
  chosen: number | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly review: ReviewStore,
    private readonly ui: UiStore,
    private readonly kept: KeptTexts,
  ) {
    makeAutoObservable<CommentStore, 'bridge' | 'review' | 'ui' | 'kept'>(
      this,
      { bridge: false, review: false, ui: false, kept: false, writing: observableRef },
      { autoBind: true },
    );
  }

  get threads(): readonly CommentThread[] {
    return this.review.snapshot?.comments ?? [];
  }

  get open(): readonly CommentThread[] {
    return this.threads.filter(({ settled }) => settled === null);
  }

  get listed(): readonly CommentThread[] {
    if (this.state === 'all') return this.threads;
    return this.threads.filter(({ settled }) => (settled === null) === (this.state === 'open'));
  }

  /** Threads about a finding, or about the very passage that it marks. */
  of({ fingerprint, range }: Finding): readonly CommentThread[] {
    return this.threads.filter(
      (thread) =>
        thread.fingerprint === fingerprint ||
        (thread.fingerprint === null && thread.range !== null && overlaps(thread.range, range)),
    );
  }

  /** Open threads in the order of the text; those whose passage is gone come last. */
  get ordered(): readonly CommentThread[] {
    const place = ({ range }: CommentThread): number => range?.start ?? Number.MAX_SAFE_INTEGER;
    return [...this.open].sort((a, b) => place(a) - place(b));
  }

  /** To the next open thread, or the one before; round at the ends. */
  step(by: 1 | -1): void {
    const { ordered } = this;
    if (ordered.length === 0) return;
    const at = ordered.findIndex(({ id }) => id === this.chosen);
    const next = at < 0 ? (by > 0 ? 0 : ordered.length - 1) : (at + by + ordered.length) % ordered.length;
    this.choose(ordered[next]?.id ?? null);
  }

  /** Shows a thread beside its passage. */
  choose(id: number | null): void {
    const thread = this.threads.find((one) => one.id === id);
    if (!thread) return;
    this.chosen = thread.id;
    if (this.state !== 'all') this.state = thread.settled ? 'settled' : 'open';
    this.ui.showView('document');
    this.ui.showTab('comments');
    if (thread.range) this.review.jump(thread.range);
  }

  setState(state: ThreadState): void {
    this.state = state;
  }

  setBody(body: string): void {
    this.body = body;
    this.keep();
  }

  /** What was being written about this report when it was left: it goes on where it stood. */
  recall(): void {
    const { target } = this.review;
    const kept = target && (this.kept.get(target.reportId, 'comment') as KeptComment | null);
    this.writing = kept && this.placeOf(kept);
    this.body = kept?.body ?? '';
  }

  /** Begins a comment: on a passage, or on the chosen finding. */
  write(place: CommentPlace | null = this.ofChosen): void {
    if (!place || !this.review.snapshot) return;
    this.writing = place;
    this.ui.showTab('comments');
  }

  cancel(): void {
    this.writing = null;
    this.body = '';
    this.keep();
  }

  async send(): Promise<boolean> {
    const { writing } = this;
    const body = this.body.trim();
    if (!writing || body === '') return false;
    const done = await this.review.perform((target) =>
      this.bridge.addComment({ ...target, ...writing, body }),
    );
    if (done) this.cancel();
    return done;
  }

  async reply(thread: number, body: string): Promise<boolean> {
    const { target } = this.review;
    if (!target || body.trim() === '') return false;
    const { reportId } = target;
    return this.review.perform(() => this.bridge.replyComment({ reportId, thread, body: body.trim() }));
  }

  async withdraw(comment: number): Promise<boolean> {
    return this.review.perform(({ reportId }) => this.bridge.withdrawComment({ reportId, comment }));
  }

  async settle(thread: number, settled: boolean): Promise<boolean> {
    return this.review.perform(({ reportId }) => this.bridge.settleComment({ reportId, thread, settled }));
  }

  private keep(): void {
    const { target } = this.review;
    if (!target) return;
    const { writing: place, body } = this;
    const excerpt = place ? this.review.text.slice(place.range.start, place.range.end) : '';
    const kept: KeptComment | null =
      place && body.trim() !== '' ? { revisionId: target.revisionId, place, excerpt, body } : null;
    this.kept.set(target.reportId, 'comment', kept);
  }

  /** In another text by the words of the passage; where they are gone, the comment is about the report. */
  private placeOf({ revisionId, place, excerpt }: KeptComment): CommentPlace {
    if (revisionId === this.review.target?.revisionId) return place;
    const at = excerpt === '' ? -1 : this.review.text.indexOf(excerpt);
    return { ...place, range: at < 0 ? rangeOf(0, 0) : rangeOf(at, at + excerpt.length) };
  }

  private get ofChosen(): CommentPlace | null {
    const finding = this.review.findings.current?.finding;
    return finding ? { range: finding.range, fingerprint: finding.fingerprint } : null;
  }
}
