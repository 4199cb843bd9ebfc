import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main';

// Nearly every pattern is used thousands of times. Each is compiled once, to machine code, instead of being interpreted first
// and compiled then. Electron's V8 is left as it is.
if (process.versions['electron'] === undefined) setFlagsFromString('--regexp-tier-up-ticks=0');

// Whoever reads only the first lines closes the pipe: that is no error of the check.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
