import type {
  AskedAction,
  CaseState,
  Missing,
  Person,
  Role,
  SignOffPolicy,
  Stage,
} from '../../../shared/model/sign-off';
import { type Failure, failure, type Result, success } from '../../../shared/result';
import type { Held } from './lapse';
import { isMove, stateOf, waitingFor } from './moves';

/** All that a move depends on. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly demands: SignOffPolicy;
  /** Ids of those who edited, decided or handed in since the last release. */
  readonly tookPart: ReadonlySet<string>;
  /** Who handed it in last; null before the first time. */
  readonly submitter: string | null;
  /** Signatures that hold something still. */
  readonly held: readonly Held[];
  /** Keys of the sections of the text. */
  readonly sections: readonly string[];
  /** Errors that are open and rules that did not run. */
  readonly inText: readonly Missing[];
}

/** A move that is allowed: where it leads, in which role, and for a signature its stage and sections. */
export interface Decided {
  readonly to: CaseState;
  readonly role: Role;
  readonly sign: { readonly stage: Stage; readonly sections: readonly string[] } | null;
  /** Signatures that end, or the sections of which. */
  readonly ends: readonly Held[];
}

export interface Asked {
  readonly action: AskedAction;
  readonly person: Person;
  readonly reason: string;
  /** Of a signature of some sections only; null: of all that are not signed yet. */
  readonly sections: readonly string[] | null;
}

type Verdict = Result<Decided, Failure>;

const stagesOf = ({ demands }: CaseFacts): readonly Stage[] => demands.stages.map(({ stage }) => stage);
const rolesFor = ({ demands }: CaseFacts, stage: Stage): readonly Role[] =>
  demands.stages.find((one) => one.stage === stage)?.roles ?? [];
const roleIn = ({ roles }: Person, wanted: readonly Role[]): Role | undefined =>
  roles.find((role) => wanted.includes(role));

const refused = {
  move: failure('no-move', '报告现在的状态不能这样处理'),
  role: failure('no-role', '当前人员没有这一步所需的角色'),
  part: failure('four-eyes', '参与过修改、豁免或提交的人不能会签或发布（双人原则）'),
  two: failure('two-stages', '同一人不能会签两个环节，也不能既会签又发布'),
  text: failure('not-ready', '还有错误没有处理，或豁免没有确认，或规则没有跑完'),
  reason: failure('no-reason', '请写明理由'),
  sections: failure('no-section', '没有这个章节，或它已经会签'),
} as const;

/** Whether a person may make a move now, and what it does. Pure: the same facts give the same verdict. */
export function decide(facts: CaseFacts, asked: Asked): Verdict {
  const verdict = verdicts[asked.action](facts, asked);
  if (!verdict.ok) return verdict;
  const move = { action: asked.action, from: facts.state, to: verdict.value.to };
  return isMove(stagesOf(facts), move) ? verdict : refused.move;
}

const verdicts: Readonly<Record<AskedAction, (facts: CaseFacts, asked: Asked) => Verdict>> = {
  submit: (facts, { person }) => {
    if (facts.state !== 'draft') return refused.move;
    const role = roleIn(person, ['preparer']);
    return role ? plain('review', role) : refused.role;
  },
  sign: signVerdict,
  return: (facts, { person, reason }) => {
    if (facts.state === 'draft' || facts.state === 'released') return refused.move;
    const stage = waitingFor(stagesOf(facts), facts.state);
    const role = roleIn(person, stage ? rolesFor(facts, stage) : facts.demands.release);
    if (!role) return refused.role;
    if (reason.trim().length < 2) return refused.reason;
    return success({ to: 'draft', role, sign: null, ends: facts.held });
  },
  withdraw: withdrawVerdict,
  release: (facts, { person }) => {
    const stages = stagesOf(facts);
    if (facts.state !== stateOf(stages, () => true)) return refused.move;
    const role = roleIn(person, facts.demands.release);
    if (!role) return refused.role;
    if (facts.tookPart.has(person.id)) return refused.part;
    if (facts.held.some(({ byId, live }) => byId === person.id && live.length > 0)) return refused.two;
    return facts.inText.length > 0 ? refused.text : plain('released', role);
  },
  reopen: (facts, { person, reason }) => {
    if (facts.state !== 'released') return refused.move;
    const role = roleIn(person, facts.demands.release);
    if (!role) return refused.role;
    if (reason.trim().length < 2) return refused.reason;
    return success({ to: 'draft', role, sign: null, ends: facts.held });
  },
};

const plain = (to: CaseState, role: Role): Verdict => success({ to, role, sign: null, ends: [] });

function signVerdict(facts: CaseFacts, { person, sections: wanted }: Asked): Verdict {
  const stages = stagesOf(facts);
  const stage = waitingFor(stages, facts.state);
  if (!stage) return refused.move;
  const role = roleIn(person, rolesFor(facts, stage));
  if (!role) return refused.role;
  if (facts.tookPart.has(person.id)) return refused.part;
  const others = facts.held.filter((one) => one.stage !== stage && one.live.length > 0);
  if (others.some(({ byId }) => byId === person.id)) return refused.two;
  if (facts.inText.length > 0) return refused.text;
  const covered = new Set(facts.held.filter((one) => one.stage === stage).flatMap(({ live }) => live));
  const open = facts.sections.filter((key) => !covered.has(key));
  const sections = facts.demands.apart ? (wanted ?? open) : facts.sections;
  if (sections.length === 0 || sections.some((key) => !facts.sections.includes(key) || covered.has(key))) {
    return refused.sections;
  }
  const whole = open.every((key) => sections.includes(key));
  const to = whole ? stateOf(stages, (one) => stages.indexOf(one) <= stages.indexOf(stage)) : facts.state;
  return success({ to, role, sign: { stage, sections }, ends: [] });
}

/** One takes one's own signature back while no later stage rests on it; or what one handed in, while nobody has signed. */
function withdrawVerdict(facts: CaseFacts, { person }: Asked): Verdict {
  const stages = stagesOf(facts);
  const live = facts.held.filter((one) => one.live.length > 0);
  const own = live.filter(({ byId }) => byId === person.id);
  const [first] = own;
  if (facts.state === 'draft' || facts.state === 'released') return refused.move;
  if (!first) {
    const handedIn = facts.state === 'review' && live.length === 0 && facts.submitter === person.id;
    const role = roleIn(person, ['preparer']);
    if (!handedIn) return refused.move;
    return role ? plain('draft', role) : refused.role;
  }
  const later = stages.slice(stages.indexOf(first.stage) + 1);
  if (live.some(({ stage }) => later.includes(stage))) return refused.move;
  const role = roleIn(person, rolesFor(facts, first.stage));
  if (!role) return refused.role;
  const at = stages.indexOf(first.stage);
  const before = stateOf(stages, (stage) => stages.indexOf(stage) < at);
  const waits = waitingFor(stages, facts.state);
  // Of a stage that had been signed in full it leads back; of a part of one it stays.
  const to = waits === first.stage || facts.state === 'review' ? facts.state : before;
  return success({ to, role, sign: null, ends: own });
}
