import type { Outputs } from '../../src/shared/ipc';

/** A sealed PDF as the main process reports it. */
export const sealed: NonNullable<Outputs['seal:verify']> = {
  fileName: 'report.pdf',
  report: {
    status: 'valid',
    problems: [],
    signatures: [
      {
        signer: '演示支付有限公司',
        issuer: '演示签发中心',
        signedAt: '2026-01-05T08:30:00.000Z',
        reason: '',
        algorithm: 'RSA-2048 / SHA-256',
        coversWholeDocument: true,
        integrity: true,
        trust: 'self-signed',
        problems: [],
      },
    ],
  },
};
