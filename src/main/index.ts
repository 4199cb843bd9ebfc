import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import packageJson from '../../package.json';
import type { Failure } from '../shared/result';
import { readArguments } from './app/arguments';
import { systemDialogs } from './app/dialogs';
import { disableNetworkFeatures, lockDown } from './app/lockdown';
import { installMenu } from './app/menu';
import { watchOpenedCase } from './app/opened-case';
import { registerScheme, START_PAGE, serveRenderer } from './app/protocol';
import { askRescue } from './app/rescue';
import { createWindow } from './app/window';
import { isCommand, main as runCommand } from './cli/main';
import { openLibrary } from './db/open-library';
import { storeTrouble } from './db/store-trouble';
import type { Desk } from './desk/desk';
import { idleMinutes } from './desk/identities';
import { backUpWhenDue } from './desk/safekeeping';
import { addSampleReport } from './desk/sample';
import { Session } from './identity/session';
import type { OpenedCase } from './ipc/context';
import { sessionGate } from './ipc/gate';
import { registerHandlers } from './ipc/handle';
import { allHandlers } from './ipc/index';
import { JobRunner } from './jobs/runner';

const mainDirectory = dirname(fileURLToPath(import.meta.url));
const outDirectory = join(mainDirectory, '..');
const resourcesDirectory = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(outDirectory, '../resources');

disableNetworkFeatures();
registerScheme();

const wish = readArguments(process.argv, app.isPackaged, isCommand);
if (wish.kind === 'command') {
  // The same engine without a window: no library is opened, nothing is shown.
  runCommand(wish.args).then((status) => app.exit(status), reportFatal);
} else if (app.requestSingleInstanceLock()) {
  let announce = (): void => {};
  // Before `ready`: macOS tells of the file that the app was started with as early as this.
  const openedCase = watchOpenedCase(wish.file, () => announce());
  app
    .whenReady()
    .then(() =>
      start(openedCase, (tell) => {
        announce = tell;
      }),
    )
    .catch(reportFatal);
} else {
  app.quit();
}

const IDLE_LOOK_MS = 5_000;
/** In the record, for what the app does on its own: the sample report. */
const APP_NAME = 'Gouji';

/** The start-up list. */
async function start(openedCase: OpenedCase, onOpened: (tell: () => void) => void): Promise<void> {
  const dataFolder = app.getPath('userData');
  const library = await openLibrary({
    file: join(dataFolder, 'library.sqlite'),
    version: packageJson.version,
    now: () => new Date(),
    ask: ({ message, backup, canBegin }) => askRescue(message, backup && formatBackup(backup), canBegin),
  });
  if (!library) return app.exit(1);
  let window: BrowserWindow | null = null;
  const jobs = new JobRunner(new URL('./worker.js', import.meta.url), (event) => {
    if (window && !window.isDestroyed()) window.webContents.send('job:progress', event);
  });
  const session = new Session({
    now: () => new Date(),
    idleMinutes: () => idleMinutes({ connection: library.connection }),
    onChange: () => {
      if (window && !window.isDestroyed()) window.webContents.send('session:changed', null);
    },
  });
  const desk: Desk = {
    // A restore puts another in its place.
    get connection() {
      return library.connection;
    },
    jobs,
    now: () => new Date(),
    version: packageJson.version,
    fontsDirectory: join(resourcesDirectory, 'fonts'),
    person: () => session.actor?.person ?? null,
    signing: () => session.actor,
    reviewer: () => session.actor?.person.name ?? APP_NAME,
    analyses: new Map(),
    pendingImports: new Map(),
    pendingLedgers: new Map(),
  };
  const dialogs = systemDialogs(() => {
    if (!window) throw new Error('no window yet');
    return window;
  });
  lockDown();
  serveRenderer(join(outDirectory, 'renderer'));
  const rulePagesDirectory = join(resourcesDirectory, 'rules');
  const context = { desk, library, session, jobs, dialogs, openedCase, rulePagesDirectory, dataFolder };
  registerHandlers(ipcMain, allHandlers(context), sessionGate(session), (text) => writeLog(dataFolder, text));
  const watch = setInterval(() => session.lockWhenIdle(), IDLE_LOOK_MS);
  installMenu();
  await addSampleReport(desk, join(resourcesDirectory, 'samples/sample-report.md')).catch(
    (thrown: unknown) => {
      // A library that nothing can be written to can still be read.
      if (storeTrouble(thrown) === null) throw thrown;
    },
  );
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    clearInterval(watch);
    jobs.close();
    library.close();
  });
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  window = createWindow(outDirectory);
  onOpened(() => {
    if (window && !window.isDestroyed()) window.webContents.send('case:opened', null);
  });
  await window.loadURL(START_PAGE);
  scheduleBackups(desk, (failed) => {
    writeLog(dataFolder, failed.message);
    if (window && !window.isDestroyed()) window.webContents.send('backup:failed', failed);
  });
}

const BACKUP_CHECK_MS = 60 * 60 * 1000;

/** Looks now and every hour, so that a backup that failed is tried again. */
function scheduleBackups(desk: Desk, tell: (failed: Failure) => void): void {
  void backUpWhenDue(desk, tell);
  setInterval(() => void backUpWhenDue(desk, tell), BACKUP_CHECK_MS).unref();
}

const formatBackup = ({ madeAt }: { readonly madeAt: string }): string =>
  new Date(madeAt).toLocaleString('zh-CN');

/** Unexpected errors, for whoever has to look into them; never report text or passphrases. */
function writeLog(dataFolder: string, text: string): void {
  appendFileSync(join(dataFolder, 'gouji.log'), `${new Date().toISOString()} ${text}\n`);
}

function reportFatal(thrown: unknown): void {
  dialog.showErrorBox('Gouji 无法启动', thrown instanceof Error ? thrown.message : String(thrown));
  app.exit(1);
}
