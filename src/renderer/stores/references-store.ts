import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ReferenceChoice } from '../../shared/model/review';
import { wordsOf } from '../tables/filter';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

/** The dialog in which a person says what the report is checked against. */
export class ReferencesStore {
  /** What is stored and what could be chosen; null until it has come. */
  offered: ReferenceChoice | null = null;
  automatic = true;
  previousReportId: number | null = null;
  readonly ledgerIds = observable.set<number>();
  search = '';
  saving = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<ReferencesStore, 'bridge' | 'notices' | 'ui' | 'review'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        review: false,
        ledgerIds: false,
        offered: observableRef,
      },
      { autoBind: true },
    );
  }

  get ledgers(): ReferenceChoice['ledgers'] {
    const words = wordsOf(this.search);
    const { ledgers = [] } = this.offered ?? {};
    return ledgers.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  }

  async open(): Promise<void> {
    const { target } = this.review;
    if (!target) return;
    this.offered = null;
    this.search = '';
    this.ui.openDialog('references');
    const { reportId } = target;
    const answer = await this.notices.attempt(() => this.bridge.references({ reportId }));
    runInAction(() => {
      if (this.ui.dialog !== 'references') return;
      if (answer.ok) this.offer(answer.value);
      else this.ui.closeDialog();
    });
  }

  setAutomatic(automatic: boolean): void {
    this.automatic = automatic;
    if (automatic && this.offered) this.offer({ ...this.offered, automatic });
  }

  setPrevious(reportId: number | null): void {
    this.previousReportId = reportId;
  }

  setSearch(search: string): void {
    this.search = search;
  }

  toggleLedger(id: number): void {
    if (!this.ledgerIds.delete(id)) this.ledgerIds.add(id);
  }

  /** Stores the choice; the report is checked anew with it. A cancelled check changes nothing. */
  async save(): Promise<void> {
    if (!this.offered || this.saving) return;
    const { automatic, previousReportId } = this;
    const ledgerIds = [...this.ledgerIds];
    this.saving = true;
    const saved = await this.review.setReferences({ automatic, previousReportId, ledgerIds });
    runInAction(() => {
      this.saving = false;
      if (saved && this.ui.dialog === 'references') this.ui.closeDialog();
    });
  }

  private offer(choice: ReferenceChoice): void {
    this.offered = choice;
    this.automatic = choice.automatic;
    this.previousReportId = choice.previousReportId;
    this.ledgerIds.replace(choice.ledgerIds);
  }
}
