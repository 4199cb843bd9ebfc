import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { CaseReceived } from '../../shared/ipc/cases';
import { failure, type Result, success } from '../../shared/result';
import { caseHead } from '../db/case/entries';
import { findIdentity } from '../db/identities';
import { findReport } from '../db/reports';
import { handOver, handoverFailed } from '../desk/hand-over';
import { type PendingCase, receiveCase } from '../desk/receive-case';
import { recordLeft, reviewRecord } from '../desk/review-record';
import { about, readFileBounded, withinLimit, writeFileWhole } from '../files';
import { signWith } from '../identity/keys';
import type { Context } from './context';
import { UNSAFE_IN_NAMES } from './dialogs';
import type { Handlers } from './handle';
import { shown } from './shown';

const RECORDS = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  xlsx: { name: 'Excel 工作簿', extensions: ['xlsx'] },
};
const CASES = [{ name: 'Gouji 案卷', extensions: ['gouji'] }];
const MAX_CASE_BYTES = 300 * 1024 * 1024;

type Channels =
  | 'case:hand-over'
  | 'case:record'
  | 'case:receive'
  | 'case:opened'
  | 'case:answer-opened'
  | 'case:drop'
  | 'case:unlock'
  | 'case:settle';

interface Waiting {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export function caseHandlers(context: Context): Pick<Handlers, Channels> {
  const { desk, dialogs, openedCase } = context;
  // The newest of each; an older one is forgotten.
  const locked = new Map<string, Waiting>();
  const unsettled = new Map<string, PendingCase>();
  const take = (
    fileName: string,
    bytes: Uint8Array,
    passphrase: string | null,
  ): Promise<Result<CaseReceived>> =>
    takeCase(context, { fileName, bytes, passphrase }, { locked, unsettled });
  const takeFile = async (file: string | null): Promise<Result<CaseReceived | null>> => {
    if (file === null) return success(null);
    const bytes = await readFileBounded(file, MAX_CASE_BYTES);
    return bytes.ok ? take(basename(file), bytes.value, null) : bytes;
  };
  return {
    'case:hand-over': (order) => writeHandover(context, order),
    'case:record': (order) => writeReviewRecord(context, order),
    'case:receive': async () => takeFile(await dialogs.openFile('接收案卷', CASES)),
    'case:opened': () => {
      const file = openedCase.path();
      return success(file === null ? null : { fileName: basename(file) });
    },
    'case:answer-opened': ({ receive }) => {
      const file = openedCase.path();
      openedCase.clear();
      return receive ? takeFile(file) : success(null);
    },
    'case:drop': async ({ name, bytes }) => {
      const bounded = withinLimit(name, bytes, MAX_CASE_BYTES);
      return bounded.ok ? take(basename(name), bounded.value, null) : bounded;
    },
    'case:unlock': async ({ token, passphrase }) => {
      const waiting = locked.get(token);
      return waiting
        ? take(waiting.fileName, waiting.bytes, passphrase)
        : failure('expired', '请重新选择案卷');
    },
    'case:settle': async ({ token, choices }) => {
      const pending = unsettled.get(token);
      if (!pending) return failure('expired', '请重新选择案卷');
      const settled = new Map(choices.map(({ key, side }) => [key, side]));
      const received = await receiveCase(desk, pending.fileName, pending.read, settled);
      return shown(desk, settleLater(received, unsettled));
    },
  };
}

interface Shelves {
  readonly locked: Map<string, Waiting>;
  readonly unsettled: Map<string, PendingCase>;
}

async function takeCase(
  { desk, jobs }: Context,
  { fileName, bytes, passphrase }: Waiting & { readonly passphrase: string | null },
  { locked, unsettled }: Shelves,
): Promise<Result<CaseReceived>> {
  const read = await jobs.run('open-case', fileName, { bytes, passphrase });
  if (!read.ok && read.error.code === 'case-locked') {
    locked.clear();
    const token = randomUUID();
    locked.set(token, { fileName, bytes });
    return success({ kind: 'locked', token, fileName });
  }
  if (!read.ok) return about(fileName, read);
  locked.clear();
  return shown(desk, settleLater(about(fileName, await receiveCase(desk, fileName, read.value)), unsettled));
}

function settleLater(
  received: Awaited<ReturnType<typeof receiveCase>>,
  unsettled: Map<string, PendingCase>,
): Result<CaseReceived> {
  unsettled.clear();
  if (!received.ok) return received;
  if (!('pending' in received.value)) return success(received.value);
  const { pending } = received.value;
  const token = randomUUID();
  unsettled.set(token, pending);
  const { title, sender } = pending.read.manifest;
  return success({ kind: 'conflicts', token, title, sender: sender.name, conflicts: pending.conflicts });
}

async function writeHandover(
  { desk, dialogs, jobs, session }: Context,
  { reportId, passphrase }: { readonly reportId: number; readonly passphrase: string | null },
): Promise<Awaited<ReturnType<Handlers['case:hand-over']>>> {
  const seat = session.actor;
  const publicKey = seat && findIdentity(desk.connection, seat.person.id)?.publicKey;
  if (!seat || !publicKey) return failure('locked', '请先选择身份并输入口令');
  const report = findReport(desk.connection, reportId);
  if (!report) return failure('no-report', '资料库里没有这份报告');
  const name = `${report.title.replace(UNSAFE_IN_NAMES, ' ').slice(0, 80)}.gouji`;
  const path = await dialogs.saveFile('移交案卷', name, CASES);
  if (path === null) return success(null);
  const fileName = basename(path);
  const { id, name: person } = seat.person;
  const sender = { id, name: person, publicKey: Buffer.from(publicKey).toString('base64') };
  const made = handOver(desk, { reportId, fileName, sender, sign: (bytes) => signWith(seat, bytes) });
  if (!made.ok) return made;
  const head = caseHead(desk.connection, reportId);
  const bytes =
    passphrase === null
      ? made.value
      : await jobs.run('encrypt-case', fileName, { bytes: made.value, passphrase });
  const written = await writeFileWhole(path, bytes);
  if (!written.ok) {
    handoverFailed(desk, reportId, fileName, written.error.message);
    return written;
  }
  return success({ fileName, encrypted: passphrase !== null, head });
}

async function writeReviewRecord(
  { desk, dialogs, jobs }: Context,
  { reportId, format }: { readonly reportId: number; readonly format: 'pdf' | 'xlsx' },
): Promise<Awaited<ReturnType<Handlers['case:record']>>> {
  const record = reviewRecord(desk, reportId);
  if (!record.ok) return record;
  const name = `${record.value.title.replace(UNSAFE_IN_NAMES, ' ').slice(0, 80)} 审核记录.${format}`;
  const path = await dialogs.saveFile('导出审核记录', name, [RECORDS[format]]);
  if (path === null) return success(null);
  const { fontsDirectory } = desk;
  const made = await jobs.run('write-record', name, {
    record: record.value,
    format,
    fontsDirectory,
    createdAt: desk.now(),
  });
  const written = await writeFileWhole(path, made);
  if (!written.ok) return written;
  const fileName = basename(path);
  recordLeft(desk, reportId, fileName);
  return success({ fileName });
}
