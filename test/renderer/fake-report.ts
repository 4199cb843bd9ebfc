import type { Analysis } from '../../src/shared/model/analysis';
import type { CommentThread } from '../../src/shared/model/comment';
import type { RevisionComparison, TextChange } from '../../src/shared/model/comparison';
import type { ReferenceSummary } from '../../src/shared/model/reference';
import type {
  AuditEntry,
  Disposition,
  ReportSummary,
  ReviewSnapshot,
  RevisionSummary,
  SourceSummary,
} from '../../src/shared/model/review';
import type { CaseState, CaseView } from '../../src/shared/model/sign-off';
import type { SourceMap } from '../../src/shared/model/source';
import { DEFAULT_SIGN_OFF } from '../../src/shared/policy/sign-off';

/** A report that nobody has handed in. */
const fakeCase: Omit<CaseView, 'state'> = {
  demands: DEFAULT_SIGN_OFF,
  sections: [''],
  signOffs: [],
  events: [],
  missing: [{ kind: 'not-submitted' }],
  missingCount: 1,
  may: {
    submit: null,
    sign: 'no-move',
    return: 'no-move',
    withdraw: 'no-move',
    release: 'no-move',
    reopen: 'no-move',
  },
  tookPart: [],
};

export type Check = (text: string) => Analysis;

export const AT = '2026-01-05T08:30:00.000Z';

export interface FakeRevision extends RevisionSummary {
  readonly text: string;
  readonly source: SourceSummary;
}

/** What an act leaves behind, for undo. */
export interface State {
  readonly title: string;
  readonly revision: FakeRevision;
  readonly dispositions: readonly Disposition[];
}

/** One report in memory: its revisions, its acts, its history. */
export class FakeReport {
  readonly revisions: FakeRevision[] = [];
  /** What it was checked against. */
  references: readonly ReferenceSummary[] = [];
  private readonly history: AuditEntry[] = [];
  comments: readonly CommentThread[] = [];
  private states: State[];
  private at = 0;

  constructor(
    private readonly check: Check,
    readonly id: number,
    readonly fileName: string,
    source: SourceSummary,
    text: string,
    actor: string,
  ) {
    const revision = this.addRevision(text, '导入原件', actor, source);
    this.states = [{ title: '', revision, dispositions: [] }];
    this.log('report.imported', '导入原件', actor);
  }

  get state(): State {
    const state = this.states[this.at];
    if (!state) throw new Error('no state');
    return state;
  }

  /** Without a source of its own it is an edit, and its text still comes from the source before. */
  addRevision(text: string, reason: string, author: string, source: SourceSummary | null): FakeRevision {
    const number = this.revisions.length + 1;
    const revision: FakeRevision = {
      id: this.id * 100 + number,
      number,
      // The state that it is made from; none for the first.
      parentId: this.states?.[this.at]?.revision.id ?? null,
      reason,
      author,
      at: AT,
      imported: source !== null,
      text,
      source: source ?? this.state.revision.source,
    };
    this.revisions.push(revision);
    return revision;
  }

  do(next: State, action: string, actor: string): void {
    this.states = [...this.states.slice(0, this.at + 1), next];
    this.at++;
    this.log(action, next.title, actor);
  }

  step(by: number): void {
    this.at = Math.max(0, Math.min(this.states.length - 1, this.at + by));
  }

  log(action: string, summary: string, actor: string): void {
    const sequence = this.history.length + 1;
    const hash = sequence.toString(16).padStart(64, '0');
    this.history.push({ sequence, at: AT, actor, action, summary, hash });
  }

  caseState: CaseState = 'draft';
  policy: ReviewSnapshot['policy'] = { id: 'regulatory-report', chosen: false };

  snapshot(): ReviewSnapshot {
    const { revision, dispositions } = this.state;
    return {
      report: this.summary(),
      revisionId: revision.id,
      sha256: `${revision.id}`.padStart(64, '0'),
      analysis: { ...this.check(revision.text), references: this.references },
      dispositions,
      waivers: dispositions
        .filter(({ kind }) => kind === 'waived')
        .map((waiver) => ({ waiver, state: 'effective' as const, mayConfirm: false })),
      signOff: { ...fakeCase, state: this.caseState },
      policy: this.policy,
      comments: [...this.comments],
      history: [...this.history],
      revisions: this.revisions.map(({ text: _, source: __, ...rest }) => rest),
      source: revision.source,
      undo: this.at > 0 ? this.state.title : null,
      redo: this.states[this.at + 1]?.title ?? null,
    };
  }

  tags: readonly string[] = [];
  archived = false;
  removed: 'no' | 'removed' | 'purged' = 'no';

  summary(): ReportSummary {
    const { revision, dispositions } = this.state;
    const { document, findings, quantities } = this.check(revision.text);
    const waived = new Set(dispositions.map((one) => one.fingerprint));
    const open = { error: 0, doubt: 0, notice: 0 };
    for (const finding of findings) if (!waived.has(finding.fingerprint)) open[finding.severity]++;
    return {
      id: this.id,
      title: document.title,
      fileName: this.fileName,
      institution: document.title.slice(0, 1),
      year: this.id === 1 ? 2025 : null,
      revision: revision.number,
      changedAt: AT,
      openedAt: null,
      archived: this.archived,
      tags: this.tags,
      characters: revision.text.length,
      quantities: quantities.length,
      tied: 0.4,
      state: this.caseState,
      open,
    };
  }

  /** Each line is a paragraph of the source; an edited text has no map here. */
  sourceMap(): SourceMap {
    const { revision } = this.state;
    if (!revision.imported) return [];
    const { lineStarts } = this.check(revision.text).document;
    return lineStarts.map((start, index) => ({
      range: { start, end: (lineStarts[index + 1] ?? revision.text.length + 1) - 1 },
      label: `正文第${index + 1}段`,
    }));
  }

  compare(before: FakeRevision, after: FakeRevision): RevisionComparison {
    const [old, fresh] = [this.check(before.text), this.check(after.text)];
    const known = new Set(old.findings.map((finding) => finding.fingerprint));
    const staying = fresh.findings.filter((finding) => known.has(finding.fingerprint));
    const still = new Set(staying.map((finding) => finding.fingerprint));
    const waived = this.state.dispositions;
    const carried = waived.filter((one) => still.has(one.fingerprint)).length;
    return {
      text: changedLines(before.text, after.text),
      figures: [],
      tables: [],
      years: 0,
      periods: { before: '', after: '', months: 0 },
      findings: {
        gone: old.findings.length - staying.length,
        staying: staying.length,
        arrived: fresh.findings.length - staying.length,
      },
      waivers: { carried, lapsed: waived.length - carried },
    };
  }
}

interface Line {
  readonly range: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** Line by line, the same number against the same number. */
function changedLines(before: string, after: string): TextChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const changes: TextChange[] = [];
  for (let at = 0; at < Math.max(old.length, fresh.length); at++) {
    const [left = null, right = null] = [old[at], fresh[at]];
    if (left?.text === right?.text) continue;
    changes.push({
      kind: left && right ? 'changed' : left ? 'removed' : 'added',
      before: left,
      after: right,
      section: '',
    });
  }
  return changes;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    return { range, text: line };
  });
}
