import { basename } from 'node:path';
import type { SealInput } from '../../shared/ipc/seal';
import { failure, type Result, success } from '../../shared/result';
import { forgetPersonKey, keepPersonKey, personKey } from '../db/person-keys';
import type { Context } from './context';
import type { Handlers } from './handle';
import type { KeyShelf } from './key-shelf';

type Channels = 'key:remembered' | 'key:recall' | 'key:forget';

/** The certificate that each person seals with. Where it is, and its public part, are kept; a passphrase never is. */
export function rememberedKeyHandlers({ desk, jobs }: Context, keys: KeyShelf): Pick<Handlers, Channels> {
  const own = () => {
    const person = desk.person();
    return person && personKey(desk.connection, person.id);
  };
  return {
    'key:remembered': () => {
      const key = own();
      if (!key) return success(null);
      const { path, kind: _, ...shown } = key;
      return success({ ...shown, fileName: basename(path) });
    },
    'key:recall': async () => {
      const key = own();
      if (!key) return failure('no-key', '请重新选择签章证书');
      if (key.kind === 'file') {
        const kept = await keys.keepFile(key.path);
        return kept.ok ? kept : gone(basename(key.path));
      }
      const devices = await jobs.run('list-tokens', basename(key.path), { library: key.path });
      return devices.ok ? success(keys.keepLibrary(key.path, devices.value)) : devices;
    },
    'key:forget': () => {
      const person = desk.person();
      if (person) forgetPersonKey(desk.connection, person.id);
      return success(null);
    },
  };
}

const gone = (fileName: string): Result<never> =>
  failure('key-gone', `原来的位置没有证书“${fileName}”，请重新选择`);

/** After a seal that was to be remembered: by its signature, which holds the certificate. */
export async function rememberKey(
  { desk, jobs }: Context,
  keys: KeyShelf,
  seal: SealInput,
  pdf: Uint8Array,
): Promise<void> {
  const person = desk.person();
  const place = keys.placeOf(seal.token);
  if (!seal.remember || !person || !place) return;
  const report = await jobs.run('verify', basename(place.path), { pdf, trust: null, revocation: [] });
  const signature = report.signatures.at(-1);
  const [certificate] = signature?.certificates ?? [];
  if (!signature || !certificate) return;
  const { issuer, serial, notAfter } = certificate;
  const key = { ...place, device: seal.device, signer: signature.signer, issuer, serial, notAfter };
  keepPersonKey(desk.connection, person.id, key, desk.now().toISOString());
}
