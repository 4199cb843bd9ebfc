import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditHead } from '../../src/main/db/audit-log';
import { addIdentity, findIdentity } from '../../src/main/db/identities';
import { recordExport, renderReport } from '../../src/main/desk/export-report';
import { applyFix } from '../../src/main/desk/fixes';
import { handOver } from '../../src/main/desk/hand-over';
import { importDraft } from '../../src/main/desk/import-report';
import { backUpLibrary } from '../../src/main/desk/safekeeping';
import { moveCase } from '../../src/main/desk/sign-off';
import { openReport } from '../../src/main/desk/snapshot';
import { undoAct } from '../../src/main/desk/undo';
import { reopenFinding, waiveFinding } from '../../src/main/desk/waive';
import { writeFileWhole } from '../../src/main/files';
import { type KeyPair, newKeyPair, signWith } from '../../src/main/identity/keys';
import type { ReviewSnapshot } from '../../src/shared/model/review';
import type { Result } from '../../src/shared/result';
import { testDesk } from '../helpers/desk';

/**
 * A desk at work on a real library until somebody kills it. Each line of its output is an act that it was told is done.
 * Arguments: the folder, a seed.
 */
const [folder = '', seed = '1'] = process.argv.slice(2);
let state = Number(seed) * 2654435761;
const random = (below: number): number => {
  state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
  return state % below;
};
const pick = <T>(items: readonly T[]): T | undefined => items[random(items.length)];

const base = testDesk(join(folder, 'library.sqlite'));
const people = [1, 2, 3].map((n) => ({
  id: `0000000${n}-0000-4000-a000-00000000000a`,
  name: `人员${n}`,
  roles: [['preparer'], ['compliance'], ['legal']][n - 1] as ['preparer'],
}));
/** The first person's key, the same in every run. */
function ownKeys(): KeyPair {
  const file = join(folder, 'key.der');
  if (!existsSync(file)) {
    const { privateKey } = newKeyPair();
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'der' }));
  }
  const privateKey = createPrivateKey({ key: readFileSync(file), type: 'pkcs8', format: 'der' });
  return { privateKey, publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) };
}
const keys = ownKeys();
for (const person of people) {
  if (findIdentity(base.connection, person.id)) continue;
  addIdentity(base.connection, {
    ...person,
    at: '2026-01-01T00:00:00.000Z',
    secret: null,
    ...(person === people[0] ? { publicKey: keys.publicKey } : {}),
  });
}
const as = (n: number) => ({
  ...base,
  now: () => new Date(),
  // Bundled, the desk lies elsewhere; it is started in the project's folder.
  fontsDirectory: resolve('resources/fonts'),
  person: () => people[n] ?? null,
  signing: () => keys,
  reviewer: () => people[n]?.name ?? '',
});
const desk = as(0);
mkdirSync(join(folder, 'out'), { recursive: true });

function acknowledge(kind: string, file = ''): void {
  writeSync(1, `${JSON.stringify({ kind, head: auditHead(desk.connection), file })}\n`);
}
const done = <T>(kind: string, result: Result<T>): T | null => {
  if (!result.ok) return null;
  acknowledge(kind);
  return result.value;
};

const draft = (n: number): string =>
  `# 演示支付公司业务报告（${n}）\n\n本季度共有三类商户,其中餐饮类最多。服务没有没有中断。\n\n| 序号 | 金额（万元） |\n| --- | --- |\n| 1 | ${n % 1000} |\n| 3 | 20 |\n`;

async function anyReport(): Promise<ReviewSnapshot | null> {
  const ids = desk.connection.prepare('SELECT id FROM report').pluck().all() as number[];
  const id = pick(ids);
  const opened = id === undefined ? null : await openReport(desk, id);
  return opened?.ok ? opened.value : null;
}

const ACTS: Readonly<Record<string, (shown: ReviewSnapshot) => Promise<void>>> = {
  import: async () => {
    done('import', await importDraft(desk, '稿.md', new TextEncoder().encode(draft(random(1_000_000)))));
  },
  edit: async ({ report, revisionId, analysis }) => {
    const finding = pick(analysis.findings.filter(({ fixes }) => fixes.length > 0));
    const target = { reportId: report.id, revisionId, fingerprint: finding?.fingerprint ?? '' };
    if (finding) done('edit', await applyFix(desk, { ...target, fix: 0 }));
    else done('undo', await undoAct(desk, target));
  },
  waive: async ({ report, revisionId, analysis, dispositions }) => {
    const finding = pick(analysis.findings);
    if (!finding) return;
    const target = { reportId: report.id, revisionId, fingerprint: finding.fingerprint };
    const waived = dispositions.some(({ fingerprint }) => fingerprint === finding.fingerprint);
    if (waived) done('reopen', await reopenFinding(desk, target));
    else done('waive', await waiveFinding(desk, { ...target, reason: '原文如此' }));
  },
  sign: async ({ report, revisionId, signOff }) => {
    const n = signOff.state === 'draft' ? 0 : 1;
    const action = n === 0 ? 'submit' : 'return';
    const order = { reportId: report.id, revisionId, action, reason: '再核一遍', sections: null } as const;
    done('sign', await moveCase(as(n), order));
  },
  hand: async ({ report }) => {
    const fileName = `${report.id}-${random(1000)}.gouji`;
    const sender = { id: people[0]?.id ?? '', name: '人员1', publicKey: keys.publicKey.toString('base64') };
    const made = handOver(desk, {
      reportId: report.id,
      fileName,
      sender,
      sign: (bytes) => signWith(keys, bytes),
    });
    if (!made.ok) return;
    const written = await writeFileWhole(join(folder, 'out', fileName), made.value);
    if (written.ok) acknowledge('hand', fileName);
  },
  export: async ({ report, revisionId }) => {
    const order = { reportId: report.id, revisionId, draft: true, seal: null };
    const pdf = await renderReport(desk, order);
    if (!pdf.ok) return;
    const fileName = `${report.id}-${random(1000)}.pdf`;
    const written = await writeFileWhole(join(folder, 'out', fileName), pdf.value);
    if (!written.ok) return;
    recordExport(desk, order, fileName, pdf.value);
    acknowledge('export', fileName);
  },
  backup: async () => {
    const made = await backUpLibrary({ ...desk, jobs: base.jobs }, 'daily');
    if (made.ok) acknowledge('backup', made.value[0]?.name ?? '');
  },
};

/** The costly ones come up less often. */
const OFTEN = [
  'import',
  'edit',
  'edit',
  'edit',
  'waive',
  'waive',
  'waive',
  'sign',
  'sign',
  'hand',
  'hand',
  'export',
  'backup',
  'backup',
];

for (;;) {
  const shown = await anyReport();
  const act = shown ? ACTS[pick(OFTEN) ?? 'import'] : ACTS['import'];
  await act?.(shown as ReviewSnapshot);
  // So that a library of many rounds stays small.
  if (readFileSync(join(folder, 'library.sqlite')).length > 64 * 1024 * 1024) process.exit(3);
}
