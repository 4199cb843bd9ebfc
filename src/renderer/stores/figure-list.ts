import { makeAutoObservable, observableRef } from 'mobx';
import type { Analysis } from '../../shared/model/analysis';
import type { Fact, Quantity, QuantityState } from '../../shared/model/quantity';
import { contextAfter, contextBefore } from '../text/edits';

export interface FigureItem {
  /** Index into `Analysis.quantities`. */
  readonly index: number;
  readonly quantity: Quantity;
  readonly fact: Fact | null;
  readonly state: QuantityState;
}

export interface Excerpt {
  readonly before: string;
  readonly raw: string;
  readonly after: string;
}

/** In the order of the coverage bar: what is confirmed first, what makes no claim last. */
export const figureStates: readonly QuantityState[] = [
  'tied',
  'conflicting',
  'waived',
  'single',
  'unclear',
  'exempt',
];

export function figureItems(analysis: Analysis): readonly FigureItem[] {
  const facts = new Map(analysis.facts.map((fact) => [fact.quantity, fact]));
  return analysis.quantities.map((quantity, index) => ({
    index,
    quantity,
    fact: facts.get(index) ?? null,
    state: analysis.states[index] ?? 'unclear',
  }));
}

/** A quantity with the text around it, on its own line. */
export const excerptOf = (text: string, { range }: Quantity): Excerpt => ({
  before: contextBefore(text, range.start, 16),
  raw: text.slice(range.start, range.end),
  after: contextAfter(text, range.end, 16),
});

/** Which quantities are listed and which one is chosen. */
export class FigureList {
  items: readonly FigureItem[] = [];
  state: QuantityState | null = null;
  selected: number | null = null;

  constructor() {
    makeAutoObservable(this, { items: observableRef }, { autoBind: true });
  }

  get listed(): readonly FigureItem[] {
    return this.state === null ? this.items : this.items.filter((item) => item.state === this.state);
  }

  get current(): FigureItem | null {
    return this.selected === null ? null : (this.items[this.selected] ?? null);
  }

  get position(): number {
    return this.listed.findIndex((item) => item.index === this.selected);
  }

  filter(state: QuantityState | null): void {
    this.state = state;
  }

  select(index: number | null): void {
    this.selected = index;
  }

  neighbour(step: number): FigureItem | null {
    const { listed, position } = this;
    return listed[Math.max(0, Math.min(listed.length - 1, position + step))] ?? null;
  }

  /** Indices are those of one text: another text forgets what was chosen. */
  receive(items: readonly FigureItem[], sameText: boolean): void {
    this.items = items;
    if (!sameText) this.selected = null;
  }
}
