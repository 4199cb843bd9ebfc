import { makeAutoObservable, reaction } from 'mobx';
import type { Range } from '../../shared/model/range';
import { findInDocument } from '../text/find';
import type { ReviewStore } from './review-store';

/** Looking for words in the report: all of it, not only what is on the screen. */
export class FindStore {
  isOpen = false;
  query = '';
  /** Position in `places`, or -1 before the first step. */
  at = -1;

  constructor(private readonly review: ReviewStore) {
    makeAutoObservable<FindStore, 'review'>(this, { review: false }, { autoBind: true });
    reaction(() => review.snapshot?.report.id, this.forget);
  }

  get places(): readonly Range[] {
    const document = this.review.snapshot?.analysis.document;
    return this.isOpen && document ? findInDocument(document, this.query) : [];
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    this.at = -1;
  }

  /** Another report: nothing is looked for in it yet. */
  forget(): void {
    this.close();
    this.query = '';
  }

  setQuery(query: string): void {
    this.query = query;
    this.at = -1;
    if (this.places.length > 0) this.step(1);
    // What the first letters of it found is not what is looked for.
    else this.review.clearSpot();
  }

  /** Goes to the next place or the one before; round at the ends. */
  step(by: 1 | -1): void {
    const { places } = this;
    if (places.length === 0) return;
    this.at = this.at < 0 ? (by > 0 ? 0 : places.length - 1) : (this.at + by + places.length) % places.length;
    const place = places[this.at];
    if (place) this.review.jump(place);
  }
}
