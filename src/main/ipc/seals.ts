import { basename } from 'node:path';
import type { Verified } from '../../shared/ipc/seal';
import { failure, type Result, success } from '../../shared/result';
import { hasAuditEntry } from '../db/audit-log';
import { recordSeal } from '../desk/export-report';
import { readFileBounded, writeFileWhole } from '../files';
import type { Context } from './context';
import type { FileFilter } from './dialogs';
import type { Handlers } from './handle';
import type { KeyShelf } from './key-shelf';
import { rememberKey } from './remembered-keys';

type Channels =
  | 'key:choose'
  | 'key:choose-library'
  | 'seal:verify'
  | 'seal:judge-by'
  | 'seal:judge-anew'
  | 'seal:add'
  | 'seal:stamp-request'
  | 'seal:stamp-attach';

const PDF = [{ name: 'PDF', extensions: ['pdf'] }];
const KEYS = [{ name: 'PKCS#12 签章证书', extensions: ['p12', 'pfx'] }];
const LIBRARIES = [{ name: 'PKCS#11 令牌驱动', extensions: ['dll', 'so', 'dylib'] }];
const REQUESTS = [{ name: '时间戳请求', extensions: ['tsq'] }];
const REPLIES = [{ name: '时间戳回复', extensions: ['tsr', 'tst', 'p7s', 'der'] }];
const JUDGES = {
  trust: { title: '选择信任的证书', filters: [{ name: '证书', extensions: ['pem', 'crt', 'cer', 'der'] }] },
  revocation: { title: '选择吊销列表', filters: [{ name: '吊销列表', extensions: ['crl', 'pem', 'der'] }] },
} as const;
const MAX_PDF_BYTES = 512 * 1024 * 1024;
/** What stands for the last entry of a log without entries, as the command line has none. */
const EMPTY_LOG = /^0+$/;
const MAX_SMALL_BYTES = 1024 * 1024;

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Verifying, adding signatures and time-stamps. The file at hand is the one that was verified last. */
export function sealHandlers(context: Context, keys: KeyShelf): Pick<Handlers, Channels> {
  const { desk, jobs, dialogs } = context;
  let current: Named | null = null;
  // What the person trusts, until the app ends: files, as they were chosen.
  const judges = { trust: [] as Named[], revocation: [] as Named[] };

  const choose = async (
    title: string,
    filters: readonly FileFilter[],
    limit: number,
  ): Promise<Result<Named | null>> => {
    const path = await dialogs.openFile(title, filters);
    if (path === null) return success(null);
    const bytes = await readFileBounded(path, limit);
    return bytes.ok ? success({ name: basename(path), bytes: bytes.value }) : bytes;
  };

  const verify = async (): Promise<Result<Verified | null>> => {
    if (!current) return success(null);
    const { name, bytes } = current;
    const { trust, revocation } = judges;
    const report = await jobs.run('verify', name, {
      pdf: bytes,
      trust: trust.length > 0 ? trust.map((one) => one.bytes) : null,
      revocation: revocation.map((one) => one.bytes),
    });
    const head = report.evidence?.auditHead ?? '';
    return success({
      fileName: name,
      report,
      auditKnown: head === '' || EMPTY_LOG.test(head) ? null : hasAuditEntry(desk.connection, head),
      trust: trust.map((one) => one.name),
      revocation: revocation.map((one) => one.name),
    });
  };

  /** Saves a new state of the file at hand, which becomes the one at hand. */
  const save = async (title: string, made: Uint8Array, suffix: string): Promise<Result<string | null>> => {
    const suggested = `${(current?.name ?? '').replace(/\.pdf$/i, '')}${suffix}.pdf`;
    const path = await dialogs.saveFile(title, suggested, PDF);
    if (path === null) return success(null);
    const written = await writeFileWhole(path, made);
    if (!written.ok) return written;
    current = { name: basename(path), bytes: made };
    return success(current.name);
  };

  return {
    'key:choose': async () => {
      const path = await dialogs.openFile('选择签章证书', KEYS);
      return path === null ? success(null) : keys.keepFile(path);
    },
    'key:choose-library': async () => {
      const path = await dialogs.openFile('选择令牌驱动', LIBRARIES);
      if (path === null) return success(null);
      const devices = await jobs.run('list-tokens', basename(path), { library: path });
      return devices.ok ? success(keys.keepLibrary(path, devices.value)) : devices;
    },
    'seal:verify': async () => {
      const chosen = await choose('验证签章', PDF, MAX_PDF_BYTES);
      if (!chosen.ok || !chosen.value) return chosen as Result<null>;
      current = chosen.value;
      return verify();
    },
    'seal:judge-by': async ({ kind }) => {
      const chosen = await choose(JUDGES[kind].title, JUDGES[kind].filters, MAX_SMALL_BYTES);
      if (!chosen.ok || !chosen.value) return chosen as Result<null>;
      const fit = await jobs.run('read-certificates', chosen.value.name, { kind, bytes: chosen.value.bytes });
      if (!fit)
        return failure('not-certificates', kind === 'trust' ? '文件里没有证书' : '文件里没有吊销列表');
      judges[kind].push(chosen.value);
      return verify();
    },
    'seal:judge-anew': () => {
      judges.trust.length = 0;
      judges.revocation.length = 0;
      return verify();
    },
    'seal:add': async (seal) => {
      if (!current) return success(null);
      const order = keys.order(seal, desk.fontsDirectory);
      if (!order.ok) return order;
      const signedAt = desk.now();
      const made = await jobs.run('seal', current.name, {
        pdf: current.bytes,
        order: { ...order.value, signedAt },
      });
      if (!made.ok) return made;
      const saved = await save('保存加签的 PDF', made.value, '（加签）');
      if (!saved.ok || saved.value === null) return saved as Result<null>;
      await rememberKey(context, keys, seal, made.value);
      keys.forget(seal.token);
      recordSeal(desk, saved.value, made.value);
      return verify();
    },
    'seal:stamp-request': async () => {
      if (!current) return success(null);
      const request = await jobs.run('stamp-request', current.name, { pdf: current.bytes });
      if (!request.ok) return request;
      const path = await dialogs.saveFile(
        '保存时间戳请求',
        `${current.name.replace(/\.pdf$/i, '')}.tsq`,
        REQUESTS,
      );
      if (path === null) return success(null);
      const written = await writeFileWhole(path, request.value);
      return written.ok ? success({ fileName: basename(path) }) : written;
    },
    'seal:stamp-attach': async () => {
      if (!current) return success(null);
      const reply = await choose('选择时间戳回复', REPLIES, MAX_SMALL_BYTES);
      if (!reply.ok || !reply.value) return reply as Result<null>;
      const more = judges.trust.map((one) => one.bytes);
      const made = await jobs.run('stamp-attach', current.name, {
        pdf: current.bytes,
        reply: reply.value.bytes,
        more,
      });
      if (!made.ok) return made;
      const saved = await save('保存带时间戳的 PDF', made.value, '（时间戳）');
      return saved.ok && saved.value !== null ? verify() : (saved as Result<null>);
    },
  };
}
