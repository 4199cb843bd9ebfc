import forge from 'node-forge';
import { failure, type Result, success } from '../../shared/result';

/** What a PKCS#12 container holds, decrypted: DER as binary strings never leave this file. */
export interface Container {
  readonly privateKeys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

type Node = forge.asn1.Asn1;

/** Missing from the typings. */
const { pbe } = forge.pki as unknown as {
  pbe: { getCipher(oid: string, parameters: Node, passphrase: string): forge.cipher.BlockCipher };
};

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const MAC_HASHES: Readonly<Record<string, () => forge.md.MessageDigest>> = {
  '1.3.14.3.2.26': () => forge.md.sha1.create(),
  '2.16.840.1.101.3.4.2.1': () => forge.md.sha256.create(),
  '2.16.840.1.101.3.4.2.2': () => forge.md.sha384.create(),
  '2.16.840.1.101.3.4.2.3': () => forge.md.sha512.create(),
};
/** More rounds than any tool writes would only serve to keep the program busy. */
const MAX_ITERATIONS = 5_000_000;

class NotAContainer extends Error {}

/**
 * Opens a PKCS#12 container (RFC 7292): PBES2 as OpenSSL 3 writes it and the older 3DES and RC2 schemes.
 * Errors: `wrong-passphrase`, `not-a-key`.
 */
export function openContainer(bytes: Uint8Array, passphrase: string): Result<Container> {
  let pfx: Node;
  try {
    pfx = forge.asn1.fromDer(toBinary(bytes));
  } catch {
    return notAKey();
  }
  try {
    const authSafe = octets(child(child(child(pfx, 1), 1), 0));
    if (!macHolds(pfx, authSafe, passphrase)) return failure('wrong-passphrase', '证书口令不对');
    return success(readSafes(authSafe, passphrase));
  } catch (thrown) {
    return thrown instanceof NotAContainer
      ? notAKey()
      : failure('wrong-passphrase', '证书口令不对，或证书文件已损坏');
  }
}

const notAKey = (): Result<Container> =>
  failure('not-a-key', '这不是 PKCS#12 签章证书（.p12、.pfx），或文件已损坏');

function macHolds(pfx: Node, authSafe: string, passphrase: string): boolean {
  const mac = list(pfx)[2];
  if (!mac) throw new NotAContainer();
  const hash = MAC_HASHES[oid(child(child(child(mac, 0), 0), 0))];
  if (!hash) throw new NotAContainer();
  const expected = octets(child(child(mac, 0), 1));
  const salt = octets(child(mac, 1));
  const rounds = list(mac)[2];
  const iterations = rounds ? integer(rounds) : 1;
  if (iterations > MAX_ITERATIONS) throw new NotAContainer();
  const digest = hash();
  const key = forge.pkcs12.generateKey(
    passphrase,
    forge.util.createBuffer(salt),
    3,
    iterations,
    digest.digestLength,
    hash(),
  );
  const hmac = forge.hmac.create();
  hmac.start(digest, key);
  hmac.update(authSafe);
  return hmac.getMac().getBytes() === expected;
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

function safeBytes(content: Node, passphrase: string): string {
  const body = child(child(content, 1), 0);
  const type = oid(child(content, 0));
  if (type === DATA) return octets(body);
  if (type !== ENCRYPTED_DATA) throw new NotAContainer();
  const encrypted = child(body, 1);
  return decrypt(child(encrypted, 1), octets(child(encrypted, 2)), passphrase);
}

function decrypt(algorithm: Node, bytes: string, passphrase: string): string {
  const cipher = pbe.getCipher(oid(child(algorithm, 0)), child(algorithm, 1), passphrase);
  cipher.update(forge.util.createBuffer(bytes));
  if (!cipher.finish()) throw new Error('padding');
  return cipher.output.getBytes();
}

function list(node: Node): readonly Node[] {
  if (!Array.isArray(node.value)) throw new NotAContainer();
  return node.value;
}

function child(node: Node, index: number): Node {
  const found = list(node)[index];
  if (!found) throw new NotAContainer();
  return found;
}

/** An octet string's bytes, also when BER cuts it into pieces. */
function octets(node: Node): string {
  return typeof node.value === 'string' ? node.value : list(node).map(octets).join('');
}

function oid(node: Node): string {
  if (typeof node.value !== 'string') throw new NotAContainer();
  return forge.asn1.derToOid(forge.util.createBuffer(node.value));
}

const integer = (node: Node): number => forge.asn1.derToInteger(forge.util.createBuffer(octets(node)));

const toBinary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const fromBinary = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
