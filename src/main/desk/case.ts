import type { Analysis } from '../../shared/model/analysis';
import type { Disposition } from '../../shared/model/review';
import {
  type AskedAction,
  type CaseView,
  type Seen,
  type SignOffRecord,
  stageActions,
  type WaiverState,
} from '../../shared/model/sign-off';
import { signOffOf } from '../../shared/policy/sign-off';
import { failure, type Result } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { listDispositions } from '../db/dispositions';
import { findIdentity } from '../db/identities';
import type { ReportRow, RevisionRow } from '../db/reports';
import {
  addStageEvent,
  caseStateOf,
  listHeld,
  listSignOffs,
  listStageEvents,
  submitterOf,
  tookPart,
} from '../db/sign-offs';
import { type CaseFacts, decide } from '../review/sign-off/decide';
import { lapsedKeys } from '../review/sign-off/lapse';
import { missingForRelease, missingInText } from '../review/sign-off/missing';
import { routeName } from '../review/sign-off/moves';
import { decisionsSeen, sectionKeys, seenOf } from '../review/sign-off/seen';
import { actorId, type Desk, today } from './desk';
import { policyOf } from './policy-of';

/** What a signature given now would be bound to. */
export const seenNow = (desk: Desk, analysis: Analysis, dispositions: readonly Disposition[]): Seen =>
  seenOf({ analysis, dispositions, today: today(desk) });

export function factsOf(
  desk: Desk,
  reportId: number,
  analysis: Analysis,
  dispositions: readonly Disposition[],
): CaseFacts {
  const { connection } = desk;
  return {
    state: caseStateOf(connection, reportId).state,
    demands: signOffOf(policyOf(desk, reportId).policy),
    tookPart: new Set(tookPart(connection, reportId).map(({ id }) => id)),
    submitter: submitterOf(connection, reportId),
    held: listHeld(connection, reportId),
    sections: sectionKeys(analysis),
    inText: missingInText(decisionsSeen({ analysis, dispositions, today: today(desk) }), analysis.rules),
  };
}

const asked = stageActions.filter((action): action is AskedAction => action !== 'drop');

/** So much of what is missing is listed; nobody reads more. */
const MISSING_SHOWN = 30;

/** A report's way to its release, for the person at the desk. */
export function caseView(
  desk: Desk,
  reportId: number,
  analysis: Analysis,
  dispositions: readonly Disposition[],
): CaseView {
  const { connection } = desk;
  const facts = factsOf(desk, reportId, analysis, dispositions);
  const { state, demands, sections, inText } = facts;
  const person = desk.person();
  const missing = missingForRelease(
    inText,
    demands.stages.map(({ stage }) => stage),
    facts,
  );
  const refusal = (action: AskedAction): string | null => {
    if (!person) return 'locked';
    // As if a reason were given: the window asks for it when it comes to that.
    const verdict = decide(facts, { action, person, reason: '……', sections: null });
    return verdict.ok ? null : verdict.error.code;
  };
  return {
    state,
    demands,
    sections,
    signOffs: listSignOffs(connection, reportId),
    events: listStageEvents(connection, reportId),
    missing: missing.slice(0, MISSING_SHOWN),
    missingCount: missing.length,
    may: Object.fromEntries(asked.map((action) => [action, refusal(action)])) as CaseView['may'],
    tookPart: tookPart(connection, reportId).map(({ name }) => name),
  };
}

/** Who caused a signature to lapse: the person whose act it was, or nobody in particular. */
type Cause = 'act' | 'found';

/**
 * Takes away the signatures that the report as it is now no longer bears out, and says so in the record. Call it in the
 * transaction of whatever changed the report; without one it finds what changed elsewhere: the policy, a ledger, the day.
 * A released report stays released.
 */
