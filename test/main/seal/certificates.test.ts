import { describe, expect, it } from 'vitest';
import { type Certificate, certificateOf, signedBy } from '../../../src/main/seal/certificates';
import { identity } from '../../helpers/pki';

const parsed = (der: Uint8Array): Certificate => {
  const certificate = certificateOf(der);
  if (!certificate) throw new Error('no certificate');
  return certificate;
};

describe('the signature on a certificate', () => {
  it.each(['EC', 'RSA-3072'] as const)(
    '%s: holds as made, and with no bit of its value changed',
    async (kind) => {
      const issuer = await identity({ name: '签发机构', kind, authority: true });
      const subject = await identity({ name: '签章人', issuer });
      const whole = parsed(subject.der);
      const authority = parsed(issuer.der);
      expect(await signedBy(whole, authority)).toBe(true);
      const from =
        subject.der.length - Buffer.from(whole.parsed.signatureValue.valueBlock.valueHexView).length;
      const survivors: string[] = [];
      for (let at = from - 1; at < subject.der.length; at += kind === 'EC' ? 1 : 29) {
        for (let bit = 0; bit < 8; bit += 1) {
          const changed = subject.der.slice();
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          const certificate = certificateOf(changed);
          if (certificate && (await signedBy(certificate, authority)))
            survivors.push(`${at - from} bit ${bit}`);
        }
      }
      expect(survivors).toEqual([]);
    },
  );
});
