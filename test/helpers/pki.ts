import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }));

/** A certificate with its key, made for a test. */
export interface Identity {
  readonly name: string;
  readonly certificate: pkijs.Certificate;
  readonly der: Uint8Array;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface Wish {
  /** Common name. */
  readonly name: string;
  readonly kind?: 'EC' | 'RSA-2048' | 'RSA-3072';
  /** Self-signed without one. */
  readonly issuer?: Identity;
  readonly from?: string;
  readonly to?: string;
  /** An authority. */
  readonly authority?: boolean;
  /** How many authorities may stand below it. */
  readonly below?: number;
  /** First byte of the key usage; digitalSignature and nonRepudiation unless given; null: no extension. */
  readonly usage?: number | null;
  /** Extended key usages, critical. */
  readonly purposes?: readonly string[];
  readonly hash?: 'SHA-256' | 'SHA-1' | 'SHA-384';
  readonly serial?: number;
}

const PURPOSE_TIMESTAMP = '1.3.6.1.5.5.7.3.8';
export const TIMESTAMPING: Pick<Wish, 'purposes' | 'usage'> = { purposes: [PURPOSE_TIMESTAMP], usage: 0xc0 };
const CERTIFICATE_SIGN_AND_CRL_SIGN = 0x06;
let serials = 1000;

/** Makes a key and a certificate for it. */
export async function identity(wish: Wish): Promise<Identity> {
  const keys = await generate(wish.kind ?? 'EC');
  const { certificate, der } = await certificateFor(keys, wish);
  return { name: wish.name, keys, certificate, der };
}

/** A certificate for a key that is there already. */
export async function certificateFor(
  keys: webcrypto.CryptoKeyPair,
  wish: Wish,
): Promise<{ certificate: pkijs.Certificate; der: Uint8Array }> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: wish.serial ?? ++serials });
  certificate.subject.typesAndValues.push(nameOf(wish.name));
  certificate.issuer.typesAndValues.push(nameOf(wish.issuer?.name ?? wish.name));
  certificate.notBefore.value = new Date(wish.from ?? '2025-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(wish.to ?? '2045-01-01T00:00:00Z');
  certificate.extensions = extensionsOf(wish);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  const signer = await withHash((wish.issuer?.keys ?? keys).privateKey, wish.hash ?? 'SHA-256');
  await certificate.sign(signer as CryptoKey, wish.hash ?? 'SHA-256');
  return { certificate, der: new Uint8Array(certificate.toSchema(true).toBER(false)) };
}

/** Web Crypto binds an RSA key to one hash. */
async function withHash(key: webcrypto.CryptoKey, hash: string): Promise<webcrypto.CryptoKey> {
  if (!key.algorithm.name.startsWith('RSA')) return key;
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  return webcrypto.subtle.importKey('pkcs8', pkcs8, { name: key.algorithm.name, hash }, true, ['sign']);
}

function extensionsOf({ authority = false, usage, purposes, below }: Wish): pkijs.Extension[] {
  const bits = usage === undefined ? (authority ? CERTIFICATE_SIGN_AND_CRL_SIGN : 0xc0) : usage;
  const limit = below === undefined ? {} : { pathLenConstraint: below };
  const made = [
    extension('2.5.29.19', new pkijs.BasicConstraints({ cA: authority, ...limit }).toSchema(), true),
  ];
  if (bits !== null) {
    const string = new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits: 0 });
    made.push(extension('2.5.29.15', string, true));
  }
  if (purposes)
    made.push(extension('2.5.29.37', new pkijs.ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema(), true));
  return made;
}

const extension = (extnID: string, value: asn1js.BaseBlock, critical: boolean): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });

const nameOf = (value: string): pkijs.AttributeTypeAndValue =>
  new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value }) });

async function generate(kind: 'EC' | 'RSA-2048' | 'RSA-3072'): Promise<webcrypto.CryptoKeyPair> {
  const usages = ['sign', 'verify'] as const;
  if (kind === 'EC')
    return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, usages);
  const modulusLength = Number(kind.slice(4));
  const publicExponent = Uint8Array.of(1, 0, 1);
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength, publicExponent };
  return webcrypto.subtle.generateKey(how, true, usages);
}

/** A list of revoked certificates, DER. */
export async function revocationList(
  issuer: Identity,
  revoked: readonly { readonly serial: asn1js.Integer; readonly at: string }[],
  times: { readonly from: string; readonly next: string | null },
): Promise<Uint8Array> {
  const list = new pkijs.CertificateRevocationList();
  list.version = 1;
  list.issuer.typesAndValues.push(nameOf(issuer.name));
  list.thisUpdate = new pkijs.Time({ type: 0, value: new Date(times.from) });
  if (times.next) list.nextUpdate = new pkijs.Time({ type: 0, value: new Date(times.next) });
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ({ serial, at }) =>
        new pkijs.RevokedCertificate({
          userCertificate: serial,
          revocationDate: new pkijs.Time({ type: 0, value: new Date(at) }),
        }),
    );
  await list.sign(issuer.keys.privateKey as CryptoKey, 'SHA-256');
  return new Uint8Array(list.toSchema(true).toBER(false));
}

export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

export const privateKeyPem = async ({ keys }: Identity): Promise<string> =>
  pem('PRIVATE KEY', new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)));

/** A PKCS#12 container, by OpenSSL. */
export async function container(
  owner: Identity,
  chain: readonly Identity[],
  passphrase: string,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-p12-'));
  try {
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('key.pem'), await privateKeyPem(owner));
    writeFileSync(file('own.pem'), pem('CERTIFICATE', owner.der));
    writeFileSync(file('more.pem'), chain.map((one) => pem('CERTIFICATE', one.der)).join(''));
    const more = chain.length > 0 ? ['-certfile', file('more.pem')] : [];
    const made = spawnSync('openssl', [
      ...['pkcs12', '-export', '-inkey', file('key.pem'), '-in', file('own.pem'), ...more],
      ...['-out', file('out.p12'), '-passout', `pass:${passphrase}`],
    ]);
    if (made.status !== 0) throw new Error(String(made.stderr));
    return new Uint8Array(readFileSync(file('out.p12')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
