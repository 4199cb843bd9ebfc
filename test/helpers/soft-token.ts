import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { attributes, openLibrary, readUlong, stored, ulong } from '../../src/main/seal/pkcs11/library';
import { login, USER } from '../../src/main/seal/pkcs11/session';
import { type Identity, privateKeyPem } from './pki';

/** A token in software (SoftHSM2), in a folder of its own. */
const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
export const SOFT_TOKEN = LIBRARIES.find((path) => existsSync(path)) ?? null;
export const PIN = '123456';

export interface SoftToken {
  readonly library: string;
  readonly configuration: string;
  /** Adds a token with the keys and their certificates. */
  add(label: string, identities: readonly Identity[], certificatesToo?: boolean): Promise<void>;
  remove(): void;
}

/** Sets SOFTHSM2_CONF of this process. */
export function softToken(): SoftToken {
  const library = SOFT_TOKEN;
  if (!library) throw new Error('no SoftHSM2');
  const folder = mkdtempSync(join(tmpdir(), 'gouji-token-'));
  const configuration = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(configuration, `directories.tokendir = ${join(folder, 'tokens')}\nlog.level = ERROR\n`);
  process.env['SOFTHSM2_CONF'] = configuration;
  return {
    library,
    configuration,
    add: async (label, identities, certificatesToo = true) => {
      const free = ['--init-token', '--free', '--label', label, '--pin', PIN, '--so-pin', '12345678'];
      const slot = /slot (\d+)/.exec(run(free))?.[1];
      if (slot === undefined) throw new Error('no slot');
      for (const [index, identity] of identities.entries()) {
        const key = join(folder, 'key.pem');
        writeFileSync(key, await privateKeyPem(identity));
        const id = `0${index + 1}`;
        run(['--import', key, '--token', label, '--label', `key ${id}`, '--id', id, '--pin', PIN]);
        rmSync(key);
        if (certificatesToo) addCertificate(library, Number(slot), identity, Buffer.from(id, 'hex'));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('softhsm2-util', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`softhsm2-util: ${stdout}${stderr}`);
  return stdout;
}

/** SoftHSM's own tool imports keys only. */
function addCertificate(path: string, slot: number, { certificate, der }: Identity, id: Buffer): void {
  const subject = new Uint8Array(certificate.subject.toSchema().toBER(false));
  const library = openLibrary(path);
  const READ_WRITE = 6;
  const session = ulong(0);
  library.call('C_OpenSession', slot, READ_WRITE, null, null, session);
  login(library, readUlong(session), USER, PIN);
  const values = [
    [0x0, ulong(1)],
    [0x1, stored(Uint8Array.of(1))],
    [0x80, ulong(0)],
    [0x101, stored(subject)],
    [0x11, stored(der)],
    [0x102, stored(id)],
  ] as const;
  const create = koffi
    .load(path)
    .func('C_CreateObject', 'unsigned long', ['unsigned long', 'void *', 'unsigned long', 'void *']);
  const made = Number(create(readUlong(session), attributes(values), values.length, ulong(0)));
  if (made !== 0) throw new Error(`C_CreateObject: ${made.toString(16)}`);
  library.close();
}
