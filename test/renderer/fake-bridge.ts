import type { Bridge } from '../../src/shared/bridge';
import type { EventName, Events, LedgerFile, Settings } from '../../src/shared/ipc';
import type { RememberedKey } from '../../src/shared/ipc/seal';
import type { RemovedReport, SearchHit, SearchResult } from '../../src/shared/model/library';
import type { PolicyShelf } from '../../src/shared/model/policy';
import type {
  ImportOutcome,
  ReportSummary,
  ReviewSnapshot,
  SourceSummary,
} from '../../src/shared/model/review';
import type { ImportNote, LosslessProof } from '../../src/shared/model/source';
import { failure, type Result, success } from '../../src/shared/result';
import { FakeData } from './fake-data';
import { changedText, draftOf } from './fake-editing';
import { type FakeFile, FakeLedgers } from './fake-ledgers';
import { FakePeople } from './fake-people';
import { FakePolicies } from './fake-policies';
import { AT, type Check, FakeReport, type State } from './fake-report';
import { FakeSafekeeping } from './fake-safekeeping';
import { LIBRARY, sealed } from './fake-seal';

type Listener = (payload: Events[EventName]) => void;
type Into = { readonly reportId: number; readonly revisionId: number } | null;

interface PendingImport {
  readonly file: FakeFile;
  readonly into: Into;
}

/** A text with this word is not read losslessly; one with this other word has a note. */
const LOSS = '丢失';
const PICTURE = '图片';

const REVIEWER = '审核人';
const SAID = { by: REVIEWER, byId: null, at: AT, withdrawn: false };
/** A decision as it was before there were identities. */
const UNBOUND = { byId: null, bound: null, expiresOn: null, confirmed: null };

/** The main process as far as the window can tell: reports and ledgers in memory, real acts, real undo. */
export class FakeBridge implements Bridge {
  readonly calls: string[] = [];
  settings: Settings = {
    language: 'zh-CN',
    theme: 'light',
    fontSize: 100,
    signing: { organisation: '', signatory: '', place: '', contact: '', reason: '' },
  };
  failNext: Result<never> | null = null;
  /** As if the person cancelled the next job: it answers with null, whatever its type. */
  cancelNext = false;
  /** What the person chooses in the next open dialog; null closes it. */
  chosen: FakeFile | null;
  remembered: RememberedKey | null = null;
  readonly ledgers = new FakeLedgers();
  readonly policies = new FakePolicies();
  readonly people = new FakePeople();
  readonly safekeeping = new FakeSafekeeping();
  readonly data = new FakeData((job) => this.emit(job));
  private readonly listeners = new Set<Listener>();
  private readonly reports: FakeReport[] = [];
  private readonly pending = new Map<string, PendingImport>();

  constructor(
    private readonly check: Check,
    text: string,
    name = 'draft.md',
  ) {
    this.chosen = { name, text };
    this.addReport(this.chosen);
  }

  /** Of the report that the window starts with. */
  get state(): State {
    return this.report(1).state;
  }

  private library = (): readonly ReportSummary[] =>
    this.reports.filter(({ removed }) => removed === 'no').map((one) => one.summary());

  private shelfOfRemoved = (): readonly RemovedReport[] =>
    this.reports
      .filter(({ removed }) => removed === 'removed')
      .map((one) => ({ ...one.summary(), removedAt: AT, removedBy: REVIEWER, usedBy: [] }));

  /** The first block of each report that has the words. */
  private found(query: string, archived: boolean): SearchResult {
    const hits = this.reports.flatMap((report): readonly SearchHit[] => {
      const { id, title, changedAt } = report.summary();
      const { blocks } = report.snapshot().analysis.document;
      const block = blocks.find((one) => 'prose' in one && one.prose.text.includes(query));
      if (!block) return [];
      const about = { reportId: id, title, changedAt, kind: 'text' as const };
      return [{ ...about, block: block.index, range: block.range, before: '', found: query, after: '' }];
    });
    const shelves = { listed: 1, archived: 1, removed: 0, archivedToo: archived };
    return { shelves, hits, more: false, value: null };
  }

  emit(payload: Events['job:progress']): void {
    for (const listener of this.listeners) listener(payload);
  }

