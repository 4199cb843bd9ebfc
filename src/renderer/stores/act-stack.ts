import { makeAutoObservable, observableRef } from 'mobx';

/** Something done that can be taken back, and done again. `title` tells a person what. */
export interface UndoableAct<T> {
  readonly title: string;
  readonly undo: () => T;
  readonly redo: () => T;
}

/** What was done last, to take back and to bring back again; a new act discards what was taken back before it. */
export class ActStack<T> {
  private done: readonly UndoableAct<T>[] = [];
  private undone: readonly UndoableAct<T>[] = [];

  constructor() {
    makeAutoObservable<ActStack<T>, 'done' | 'undone'>(
      this,
      { done: observableRef, undone: observableRef },
      { autoBind: true },
    );
  }

  add(act: UndoableAct<T>): void {
    this.done = [...this.done, act];
    this.undone = [];
  }

  next(way: 'undo' | 'redo'): UndoableAct<T> | null {
    return (way === 'undo' ? this.done : this.undone).at(-1) ?? null;
  }

  /** Forgets the next one. */
  drop(way: 'undo' | 'redo'): void {
    if (way === 'undo') this.done = this.done.slice(0, -1);
    else this.undone = this.undone.slice(0, -1);
  }

  /** After the next one was taken back, or brought back. */
  moved(way: 'undo' | 'redo'): void {
    const act = this.next(way);
    if (!act) return;
    this.done = way === 'undo' ? this.done.slice(0, -1) : [...this.done, act];
    this.undone = way === 'undo' ? [...this.undone, act] : this.undone.slice(0, -1);
  }
}
