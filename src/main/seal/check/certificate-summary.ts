import { createPublicKey } from 'node:crypto';
import type { CertificateSummary } from '../../../shared/model/seal';
import { type Certificate, commonName, validFrom, validTo } from '../certificates';

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};
/** Tag and length of a serial number, which is at most 20 bytes. */
const INTEGER_HEAD = 2;

export const certificateSummary = (certificate: Certificate): CertificateSummary => ({
  subject: commonName(certificate.parsed.subject),
  issuer: commonName(certificate.parsed.issuer),
  serial: Buffer.from(certificate.serial.subarray(INTEGER_HEAD)).toString('hex'),
  notBefore: validFrom(certificate).toISOString(),
  notAfter: validTo(certificate).toISOString(),
  key: keyName(certificate),
});

function keyName({ publicKey }: Certificate): string {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    const { modulusLength, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
    if (modulusLength !== undefined) return `RSA ${modulusLength}`;
    return namedCurve === '' ? (key.asymmetricKeyType ?? '') : `EC ${CURVES[namedCurve] ?? namedCurve}`;
  } catch {
    return '';
  }
}
