import { canonicalJson } from '../../shared/canonical-json';
import type { ReviewSnapshot } from '../../shared/model/review';
import type { AskedAction, SignOffChanges } from '../../shared/model/sign-off';
import { failure, type Result, success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { listDispositions } from '../db/dispositions';
import { touchReport } from '../db/reports';
import { addSignOff, addStageEvent, findSeen } from '../db/sign-offs';
import { signWith } from '../identity/keys';
import { type Asked, type CaseFacts, type Decided, decide } from '../review/sign-off/decide';
import { changesSince } from '../review/sign-off/lapse';
import { routeName } from '../review/sign-off/moves';
import { seenHash } from '../review/sign-off/seen';
import { dropLapsed, factsOf, seenNow } from './case';
import type { Desk } from './desk';
import { compareInReport } from './revisions';
import { analysisOf, currentRevision, openReport } from './snapshot';

export interface MoveOrder {
  readonly reportId: number;
  /** The revision that the person has before them. */
  readonly revisionId: number;
  readonly action: AskedAction;
  readonly reason: string;
  /** Of a signature of some sections only. */
  readonly sections: readonly string[] | null;
}

const TITLES: Readonly<Record<AskedAction, string>> = {
  submit: '提交会签',
  sign: '会签',
  return: '退回',
  withdraw: '撤回',
  release: '发布',
  reopen: '重新开启',
};

/**
 * Moves a report on its way. What lapsed is taken away first, so that nobody signs or releases on what no longer holds.
 * Errors: `stale`, `locked`, and those of `decide`.
 */
export async function moveCase(desk: Desk, order: MoveOrder): Promise<Result<ReviewSnapshot>> {
  const current = currentRevision(desk, order.reportId, order.revisionId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  // The check may have taken a moment: another act may have come first.
  const still = currentRevision(desk, order.reportId, order.revisionId);
  if (!still.ok) return still;
  const person = desk.person();
  if (!person) return failure('locked', '请先选择身份并输入口令');
  dropLapsed(desk, order.reportId, analysis, 'found');
  const dispositions = listDispositions(desk.connection, order.reportId);
  const seen = seenNow(desk, analysis, dispositions);
  const facts = factsOf(desk, order.reportId, analysis, dispositions);
  const asked = { action: order.action, person, reason: order.reason, sections: order.sections };
  const verdict = decide(facts, asked);
  if (!verdict.ok) return verdict;
  const refusal = desk.connection.transaction(() =>
    record(desk, { order, asked, facts, seen }, verdict.value),
  )();
  return refusal ?? openReport(desk, order.reportId);
}

interface Move {
  readonly order: MoveOrder;
  readonly asked: Asked;
  readonly facts: CaseFacts;
  readonly seen: ReturnType<typeof seenNow>;
}

function record(desk: Desk, { order, asked, facts, seen }: Move, decided: Decided) {
  const { connection } = desk;
  const { reportId, action } = order;
  const { person } = asked;
  const at = desk.now().toISOString();
  const { to, role, sign, ends } = decided;
  const seenSha256 = seenHash(seen);
  const reason = order.reason.trim();
  const signed = sign && { stage: sign.stage, sections: [...sign.sections].sort() };
  const statement = { purpose: 'gouji sign-off', person: person.id, at, seen: seenSha256, ...signed };
  const key = desk.signing();
  if (sign && !key) return failure('locked', '请先选择身份并输入口令');
  const signature = sign && key ? signWith(key, new TextEncoder().encode(canonicalJson(statement))) : null;
  const signOffId =
    sign && signature
      ? addSignOff(connection, {
          ...{ reportId, actorId: person.id, role, at, revisionId: order.revisionId, seen, seenSha256 },
          ...{ stage: sign.stage, sections: sign.sections, apart: facts.demands.apart, signature },
        })
      : null;
  const route = routeName(facts.demands.stages.map(({ stage }) => stage));
  const event = { reportId, route, action, from: facts.state, to, actorId: person.id, role, reason };
  addStageEvent(
    connection,
    { ...event, signOffId, at },
    ends.map(({ id, live }) => ({ id, keys: live })),
  );
  touchReport(connection, reportId, at);
  appendAudit(connection, {
    reportId,
    at,
    actor: person.name,
    action: `stage.${action}`,
    summary: summaryOf(action, decided, reason),
    detail: {
      ...{ person: person.id, role, from: facts.state, to, reason, seen: seenSha256 },
      ...{ revision: { id: order.revisionId, sha256: seen.revision }, policy: seen.policy },
      ...(sign && signature ? { ...sign, signature: signature.toString('base64') } : {}),
    },
  });
  return null;
}

const STAGES = { compliance: '合规', legal: '法务' } as const;

function summaryOf(action: AskedAction, { sign }: Decided, reason: string): string {
  const title = sign ? `${STAGES[sign.stage]}${TITLES[action]}` : TITLES[action];
  return reason === '' ? title : `${title}：${reason}`;
}

/** What changed in a report since a signature was given: passages and figures, sections, decisions, the policy. */
export async function changesSinceSignOff(
  desk: Desk,
  { reportId, signOffId }: { readonly reportId: number; readonly signOffId: number },
): Promise<Result<SignOffChanges>> {
  const current = currentRevision(desk, reportId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const given = findSeen(desk.connection, reportId, signOffId);
  if (!given) return failure('no-sign-off', '没有这次会签');
  const analysis = await analysisOf(desk, report, revision);
  const seen = seenNow(desk, analysis, listDispositions(desk.connection, reportId));
  const pair = { reportId, before: given.revisionId, after: revision.id };
  const comparison = await compareInReport(desk, pair);
  if (!comparison.ok) return comparison;
  return success({ ...changesSince(given.seen, seen), comparison: comparison.value });
}
