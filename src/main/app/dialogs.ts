import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Dialogs, FileFilter } from '../ipc/dialogs';

const mutable = (filters: readonly FileFilter[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** The system's dialogs, on top of the window. */
export const systemDialogs = (window: () => BrowserWindow): Dialogs => ({
  async openFile(title, filters) {
    const result = await dialog.showOpenDialog(window(), {
      title,
      filters: mutable(filters),
      properties: ['openFile'],
    });
    return result.canceled ? null : (result.filePaths[0] ?? null);
  },
  async saveFile(title, suggestedName, filters) {
    const defaultPath = join(app.getPath('documents'), suggestedName);
    const result = await dialog.showSaveDialog(window(), { title, defaultPath, filters: mutable(filters) });
    return result.canceled ? null : result.filePath || null;
  },
});