  handOverCase: Bridge['handOverCase'] = ({ passphrase }) =>
    this.answer('handOverCase', () =>
      success({ fileName: '案卷.gouji', encrypted: passphrase !== null, head: 'a'.repeat(64) }),
    );
  exportRecord = () => this.answer('exportRecord', () => success(null));
  receiveCase = () => this.answer('receiveCase', () => success(null));
  openedCase = () => this.answer('openedCase', () => success(null));
  answerOpenedCase = () => this.answer('answerOpenedCase', () => success(null));
  dropCase = () => this.answer('dropCase', () => success(null));
  unlockCase = () => this.answer('unlockCase', () => success(null));
  settleCase = () => this.answer('settleCase', () => success(null));
  auditLibrary = () => this.answer('auditLibrary', () => this.safekeeping.audit());
  fontsState = () => this.answer('fontsState', () => success({ folder: null, faces: [], problem: null }));
  chooseFonts = () => this.answer('chooseFonts', () => success(null));
  clearFonts = () => this.answer('clearFonts', () => success({ folder: null, faces: [], problem: null }));
  auditFile = () => this.answer('auditFile', () => success(null));
  listBackups = () => this.answer('listBackups', () => success(this.safekeeping.backups));
  backUpLibrary = () => this.answer('backUpLibrary', () => this.safekeeping.backUp());
  restoreLibrary: Bridge['restoreLibrary'] = () =>
    this.answer('restoreLibrary', () => success({ aside: 'library-replaced.sqlite' }));
  listReports = () => this.answer('listReports', () => success(this.library()));
  tagReport: Bridge['tagReport'] = ({ reportId, tags }) =>
    this.answer('tagReport', () => {
      this.report(reportId).tags = tags;
      return success(this.library());
    });
  archiveReport: Bridge['archiveReport'] = ({ reportId, archived }) =>
    this.answer('archiveReport', () => {
      this.report(reportId).archived = archived;
      return success(this.library());
    });
  removeReport: Bridge['removeReport'] = ({ reportId }) =>
    this.answer('removeReport', () => {
      this.report(reportId).removed = 'removed';
      return success(this.library());
    });
  listRemoved = () => this.answer('listRemoved', () => success(this.shelfOfRemoved()));
  bringBackReport: Bridge['bringBackReport'] = ({ reportId }) =>
    this.answer('bringBackReport', () => {
      if (this.report(reportId).removed === 'purged') return failure('no-report', '没有这一份');
      this.report(reportId).removed = 'no';
      return success({ reports: this.library(), removed: this.shelfOfRemoved() });
    });
  purgeReport: Bridge['purgeReport'] = ({ reportId }) =>
    this.answer('purgeReport', () => {
      this.report(reportId).removed = 'purged';
      return success(this.shelfOfRemoved());
    });
  searchLibrary: Bridge['searchLibrary'] = ({ query, archived }) =>
    this.answer('searchLibrary', () => success(this.found(query, archived)));
  openReport: Bridge['openReport'] = ({ reportId }) =>
    this.answer('openReport', () => success(this.report(reportId).snapshot()));
  importReport: Bridge['importReport'] = ({ into }) =>
    this.answer<ImportOutcome | null>('importReport', () =>
      this.chosen ? this.import(this.chosen, into) : success(null),
    );
  dropReport: Bridge['dropReport'] = ({ name, bytes, into }) =>
    this.answer('dropReport', () => this.import({ name, text: textOf(bytes) }, into));
  acceptImport: Bridge['acceptImport'] = ({ token }) =>
    this.answer('acceptImport', () => {
      const pending = this.pending.get(token);
      this.pending.delete(token);
      if (!pending) return failure('expired', '这次导入已经失效，请重新选择文件');
      return this.store(pending.file, pending.into);
    });
  sourceMap: Bridge['sourceMap'] = ({ reportId, revisionId }) =>
    this.answer('sourceMap', () => {
      const report = this.report(reportId);
      const current = report.state.revision.id === revisionId;
      return current ? success(report.sourceMap()) : STALE;
    });
  compareReports: Bridge['compareReports'] = ({ reportId, revisionId, otherId }) =>
    this.answer('compareReports', () => {
      const [after, before] = [this.report(reportId), this.report(otherId)];
      const fresh = after.revisions.find((one) => one.id === revisionId);
      const old = before.revisions.at(-1);
      if (!old || !fresh) return failure('no-report', '资料库里没有这个版本');
      return success(after.compare(old, fresh));
    });
  compareRevisions: Bridge['compareRevisions'] = ({ reportId, before, after }) =>
    this.answer('compareRevisions', () => {
      const report = this.report(reportId);
      const [old, fresh] = [before, after].map((id) => report.revisions.find((one) => one.id === id));
      if (!old || !fresh) return failure('no-report', '资料库里没有这个版本');
      return success(report.compare(old, fresh));
    });

