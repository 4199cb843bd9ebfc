import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HUNT = join(import.meta.dirname, 'hunt.ts');
const RESULTS = resolve(import.meta.dirname, '../../test-results/fuzz');
/** A reader may not take more heap than this, whatever it is given. */
const HEAP_MEGABYTES = 512;
/** Beyond the time given: for the start, and for the last input on a busy machine. */
const PATIENCE_MS = 30_000;

export interface Hunt {
  readonly tried: number;
  /** Peak of the whole process, Node itself included. */
  readonly megabytes: number;
  /** Sentences, each with the file that holds the input. */
  readonly failures: readonly string[];
}

interface Line {
  readonly at?: number;
  readonly error?: string;
  readonly input?: string;
  readonly tried?: number;
  readonly megabytes?: number;
}

/** Runs one target for some seconds in a process of its own, so that a crash, a hang and a full heap are failures like any other. */
export async function hunt(target: string, seconds: number, seed: number): Promise<Hunt> {
  const scratch = mkdtempSync(join(tmpdir(), 'gouji-fuzz-'));
  const place = join(scratch, 'at');
  const options = [
    '--experimental-transform-types',
    '--no-warnings',
    `--max-old-space-size=${HEAP_MEGABYTES}`,
  ];
  const words = [HUNT, '--target', target, '--seed', String(seed), '--seconds', String(seconds)];
  const child = spawn(process.execPath, [...options, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', openSync(place, 'w')],
    timeout: seconds * 1000 + PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  let output = '';
  let complaints = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    complaints += part;
  });
  const signal = await new Promise<string | null>((done) => child.on('close', (_code, name) => done(name)));
  const lines = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const last = lines.findLast(({ tried }) => tried !== undefined);
  const failures = lines.filter(({ error }) => error).map((line) => keep(target, line));
  if (!last) {
    const at = readFileSync(place, 'utf8').split('\n')[0];
    const why = signal === 'SIGKILL' ? 'it hangs' : `it ended: ${complaints.slice(-400)}`;
    failures.push(`${target}, seed ${seed}, input ${at} (hunt.ts --only ${at}): ${why}`);
  }
  rmSync(scratch, { recursive: true, force: true });
  return { tried: last?.tried ?? 0, megabytes: last?.megabytes ?? 0, failures };
}

/** Puts the input into test-results; once mended, it belongs into test/fixtures/fuzz/<target>. */
function keep(target: string, { at, error = '', input = '' }: Line): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${target}-${at}.bin`);
  writeFileSync(file, Buffer.from(input, 'base64'));
  return `${file}: ${error.split('\n').slice(0, 3).join(' ')}`;
}
