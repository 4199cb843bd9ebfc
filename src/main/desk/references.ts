import type { Reference } from '../../shared/model/reference';
import type {
  FactElsewhere,
  OfferedReport,
  ReferenceChoice,
  ReviewSnapshot,
} from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import { saveAnalysis } from '../db/analyses';
import { appendAudit } from '../db/audit-log';
import { findLedger, ledgerFacts, listLedgers } from '../db/ledgers';
import {
  type ChosenReferences,
  chooseReferences,
  chosenReferences,
  factsOfConcept,
  factsOfRevision,
  textOfRevision,
} from '../db/references';
import { findReport, findRevision, listReports, type ReportRow } from '../db/reports';
import { lineColumn, lineStartsOf } from '../document/lines';
import { ofOneKind, previousOf } from '../figures/ledger/report-kind';
import { changeable } from './case';
import type { Desk } from './desk';
import { policyOf } from './policy-of';
import { currentRevision, openReport } from './snapshot';

/** What a report is checked against. `key` changes whenever any of it does; empty when there is nothing. */
export interface ReferencesOf {
  readonly references: readonly Reference[];
  readonly key: string;
}

/** The earlier report and ledgers chosen for a report, else those that the library proposes. */
export function choiceOf(desk: Desk, report: ReportRow): ChosenReferences {
  const { connection } = desk;
  const chosen = chosenReferences(connection, report.id);
  if (chosen) return chosen;
  const others = listReports(connection).filter(({ id }) => id !== report.id);
  const ledgerIds = listLedgers(connection).map(({ id }) => id);
  return { previousReportId: previousOf(report.title, others)?.id ?? null, ledgerIds };
}

/** Facts of the references, from the store. A report that an older engine checked last is checked anew first. */
export async function referencesOf(desk: Desk, report: ReportRow): Promise<ReferencesOf> {
  const { connection } = desk;
  const { previousReportId, ledgerIds } = choiceOf(desk, report);
  const references: Reference[] = [];
  const keys: string[] = [];
  const previous = previousReportId === null ? null : findReport(connection, previousReportId);
  if (previous) {
    references.push(await previousReference(desk, previous));
    keys.push(`previous ${previous.currentRevisionId}`);
  }
  for (const id of ledgerIds) {
    const ledger = findLedger(connection, id);
    if (!ledger) continue;
    references.push({ kind: 'ledger', name: ledger.name, facts: ledgerFacts(connection, id).facts });
    keys.push(`ledger ${id}`);
  }
  return { references, key: keys.join(', ') };
}

async function previousReference(desk: Desk, report: ReportRow): Promise<Reference> {
  const { connection } = desk;
  const revision = findRevision(connection, report.currentRevisionId);
  if (revision && !revision.checkedWith.startsWith(desk.version)) {
    // Without its own references: those of an earlier report do not change what its figures are.
    const { text, marks } = revision;
    const { policy } = policyOf(desk, report.id);
    const analysis = await desk.jobs.run('check', report.title, { text, marks, policy });
    // Without its own references it stays to be checked again when it is opened.
    connection.transaction(() => saveAnalysis(connection, revision.id, analysis, desk.version))();
  }
  const starts = lineStartsOf(revision?.text ?? '');
  const facts = factsOfRevision(connection, report.currentRevisionId).map(({ start, ...fact }) => ({
    ...fact,
    place: `第${lineColumn(starts, start).line}行`,
  }));
  return { kind: 'previous', name: report.title, facts };
}

/** What a report is checked against, and what could be chosen. Errors: `no-report`. */
export function referenceChoice(desk: Desk, reportId: number): Result<ReferenceChoice> {
  const report = findReport(desk.connection, reportId);
  if (!report) return failure('no-report', '资料库里没有这份报告');
  const { previousReportId, ledgerIds } = choiceOf(desk, report);
  const others = listReports(desk.connection)
    .filter(({ id }) => id !== reportId)
    .map(({ id, title, changedAt }) => ({ id, title, changedAt, alike: ofOneKind(report.title, title) }));
  const likely = previousOf(report.title, others);
  const rank = (one: OfferedReport): number => Number(one === likely) * 2 + Number(one.alike);
  const reports = [...others].sort((a, b) => rank(b) - rank(a));
  return success({
    automatic: chosenReferences(desk.connection, reportId) === null,
    previousReportId,
    ledgerIds,
    reports,
    ledgers: listLedgers(desk.connection).map(({ id, name, facts }) => ({ id, name, facts })),
  });
}

export interface ReferenceOrder extends ChosenReferences {
  readonly reportId: number;
  readonly revisionId: number;
  readonly automatic: boolean;
}

/**
 * Chooses what a report is checked against and checks it again. Errors: `no-report`, `stale`, `no-ledger`,
 * `same-report`.
 */
export async function setReferences(desk: Desk, order: ReferenceOrder): Promise<Result<ReviewSnapshot>> {
  const { reportId, revisionId, automatic, previousReportId, ledgerIds } = order;
  const current = changeable(desk, currentRevision(desk, reportId, revisionId));
  if (!current.ok) return current;
  const { connection } = desk;
  const chosen = automatic ? null : { previousReportId, ledgerIds: [...new Set(ledgerIds)] };
  if (chosen) {
    if (chosen.previousReportId === reportId) return failure('same-report', '上期报告不能是这份报告自己');
    if (chosen.previousReportId !== null && !findReport(connection, chosen.previousReportId)) {
      return failure('no-report', '资料库里没有所选的上期报告');
    }
    if (chosen.ledgerIds.some((id) => !findLedger(connection, id))) {
      return failure('no-ledger', '资料库里没有所选的台账');
    }
  }
  connection.transaction(() => {
    const at = desk.now().toISOString();
    const actor = desk.reviewer();
    chooseReferences(connection, reportId, chosen, actor, at);
    appendAudit(connection, {
      reportId,
      at,
      actor,
      action: 'report.references',
      summary: chosen ? sentenceOf(desk, chosen) : '对照资料改为由资料库自动选取',
      detail: chosen ?? { automatic: true },
    });
  })();
  return openReport(desk, reportId);
}

function sentenceOf({ connection }: Desk, { previousReportId, ledgerIds }: ChosenReferences): string {
  const previous = previousReportId === null ? null : findReport(connection, previousReportId);
  return `选定对照资料：上期报告${previous ? `《${previous.title}》` : '无'}，台账 ${ledgerIds.length} 份`;
}

/** One concept in all reports of the library. The figures of the revision shown are left out. */
export function factElsewhere(
  desk: Desk,
  {
    reportId,
    concept,
    scope,
  }: { readonly reportId: number; readonly concept: string; readonly scope: string },
): Result<readonly FactElsewhere[]> {
  const starts = new Map<number, readonly number[]>();
  const lineOf = (revisionId: number, start: number): number => {
    const known = starts.get(revisionId) ?? lineStartsOf(textOfRevision(desk.connection, revisionId));
    starts.set(revisionId, known);
    return lineColumn(known, start).line;
  };
  const found = factsOfConcept(desk.connection, concept, scope).filter((fact) => fact.reportId !== reportId);
  return success(
    found.map(({ start, revisionId, ...fact }) => ({ ...fact, place: `第${lineOf(revisionId, start)}行` })),
  );
}
