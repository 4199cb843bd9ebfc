import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveAnalysis } from '../../../../src/main/db/analyses';
import { verifyAudit } from '../../../../src/main/db/audit-log';
import { choosePolicy, savePolicy } from '../../../../src/main/db/policies';
import { addRevision, createReport, findReport, saveSource } from '../../../../src/main/db/reports';
import type { Desk } from '../../../../src/main/desk/desk';
import { importDraft, sha256 } from '../../../../src/main/desk/import-report';
import { setPolicy } from '../../../../src/main/desk/policies';
import { moveCase } from '../../../../src/main/desk/sign-off';
import { openReport } from '../../../../src/main/desk/snapshot';
import { redoAct, undoAct } from '../../../../src/main/desk/undo';
import { confirmWaiver, reopenFinding, waiveFinding } from '../../../../src/main/desk/waive';
import { shippedPolicies } from '../../../../src/main/policy/shipped';
import type { Analysis } from '../../../../src/shared/model/analysis';
import type { Policy } from '../../../../src/shared/model/policy';
import type { ReviewSnapshot } from '../../../../src/shared/model/review';
import {
  type AskedAction,
  caseStates,
  type StageAction,
  stageActions,
} from '../../../../src/shared/model/sign-off';
import { DEFAULT_SIGN_OFF } from '../../../../src/shared/policy/sign-off';
import type { Result } from '../../../../src/shared/result';
import { testDesk } from '../../../helpers/desk';
import { type Demands, isWrong, Model, SECTIONS, VARIANTS } from './model';
import { people, type SharedDesk, sharedDesk, type Who } from './people';
import { keyOf, textOf } from './texts';

const RUNS = Number(process.env['GOUJI_SIGN_OFF_RUNS'] ?? 40);
const LENGTH = 50;

/** The checker is pure: what it found in a text once it finds again. */
function rememberingDesk(): Desk {
  const desk = testDesk();
  const known = new Map<string, Promise<unknown>>();
  const run: Desk['jobs']['run'] = (task, name, input) => {
    const { text, bytes, policy, before, after, dispositions } = input as Partial<Record<string, unknown>> & {
      readonly bytes?: Uint8Array;
      readonly policy?: Policy;
      readonly before?: Analysis;
      readonly after?: Analysis;
    };
    const texts = [
      text,
      bytes && new TextDecoder().decode(bytes),
      before?.document.text,
      after?.document.text,
    ];
    const key = JSON.stringify([task, policy?.name, texts, dispositions]);
    const answer = known.get(key) ?? desk.jobs.run(task, name, input);
    known.set(key, answer);
    return answer as never;
  };
  return { ...desk, jobs: { run } };
}

interface Real {
  readonly shared: SharedDesk;
  readonly reportId: number;
  readonly policies: ReadonlyMap<string, string>;
  snapshot: ReviewSnapshot;
}

const ROUTES: readonly Demands[] = [
  { name: 'whole', stages: ['compliance', 'legal'], apart: false },
  { name: 'apart', stages: ['compliance', 'legal'], apart: true },
  { name: 'short', stages: ['compliance'], apart: true },
  { name: 'none', stages: [], apart: false },
];

const target = ({ snapshot }: Real) => ({ reportId: snapshot.report.id, revisionId: snapshot.revisionId });

/** Takes an answer; returns whether it was one. */
function took(real: Real, answer: Result<ReviewSnapshot>): boolean {
  if (answer.ok) real.snapshot = answer.value;
  return answer.ok;
}

/** The report stands as the model says, for everybody. */
async function compare(model: Model, real: Real): Promise<void> {
  const opened = await openReport(real.shared.as('releaser'), real.reportId);
  if (!opened.ok) throw new Error(opened.error.message);
  real.snapshot = opened.value;
  const { signOff } = opened.value;
  expect(signOff.state).toBe(model.state);
  expect(signOff.signOffs.map(({ stage, by, live }) => [stage, by.name, [...live].sort()])).toEqual(
    model.signatures.map(({ stage, by, live }) => [stage, people[by].name, [...live].map(keyOf).sort()]),
  );
  const part = (Object.keys(people) as Who[]).filter((who) => model.tookPart(who));
  expect([...signOff.tookPart].sort()).toEqual(part.map((who) => people[who].name).sort());
  expect(opened.value.report.open.error > 0).toBe(model.errorOpen);
}

type Command = fc.AsyncCommand<Model, Real>;

