import type { SignatureReport } from '../../shared/model/seal';
import {
  type Certificate,
  isUnderstood,
  mayIssue,
  sameBytes,
  signedBy,
  validFrom,
  validTo,
} from './certificates';
import type { Cms } from './cms';

type Line = Pick<Cms, 'certificate' | 'chain'>;

/** Every certificate that travels along is an authority's, and issued the one before it (RFC 5280 §6.1). */
export async function chainHolds({ certificate, chain }: Line): Promise<boolean> {
  let last = certificate;
  for (const [below, issuer] of chain.entries()) {
    if (!mayIssue(issuer, below) || !(await signedBy(last, issuer))) return false;
    last = issuer;
  }
  return [certificate, ...chain].every(isUnderstood);
}

/** What the certificate of a chain that holds is worth at a time, to a person who trusts the `anchors`. */
export async function trustOf(
  { certificate, chain }: Line,
  at: Date,
  anchors: readonly Certificate[],
): Promise<SignatureReport['trust']> {
  const line = [certificate, ...chain];
  if (line.some((one) => at > validTo(one))) return 'expired';
  if (line.some((one) => at < validFrom(one))) return 'not-yet-valid';
  for (const anchor of anchors) {
    for (const [index, one] of line.entries()) {
      if (sameBytes(one.der, anchor.der)) return 'trusted';
      if (mayIssue(anchor, index) && (await signedBy(one, anchor))) return 'trusted';
    }
  }
  return (await signedBy(certificate, certificate)) ? 'self-signed' : 'unknown-issuer';
}
