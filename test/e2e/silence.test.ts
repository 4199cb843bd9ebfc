import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from './launch.ts';

const JOB = join(import.meta.dirname, 'silence-job.ts');

/** Whether processes can be watched here: Linux with strace, and tracing allowed. */
const canWatch = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
if (!canWatch)
  process.stderr.write('SKIPPED: no strace, so nobody watches the network calls of the main job\n');

/**
 * Calls on network sockets (TCP or UDP) that a command and all its children made, as strace tells them. Local sockets and pipes,
 * over which the test drives the browser, are none.
 */
function networkCalls(command: readonly string[]): { readonly calls: string[]; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-silence-'));
  try {
    const log = join(folder, 'calls');
    const watch = ['-f', '-qq', '-yy', '-e', 'trace=%network', '-o', log];
    const { stdout } = spawnSync('strace', [...watch, ...command], { encoding: 'utf8', timeout: 110_000 });
    const lines = readFileSync(log, 'utf8').split('\n');
    return { calls: lines.filter((line) => /<(TCP|UDP)/.test(line)).filter(speaks), output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Making a socket and asking it for its name sends nothing. */
const QUIET_CALL = /^\d+ +(<\.\.\. )?(socket|getsockname|getsockopt|setsockopt)\b/;
/**
 * Chromium asks the system for a route to this address to learn whether there is IPv6 at all: a connect on a UDP socket,
 * which sends no packet. A send on that socket would be a call of its own and fail the test.
 */
const ROUTE_QUESTION = /^\d+ +connect\(\d+<UDPv6:.*"2001:4860:4860::8888"/;

const speaks = (line: string): boolean => !QUIET_CALL.test(line) && !ROUTE_QUESTION.test(line);

describe.skipIf(!canWatch)('proof of silence', () => {
  it('the watch sees a connection, a listening port and a question for a name', () => {
    const source = `
      const net = require('node:net'), dgram = require('node:dgram');
      net.connect(9, '127.0.0.1').on('error', () => {});
      const server = net.createServer().listen(0, '127.0.0.1', () => server.close());
      const socket = dgram.createSocket('udp4');
      socket.send('?', 9, '127.0.0.1', () => socket.close());`;
    const { calls } = networkCalls([process.execPath, '-e', source]);
    const names = calls.map((line) => /^\d+ +(?:<\.\.\. )?(\w+)/.exec(line)?.[1]);
    expect(names).toEqual(expect.arrayContaining(['connect', 'bind', 'listen']));
    expect(names.some((name) => /^send/.test(name ?? ''))).toBe(true);
  });

  it.skipIf(!chromiumPath)(
    'the main job, from the library to the PDF, speaks to nobody: neither the app nor its browser',
    () => {
      const { calls, output } = networkCalls([process.execPath, JOB]);
      expect(output).toContain('done');
      expect(calls).toEqual([]);
    },
    120_000,
  );

  it('the command line speaks to nobody', () => {
    const report = join(import.meta.dirname, '../../resources/samples/sample-report.md');
    const cli = join(import.meta.dirname, '../../out/main/cli.js');
    const { calls, output } = networkCalls([process.execPath, cli, 'check', report]);
    expect(output).toContain('T101');
    expect(calls).toEqual([]);
  });
});