  setPolicy: Bridge['setPolicy'] = ({ reportId, policy }) =>
    this.answer('setPolicy', () => {
      if (policy !== null && !this.policies.has(policy)) return failure('no-policy', '资料库里没有这份政策');
      const report = this.report(reportId);
      report.policy = { id: policy ?? this.policies.shelf().standard, chosen: policy !== null };
      return success(report.snapshot());
    });
  listPolicies = () => this.answer('listPolicies', () => success(this.policies.shelf()));
  keepPolicy: Bridge['keepPolicy'] = ({ id, policy }) =>
    this.answer('keepPolicy', () => this.policies.keep(id, policy));
  removePolicy: Bridge['removePolicy'] = ({ id }) =>
    this.answer('removePolicy', () => this.policies.remove(id));
  setStandardPolicy: Bridge['setStandardPolicy'] = ({ id }) =>
    this.answer('setStandardPolicy', () => this.policies.makeStandard(id));
  importPolicy: Bridge['importPolicy'] = () =>
    this.answer<PolicyShelf | null>('importPolicy', () =>
      this.chosen ? this.policies.keep(null, JSON.parse(this.chosen.text)) : success(null),
    );
  exportPolicy: Bridge['exportPolicy'] = ({ id }) =>
    this.answer('exportPolicy', () => success({ fileName: `${id}.json` }));

  listLedgers = () => this.answer('listLedgers', () => success(this.ledgers.list()));
  chooseLedger = () =>
    this.answer<LedgerFile | null>('chooseLedger', () =>
      this.chosen ? this.ledgers.open(this.chosen) : success(null),
    );
  dropLedger: Bridge['dropLedger'] = ({ name, bytes }) =>
    this.answer('dropLedger', () => this.ledgers.open({ name, text: textOf(bytes) }));
  previewLedger: Bridge['previewLedger'] = ({ token, ...table }) =>
    this.answer('previewLedger', () => this.ledgers.preview(token, table));
  saveLedger: Bridge['saveLedger'] = ({ token, tables }) =>
    this.answer('saveLedger', () => this.ledgers.save(token, tables));
  ledgerFromReport: Bridge['ledgerFromReport'] = ({ reportId }) =>
    this.answer('ledgerFromReport', () => {
      const report = this.report(reportId);
      return this.ledgers.takeReport(report.summary().title, this.check(report.state.revision.text));
    });
  ledgerFacts: Bridge['ledgerFacts'] = ({ ledgerId }) =>
    this.answer('ledgerFacts', () => this.ledgers.facts(ledgerId));
  removeLedger: Bridge['removeLedger'] = ({ ledgerId }) =>
    this.answer('removeLedger', () => this.ledgers.remove(ledgerId));

  references: Bridge['references'] = ({ reportId }) =>
    this.answer('references', () => success(this.data.choiceOf(reportId, this.reports, this.ledgers.list())));
  setReferences: Bridge['setReferences'] = ({ reportId, revisionId, ...chosen }) => {
    const report = this.report(reportId);
    if (report.state.revision.id !== revisionId) return Promise.resolve(STALE);
    return this.answer('setReferences', () => {
      const references = this.data.choose(report, chosen, this.reports, this.ledgers.list());
      if (!references) return failure('no-ledger', '资料库里没有所选的台账');
      report.references = references;
      report.log('report.references', '选定对照资料', REVIEWER);
      return success(report.snapshot());
    });
  };
  power: Bridge['power'] = async ({ reportId, revisionId }) => {
    const report = this.report(reportId);
    const { id, text } = report.state.revision;
    if (id !== revisionId) return STALE;
    const measured = await this.data.power(report.summary().title, text);
    return this.answer('power', () => success(measured));
  };
  factElsewhere: Bridge['factElsewhere'] = (asked) =>
    this.answer('factElsewhere', () => success(this.data.elsewhere(asked, this.reports)));
  exportTable: Bridge['exportTable'] = (input) =>
    this.answer('exportTable', () => {
      const report = this.report(input.reportId);
      if (report.state.revision.id !== input.revisionId) return STALE;
      if (!this.chosen) return success(null);
      this.data.exported.push(input);
      report.log('table.exported', '导出表格', REVIEWER);
      return success({ fileName: `${input.table}.${input.format}` });
    });