class Move implements Command {
  constructor(
    private readonly who: Who,
    private readonly action: AskedAction,
    private readonly sections: readonly number[] | null,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const some = this.action === 'sign' && model.demands.apart ? this.sections : null;
    const open = model.waiting === null ? [] : model.unsigned(model.waiting);
    const fits = some === null || some.every((section) => open.includes(section));
    const allowed = model.may(this.who, this.action) && fits;
    const order = {
      ...target(real),
      action: this.action,
      reason: '理由',
      sections: some?.map(keyOf) ?? null,
    };
    expect(took(real, await moveCase(real.shared.as(this.who), order))).toBe(allowed);
    if (allowed) model.move(this.who, this.action, some);
    await compare(model, real);
  }
  toString = () => `${this.who} ${this.action} ${this.sections ?? ''}`;
}

/** The next step by the person whose it is: what makes sequences reach the end. */
class Forward implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { waiting, state } = model;
    const open = model.content.variants.findIndex(
      (_, at) => isWrong(model.content, at) && !model.content.waivers[at]?.confirmedBy,
    );
    if (open >= 0 && !model.released) {
      const waiver = model.content.waivers[open];
      const second = waiver?.by === 'compliance' ? 'legal' : 'compliance';
      const command = waiver ? new Decide(second, open, 'confirm') : new Decide('preparer', open, 'waive');
      return command.run(model, real);
    }
    const [who, action]: [Who, AskedAction] =
      state === 'draft'
        ? ['preparer', 'submit']
        : state === 'released'
          ? ['releaser', 'reopen']
          : waiting
            ? [waiting, 'sign']
            : ['releaser', 'release'];
    return new Move(who, action, null).run(model, real);
  }
  toString = () => 'forward';
}

/** A step back by the person whose it is. */
class Back implements Command {
  constructor(private readonly action: 'return' | 'withdraw') {}
  check = (model: Readonly<Model>) => model.handedIn && !model.released;
  run(model: Model, real: Real): Promise<void> {
    const signer = model.signatures.findLast(({ live }) => live.size > 0)?.by ?? model.submitter;
    const who = this.action === 'withdraw' ? (signer ?? 'preparer') : (model.waiting ?? 'releaser');
    return new Move(who, this.action, null).run(model, real);
  }
  toString = () => this.action;
}

class Edit implements Command {
  constructor(
    private readonly who: Who,
    private readonly section: number,
    private readonly variant: number,
  ) {}
  check = (model: Readonly<Model>) => model.content.variants[this.section] !== this.variant;
  async run(model: Model, real: Real): Promise<void> {
    const variants = model.content.variants.with(this.section, this.variant);
    const bytes = new TextEncoder().encode(textOf(variants));
    const answer = await importDraft(real.shared.as(this.who), 'next.md', bytes, target(real));
    expect(answer.ok).toBe(!model.released);
    if (!model.released) {
      model.act(this.who, { ...model.content, variants });
      model.settle();
    }
    await compare(model, real);
  }
  toString = () => `${this.who} writes ${this.section} as ${this.variant}`;
}

const fingerprintIn = ({ snapshot }: Real, section: number): string => {
  const { document, findings } = snapshot.analysis;
  const from = document.text.indexOf(keyOf(section + 1));
  const end = document.text.indexOf('## ', from);
  const to = end < 0 ? document.text.length : end;
  const finding = findings.find(
    ({ severity, range }) => severity === 'error' && range.start >= from && range.start < to,
  );
  return finding?.fingerprint ?? '0'.repeat(20);
};

class Decide implements Command {
  constructor(
    private readonly who: Who,
    private readonly section: number,
    private readonly act: 'waive' | 'reopen' | 'confirm' | 'unconfirm',
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { who, section } = this;
    const desk = real.shared.as(who);
    const order = { ...target(real), fingerprint: fingerprintIn(real, section) };
    const waiver = model.content.waivers[section] ?? null;
    const there = isWrong(model.content, section) && !model.released;
    const set = (next: typeof waiver) => ({
      ...model.content,
      waivers: model.content.waivers.with(section, next),
    });
    if (this.act === 'waive') {
      expect(took(real, await waiveFinding(desk, { ...order, reason: '引自原文' }))).toBe(there);
      if (there) model.act(who, set({ by: who, confirmedBy: null }));
    } else if (this.act === 'reopen') {
      const allowed = there && waiver !== null;
      expect(took(real, await reopenFinding(desk, order))).toBe(allowed);
      if (allowed) model.act(who, set(null));
    } else {
      const confirm = this.act === 'confirm';
      const role = people[who].roles.some((one) => one === 'compliance' || one === 'legal');
      const second = confirm
        ? waiver !== null && waiver.confirmedBy === null && waiver.by !== who && role
        : waiver?.confirmedBy === who;
      expect(took(real, await confirmWaiver(desk, { ...order, confirm }))).toBe(there && second);
      if (there && second && waiver) model.content = set({ ...waiver, confirmedBy: confirm ? who : null });
    }
    model.settle();
    await compare(model, real);
  }
  toString = () => `${this.who} ${this.act}s ${this.section}`;
}

