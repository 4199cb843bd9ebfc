import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';
import { PBE_OID } from './oids';

/** Password-based decryption, as PKCS#12 containers use it. Bytes are binary strings, as node-forge has them. */
export type Asn1 = forge.asn1.Asn1;

/** The container is not built as RFC 7292 says. */
export class NotAContainer extends Error {}
/** It is, but with an algorithm that this program does not know. */
export class UnsupportedAlgorithm extends Error {}

/** Missing from the typings. */
const { pbe } = forge.pki as unknown as {
  pbe: { getCipher(oid: string, parameters: Asn1, passphrase: string): forge.cipher.BlockCipher };
};

const PBES2 = PBE_OID.pbes2;
const PBKDF2 = PBE_OID.pbkdf2;
/** pbeWithSHAAnd3-KeyTripleDES-CBC and pbeWithSHAAnd40BitRC2-CBC. */
const OLD_SCHEMES = new Set<string>([PBE_OID.sha1With3Des, PBE_OID.sha1WithRc2]);
const HMAC_SHA1 = PBE_OID.hmacSha1;
const PSEUDO_RANDOM: Readonly<Record<string, string>> = {
  [HMAC_SHA1]: 'sha1',
  [PBE_OID.hmacSha256]: 'sha256',
  [PBE_OID.hmacSha384]: 'sha384',
  [PBE_OID.hmacSha512]: 'sha512',
};
const AES: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  [PBE_OID.aes128Cbc]: { name: 'aes-128-cbc', keyBytes: 16 },
  [PBE_OID.aes192Cbc]: { name: 'aes-192-cbc', keyBytes: 24 },
  [PBE_OID.aes256Cbc]: { name: 'aes-256-cbc', keyBytes: 32 },
};
/** More rounds than any tool writes would only serve to keep the program busy. */
const MAX_ITERATIONS = 2_000_000;

/** Decrypts. Throws for a wrong passphrase or bad data; `UnsupportedAlgorithm`, `NotAContainer`. */
export function decrypt(algorithm: Asn1, bytes: string, passphrase: string): string {
  const scheme = oid(child(algorithm, 0));
  const parameters = child(algorithm, 1);
  if (scheme === PBES2) return decryptPbes2(parameters, bytes, passphrase);
  if (!OLD_SCHEMES.has(scheme)) throw new UnsupportedAlgorithm(scheme);
  iterations(child(parameters, 1));
  // In JavaScript: neither OpenSSL 3 nor Electron's BoringSSL can be relied on for RC2.
  const cipher = pbe.getCipher(scheme, parameters, passphrase);
  cipher.update(forge.util.createBuffer(bytes));
  if (!cipher.finish()) throw new Error('padding');
  return cipher.output.getBytes();
}

/** RFC 8018 §6.2; the passphrase counts as UTF-8, unlike in the old schemes, where it is UTF-16. */
function decryptPbes2(parameters: Asn1, bytes: string, passphrase: string): string {
  const derivation = child(parameters, 0);
  const encryption = child(parameters, 1);
  const cipher = AES[oid(child(encryption, 0))];
  if (oid(child(derivation, 0)) !== PBKDF2 || !cipher) throw new UnsupportedAlgorithm();
  const [salt, rounds, ...rest] = list(child(derivation, 1));
  if (!salt || !rounds) throw new NotAContainer();
  const random = rest.find((node) => Array.isArray(node.value));
  const hash = PSEUDO_RANDOM[random ? oid(child(random, 0)) : HMAC_SHA1];
  if (!hash) throw new UnsupportedAlgorithm();
  const secret = Buffer.from(passphrase, 'utf8');
  const key = pbkdf2Sync(secret, binary(octets(salt)), iterations(rounds), cipher.keyBytes, hash);
  const decipher = createDecipheriv(cipher.name, key, binary(octets(child(encryption, 1))));
  return Buffer.concat([decipher.update(binary(bytes)), decipher.final()]).toString('latin1');
}

export function iterations(node: Asn1): number {
  const count = forge.asn1.derToInteger(forge.util.createBuffer(octets(node)));
  if (!(count >= 1)) throw new NotAContainer();
  if (count > MAX_ITERATIONS) throw new UnsupportedAlgorithm();
  return count;
}

export function list(node: Asn1): readonly Asn1[] {
  if (!Array.isArray(node.value)) throw new NotAContainer();
  return node.value;
}

export function child(node: Asn1, index: number): Asn1 {
  const found = list(node)[index];
  if (!found) throw new NotAContainer();
  return found;
}

/** An octet string's bytes, also when BER cuts it into pieces. */
export function octets(node: Asn1): string {
  return typeof node.value === 'string' ? node.value : list(node).map(octets).join('');
}

export function oid(node: Asn1): string {
  if (typeof node.value !== 'string') throw new NotAContainer();
  return forge.asn1.derToOid(forge.util.createBuffer(node.value));
}

const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