  fixFinding: Bridge['fixFinding'] = ({ fingerprint, fix: index, ...target }) =>
    this.act('fixFinding', target, (report) => {
      const { revision, dispositions } = report.state;
      const finding = this.check(revision.text).findings.find((one) => one.fingerprint === fingerprint);
      const fix = finding?.fixes[index];
      if (!fix) return null;
      const ascending = [...fix.edits].sort((a, b) => b.range.start - a.range.start);
      const changed = ascending.reduce(
        (before, { range, text: put }) => before.slice(0, range.start) + put + before.slice(range.end),
        revision.text,
      );
      const next = report.addRevision(changed, fix.title, REVIEWER, null);
      return { title: fix.title, revision: next, dispositions };
    });
  fixFindings: Bridge['fixFindings'] = ({ fingerprints, ...target }) =>
    this.act('fixFindings', target, (report) => {
      const { revision, dispositions } = report.state;
      const edits = this.check(revision.text)
        .findings.filter(({ fingerprint }) => fingerprints.includes(fingerprint))
        .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
        .sort((a, b) => b.range.start - a.range.start);
      const changed = edits.reduce(
        (before, { range, text: put }) => before.slice(0, range.start) + put + before.slice(range.end),
        revision.text,
      );
      const title = `同类 ${edits.length} 处`;
      const next = report.addRevision(changed, title, REVIEWER, null);
      return { title, revision: next, dispositions };
    });
  waiveFinding: Bridge['waiveFinding'] = ({ fingerprint, reason, ...target }) =>
    this.act('waiveFinding', target, ({ state }) => {
      const waiver = {
        fingerprint,
        kind: 'waived',
        reason,
        by: REVIEWER,
        at: AT,
        ...UNBOUND,
      } as const;
      return { ...state, title: `豁免：${reason}`, dispositions: [...state.dispositions, waiver] };
    });
  reopenFinding: Bridge['reopenFinding'] = ({ fingerprint, ...target }) =>
    this.act('reopenFinding', target, ({ state }) => ({
      ...state,
      title: '重新打开',
      dispositions: state.dispositions.filter((one) => one.fingerprint !== fingerprint),
    }));
  addComment: Bridge['addComment'] = ({ reportId, range, fingerprint, body }) =>
    this.answer('addComment', () => {
      const report = this.report(reportId);
      const excerpt = report.state.revision.text.slice(range.start, range.end);
      const entries = [{ id: 1, body, ...SAID }];
      const thread = { id: report.comments.length + 1, range, excerpt, fingerprint, entries, settled: null };
      report.comments = [...report.comments, thread];
      return success(report.snapshot());
    });
  replyComment: Bridge['replyComment'] = ({ reportId, thread, body }) =>
    this.answer('replyComment', () => {
      const report = this.report(reportId);
      report.comments = report.comments.map((one) =>
        one.id === thread ? { ...one, entries: [...one.entries, { id: 2, body, ...SAID }] } : one,
      );
      return success(report.snapshot());
    });
  withdrawComment: Bridge['withdrawComment'] = ({ reportId, comment }) =>
    this.answer('withdrawComment', () => {
      const report = this.report(reportId);
      report.comments = report.comments.map((one) => ({
        ...one,
        entries: one.entries.map((said) => (said.id === comment ? { ...said, withdrawn: true } : said)),
      }));
      return success(report.snapshot());
    });
  settleComment: Bridge['settleComment'] = ({ reportId, thread, settled }) =>
    this.answer('settleComment', () => {
      const report = this.report(reportId);
      report.comments = report.comments.map((one) =>
        one.id === thread ? { ...one, settled: settled ? { by: REVIEWER, at: AT } : null } : one,
      );
      return success(report.snapshot());
    });
  reportPiece: Bridge['reportPiece'] = () => this.answer('reportPiece', () => success(null));
  editText: Bridge['editText'] = ({ change, reason, ...target }) => {
    const { state } = this.report(target.reportId);
    const changed = changedText(this.check, state.revision.text, change);
    if (!changed.ok) return this.answer('editText', () => changed);
    return this.act('editText', target, (report) => {
      const title = reason === '' ? '修改正文' : reason;
      const next = report.addRevision(changed.value, title, REVIEWER, null);
      return { title, revision: next, dispositions: report.state.dispositions };
    });
  };
  checkDraft: Bridge['checkDraft'] = ({ reportId, revisionId, change }) => {
    const { revision } = this.report(reportId).state;
    if (revision.id !== revisionId) return Promise.resolve(STALE);
    return this.answer('checkDraft', () => draftOf(this.check, revision.text, change));
  };
  undo: Bridge['undo'] = ({ reportId }) => this.step('undo', reportId, -1);
  redo: Bridge['redo'] = ({ reportId }) => this.step('redo', reportId, 1);

