import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { SearchHit, SearchResult } from '../../shared/model/library';
import { placeOfHit } from '../text/search-place';
import type { LibraryStore } from './library-store';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';

/** A person who goes on typing is not asked for in between. */
const WAIT_MS = 120;

/** Search in the texts and figures of all reports. */
export class SearchStore {
  query = '';
  result: SearchResult | null = null;
  /** Hit that the keyboard is on. */
  row = 0;
  /** Archived reports are looked into as well. */
  archived = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly library: LibraryStore,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<SearchStore, 'bridge' | 'notices' | 'library' | 'review' | 'timer'>(
      this,
      { bridge: false, notices: false, library: false, review: false, timer: false, result: observableRef },
      { autoBind: true },
    );
  }

  get active(): boolean {
    return this.query.trim() !== '';
  }

  get hits(): readonly SearchHit[] {
    return this.result?.hits ?? [];
  }

  setQuery(query: string): void {
    this.query = query;
    clearTimeout(this.timer);
    if (this.active) this.timer = setTimeout(() => void this.run(), WAIT_MS);
    else this.result = null;
  }

  async run(): Promise<void> {
    const { query } = this;
    const archived = this.archived || this.library.shelf === 'archived';
    const found = await this.notices.attempt(() => this.bridge.searchLibrary({ query, archived }));
    runInAction(() => {
      // Meanwhile the person may have typed on.
      if (query !== this.query || !found.ok) return;
      this.result = found.value;
      this.row = 0;
    });
  }

  lookInArchived(archived: boolean): void {
    this.archived = archived;
    void this.run();
  }

  moveTo(row: number): void {
    this.row = Math.max(0, Math.min(this.hits.length - 1, row));
  }

  /** Opens the report at the place that was found. */
  async open(hit: SearchHit | undefined): Promise<void> {
    if (!hit || !(await this.library.open(hit.reportId))) return;
    const { snapshot } = this.review;
    const place = snapshot && placeOfHit(snapshot.analysis.document, hit);
    if (place) this.review.jump(place);
  }
}
