import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Range } from '../../shared/model/range';
import type { SourceMap, SourcePlace } from '../../shared/model/source';
import { placesOf } from '../text/source-places';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';

const NOWHERE: SourceMap = [];

/** Where the text under review stands in the file that it came from. */
export class SourceStore {
  private map: SourceMap = NOWHERE;
  /** Revision that `map` belongs to, also while it is on its way. */
  private revisionId: number | null = null;
  /** Sources whose notes the person has put away, by their SHA-256. */
  private readonly readNotes = observable.set<string>();

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<SourceStore, 'bridge' | 'notices' | 'review' | 'map' | 'revisionId' | 'readNotes'>(
      this,
      {
        bridge: false,
        notices: false,
        review: false,
        map: observableRef,
        revisionId: true,
        readNotes: false,
      },
      { autoBind: true },
    );
  }

  /** Fetches the map of the revision under review, once. Without one nothing is shown, and nothing is said. */
  async load(): Promise<void> {
    const { target } = this.review;
    if (!target || target.revisionId === this.revisionId) return;
    this.revisionId = target.revisionId;
    this.map = NOWHERE;
    const result = await this.notices.quietly(() => this.bridge.sourceMap(target));
    runInAction(() => {
      if (this.revisionId !== target.revisionId) return;
      if (result.ok) this.map = result.value;
      else this.revisionId = null;
    });
  }

  /** First and last place that a range of the working text comes from, or null for generated text. */
  placesOf(range: Range): readonly [SourcePlace, SourcePlace] | null {
    const ready = this.revisionId === this.review.snapshot?.revisionId;
    return ready ? placesOf(this.map, range) : null;
  }

  /** Notes on the import that the person has not put away yet. */
  get unreadNotes(): number {
    const source = this.review.snapshot?.source;
    return !source || this.readNotes.has(source.sha256) ? 0 : source.notes.length;
  }

  putNotesAway(): void {
    const source = this.review.snapshot?.source;
    if (source) this.readNotes.add(source.sha256);
  }
}
