import * as pkijs from 'pkijs';
import type { Revocation } from '../../../shared/model/seal';
import { type Certificate, commonName, mayIssue, signedBy } from '../certificates';
import { CERTIFICATE_OID } from '../oids';

/** A list of revoked certificates (RFC 5280 §5), as somebody brought it along on a stick. */
export type RevocationList = pkijs.CertificateRevocationList;

export interface Revoked {
  readonly state: Revocation;
  /** Sentences in Chinese. */
  readonly problems: readonly string[];
}

const REASON_CODE = CERTIFICATE_OID.reasonCode;
/** A critical extension means that the list speaks of some certificates only, or is no whole list. */
const CRL_NUMBER = CERTIFICATE_OID.crlNumber;
const AUTHORITY_KEY = CERTIFICATE_OID.authorityKeyIdentifier;
const REMOVED_FROM_LIST = 8;

/** The lists of a PEM or DER file. */
export function revocationListsOf(file: Uint8Array): readonly RevocationList[] {
  const text = Buffer.from(file).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/g)];
  const ders = blocks.length > 0 ? blocks.map((one) => Buffer.from(one[1] ?? '', 'base64')) : [file];
  return ders.flatMap((bytes) => {
    try {
      return [pkijs.CertificateRevocationList.fromBER(new Uint8Array(bytes).buffer)];
    } catch {
      return [];
    }
  });
}

/**
 * What lists say of the certificates of a line. `proved`: whether a trusted time-stamp proves that the signature existed at
 * `at`; without, any revocation counts, since the claimed time can be false. `good` only when, for every certificate that is
 * not its own issuer, a sound list from the time of signing or later does not name it.
 */
export async function revocationOf(
  line: readonly Certificate[],
  anchors: readonly Certificate[],
  lists: readonly RevocationList[],
  { at, proved }: { readonly at: Date; readonly proved: boolean },
): Promise<Revoked> {
  if (lists.length === 0) return { state: 'not-checked', problems: [] };
  let state: Revocation = 'good';
  for (const certificate of line) {
    if (await signedBy(certificate, certificate)) continue;
    if (anchors.some((one) => Buffer.from(one.der).equals(certificate.der))) continue;
    const list = await listFor(certificate, [...line, ...anchors], lists);
    if (!list) {
      state = 'unknown';
      continue;
    }
    const since = revokedSince(list, certificate);
    if (since && (!proved || since <= at)) {
      const name = commonName(certificate.parsed.subject);
      const day = since.toISOString().slice(0, 10);
      return { state: 'revoked', problems: [`证书“${name}”已于 ${day} 被吊销`] };
    }
    if (list.thisUpdate.value < at && (list.nextUpdate?.value ?? list.thisUpdate.value) < at)
      state = 'unknown';
  }
  return { state, problems: [] };
}

/** The newest list by the certificate's issuer, whose signature holds. */
async function listFor(
  certificate: Certificate,
  issuers: readonly Certificate[],
  lists: readonly RevocationList[],
): Promise<RevocationList | null> {
  let newest: RevocationList | null = null;
  for (const list of lists) {
    if (!list.issuer.isEqual(certificate.parsed.issuer) || !isWhole(list)) continue;
    if (newest && newest.thisUpdate.value >= list.thisUpdate.value) continue;
    for (const issuer of issuers) {
      if (mayIssue(issuer, 0) && (await signedBy(certificate, issuer)) && (await holds(list, issuer)))
        newest = list;
    }
  }
  return newest;
}

const isWhole = (list: RevocationList): boolean =>
  (list.crlExtensions?.extensions ?? []).every(
    (one) => !one.critical || one.extnID === CRL_NUMBER || one.extnID === AUTHORITY_KEY,
  );

async function holds(list: RevocationList, issuer: Certificate): Promise<boolean> {
  try {
    return await list.verify({ issuerCertificate: issuer.parsed });
  } catch {
    return false;
  }
}

function revokedSince(list: RevocationList, certificate: Certificate): Date | null {
  const found = (list.revokedCertificates ?? []).find((one) =>
    one.userCertificate.isEqual(certificate.parsed.serialNumber),
  );
  if (!found) return null;
  const reason = found.crlEntryExtensions?.extensions.find((one) => one.extnID === REASON_CODE);
  const code = reason?.extnValue.valueBlock.valueHexView.at(-1);
  return code === REMOVED_FROM_LIST ? null : found.revocationDate.value;
}
