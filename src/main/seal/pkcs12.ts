import { timingSafeEqual } from 'node:crypto';
import forge from 'node-forge';
import { failure, type Result, success } from '../../shared/result';
import { BAG_OID, CMS_OID, HASH_OID } from './oids';
import {
  type Asn1,
  child,
  decrypt,
  iterations,
  list,
  NotAContainer,
  octets,
  oid,
  UnsupportedAlgorithm,
} from './pbe';

/** What a PKCS#12 container holds, decrypted: private keys as PKCS#8, certificates, all DER. */
export interface Container {
  readonly privateKeys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

const DATA = CMS_OID.data;
const ENCRYPTED_DATA = CMS_OID.encryptedData;
const KEY_BAG = BAG_OID.key;
const SHROUDED_KEY_BAG = BAG_OID.shroudedKey;
const CERTIFICATE_BAG = BAG_OID.certificate;
const MAC_HASHES: Readonly<Record<string, () => forge.md.MessageDigest>> = {
  [HASH_OID.sha1]: () => forge.md.sha1.create(),
  [HASH_OID.sha256]: () => forge.md.sha256.create(),
  [HASH_OID.sha384]: () => forge.md.sha384.create(),
  [HASH_OID.sha512]: () => forge.md.sha512.create(),
};
const MAC_KEY = 3;

/**
 * Opens a PKCS#12 container (RFC 7292): PBES2 as OpenSSL 3 and Java write it, and the older 3DES and RC2 schemes.
 * Errors: `wrong-passphrase`, `not-a-key`, `unsupported-algorithm`.
 */
export function openContainer(bytes: Uint8Array, passphrase: string): Result<Container> {
  try {
    const pfx = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
    const authSafe = octets(child(child(child(pfx, 1), 1), 0));
    if (!macHolds(pfx, authSafe, passphrase)) return failure('wrong-passphrase', '证书口令不对');
    return success(readSafes(authSafe, passphrase));
  } catch (thrown) {
    return thrown instanceof UnsupportedAlgorithm
      ? failure('unsupported-algorithm', '证书文件的加密方式不受支持，请用 AES-256 或 3DES 重新导出')
      : failure('not-a-key', '这不是 PKCS#12 签章证书（.p12、.pfx），或文件已损坏');
  }
}

/** Appendix B.4: says of a passphrase whether it is the right one before anything is decrypted with it. */
function macHolds(pfx: Asn1, authSafe: string, passphrase: string): boolean {
  const mac = list(pfx)[2];
  if (!mac) throw new NotAContainer();
  const hash = MAC_HASHES[oid(child(child(child(mac, 0), 0), 0))];
  if (!hash) throw new UnsupportedAlgorithm();
  const expected = Buffer.from(octets(child(child(mac, 0), 1)), 'latin1');
  const salt = forge.util.createBuffer(octets(child(mac, 1)));
  const rounds = list(mac)[2];
  const count = rounds ? iterations(rounds) : 1;
  const digest = hash();
  const key = forge.pkcs12.generateKey(passphrase, salt, MAC_KEY, count, digest.digestLength, hash());
  const hmac = forge.hmac.create();
  hmac.start(digest, key);
  hmac.update(authSafe);
  const made = Buffer.from(hmac.getMac().getBytes(), 'latin1');
  return made.length === expected.length && timingSafeEqual(made, expected);
}

function readSafes(authSafe: string, passphrase: string): Container {
  const privateKeys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const content of list(forge.asn1.fromDer(authSafe))) {
    for (const bag of list(forge.asn1.fromDer(safeBytes(content, passphrase)))) {
      const value = child(child(bag, 1), 0);
      switch (oid(child(bag, 0))) {
        case KEY_BAG:
          privateKeys.push(fromBinary(forge.asn1.toDer(value).getBytes()));
          break;
        case SHROUDED_KEY_BAG:
          privateKeys.push(fromBinary(decrypt(child(value, 0), octets(child(value, 1)), passphrase)));
          break;
        case CERTIFICATE_BAG:
          certificates.push(fromBinary(octets(child(child(value, 1), 0))));
          break;
      }
    }
  }
  return { privateKeys, certificates };
}

function safeBytes(content: Asn1, passphrase: string): string {
  const body = child(child(content, 1), 0);
  const type = oid(child(content, 0));
  if (type === DATA) return octets(body);
  if (type !== ENCRYPTED_DATA) throw new UnsupportedAlgorithm();
  const encrypted = child(body, 1);
  return decrypt(child(encrypted, 1), octets(child(encrypted, 2)), passphrase);
}

const fromBinary = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
