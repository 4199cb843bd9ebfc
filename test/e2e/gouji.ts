import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a folder. */
export const runGouji = (cwd: string, ...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { maxBuffer: 1 << 28, cwd }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
