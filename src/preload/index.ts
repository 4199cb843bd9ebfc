import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/bridge';
import type { Channel, EventName, Events, Input, Outputs } from '../shared/ipc';
import type { Result } from '../shared/result';

type Method<C extends Channel> = (input: Input<C>) => Promise<Result<Outputs[C]>>;

const send =
  <C extends Channel>(channel: C): Method<C> =>
  (input) =>
    ipcRenderer.invoke(channel, input);

const events: readonly EventName[] = ['job:progress', 'session:changed', 'case:opened', 'backup:failed'];

const bridge: Bridge = {
  moveStage: send('stage:move'),
  stageChanges: send('stage:changes'),
  confirmWaiver: send('waiver:confirm'),
  identityState: () => send('identity:state')(),
  createIdentity: send('identity:create'),
  unlockIdentity: send('identity:unlock'),
  lockDesk: () => send('identity:lock')(),
  touchDesk: () => send('identity:touch')(),
  changePassphrase: send('identity:change-passphrase'),
  setRoles: send('identity:set-roles'),
  disableIdentity: send('identity:disable'),
  setIdleMinutes: send('identity:set-idle'),
  listReports: () => send('report:list')(),
  tagReport: send('report:tag'),
  archiveReport: send('report:archive'),
  removeReport: send('report:remove'),
  listRemoved: () => send('library:removed')(),
  bringBackReport: send('report:bring-back'),
  purgeReport: send('report:purge'),
  searchLibrary: send('library:search'),
  openReport: send('report:open'),
  importReport: send('report:import'),
  dropReport: send('report:drop'),
  acceptImport: send('report:accept-import'),
  sourceMap: send('report:source-map'),
  compareRevisions: send('report:compare'),
  compareReports: send('report:compare-with'),
  references: send('report:references'),
  setReferences: send('report:set-references'),
  power: send('report:power'),
  factElsewhere: send('fact:elsewhere'),
  exportTable: send('table:export'),
  setPolicy: send('report:set-policy'),
  listPolicies: () => send('policy:list')(),
  keepPolicy: send('policy:keep'),
  removePolicy: send('policy:remove'),
  setStandardPolicy: send('policy:set-standard'),
  importPolicy: () => send('policy:import')(),
  exportPolicy: send('policy:export'),
  listLedgers: () => send('ledger:list')(),
  chooseLedger: () => send('ledger:choose')(),
  dropLedger: send('ledger:drop'),
  previewLedger: send('ledger:preview'),
  saveLedger: send('ledger:save'),
  ledgerFromReport: send('ledger:from-report'),
  ledgerFacts: send('ledger:facts'),
  removeLedger: send('ledger:remove'),
  fixFinding: send('finding:fix'),
  fixFindings: send('finding:fix-all'),
  waiveFinding: send('finding:waive'),
  reopenFinding: send('finding:reopen'),
  addComment: send('comment:add'),
  replyComment: send('comment:reply'),
  withdrawComment: send('comment:withdraw'),
  settleComment: send('comment:settle'),
  reportPiece: send('report:piece'),
  editText: send('text:edit'),
  checkDraft: send('text:check'),
  undo: send('act:undo'),
  redo: send('act:redo'),
  chooseKey: () => send('key:choose')(),
  previewReport: send('report:preview'),
  chooseKeyLibrary: () => send('key:choose-library')(),
  exportReport: send('report:export'),
  rememberedKey: () => send('key:remembered')(),
  recallKey: () => send('key:recall')(),
  forgetKey: () => send('key:forget')(),
  verifySeal: () => send('seal:verify')(),
  handOverCase: send('case:hand-over'),
  exportRecord: send('case:record'),
  receiveCase: () => send('case:receive')(),
  openedCase: () => send('case:opened')(),
  answerOpenedCase: send('case:answer-opened'),
  dropCase: send('case:drop'),
  unlockCase: send('case:unlock'),
  settleCase: send('case:settle'),
  judgeSealBy: send('seal:judge-by'),
  judgeSealAnew: () => send('seal:judge-anew')(),
  addSeal: send('seal:add'),
  requestStamp: () => send('seal:stamp-request')(),
  attachStamp: () => send('seal:stamp-attach')(),
  auditLibrary: () => send('library:audit')(),
  auditFile: () => send('library:audit-file')(),
  listBackups: () => send('library:backups')(),
  backUpLibrary: () => send('library:back-up')(),
  restoreLibrary: send('library:restore'),
  fontsState: () => send('fonts:state')(),
  chooseFonts: () => send('fonts:choose')(),
  clearFonts: () => send('fonts:clear')(),
  ruleHelp: send('rule:help'),
  getSettings: () => send('setting:get')(),
  setSettings: send('setting:set'),
  cancelJob: send('job:cancel'),
  appInfo: () => send('app:info')(),
  on(event, listener) {
    if (!events.includes(event)) throw new Error(`unknown event: ${event}`);
    const receive = (_: unknown, payload: Events[typeof event]): void => listener(payload);
    ipcRenderer.on(event, receive);
    return () => {
      ipcRenderer.removeListener(event, receive);
    };
  },
};

contextBridge.exposeInMainWorld('gouji', bridge);