  chooseKey = () =>
    this.answer('chooseKey', () =>
      success({ token: '00000000-0000-4000-8000-000000000000', fileName: 'TEST-ONLY.p12', devices: null }),
    );
  rememberedKey = () => this.answer('rememberedKey', () => success(this.remembered));
  recallKey: Bridge['recallKey'] = () =>
    this.answer('recallKey', () =>
      this.remembered ? success({ ...LIBRARY }) : failure('no-key', '请重新选择'),
    );
  forgetKey = () =>
    this.answer('forgetKey', () => {
      this.remembered = null;
      return success(null);
    });
  previewReport: Bridge['previewReport'] = () =>
    this.answer('previewReport', () => success(new TextEncoder().encode('%PDF-1.7')));
  chooseKeyLibrary: Bridge['chooseKeyLibrary'] = () =>
    this.answer('chooseKeyLibrary', () => success({ ...LIBRARY }));
  exportReport: Bridge['exportReport'] = ({ reportId, seal }) =>
    this.answer('exportReport', () => {
      this.report(reportId).log('report.exported', '导出草稿', REVIEWER);
      return success({ path: '/documents/report.pdf', bytes: 123_456, sealed: seal !== null });
    });
  verifySeal: Bridge['verifySeal'] = () => this.answer('verifySeal', () => success(sealed));
  judgeSealBy: Bridge['judgeSealBy'] = ({ kind }) =>
    this.answer('judgeSealBy', () => success({ ...sealed, [kind]: ['root.pem'] }));
  judgeSealAnew = () => this.answer('judgeSealAnew', () => success(sealed));
  addSeal: Bridge['addSeal'] = () =>
    this.answer('addSeal', () => success({ ...sealed, fileName: 'twice.pdf' }));
  requestStamp = () => this.answer('requestStamp', () => success({ fileName: 'report.tsq' }));
  attachStamp = () => this.answer('attachStamp', () => success({ ...sealed, fileName: 'stamped.pdf' }));
  ruleHelp: Bridge['ruleHelp'] = ({ rule }) =>
    this.answer('ruleHelp', () => success(`# ${rule}\n\n说明。\n\n- 一\n- 二`));
  getSettings = () => this.answer('getSettings', () => success(this.settings));
  setSettings: Bridge['setSettings'] = (settings) =>
    this.answer('setSettings', () => {
      this.settings = settings;
      return success(settings);
    });
  cancelJob: Bridge['cancelJob'] = ({ job }) =>
    this.answer('cancelJob', () => success(this.data.cancel(job)));
  appInfo = () =>
    this.answer('appInfo', () => success({ version: '0.0.0', rules: 2, dataFolder: '/home/reviewer/gouji' }));

  on: Bridge['on'] = (event, listener) => {
    if (event !== 'job:progress') return () => {};
    this.listeners.add(listener as Listener);
    return () => void this.listeners.delete(listener as Listener);
  };

  moveStage: Bridge['moveStage'] = ({ reportId, action }) =>
    this.answer('moveStage', () => {
      const report = this.report(reportId);
      report.caseState = action === 'release' ? 'released' : action === 'submit' ? 'review' : 'draft';
      return success(report.snapshot());
    });
  stageChanges: Bridge['stageChanges'] = () => this.answer('stageChanges', () => success(null));
  confirmWaiver: Bridge['confirmWaiver'] = ({ reportId }) =>
    this.answer('confirmWaiver', () => success(this.report(reportId).snapshot()));
  identityState = () => this.answer('identityState', () => success(this.people.state()));
  createIdentity: Bridge['createIdentity'] = ({ name, roles, passphrase }) =>
    this.answer('createIdentity', () => this.people.create(name, roles, passphrase));
  unlockIdentity: Bridge['unlockIdentity'] = ({ id, passphrase }) =>
    this.answer('unlockIdentity', () => this.people.unlock(id, passphrase));
  lockDesk = () => this.answer('lockDesk', () => this.people.lock());
  touchDesk = () => this.answer<true>('touchDesk', () => success(true));
  changePassphrase: Bridge['changePassphrase'] = ({ passphrase, next }) =>
    this.answer('changePassphrase', () => this.people.changeOwn(passphrase, next));
  setRoles: Bridge['setRoles'] = ({ id, roles }) =>
    this.answer('setRoles', () => this.people.change(id, { roles }));
  disableIdentity: Bridge['disableIdentity'] = ({ id }) =>
    this.answer('disableIdentity', () => this.people.change(id, { disabledAt: AT }));
  setIdleMinutes: Bridge['setIdleMinutes'] = ({ minutes }) =>
    this.answer('setIdleMinutes', () => this.people.setIdle(minutes));

