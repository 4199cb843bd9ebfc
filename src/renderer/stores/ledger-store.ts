import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { LedgerFact, LedgerFacts, LedgerSummary } from '../../shared/model/ledger';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { UiStore } from './ui-store';

const NO_FACTS: LedgerFacts = { facts: [], gaps: [] };

/** The ledgers that there are, and the facts of the chosen one. */
export class LedgerStore {
  ledgers: readonly LedgerSummary[] = [];
  loaded = false;
  running = false;
  chosen: number | null = null;
  /** Of the chosen ledger; null while they are on their way. */
  facts: LedgerFacts | null = null;
  filter = '';

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
  ) {
    makeAutoObservable<LedgerStore, 'bridge' | 'notices' | 'ui'>(
      this,
      { bridge: false, notices: false, ui: false, ledgers: observableRef, facts: observableRef },
      { autoBind: true },
    );
  }

  get current(): LedgerSummary | null {
    return this.ledgers.find(({ id }) => id === this.chosen) ?? null;
  }

  /** The facts that have every word of the filter somewhere. */
  get listed(): readonly LedgerFact[] {
    const { facts } = this.facts ?? NO_FACTS;
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return facts;
    return facts.filter((fact) => {
      const text = searched(fact);
      return words.every((word) => text.includes(word));
    });
  }

  async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listLedgers());
    runInAction(() => {
      this.loaded = true;
    });
    if (listed.ok) this.receive(listed.value, false);
  }

  /** Takes a new list. With `arrived`, the ledger that came in last is chosen. */
  receive(ledgers: readonly LedgerSummary[], arrived: boolean): void {
    this.ledgers = ledgers;
    const newest = arrived ? Math.max(...ledgers.map(({ id }) => id)) : null;
    const next = newest ?? this.current?.id ?? ledgers[0]?.id ?? null;
    if (next !== this.chosen || !this.facts) void this.select(next);
  }

  async select(id: number | null): Promise<void> {
    this.chosen = id;
    this.facts = null;
    this.filter = '';
    if (id === null) return;
    const facts = await this.notices.attempt(() => this.bridge.ledgerFacts({ ledgerId: id }));
    runInAction(() => {
      if (this.chosen === id) this.facts = facts.ok ? facts.value : NO_FACTS;
    });
  }

  setFilter(filter: string): void {
    this.filter = filter;
  }

  /** Takes the figures of a report in the library as a ledger. */
  async takeReport(reportId: number): Promise<void> {
    await this.run(() => this.bridge.ledgerFromReport({ reportId }), true);
  }

  async removeChosen(): Promise<void> {
    const ledgerId = this.chosen;
    if (ledgerId !== null) await this.run(() => this.bridge.removeLedger({ ledgerId }), false);
  }

  private async run(send: () => Promise<Result<readonly LedgerSummary[]>>, arrived: boolean): Promise<void> {
    if (this.running) return;
    this.running = true;
    const result = await this.notices.attempt(send);
    runInAction(() => {
      this.running = false;
      this.ui.closeDialog();
      // A cancelled job answers with null: nothing has changed.
      if (result.ok && result.value) this.receive(result.value, arrived);
    });
  }
}

const searched = ({ concept, scope, period, value, raw, place }: LedgerFact): string =>
  `${concept}\n${scope}\n${period}\n${value}\n${raw}\n${place}`.toLowerCase();
