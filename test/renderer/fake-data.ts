import type { Events, Input } from '../../src/shared/ipc';
import type { LedgerSummary } from '../../src/shared/model/ledger';
import type { PowerReport } from '../../src/shared/model/power';
import type { ReferenceSummary } from '../../src/shared/model/reference';
import type { FactElsewhere, ReferenceChoice } from '../../src/shared/model/review';
import { factsLike, fakePower } from './fake-figures';
import type { FakeReport } from './fake-report';

type Chosen = Pick<ReferenceChoice, 'automatic' | 'previousReportId' | 'ledgerIds'>;

/** The data tables' part of the main process: what a report is checked against, planted errors, tables written. */
export class FakeData {
  /** Tables that were written, as asked for. */
  readonly exported: Input<'table:export'>[] = [];
  private readonly choices = new Map<number, Chosen>();
  private readonly cancelled = new Set<number>();
  private lastJob = 0;

  constructor(private readonly tell: (job: Events['job:progress']) => void) {}

  /** As the library proposes until somebody chooses: the report before, every ledger. */
  /** Whether all reports are of one kind. */
  alike = true;

  choiceOf(
    reportId: number,
    reports: readonly FakeReport[],
    ledgers: readonly LedgerSummary[],
  ): ReferenceChoice {
    const others = reports
      .filter(({ id }) => id !== reportId)
      .map((one) => ({ ...one.summary(), alike: this.alike }));
    const proposed: Chosen = {
      automatic: true,
      previousReportId: others.find(({ alike }) => alike)?.id ?? null,
      ledgerIds: ledgers.map(({ id }) => id),
    };
    return { ...(this.choices.get(reportId) ?? proposed), reports: others, ledgers };
  }

  /** Stores a choice; the report is checked against what it names. Null for names that there are not. */
  choose(
    report: FakeReport,
    chosen: Chosen,
    reports: readonly FakeReport[],
    ledgers: readonly LedgerSummary[],
  ): readonly ReferenceSummary[] | null {
    if (chosen.automatic) this.choices.delete(report.id);
    else this.choices.set(report.id, chosen);
    const { previousReportId, ledgerIds } = this.choiceOf(report.id, reports, ledgers);
    const previous = reports.find(({ id }) => id === previousReportId);
    const known = ledgers.filter(({ id }) => ledgerIds.includes(id));
    if ((previousReportId !== null && !previous) || known.length < ledgerIds.length) {
      this.choices.delete(report.id);
      return null;
    }
    return [
      ...(previous ? [{ kind: 'previous' as const, name: previous.summary().title, facts: 0, used: 0 }] : []),
      ...known.map(({ name, facts }) => ({ kind: 'ledger' as const, name, facts, used: 0 })),
    ];
  }

  /** A job of three steps, each of which gives way, so that it can be watched and cancelled; null then. */
  async power(name: string, text: string): Promise<PowerReport | null> {
    const job = ++this.lastJob;
    for (const done of [0, 1 / 3, 2 / 3]) {
      this.tell({ job, kind: 'power', name, done, finished: false });
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.tell({ job, kind: 'power', name, done: 1, finished: true });
    return this.cancelled.delete(job) ? null : fakePower(text);
  }

  cancel(job: number): boolean {
    this.cancelled.add(job);
    return true;
  }

  elsewhere(
    { reportId, concept, scope }: Input<'fact:elsewhere'>,
    reports: readonly FakeReport[],
  ): FactElsewhere[] {
    return reports
      .filter(({ id }) => id !== reportId)
      .flatMap((report) => factsLike(report.summary(), report.snapshot().analysis, { concept, scope }));
  }
}
