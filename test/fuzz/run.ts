import { parseArgs } from 'node:util';
import { hunt } from './watch.ts';

/** `npm run fuzz -- [--seconds 60] [--seed N] [TARGET …]`: each target for that long, with another seed each time. */
const NAMES = ['check', 'markdown', 'text', 'html', 'docx', 'xlsx', 'csv', 'policy', 'p12', 'pdf', 'case'];
const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
let failed = 0;
for (const target of positionals.length > 0 ? positionals : NAMES) {
  const { tried, megabytes, failures } = await hunt(target, Number(values.seconds), seed);
  failed += failures.length;
  process.stdout.write(
    `${target.padEnd(10)} ${String(tried).padStart(9)} inputs  ${megabytes} MB  ${failures.length} failures\n`,
  );
  for (const failure of failures) process.stdout.write(`    ${failure}\n`);
}
process.stdout.write(`seed ${seed}\n`);
process.exitCode = failed > 0 ? 1 : 0;
