import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** The one window: sandboxed, isolated, without Node, shown once it has painted. */
export function createWindow(outDirectory: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Gouji 勾稽',
    backgroundColor: '#f4f5f7',
    webPreferences: {
      preload: join(outDirectory, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
