import '../bench/sources.ts';
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Random } from './random.ts';

/**
 * One target in a process of its own, whose heap is bounded from outside: `hunt.ts --target docx --seed 1 --seconds 5` or
 * `--only N` for one input again. Writes the number of each input to descriptor 3 before it is tried, so that whoever
 * watches knows it even after a hang or a crash; prints one line of JSON for each failure and a last one.
 */
const SLOW_MS = 2000;

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
    file: { type: 'string' },
  },
});

const { targets } = await import('./targets.ts');
const target = targets.find(({ name }) => name === values.target);
if (!target) throw new Error(`no target ${values.target}`);
const seed = await target.prepare();
const seedNumber = Number(values.seed);
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Input number `at` depends on the seed and the number alone. */
const inputOf = (at: number): Uint8Array => target.change(seed, new Random(seedNumber * 1_000_003 + at));

async function attempt(at: number, input: Uint8Array): Promise<boolean> {
  const before = process.cpuUsage();
  let error = '';
  try {
    await target?.run(input, seed);
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1000;
  if (!error && spent > SLOW_MS) error = `took ${Math.round(spent)} ms of processor time`;
  if (error) say({ at, error, input: Buffer.from(input).toString('base64') });
  return error === '';
}

const until = Date.now() + Number(values.seconds) * 1000;
const only = values.only === undefined ? null : Number(values.only);
let tried = 0;
let failed = 0;
for (let at = only ?? 0; only === null ? Date.now() < until && failed < 5 : at === only; at += 1) {
  try {
    writeSync(3, `${at}\n`, 0);
  } catch {
    // Nobody watches.
  }
  if (!(await attempt(at, inputOf(at)))) failed += 1;
  tried += 1;
}
say({ target: target.name, tried, failed, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
