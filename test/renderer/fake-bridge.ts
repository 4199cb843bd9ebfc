import type { Bridge } from '../../src/shared/bridge';
import type { EventName, Events, Settings } from '../../src/shared/ipc';
import type { Analysis } from '../../src/shared/model/analysis';
import type { AuditEntry, Disposition, ReportSummary, ReviewSnapshot } from '../../src/shared/model/review';
import { failure, type Result, success } from '../../src/shared/result';

type Check = (text: string) => Analysis;
type Listener = (payload: Events[EventName]) => void;

/** What an act changed, for undo. */
interface State {
  readonly title: string;
  readonly text: string;
  readonly dispositions: readonly Disposition[];
}

/** The main process as far as the window can tell: one report in memory, real acts, real undo. */
export class FakeBridge implements Bridge {
  readonly calls: string[] = [];
  settings: Settings = { language: 'zh-CN', theme: 'light', reviewer: '审核人' };
  failNext: Result<never> | null = null;
  private readonly listeners = new Set<Listener>();
  private readonly history: AuditEntry[] = [];
  private states: State[];
  private at = 0;

  constructor(
    private readonly check: Check,
    text: string,
    private readonly fileName = 'draft.md',
  ) {
    this.states = [{ title: '', text, dispositions: [] }];
    this.log('report.imported', '导入原件');
  }

  get state(): State {
    const state = this.states[this.at];
    if (!state) throw new Error('no state');
    return state;
  }

  get revisionId(): number {
    return this.states.findIndex((state) => state.text === this.state.text) + 1;
  }

  snapshot(): ReviewSnapshot {
    const { text, dispositions } = this.state;
    return {
      report: this.summary(),
      revisionId: this.revisionId,
      sha256: `${text.length}-${this.revisionId}`,
      analysis: this.check(text),
      dispositions,
      history: [...this.history],
      undo: this.at > 0 ? this.state.title : null,
      redo: this.states[this.at + 1]?.title ?? null,
    };
  }

  emit(payload: Events['job:progress']): void {
    for (const listener of this.listeners) listener(payload);
  }

  listReports = () => this.answer('listReports', () => [this.summary()]);
  openReport = () => this.answer('openReport', () => this.snapshot());
  importReport = () => this.answer('importReport', () => this.snapshot());
  dropReport = () => this.answer('dropReport', () => this.snapshot());

  fixFinding: Bridge['fixFinding'] = (input) =>
    this.act('fixFinding', input.revisionId, ({ text, dispositions }) => {
      const finding = this.check(text).findings.find((one) => one.fingerprint === input.fingerprint);
      const fix = finding?.fixes[input.fix];
      if (!fix) return null;
      const ascending = [...fix.edits].sort((a, b) => b.range.start - a.range.start);
      const changed = ascending.reduce(
        (before, { range, text: put }) => before.slice(0, range.start) + put + before.slice(range.end),
        text,
      );
      return { title: fix.title, text: changed, dispositions };
    });

  waiveFinding: Bridge['waiveFinding'] = ({ revisionId, fingerprint, reason }) =>
    this.act('waiveFinding', revisionId, ({ text, dispositions }) => ({
      title: `豁免：${reason}`,
      text,
      dispositions: [
        ...dispositions,
        { fingerprint, kind: 'waived', reason, by: this.settings.reviewer, at: '2026-01-05T08:30:00.000Z' },
      ],
    }));

  reopenFinding: Bridge['reopenFinding'] = ({ revisionId, fingerprint }) =>
    this.act('reopenFinding', revisionId, ({ text, dispositions }) => ({
      title: '重新打开',
      text,
      dispositions: dispositions.filter((one) => one.fingerprint !== fingerprint),
    }));

  undo: Bridge['undo'] = () => this.step('undo', -1);
  redo: Bridge['redo'] = () => this.step('redo', 1);

  chooseKey = () =>
    this.answer('chooseKey', () => ({
      token: '00000000-0000-4000-8000-000000000000',
      fileName: 'TEST-ONLY.p12',
    }));
  exportReport: Bridge['exportReport'] = ({ seal }) =>
    this.answer('exportReport', () => {
      this.log('report.exported', '导出草稿');
      return { path: '/documents/report.pdf', bytes: 123_456, sealed: seal !== null };
    });
  verifySeal: Bridge['verifySeal'] = () =>
    this.answer('verifySeal', () => ({
      fileName: 'report.pdf',
      report: {
        status: 'valid',
        problems: [],
        signatures: [
          {
            signer: '演示支付有限公司',
            issuer: '演示签发中心',
            signedAt: '2026-01-05T08:30:00.000Z',
            reason: '',
            algorithm: 'RSA-2048 / SHA-256',
            coversWholeDocument: true,
            integrity: true,
            trust: 'self-signed',
            problems: [],
          },
        ],
      },
    }));
  ruleHelp: Bridge['ruleHelp'] = ({ rule }) =>
    this.answer('ruleHelp', () => `# ${rule}\n\n说明。\n\n- 一\n- 二`);
  getSettings = () => this.answer('getSettings', () => this.settings);
  setSettings: Bridge['setSettings'] = (settings) =>
    this.answer('setSettings', () => {
      this.settings = settings;
      return settings;
    });
  cancelJob = () => this.answer('cancelJob', () => true);
  appInfo = () =>
    this.answer('appInfo', () => ({ version: '0.0.0', rules: 2, dataFolder: '/home/reviewer/gouji' }));

  on: Bridge['on'] = (_event, listener) => {
    this.listeners.add(listener as Listener);
    return () => void this.listeners.delete(listener as Listener);
  };

  private async answer<T>(call: string, value: () => T): Promise<Result<T>> {
    this.calls.push(call);
    const failed = this.failNext;
    this.failNext = null;
    return failed ?? success(value());
  }

  private async act(
    call: string,
    revisionId: number,
    next: (state: State) => State | null,
  ): Promise<Result<ReviewSnapshot>> {
    if (revisionId !== this.revisionId) return failure('stale', '报告已有更新的版本');
    const after = next(this.state);
    if (!after) return failure('no-fix', '没有这一条修改建议');
    return this.answer(call, () => {
      this.states = [...this.states.slice(0, this.at + 1), after];
      this.at++;
      this.log(call, after.title);
      return this.snapshot();
    });
  }

  private step(call: string, by: number): Promise<Result<ReviewSnapshot>> {
    return this.answer(call, () => {
      this.at += by;
      return this.snapshot();
    });
  }

  private summary(): ReportSummary {
    const { text, dispositions } = this.state;
    const { document, findings, quantities } = this.check(text);
    const waived = new Set(dispositions.map((one) => one.fingerprint));
    const open = { error: 0, doubt: 0, notice: 0 };
    for (const finding of findings) if (!waived.has(finding.fingerprint)) open[finding.severity]++;
    return {
      id: 1,
      title: document.title,
      fileName: this.fileName,
      revision: this.revisionId,
      changedAt: '2026-01-05T08:30:00.000Z',
      characters: text.length,
      quantities: quantities.length,
      tied: 0.4,
      open,
    };
  }

  private log(action: string, summary: string): void {
    const sequence = this.history.length + 1;
    const hash = sequence.toString(16).padStart(64, '0');
    this.history.push({ sequence, at: '2026-01-05T08:30:00.000Z', actor: '审核人', action, summary, hash });
  }
}
