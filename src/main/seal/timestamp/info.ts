import { createHash } from 'node:crypto';
import { sameBytes } from '../certificates';
import { child, children, der, NotDer, octets, oid, readDer, sequence, TAG, unsigned } from '../der';
import { HASH_OID } from '../oids';

const SHA256 = oid(HASH_OID.sha256);
const GENERALIZED_TIME = 0x18;
const BOOLEAN = 0x01;
const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/;
const VERSION_1 = unsigned(Uint8Array.of(1));

const imprintOf = (signature: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(signature).digest());

/**
 * The request for a time-stamp over a signature's value (RFC 3161 §2.4.1; ETSI EN 319 122-1 §5.3), with the authority's
 * certificate asked for. No nonce: the signature itself occurs once.
 */
export const timestampRequest = (signature: Uint8Array): Uint8Array =>
  sequence(
    VERSION_1,
    sequence(sequence(SHA256, der(TAG.null)), octets(imprintOf(signature))),
    der(BOOLEAN, Uint8Array.of(0xff)),
  );

export interface TimestampInfo {
  readonly time: Date;
  /** The token is over this signature's value. */
  readonly matches: boolean;
}

/** TSTInfo (§2.4.2): version, policy, messageImprint, serialNumber, genTime … Throws `NotDer`. */
export function readInfo(info: Uint8Array, signature: Uint8Array): TimestampInfo {
  const parts = children(readDer(info));
  const [version, , imprint, , time] = parts;
  if (!version || !imprint || time?.tag !== GENERALIZED_TIME || !sameBytes(version.raw, VERSION_1))
    throw new NotDer();
  const match = TIME.exec(Buffer.from(time.content).toString('latin1'));
  if (!match) throw new NotDer();
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  const stamped = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(stamped.getTime())) throw new NotDer();
  const hashed = child(child(imprint, 0), 0);
  const matches =
    sameBytes(hashed.raw, SHA256) && sameBytes(child(imprint, 1, TAG.octets).content, imprintOf(signature));
  return { time: stamped, matches };
}