class Step implements Command {
  constructor(
    private readonly who: Who,
    private readonly way: 'undo' | 'redo',
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const act = this.way === 'undo' ? model.undoable : model.redoable;
    const step = this.way === 'undo' ? undoAct : redoAct;
    const allowed = act !== undefined && !model.released;
    expect(took(real, await step(real.shared.as(this.who), target(real)))).toBe(allowed);
    if (act && allowed) {
      act.state = this.way === 'undo' ? 'undone' : 'done';
      act.movedBy = this.who;
      const [from, to] = this.way === 'undo' ? [act.after, act.before] : [act.before, act.after];
      // Only what the act changed goes back, and a waiver that comes back begins unconfirmed.
      model.content = {
        variants: to.variants.map((variant, at) =>
          variant === from.variants[at] ? (model.content.variants[at] ?? 0) : variant,
        ),
        waivers: to.waivers.map((waiver, at) =>
          waiver === from.waivers[at]
            ? (model.content.waivers[at] ?? null)
            : waiver && { ...waiver, confirmedBy: null },
        ),
      };
      model.settle();
    }
    await compare(model, real);
  }
  toString = () => `${this.who} ${this.way}es`;
}

class Follow implements Command {
  constructor(private readonly demands: Demands) {}
  check = (model: Readonly<Model>) => model.demands.name !== this.demands.name;
  async run(model: Model, real: Real): Promise<void> {
    const policy = real.policies.get(this.demands.name) ?? '';
    const answer = await setPolicy(real.shared.as('releaser'), { ...target(real), policy });
    expect(took(real, answer)).toBe(!model.released);
    if (!model.released) {
      model.demands = this.demands;
      model.settle();
    }
    await compare(model, real);
  }
  toString = () => `the policy becomes ${this.demands.name}`;
}

/** Past all code, straight into the table of moves: what the model forbids the database refuses. */
class Force implements Command {
  constructor(
    private readonly who: Who,
    private readonly action: StageAction,
    private readonly from: string,
    private readonly to: string,
    private readonly role: string,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { connection } = real.shared.desk;
    const id = people[this.who].id;
    connection.exec('SAVEPOINT force');
    let passed = true;
    try {
      connection
        .prepare(
          `INSERT INTO stage_event (report_id, sequence, route, action, from_state, to_state, actor_id, role, reason,
             revision_id, act_id, moved_at)
           SELECT @report, (SELECT count(*) + 1 FROM stage_event WHERE report_id = @report),
             coalesce((SELECT route FROM stage_of WHERE report_id = @report), 'compliance,legal'), @action, @from, @to, @id, @role, '理由',
             current_revision_id, (SELECT coalesce(max(id), 0) FROM act WHERE report_id = @report), '2026-01-10T10:00:00.000Z'
           FROM report WHERE id = @report`,
        )
        .run({
          report: real.reportId,
          id,
          action: this.action,
          from: this.from,
          to: this.to,
          role: this.role,
        });
    } catch {
      passed = false;
    }
    connection.exec('ROLLBACK TO force; RELEASE force');
    if (!passed) return;
    expect(this.from).toBe(model.state);
    expect(people[this.who].roles).toContain(this.role);
    expect(this.action).not.toBe('sign');
    if (this.action === 'release') {
      expect(model.tookPart(this.who) || model.errorOpen || model.holds(this.who).length > 0).toBe(false);
      expect(model.waiting).toBeNull();
    }
    if (this.to === 'released') expect(this.action).toBe('release');
    if (this.from === 'released') expect(this.action).toBe('reopen');
  }
  toString = () => `${this.who} forces ${this.action} ${this.from} → ${this.to}`;
}