export function dropLapsed(desk: Desk, reportId: number, analysis: Analysis, cause: Cause): void {
  const { connection } = desk;
  const { state, route } = caseStateOf(connection, reportId);
  if (state === 'draft' || state === 'released') return;
  const wanted = routeName(signOffOf(policyOf(desk, reportId).policy).stages.map(({ stage }) => stage));
  const held = listHeld(connection, reportId);
  if (held.length === 0 && route === wanted) return;
  const seen = seenNow(desk, analysis, listDispositions(connection, reportId));
  const ends = held
    .map((one) => ({ id: one.id, keys: lapsedKeys(one, seen) }))
    .filter(({ keys }) => keys.length > 0);
  if (ends.length === 0 && route === wanted) return;
  const at = desk.now().toISOString();
  const reason = ends.length > 0 ? '会签所依据的内容有改动' : '政策要求的会签环节有改动';
  const actor = cause === 'act' ? actorId(desk) : null;
  const event = { reportId, route: wanted, from: state, to: 'review' as const, role: null, signOffId: null };
  connection.transaction(() => {
    addStageEvent(connection, { ...event, action: 'drop', actorId: actor, reason, at }, ends);
    appendAudit(connection, {
      reportId,
      at,
      actor: actor === null ? 'Gouji' : desk.reviewer(),
      action: 'stage.dropped',
      summary: `会签失效：${reason}`,
      detail: { from: state, to: 'review', ends, revision: seen.revision, policy: seen.policy.sha256 },
    });
  })();
}

/** Whether the person at the desk may be the second one of a waiver: in a role for it, and not the first. */
export function mayConfirm(
  desk: Desk,
  reportId: number,
  { waiver, state }: { readonly waiver: Disposition; readonly state: WaiverState },
): boolean {
  const person = desk.person();
  if (!person || state !== 'unconfirmed') return false;
  const { confirm } = signOffOf(policyOf(desk, reportId).policy);
  const first = waiver.byId === null ? waiver.by === person.name : waiver.byId === person.id;
  return !first && person.roles.some((role) => confirm.includes(role));
}

/** Why a final version cannot leave: it has not been released, or is no longer what was. */
export function notReleased(desk: Desk, reportId: number, analysis: Analysis) {
  const { connection } = desk;
  if (caseStateOf(connection, reportId).state !== 'released') {
    return failure('not-released', '报告还没有发布：会签完成并发布后才能导出正式件（可导出草稿）');
  }
  const seen = seenNow(desk, analysis, listDispositions(connection, reportId));
  const changed = listHeld(connection, reportId).some((held) => lapsedKeys(held, seen).length > 0);
  return changed
    ? failure(
        'changed-since-release',
        '发布后政策、对照资料或豁免期限有变，与会签时不一致，请重新开启后再会签',
      )
    : null;
}

/** The way to the release, for the evidence of the PDF. */
export function signOffRecord(
  desk: Desk,
  reportId: number,
  waivers: readonly { readonly waiver: Disposition; readonly state: WaiverState }[],
): SignOffRecord {
  const { connection } = desk;
  const signOffs = listSignOffs(connection, reportId);
  const ids = [...new Set(signOffs.map(({ by }) => by.id))];
  return {
    state: caseStateOf(connection, reportId).state,
    demands: signOffOf(policyOf(desk, reportId).policy),
    signOffs,
    moves: listStageEvents(connection, reportId),
    waivers: waivers.map(({ waiver, state }) => ({ fingerprint: waiver.fingerprint, state })),
    signers: ids.map((id) => {
      const { name = '', publicKey = null } = findIdentity(connection, id) ?? {};
      return { id, name, publicKey: Buffer.from(publicKey ?? []).toString('base64') };
    }),
  };
}

/** A released report is opened again before anything in it changes. Errors: `released`. */
export function changeable<T extends { readonly report: ReportRow; readonly revision: RevisionRow }>(
  desk: Desk,
  current: Result<T>,
): Result<T> {
  if (!current.ok) return current;
  if (caseStateOf(desk.connection, current.value.report.id).state !== 'released') return current;
  return failure('released', '报告已经发布，请先重新开启再改动');
}
