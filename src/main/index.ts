import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import packageJson from '../../package.json';
import { readArguments } from './app/arguments';
import { systemDialogs } from './app/dialogs';
import { disableNetworkFeatures, lockDown } from './app/lockdown';
import { installMenu } from './app/menu';
import { registerScheme, START_PAGE, serveRenderer } from './app/protocol';
import { createWindow } from './app/window';
import { isCommand, main as runCommand } from './cli/main';
import { openDatabase } from './db/open';
import type { Desk } from './desk/desk';
import { idleMinutes } from './desk/identities';
import { addSampleReport } from './desk/sample';
import { Session } from './identity/session';
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
  app.whenReady().then(start).catch(reportFatal);
} else {
  app.quit();
}

const IDLE_LOOK_MS = 5_000;
/** In the record, for what the app does on its own: the sample report. */
const APP_NAME = 'Gouji';

/** The start-up list. */
async function start(): Promise<void> {
  const dataFolder = app.getPath('userData');
  const connection = openDatabase(join(dataFolder, 'library.sqlite'));
  let window: BrowserWindow | null = null;
  const jobs = new JobRunner(new URL('./worker.js', import.meta.url), (event) => {
    if (window && !window.isDestroyed()) window.webContents.send('job:progress', event);
  });
  const session = new Session({
    now: () => new Date(),
    idleMinutes: () => idleMinutes({ connection }),
    onChange: () => {
      if (window && !window.isDestroyed()) window.webContents.send('session:changed', null);
    },
  });
  const desk: Desk = {
    connection,
    jobs,
    now: () => new Date(),
    version: packageJson.version,
    fontsDirectory: join(resourcesDirectory, 'fonts'),
    person: () => session.actor?.person ?? null,
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
  const context = { desk, session, jobs, dialogs, rulePagesDirectory, dataFolder };
  registerHandlers(ipcMain, allHandlers(context), sessionGate(session), (text) => writeLog(dataFolder, text));
  const watch = setInterval(() => session.lockWhenIdle(), IDLE_LOOK_MS);
  installMenu();
  await addSampleReport(desk, join(resourcesDirectory, 'samples/sample-report.md'));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    clearInterval(watch);
    jobs.close();
    connection.close();
  });
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  window = createWindow(outDirectory);
  await window.loadURL(START_PAGE);
}

/** Unexpected errors, for whoever has to look into them; never report text or passphrases. */
function writeLog(dataFolder: string, text: string): void {
  appendFileSync(join(dataFolder, 'gouji.log'), `${new Date().toISOString()} ${text}\n`);
}

function reportFatal(thrown: unknown): void {
  dialog.showErrorBox('Gouji 无法启动', thrown instanceof Error ? thrown.message : String(thrown));
  app.exit(1);
}
