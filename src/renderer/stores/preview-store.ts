import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ExportStore } from './export-store';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The PDF as it would be released, kept only while it is looked at. */
export class PreviewStore {
  /** A copy for the reader, which takes it over. */
  bytes: Uint8Array | null = null;
  /** What is shown: the final form, or the draft, and why. */
  form: NonNullable<ExportStore['hindrance']> | 'final' = 'signOff';
  error: string | null = null;
  /** 1: a point of the PDF is 1/72 inch of the screen; null: as wide as the window allows. */
  zoom: number | null = null;
  /** From 1: the page in view. */
  page = 1;
  query = '';
  private asked = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
    private readonly exports: ExportStore,
  ) {
    makeAutoObservable<PreviewStore, 'bridge' | 'notices' | 'ui' | 'review' | 'exports' | 'asked'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        review: false,
        exports: false,
        asked: false,
        bytes: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Shows what an export would write now: the final form where nothing stands in its way, else the draft. */
  async open(): Promise<void> {
    const { target } = this.review;
    if (!target) return;
    const asked = ++this.asked;
    this.bytes = null;
    this.error = null;
    this.page = 1;
    this.query = '';
    this.form = this.exports.hindrance ?? 'final';
    this.ui.openDialog('preview');
    const draft = this.form !== 'final';
    const made = await this.notices.quietly(() => this.bridge.previewReport({ ...target, draft }));
    runInAction(() => {
      if (asked !== this.asked) return;
      if (!made.ok) this.error = this.notices.sentenceOf(made.error);
      else if (made.value) this.bytes = made.value;
      else this.close();
    });
  }

  close(): void {
    this.asked++;
    this.bytes = null;
    if (this.ui.dialog === 'preview') this.ui.closeDialog();
  }

  setPage(page: number): void {
    this.page = page;
  }

  setQuery(query: string): void {
    this.query = query;
  }

  fit(): void {
    this.zoom = null;
  }

  /** The next larger or smaller step from the scale shown. */
  step(by: 1 | -1, shown: number): void {
    const next =
      by > 0 ? zooms.find((zoom) => zoom > shown + 0.01) : zooms.findLast((zoom) => zoom < shown - 0.01);
    this.zoom = next ?? shown;
  }
}
