import { resolve } from 'node:path';
import { app } from 'electron';
import type { OpenedCase } from '../ipc/context';
import { readArguments } from './arguments';

/**
 * The case file that somebody double-clicked, until it is received or another takes its place: named when the app was started,
 * handed on by a second start, or told by macOS. The window learns its name only and asks the person first.
 */
export function watchOpenedCase(first: string | null, onOpened: () => void): OpenedCase {
  let waiting = first === null ? null : resolve(first);
  const open = (file: string): void => {
    waiting = file;
    onOpened();
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const wish = readArguments(argv, app.isPackaged, () => false);
    if (wish.kind === 'window' && wish.file !== null) open(resolve(workingDirectory, wish.file));
  });
  return {
    path: () => waiting,
    clear: () => {
      waiting = null;
    },
  };
}