  private async answer<T>(call: string, value: () => Result<T>): Promise<Result<T>> {
    this.calls.push(call);
    const failed = this.failNext;
    this.failNext = null;
    if (this.cancelNext) {
      this.cancelNext = false;
      return success(null as T);
    }
    return failed ?? value();
  }

  private report(id: number): FakeReport {
    const report = this.reports.find((one) => one.id === id);
    if (!report) throw new Error(`no report ${id}`);
    return report;
  }

  private act(
    call: string,
    { reportId, revisionId }: NonNullable<Into>,
    next: (report: FakeReport) => State | null,
  ): Promise<Result<ReviewSnapshot>> {
    const report = this.report(reportId);
    if (report.state.revision.id !== revisionId) return Promise.resolve(STALE);
    return this.answer(call, () => {
      const after = next(report);
      if (!after) return failure('no-fix', '没有这一条修改建议');
      report.do(after, call, REVIEWER);
      return success(report.snapshot());
    });
  }

  private step(call: string, reportId: number, by: number): Promise<Result<ReviewSnapshot>> {
    return this.answer(call, () => {
      this.report(reportId).step(by);
      return success(this.report(reportId).snapshot());
    });
  }

  private import(file: FakeFile, into: Into): Result<ImportOutcome> {
    if (file.text === '') return failure('empty', '文件是空的');
    const known = this.reports.find((one) => one.revisions[0]?.text === file.text);
    if (!into && known) return success({ kind: 'opened', snapshot: known.snapshot(), known: true });
    if (into) {
      const { revision } = this.report(into.reportId).state;
      if (revision.id !== into.revisionId) return STALE;
      if (revision.text === file.text) return failure('unchanged', '没有生成新版本');
    }
    const proof = proofOf(file.text);
    if (proof.differenceCount === 0) return this.store(file, into);
    const token = `import-${this.pending.size + 1}`;
    this.pending.set(token, { file, into });
    return success({ kind: 'unproved', token, fileName: file.name, proof, notes: notesOf(file.text) });
  }

  private store(file: FakeFile, into: Into): Result<ImportOutcome> {
    if (!into) {
      return success({ kind: 'opened', snapshot: this.addReport(file).snapshot(), known: false });
    }
    const report = this.report(into.reportId);
    const before = report.state.revision;
    const title = `导入新稿《${file.name}》`;
    const revision = report.addRevision(file.text, title, REVIEWER, sourceOf(file));
    report.do({ ...report.state, title, revision }, 'report.revised', REVIEWER);
    const comparison = report.compare(before, revision);
    return success({ kind: 'revised', snapshot: report.snapshot(), comparison });
  }

  addReport(file: FakeFile): FakeReport {
    const id = this.reports.length + 1;
    const { name, text } = file;
    const report = new FakeReport(this.check, id, name, sourceOf(file), text, REVIEWER);
    this.reports.push(report);
    return report;
  }
}

const STALE = failure('stale', '报告已有更新的版本');

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const sourceOf = ({ name, text }: FakeFile): SourceSummary => ({
  fileName: name,
  format: 'markdown',
  sha256: `${name}${text.length}`,
  importedAt: AT,
  notes: notesOf(text),
  proof: proofOf(text),
});

const notesOf = (text: string): readonly ImportNote[] =>
  text.includes(PICTURE) ? [{ code: 'image', message: '图片中的文字没有读入', places: ['正文第2段'] }] : [];

const proofOf = (text: string): LosslessProof => {
  const differences = text.includes(LOSS)
    ? [{ kind: 'text' as const, place: '正文第2段', expected: LOSS, actual: '' }]
    : [];
  const characters = text.replace(/\s/g, '').length;
  return { numbers: 0, tables: 0, cells: 0, characters, differences, differenceCount: differences.length };
};
