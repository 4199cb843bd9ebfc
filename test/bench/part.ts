import { writeFileSync } from 'node:fs';
import type { Row } from './measured.ts';
import { installPeers, peersIn } from './peers.ts';
import { show } from './show.ts';

/**
 * `node part.ts PART FOLDER ROWS`: measures one part in a process of its own, shows each row when it is known, and writes
 * them to the file ROWS, the part's peak memory last.
 */
const [part = '', folder = '', file = ''] = process.argv.slice(2);
const rows: Row[] = [];
const add = (row: Row): void => {
  rows.push(row);
  show(row);
};

for (const row of await rowsOf(part)) add(row);
// The parts of which whole processes are measured say their peaks themselves.
if (!['start', 'check', 'seal'].includes(part)) {
  const value = process.resourceUsage().maxRSS / 1024;
  add({ group: part, name: 'peak memory of all of it', value, unit: 'MB' });
}
writeFileSync(file, JSON.stringify(rows));

async function rowsOf(name: string): Promise<Iterable<Row>> {
  switch (name) {
    case 'start':
      return (await import('./parts/check.ts')).startRows(folder);
    case 'check': {
      const installed = installPeers();
      if (installed === null) process.stdout.write('peers: could not be installed, left out\n');
      const peers = installed === null ? [] : peersIn(installed);
      return (await import('./parts/check.ts')).checkRows(folder, peers);
    }
    case 'stages':
      return (await import('./parts/stages.ts')).stageRows();
    case 'recheck':
      return (await import('./parts/recheck.ts')).recheckRows();
    case 'library':
      return (await import('./parts/store.ts')).storeRows(folder);
    case 'seal':
      return (await import('./parts/seal.ts')).sealRows(folder);
    default:
      throw new Error(`there is no part ${name}`);
  }
}
