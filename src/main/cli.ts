import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { COMMAND_FOLDER, compiledMain, ENGINE_FLAG } from './cli/compiled';

// Nearly every pattern is used thousands of times. Each is compiled at once, to machine code, instead of being interpreted the first
// time. The flag is read when a pattern is made; to turn tiering off altogether (`--no-regexp-tier-up`) makes V8 jump into the
// void with patterns that ran once before.
setFlagsFromString(ENGINE_FLAG);

// Whoever reads only the first lines closes the pipe: that is no error of the check.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const bundles = join(dirname(fileURLToPath(import.meta.url)), COMMAND_FOLDER);
const main = compiledMain(bundles) ?? (await import('./cli/main')).main;
process.exitCode = await main(process.argv.slice(2));
// All that was written has been taken: to end here spares the engine to take its heap apart and to wait for code still being compiled.
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
