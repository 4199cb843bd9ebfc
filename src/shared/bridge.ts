import type { EditingBridge } from './bridge/editing';
import type { EventName, Events, Input, Outputs } from './ipc';
import type { Result } from './result';

/** What the preload script puts on `window.gouji`: one method per message, nothing generic. */
export interface Bridge extends EditingBridge {
  moveStage(input: Input<'stage:move'>): Promise<Result<Outputs['stage:move']>>;
  stageChanges(input: Input<'stage:changes'>): Promise<Result<Outputs['stage:changes']>>;
  confirmWaiver(input: Input<'waiver:confirm'>): Promise<Result<Outputs['waiver:confirm']>>;
  identityState(): Promise<Result<Outputs['identity:state']>>;
  createIdentity(input: Input<'identity:create'>): Promise<Result<Outputs['identity:create']>>;
  unlockIdentity(input: Input<'identity:unlock'>): Promise<Result<Outputs['identity:unlock']>>;
  lockDesk(): Promise<Result<Outputs['identity:lock']>>;
  touchDesk(): Promise<Result<Outputs['identity:touch']>>;
  changePassphrase(
    input: Input<'identity:change-passphrase'>,
  ): Promise<Result<Outputs['identity:change-passphrase']>>;
  setRoles(input: Input<'identity:set-roles'>): Promise<Result<Outputs['identity:set-roles']>>;
  disableIdentity(input: Input<'identity:disable'>): Promise<Result<Outputs['identity:disable']>>;
  setIdleMinutes(input: Input<'identity:set-idle'>): Promise<Result<Outputs['identity:set-idle']>>;
  listReports(): Promise<Result<Outputs['report:list']>>;
  tagReport(input: Input<'report:tag'>): Promise<Result<Outputs['report:tag']>>;
  archiveReport(input: Input<'report:archive'>): Promise<Result<Outputs['report:archive']>>;
  removeReport(input: Input<'report:remove'>): Promise<Result<Outputs['report:remove']>>;
  searchLibrary(input: Input<'library:search'>): Promise<Result<Outputs['library:search']>>;
  openReport(input: Input<'report:open'>): Promise<Result<Outputs['report:open']>>;
  importReport(input: Input<'report:import'>): Promise<Result<Outputs['report:import']>>;
  dropReport(input: Input<'report:drop'>): Promise<Result<Outputs['report:drop']>>;
  acceptImport(input: Input<'report:accept-import'>): Promise<Result<Outputs['report:accept-import']>>;
  sourceMap(input: Input<'report:source-map'>): Promise<Result<Outputs['report:source-map']>>;
  compareRevisions(input: Input<'report:compare'>): Promise<Result<Outputs['report:compare']>>;
  references(input: Input<'report:references'>): Promise<Result<Outputs['report:references']>>;
  setReferences(input: Input<'report:set-references'>): Promise<Result<Outputs['report:set-references']>>;
  power(input: Input<'report:power'>): Promise<Result<Outputs['report:power']>>;
  factElsewhere(input: Input<'fact:elsewhere'>): Promise<Result<Outputs['fact:elsewhere']>>;
  exportTable(input: Input<'table:export'>): Promise<Result<Outputs['table:export']>>;
  setPolicy(input: Input<'report:set-policy'>): Promise<Result<Outputs['report:set-policy']>>;
  listPolicies(): Promise<Result<Outputs['policy:list']>>;
  keepPolicy(input: Input<'policy:keep'>): Promise<Result<Outputs['policy:keep']>>;
  removePolicy(input: Input<'policy:remove'>): Promise<Result<Outputs['policy:remove']>>;
  setStandardPolicy(input: Input<'policy:set-standard'>): Promise<Result<Outputs['policy:set-standard']>>;
  importPolicy(): Promise<Result<Outputs['policy:import']>>;
  exportPolicy(input: Input<'policy:export'>): Promise<Result<Outputs['policy:export']>>;
  listLedgers(): Promise<Result<Outputs['ledger:list']>>;
  chooseLedger(): Promise<Result<Outputs['ledger:choose']>>;
  dropLedger(input: Input<'ledger:drop'>): Promise<Result<Outputs['ledger:drop']>>;
  previewLedger(input: Input<'ledger:preview'>): Promise<Result<Outputs['ledger:preview']>>;
  saveLedger(input: Input<'ledger:save'>): Promise<Result<Outputs['ledger:save']>>;
  ledgerFromReport(input: Input<'ledger:from-report'>): Promise<Result<Outputs['ledger:from-report']>>;
  ledgerFacts(input: Input<'ledger:facts'>): Promise<Result<Outputs['ledger:facts']>>;
  removeLedger(input: Input<'ledger:remove'>): Promise<Result<Outputs['ledger:remove']>>;
  fixFinding(input: Input<'finding:fix'>): Promise<Result<Outputs['finding:fix']>>;
  fixFindings(input: Input<'finding:fix-all'>): Promise<Result<Outputs['finding:fix-all']>>;
  waiveFinding(input: Input<'finding:waive'>): Promise<Result<Outputs['finding:waive']>>;
  reopenFinding(input: Input<'finding:reopen'>): Promise<Result<Outputs['finding:reopen']>>;
  undo(input: Input<'act:undo'>): Promise<Result<Outputs['act:undo']>>;
  redo(input: Input<'act:redo'>): Promise<Result<Outputs['act:redo']>>;
  chooseKey(): Promise<Result<Outputs['key:choose']>>;
  previewReport(input: Input<'report:preview'>): Promise<Result<Outputs['report:preview']>>;
  exportReport(input: Input<'report:export'>): Promise<Result<Outputs['report:export']>>;
  verifySeal(): Promise<Result<Outputs['seal:verify']>>;
  handOverCase(input: Input<'case:hand-over'>): Promise<Result<Outputs['case:hand-over']>>;
  receiveCase(): Promise<Result<Outputs['case:receive']>>;
  dropCase(input: Input<'case:drop'>): Promise<Result<Outputs['case:drop']>>;
  unlockCase(input: Input<'case:unlock'>): Promise<Result<Outputs['case:unlock']>>;
  settleCase(input: Input<'case:settle'>): Promise<Result<Outputs['case:settle']>>;
  auditLibrary(): Promise<Result<Outputs['library:audit']>>;
  auditFile(): Promise<Result<Outputs['library:audit-file']>>;
  listBackups(): Promise<Result<Outputs['library:backups']>>;
  backUpLibrary(): Promise<Result<Outputs['library:back-up']>>;
  restoreLibrary(input: Input<'library:restore'>): Promise<Result<Outputs['library:restore']>>;
  ruleHelp(input: Input<'rule:help'>): Promise<Result<Outputs['rule:help']>>;
  getSettings(): Promise<Result<Outputs['setting:get']>>;
  setSettings(input: Input<'setting:set'>): Promise<Result<Outputs['setting:set']>>;
  cancelJob(input: Input<'job:cancel'>): Promise<Result<Outputs['job:cancel']>>;
  appInfo(): Promise<Result<Outputs['app:info']>>;
  /** Returns a function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
