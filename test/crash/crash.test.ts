import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCase } from '../../src/main/casefile/read';
import { backupsOf, digestOf, listBackups } from '../../src/main/db/backup';
import { manifestOf } from '../../src/main/db/backup-manifest';
import { auditDatabase } from '../../src/main/db/inspect';
import { openDatabase } from '../../src/main/db/open';
import { verifyLibrary } from '../../src/main/db/verify';

/** Moments at which the desk is killed; GOUJI_CRASHES=200 for the long run. */
const MOMENTS = Number(process.env['GOUJI_CRASHES'] ?? 8);
const LONGEST_MS = 700;
const ROOT = resolve(import.meta.dirname, '../..');
const bundle = join(ROOT, 'node_modules/.cache/gouji-crash');

const folder = mkdtempSync(join(tmpdir(), 'gouji-crash-'));
const library = join(folder, 'library.sqlite');
const out = join(folder, 'out');
/** Where a child was when it was killed: the act after the last acknowledged. */
const acknowledged: { kind: string; head: string; file: string }[] = [];

beforeAll(async () => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(ROOT, 'test/crash/child.ts'),
      outDir: bundle,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { external: ['better-sqlite3', 'pdfmake'], noExternal: true },
    resolve: { alias: { fflate: 'fflate/browser' } },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a desk and kills it without warning, some time after its first act. */
function killedRun(seed: number, afterMs: number): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(bundle, 'child.mjs'), folder, String(seed)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL') return fail(new Error(`the desk ended by itself (${code}): ${errors}`));
      const whole = output.slice(0, output.lastIndexOf('\n') + 1);
      for (const line of whole.split('\n')) if (line !== '') acknowledged.push(JSON.parse(line));
      done();
    });
  });
}

/** What must hold after every crash. */
function inspect(): void {
  const connection = openDatabase(library);
  const { problems } = verifyLibrary(connection, 'library');
  expect(problems).toEqual([]);
  const has = connection.prepare('SELECT 1 FROM audit_log WHERE hash = ?').pluck();
  for (const { kind, head, file } of acknowledged) {
    expect(has.get(head), `the ${kind} that was acknowledged`).toBe(1);
    const rotated = kind === 'backup' && listBackups(backupsOf(library)).length >= 14;
    const place = kind === 'backup' ? join(backupsOf(library), file) : join(out, file);
    if (file !== '' && !rotated) expect(existsSync(place), file).toBe(true);
  }
  connection.close();
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    const bytes = readFileSync(join(out, name));
    if (name.endsWith('.gouji')) expect(verifyCase(bytes).problems, name).toEqual([]);
    if (name.endsWith('.pdf')) expect(bytes.subarray(-16).toString('latin1'), name).toContain('%%EOF');
  }
  for (const { name } of listBackups(backupsOf(library))) {
    const backup = join(backupsOf(library), name);
    expect(digestOf(backup).sha256).toBe(manifestOf(backup)?.sha256);
  }
}

describe('kill -9', () => {
  it(`at ${MOMENTS} moments loses no act that was acknowledged and leaves none half done`, async () => {
    for (let moment = 0; moment < MOMENTS; moment++) {
      await killedRun(moment + 1, Math.random() * LONGEST_MS);
      inspect();
    }
    const [newest] = listBackups(backupsOf(library));
    if (newest) {
      const audited = auditDatabase(join(backupsOf(library), newest.name), 'backup', []);
      expect(audited).toMatchObject({ ok: true, value: { intact: true } });
    }
    const rows = new Database(library, { readonly: true });
    const kinds = rows.prepare('SELECT action, count(*) AS n FROM audit_log GROUP BY action').all();
    rows.close();
    process.stderr.write(
      `${MOMENTS} crashes, ${acknowledged.length} acts acknowledged; ${JSON.stringify(kinds)}\n`,
    );
    expect(acknowledged.length).toBeGreaterThanOrEqual(MOMENTS);
  }, 3_600_000);
});
