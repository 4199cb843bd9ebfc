import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../../shared/bridge';
import type { Block, Cell, Prose, ReportDocument } from '../../../shared/model/document';
import type { TextChange } from '../../../shared/model/editing';
import type { Range } from '../../../shared/model/range';
import type { TextPlace } from '../../text/document-steps';
import { firstEndingAtOrAfter } from '../../text/marks';
import type { Notices } from '../notices';
import type { ReviewStore } from '../review-store';
import { DraftChecker } from './draft-checker';
import type { KeptTexts } from './kept-texts';

interface KeptEdit {
  readonly place: TextPlace;
  readonly original: string;
  readonly typed: string;
  readonly reason: string;
}

/** The paragraph or cell that is being changed where it stands. */
export class EditStore {
  place: TextPlace | null = null;
  original = '';
  typed = '';
  reason = '';
  saving = false;
  readonly check: DraftChecker;

  constructor(
    bridge: Bridge,
    notices: Notices,
    private readonly review: ReviewStore,
    private readonly kept: KeptTexts,
  ) {
    this.check = new DraftChecker(bridge, notices);
    makeAutoObservable<EditStore, 'review' | 'kept'>(
      this,
      { review: false, kept: false, check: false, place: observableRef },
      { autoBind: true },
    );
  }

  get changed(): boolean {
    return this.place !== null && this.typed !== this.original;
  }

  /** The place in a block that is being changed, or null. */
  inBlock(block: number): TextPlace | null {
    return this.place?.block === block ? this.place : null;
  }

  /** Opens the editor at a place; false where there is no text to change. */
  start(place: TextPlace): boolean {
    const prose = this.proseAt(place);
    if (!prose || this.saving || this.review.busy || this.changed) return false;
    this.check.forget();
    this.place = place;
    this.original = prose.text;
    this.typed = prose.text;
    this.reason = '';
    return true;
  }

  /** Opens it where a range of the text begins. */
  startAt(range: Range): boolean {
    const place = this.review.snapshot && placeOf(this.review.snapshot.analysis.document, range);
    return place ? this.start(place) : false;
  }

  type(text: string): void {
    this.typed = text;
    this.keep();
    this.check.ask(this.review.target, () => this.change);
  }

  setReason(reason: string): void {
    this.reason = reason;
    this.keep();
  }

  /**
   * What was being changed in this report when it was left: it goes on where it stood. Yields the text when the place reads
   * otherwise by now, so that it is not lost; null when all is well.
   */
  recall(): string | null {
    this.clear();
    const { target, snapshot } = this.review;
    const kept = target && (this.kept.get(target.reportId, 'edit') as KeptEdit | null);
    if (!kept?.place || !target || !snapshot) return null;
    if (!this.start(kept.place) || this.original !== kept.original) {
      this.clear();
      this.kept.set(target.reportId, 'edit', null);
      return kept.typed;
    }
    this.reason = kept.reason;
    this.type(kept.typed);
    const block = snapshot.analysis.document.blocks[kept.place.block];
    if (block) this.review.scrollTo(block.range);
    return null;
  }

  cancel(): void {
    this.clear();
    this.keep();
  }

  private clear(): void {
    this.place = null;
    this.original = '';
    this.typed = '';
    this.check.forget();
  }

  /** Makes the next revision of it. False when nothing came of it: what is typed stays. */
  async save(): Promise<boolean> {
    const { change } = this;
    if (!change || this.saving) return false;
    if (!this.changed) {
      this.cancel();
      return true;
    }
    this.saving = true;
    const done = await this.review.editText(change, this.reason.trim());
    runInAction(() => {
      this.saving = false;
      if (done) this.cancel();
    });
    return done;
  }

  private keep(): void {
    const { target } = this.review;
    if (!target) return;
    const { place, original, typed, reason } = this;
    this.kept.set(target.reportId, 'edit', this.changed ? { place, original, typed, reason } : null);
  }

  private get change(): TextChange | null {
    const { place, typed } = this;
    if (!place) return null;
    const { block, cell } = place;
    return cell ? { kind: 'cell', block, ...cell, text: typed } : { kind: 'block', block, text: typed };
  }

  private proseAt({ block, cell }: TextPlace): Prose | null {
    const found = this.review.snapshot?.analysis.document.blocks[block];
    if (!found) return null;
    if (!cell) return 'prose' in found ? found.prose : null;
    const it = cellOf(found, cell);
    return it && !it.covered ? it.prose : null;
  }
}

const cellOf = (block: Block, { row, column }: NonNullable<TextPlace['cell']>): Cell | undefined =>
  block.kind === 'table' ? (row < 0 ? block.header : block.rows[row])?.cells[column] : undefined;

/** The block or cell that holds the start of a range. */
export function placeOf({ blocks }: ReportDocument, { start }: Range): TextPlace | null {
  const block = blocks.find(({ range }) => range.start <= start && start <= range.end);
  if (!block) return null;
  if (block.kind !== 'table') return 'prose' in block ? { block: block.index, cell: null } : null;
  const inHeader = start <= block.header.range.end;
  const row = inHeader ? -1 : firstEndingAtOrAfter(block.rows, start);
  const found = inHeader ? block.header : block.rows[row];
  if (!found || start < found.range.start) return null;
  const column = found.cells.findIndex(({ outer }) => start <= outer.end);
  return column < 0 ? null : { block: block.index, cell: { row, column } };
}
