import { makeAutoObservable, observableRef } from 'mobx';
import type { Analysis } from '../../shared/model/analysis';
import type { QuantityState } from '../../shared/model/quantity';
import type { FigureRow } from '../../shared/tables/figure-rows';
import type { QuoteRow } from '../../shared/tables/quote-rows';
import { figureTable, isUnconfirmed, unconfirmedStates } from '../tables/figure-table';
import { quoteTable } from '../tables/quote-table';
import { type Section, sectionsOf, sectionWithin } from '../tables/sections';
import { type TableData, tableData } from '../tables/table-data';
import { type TieRow, tieTable } from '../tables/tie-table';
import type { SettingsStore } from './settings-store';
import { TableList } from './table-list';

export const dataTabs = ['figures', 'ties', 'quotes', 'power'] as const;
export type DataTab = (typeof dataTabs)[number];

/** In the order of the coverage bar: what is confirmed first, what makes no claim last. */
export const figureStates: readonly QuantityState[] = [
  'tied',
  'conflicting',
  'waived',
  'single',
  'unclear',
  'exempt',
];

export function emptyTable<R>(): TableData<R> {
  return tableData<R>({ rows: [], columns: [], facets: {}, section: () => -1, searched: () => '' });
}

/** The data tables of the report under review: what is listed of each, and which of them is shown. */
export class DataTables {
  tab: DataTab = 'figures';
  /** Index of the section's heading; null for the whole report. */
  section: number | null = null;
  private analysis: Analysis | null = null;
  readonly figures: TableList<FigureRow>;
  readonly ties: TableList<TieRow>;
  readonly quotes: TableList<QuoteRow>;

  constructor(settings: SettingsStore) {
    this.figures = new TableList(settings, emptyTable<FigureRow>());
    this.ties = new TableList(settings, emptyTable<TieRow>());
    this.quotes = new TableList(settings, emptyTable<QuoteRow>());
    makeAutoObservable<DataTables, 'analysis'>(
      this,
      { analysis: observableRef, figures: false, ties: false, quotes: false },
      { autoBind: true },
    );
  }

  get sections(): readonly Section[] {
    return this.analysis ? sectionsOf(this.analysis.document) : [];
  }

  /** True while exactly the figures are listed that nothing confirms. */
  get showsUnconfirmed(): boolean {
    const picked = this.figures.picked('state');
    return picked.size === unconfirmedStates.size && isUnconfirmed(picked);
  }

  /** Takes the analysis of the same report after an act, or with other references. */
  receive(analysis: Analysis, sameText: boolean): void {
    this.analysis = analysis;
    if (!sameText) this.setSection(null);
    this.figures.receive(() => figureTable(analysis), sameText);
    // Other references make other ties of the same text.
    this.ties.receive(() => tieTable(analysis), false);
    this.quotes.receive(() => quoteTable(analysis), false);
  }

  /** Forgets the report before. */
  reset(analysis: Analysis | null): void {
    this.analysis = analysis;
    this.tab = 'figures';
    this.section = null;
    this.figures.reset(analysis ? () => figureTable(analysis) : undefined);
    this.ties.reset(analysis ? () => tieTable(analysis) : undefined);
    this.quotes.reset(analysis ? () => quoteTable(analysis) : undefined);
  }

  show(tab: DataTab): void {
    this.tab = tab;
  }

  setSection(section: number | null): void {
    this.section = section;
    const within = section === null ? null : sectionWithin(this.sections, section);
    this.figures.setSections(within);
    this.ties.setSections(within);
    this.quotes.setSections(within);
  }

  /** Only the figures of one state; a second time all of them again. */
  pickState(state: QuantityState): void {
    const picked = this.figures.picked('state');
    const again = picked.size === 1 && picked.has(state);
    this.figures.clearFilters();
    this.setSection(null);
    this.figures.pick('state', again ? [] : [state]);
    this.tab = 'figures';
  }

  /** Chooses a figure's row, even when the filters keep it out. */
  revealFigure(index: number): void {
    if (!this.figures.isListed(index)) {
      this.figures.clearFilters();
      this.setSection(null);
    }
    this.figures.choose(index);
    this.tab = 'figures';
  }

  toggleUnconfirmed(): void {
    this.figures.pick('state', this.showsUnconfirmed ? [] : unconfirmedStates);
    this.tab = 'figures';
  }

  /** The ties themselves, whatever was filtered. */
  showTies(ties: readonly number[]): void {
    this.ties.clearFilters();
    this.setSection(null);
    this.ties.showOnly(new Set(ties));
    this.tab = 'ties';
    this.ties.moveTo(0);
  }
}