const whom = fc.constantFrom(...(Object.keys(people) as Who[]));
const section = fc.nat(SECTIONS - 1);
const some = fc.option(fc.uniqueArray(fc.nat(SECTIONS), { minLength: 1, maxLength: 3 }), {
  nil: null,
  freq: 2,
});
const asked = ['submit', 'sign', 'return', 'withdraw', 'release', 'reopen'] as const;
const forward = fc.constant(0).map(() => new Forward());
const move = fc.tuple(whom, fc.constantFrom(...asked), some).map((of) => new Move(...of));
const commands: fc.Arbitrary<Command>[] = [
  ...Array.from({ length: 9 }, () => forward),
  move,
  move,
  move,
  fc.constantFrom('return' as const, 'withdraw' as const).map((action) => new Back(action)),
  fc
    .tuple(
      fc.oneof({ weight: 6, arbitrary: fc.constant('preparer' as const) }, whom),
      section,
      fc.nat(VARIANTS - 1),
    )
    .map((of) => new Edit(...of)),
  fc
    .tuple(whom, section, fc.constantFrom('waive', 'reopen', 'confirm', 'unconfirm'))
    .map((of) => new Decide(...of)),
  fc.tuple(whom, fc.constantFrom('undo', 'redo')).map((of) => new Step(...of)),
  fc.constantFrom(...ROUTES).map((of) => new Follow(of)),
  fc
    .tuple(
      whom,
      fc.constantFrom(...stageActions),
      fc.constantFrom(...caseStates),
      fc.constantFrom(...caseStates),
      fc.constantFrom('preparer', 'compliance', 'legal', 'releaser'),
    )
    .map((of) => new Force(...of)),
];

describe('random acts of four people', () => {
  it('leave the report where the model says, and never where it forbids', async () => {
    const shared = sharedDesk(rememberingDesk());
    const { desk } = shared;
    const { connection } = desk;
    const policies = new Map(
      ROUTES.map(({ name, stages, apart }) => {
        const wanted = DEFAULT_SIGN_OFF.stages.filter(({ stage }) => stages.includes(stage));
        const policy = {
          ...shippedPolicies.general,
          terms: [],
          documents: [],
          name,
          signOff: { ...DEFAULT_SIGN_OFF, stages: wanted, apart },
        };
        return [name, `own-${savePolicy(connection, null, policy, '测试', '2026-01-01T00:00:00.000Z')}`];
      }),
    );
    const reached = new Map<string, number>();
    const start = async (demands: Demands): Promise<Real> => {
      const reportId = await newReport(desk);
      choosePolicy(
        connection,
        reportId,
        policies.get(demands.name) ?? null,
        '测试',
        '2026-01-01T00:00:00.000Z',
      );
      const opened = await openReport(desk, reportId);
      if (!opened.ok) throw new Error(opened.error.message);
      return { shared, reportId, policies, snapshot: opened.value };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROUTES),
        fc.commands(commands, { maxCommands: LENGTH, size: 'max' }),
        async (demands, sequence) => {
          const real = await start(demands);
          const model = new Model(demands);
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          for (const { action } of real.snapshot.signOff.events)
            reached.set(action, (reached.get(action) ?? 0) + 1);
        },
      ),
      { numRuns: RUNS },
    );
    expect(verifyAudit(connection)).toBeNull();
    // A test that reaches no release proves nothing of it.
    if (RUNS >= 40)
      for (const action of stageActions) expect(reached.get(action) ?? 0, action).toBeGreaterThan(0);
    process.stdout.write(
      `${RUNS} sequences: ${[...reached].map(([action, n]) => `${action} ${n}`).join(', ')}\n`,
    );
    connection.close();
  }, 600_000);
});

/** A report of its own, without the import: every sequence starts with the same text. */
async function newReport(desk: Desk): Promise<number> {
  const { connection } = desk;
  const text = textOf([0, 0, 0]);
  const at = '2026-01-01T00:00:00.000Z';
  const analysis = await desk.jobs.run('check', 'start', { text, marks: [] });
  return connection.transaction(() => {
    const reportId = createReport(connection, '演示', 'draft.md', at);
    const source = {
      sha256: 'a'.repeat(64),
      fileName: 'draft.md',
      format: 'markdown' as const,
      encoding: 'utf-8',
    };
    const proof = { differences: [], differenceCount: 0, numbers: 0, tables: 0, cells: 0 } as never;
    const sourceId = saveSource(connection, {
      ...source,
      bytes: new Uint8Array(),
      at,
      notes: [],
      proof,
      map: [],
    });
    const revision = {
      reportId,
      parentId: null,
      sourceId,
      text,
      sha256: sha256(text),
      author: '测试',
      authorId: null,
    };
    const id = addRevision(connection, { ...revision, reason: '导入原件', at, marks: [], edits: null });
    saveAnalysis(connection, id, analysis, 'start');
    if (!findReport(connection, reportId)) throw new Error('no report');
    return reportId;
  })();
}
