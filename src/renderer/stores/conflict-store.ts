import { makeAutoObservable, reaction } from 'mobx';
import type { Range } from '../../shared/model/range';
import type { Tie } from '../../shared/model/tie';
import { agreed, arithmeticOf, editsToAgree, placesOfConflict } from '../text/conflict';
import type { ReviewStore } from './review-store';

/** Two or more places that say one thing in different ways: which is right, and what the others become. */
export class ConflictStore {
  /** Position of the place that is right; -1: none of them, and `own` is. Null: not decided. */
  right: number | null = null;
  own = '';
  /** What a person made of a place's proposal, by position. */
  private changed: ReadonlyMap<number, string> = new Map();

  constructor(private readonly review: ReviewStore) {
    makeAutoObservable<ConflictStore, 'review'>(this, { review: false }, { autoBind: true });
    reaction(() => [review.findings.selected, review.text], this.forget);
  }

  get places(): readonly Range[] {
    const item = this.review.findings.current;
    return item && !item.waiver ? placesOfConflict(item.finding, this.review.text) : [];
  }

  get arithmetic(): readonly Tie[] {
    const finding = this.review.findings.current?.finding;
    const analysis = this.review.snapshot?.analysis;
    const ties = finding && analysis ? arithmeticOf(finding, analysis) : [];
    // That two places differ is plain where they stand side by side.
    return this.places.length === 0 ? ties : ties.filter(({ form }) => form !== 'equal');
  }

  /** How each place will read; as they are while nothing is decided. */
  get wanted(): readonly string[] {
    const { text } = this.review;
    const said = this.places.map(({ start, end }) => text.slice(start, end));
    const { right } = this;
    if (right === null) return said;
    const model = right < 0 ? this.own.trim() : (said[right] ?? '');
    if (model === '') return said;
    return said.map((own, index) =>
      index === right ? own : (this.changed.get(index) ?? agreed(model, own)),
    );
  }

  get ready(): boolean {
    return !this.review.busy && editsToAgree(this.review.text, this.places, this.wanted).length > 0;
  }

  choose(right: number): void {
    if (right >= this.places.length) return;
    this.right = right;
    this.changed = new Map();
    const place = this.places[right];
    if (place) this.review.jump(place);
  }

  setOwn(text: string): void {
    this.own = text;
    this.right = -1;
    this.changed = new Map();
  }

  setWanted(index: number, text: string): void {
    this.changed = new Map(this.changed).set(index, text);
  }

  forget(): void {
    this.right = null;
    this.own = '';
    this.changed = new Map();
  }

  /** All places as they shall read, as one revision. */
  async apply(reason: string): Promise<boolean> {
    const edits = editsToAgree(this.review.text, this.places, this.wanted);
    if (edits.length === 0 || this.right === null) return false;
    return this.review.editText({ kind: 'source', edits }, reason, false);
  }
}
