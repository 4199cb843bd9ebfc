import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import packageJson from '../../package.json';
import { systemDialogs } from './app/dialogs';
import { disableNetworkFeatures, lockDown } from './app/lockdown';
import { installMenu } from './app/menu';
import { registerScheme, START_PAGE, serveRenderer } from './app/protocol';
import { createWindow } from './app/window';
import { openDatabase } from './db/open';
import type { Desk } from './desk/desk';
import { addSampleReport } from './desk/sample';
import { registerHandlers } from './ipc/handle';
import { allHandlers } from './ipc/index';
import { readSettings } from './ipc/settings';
import { JobRunner } from './jobs/runner';

const mainDirectory = dirname(fileURLToPath(import.meta.url));
const outDirectory = join(mainDirectory, '..');
const resourcesDirectory = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(outDirectory, '../resources');

disableNetworkFeatures();
registerScheme();

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(reportFatal);
} else {
  app.quit();
}

/** The start-up list. */
async function start(): Promise<void> {
  const dataFolder = app.getPath('userData');
  const connection = openDatabase(join(dataFolder, 'library.sqlite'));
  let window: BrowserWindow | null = null;
  const jobs = new JobRunner(new URL('./worker.js', import.meta.url), (event) => {
    if (window && !window.isDestroyed()) window.webContents.send('job:progress', event);
  });
  const desk: Desk = {
    connection,
    jobs,
    now: () => new Date(),
    version: packageJson.version,
    fontsDirectory: join(resourcesDirectory, 'fonts'),
    person: () => null,
    reviewer: () => readSettings(connection).reviewer,
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
  registerHandlers(ipcMain, allHandlers({ desk, jobs, dialogs, rulePagesDirectory, dataFolder }), (text) =>
    writeLog(dataFolder, text),
  );
  installMenu();
  await addSampleReport(desk, join(resourcesDirectory, 'samples/sample-report.md'));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
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
